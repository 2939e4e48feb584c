import type { ErrorCode } from "../../preload/contract/contract.ts";

/** What the window says of a library that refused to store. */
export function storageFailure(error: unknown): ErrorCode {
  const isFull = error instanceof Error && "code" in error && error.code === "storage-full";
  return isFull ? "storage-full" : "storage-failed";
}
