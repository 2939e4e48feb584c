import { readdir } from "node:fs/promises";
import { RequestError } from "./request-error.ts";

/** The names in a folder that a person chose; `RequestError` where it cannot be read. */
export async function listChosen(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw new RequestError("storage-failed", `the chosen folder cannot be read: ${String(error)}`);
  }
}
