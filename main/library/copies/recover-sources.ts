import type { Parts } from "../parts.ts";
import { readNewestCopy } from "./newest-copy.ts";
import { recoverTitles } from "./recover-titles.ts";

/**
 * For a library of which both files of titles are lost: takes titles, folders and settings from the
 * newest good automatic copy, and makes titles for articles that still have none. Does nothing for
 * a library that is new.
 */
export async function recoverSources(parts: Parts, highestFeed: number): Promise<void> {
  const { disk, folder, repairs, sources } = parts;
  if (!sources.isMissing) return;
  const names = await disk.list(folder);
  const wasThere =
    highestFeed > 0 || names.some((name) => name.startsWith("library.json.damaged-"));
  if (!wasThere) return;
  const copy = await readNewestCopy(disk.outside(), folder);
  if (copy !== null) {
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
  const recovered = await recoverTitles(parts);
  if (recovered > 0)
    repairs.tell(
      `The names and addresses of ${recovered} of your titles are lost. Their articles are here; ` +
        "please follow the titles anew to receive more.",
    );
}
