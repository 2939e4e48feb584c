/** Why the library could not be opened or could not store something. */
export type LibraryErrorCode =
  | "newer-version"
  | "in-use"
  | "unwritable"
  | "storage-full"
  | "damaged"
  | "folder-not-empty"
  | "not-enough-room";

/** What the library throws when the disk or the folder is the cause; `cause` has the original. */
export class LibraryError extends Error {
  readonly code: LibraryErrorCode;

  constructor(code: LibraryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "LibraryError";
    this.code = code;
  }
}

const codes: Readonly<Record<string, LibraryErrorCode>> = {
  ENOSPC: "storage-full",
  EDQUOT: "storage-full",
  EACCES: "unwritable",
  EPERM: "unwritable",
  EROFS: "unwritable",
  ENOTDIR: "unwritable",
  EEXIST: "unwritable",
  EIO: "damaged",
};

/** The system's code of a failed file call, such as `ENOENT`; empty for any other error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

/** For what is done again another time: passes over that the disk is full, and nothing else. */
export function ignoreFullDisk(error: unknown): void {
  const known = asLibraryError(error);
  if (!(known instanceof LibraryError) || known.code !== "storage-full") throw known;
}

/** Words a failed write as a `LibraryError` where its cause is known; other errors pass as they are. */
export function asLibraryError(error: unknown): unknown {
  if (error instanceof LibraryError || !(error instanceof Error)) return error;
  const code = codes[systemCode(error)];
  return code === undefined ? error : new LibraryError(code, error.message, { cause: error });
}
