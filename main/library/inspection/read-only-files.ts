import * as nodeFiles from "node:fs/promises";
import type { FileSystem } from "../files/disk.ts";

function refuse(): Promise<never> {
  return Promise.reject(
    Object.assign(new Error("EROFS: looking only, nothing is written"), { code: "EROFS" }),
  );
}

/** File calls that cannot change anything, whatever asks for them. */
export const readOnlyFiles: FileSystem = {
  ...nodeFiles,
  open: (path, flags = "r", mode) => (flags === "r" ? nodeFiles.open(path, flags, mode) : refuse()),
  rename: refuse,
  rm: refuse,
  mkdir: refuse,
  copyFile: refuse,
};
