/** The library's public file: everything else in this folder is private to it. */
import type { Library } from "./types.ts";

export type * from "./types.ts";

export interface LibraryOptions {
  /** The folder to keep everything in; made when missing. */
  readonly folder: string;
  /** The clock, in milliseconds since 1970-01-01 UTC. */
  readonly now?: () => number;
}

/** Opens the library, repairing what a crash may have left. Throws `LibraryError`. */
export function openLibrary(_options: LibraryOptions): Promise<Library> {
  return Promise.reject(new Error("not written yet"));
}
