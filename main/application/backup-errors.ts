import type { ErrorCode } from "../../preload/contract/contract.ts";
import { LibraryError, type LibraryErrorCode } from "../library/library.ts";
import { RequestError } from "./request-error.ts";

/** What is wrong with a backup is not wrong with the library. */
const codes: Partial<Record<LibraryErrorCode, ErrorCode>> = {
  damaged: "damaged-backup",
  "newer-version": "newer-backup",
};

/** Runs work on a backup's file, whose faults are then worded as the backup's. */
export async function backupErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof LibraryError ? codes[error.code] : undefined;
    throw code === undefined ? error : new RequestError(code, (error as LibraryError).message);
  }
}
