/** The library's public file: everything else in this folder is private to it. */
import type { FileSystem } from "./disk.ts";
import { DiskLibrary } from "./disk-library.ts";
import type { Library } from "./types.ts";

export { LibraryError, type LibraryErrorCode } from "./library-error.ts";
export type * from "./types.ts";

export interface LibraryOptions {
  /** The folder to keep everything in; made when missing. */
  readonly folder: string;
  /** The clock, in milliseconds since 1970-01-01 UTC. */
  readonly now?: () => number;
  /** The file calls, for tests that make them fail. */
  readonly files?: FileSystem;
}

/**
 * Opens the library, repairing what a crash may have left; `repairs` says what was done.
 * Throws `LibraryError` `newer-version`, `in-use`, `unwritable` or `storage-full`; damaged files
 * never keep it from opening.
 */
export function openLibrary(options: LibraryOptions): Promise<Library> {
  return DiskLibrary.open(options.folder, options.now ?? Date.now, options.files);
}
