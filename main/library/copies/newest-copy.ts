import type { Disk } from "../files/disk.ts";
import { LibraryError } from "../files/library-error.ts";
import type { SourcesDocument } from "../sources.ts";
import { nameCopies } from "./automatic-copies.ts";
import { openBackup } from "./read-backup.ts";

/** Titles, folders and settings of the newest automatic copy that can be read. */
export interface NewestCopy {
  /** When it was made, in milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly document: SourcesDocument;
}

/** For a library whose own file of titles is lost; null when there is no good copy. */
export async function readNewestCopy(disk: Disk, library: string): Promise<NewestCopy | null> {
  for (const { path } of await nameCopies(disk, library)) {
    try {
      const backup = await openBackup(disk, path);
      try {
        await backup.check();
        return { at: backup.manifest.at, document: await backup.sources() };
      } finally {
        await backup.close();
      }
    } catch (error) {
      // A damaged copy is passed over: the one before it may be whole.
      if (!(error instanceof LibraryError)) throw error;
    }
  }
  return null;
}
