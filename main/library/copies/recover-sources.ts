import type { Parts } from "../parts.ts";
import { readNewestCopy } from "./newest-copy.ts";

/**
 * Takes titles, folders and settings from the newest good automatic copy, for a library of which
 * both files of titles are lost. Does nothing for a library that is new.
 */
export async function recoverSources(parts: Parts, highestFeed: number): Promise<void> {
  const { disk, folder, repairs, sources } = parts;
  if (!sources.isMissing) return;
  const names = await disk.list(folder);
  const wasThere =
    highestFeed > 0 || names.some((name) => name.startsWith("library.json.damaged-"));
  if (!wasThere) return;
  const copy = await readNewestCopy(disk.outside(), folder);
  if (copy === null) return;
  await sources.update((here) => ({
    next: {
      ...copy.document,
      nextFeedId: Math.max(here.nextFeedId, copy.document.nextFeedId),
      nextFolderId: Math.max(here.nextFolderId, copy.document.nextFolderId),
    },
    result: undefined,
  }));
  const day = new Date(copy.at).toISOString().slice(0, 10);
  repairs.tell(
    `Your titles and settings could not be read; those of the automatic copy of ${day} are used.`,
  );
}
