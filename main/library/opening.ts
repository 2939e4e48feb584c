import { join } from "node:path";
import { ArticleIndex } from "./index/article-index.ts";
import { recoverSources } from "./copies/recover-sources.ts";
import { reconcileBookmarks } from "./bookmarks/bookmarking.ts";
import { Bookmarks } from "./bookmarks/bookmarks.ts";
import { OwnDetails } from "./bookmarks/own-details.ts";
import { ClockGuard } from "./retention/clock-guard.ts";
import type { Disk } from "./files/disk.ts";
import { Editions } from "./editions/editions.ts";
import { fillIndex, scanFile } from "./index/filling.ts";
import { IndexCache } from "./index/index-cache.ts";
import { ignoreFullDisk } from "./files/library-error.ts";
import { JournaledLow } from "./files/journaled-low.ts";
import { KeyIndex, type ScanDays } from "./index/key-index.ts";
import { ListedArticles } from "./index/listed-articles.ts";
import { Media } from "./media.ts";
import type { Parts } from "./parts.ts";
import { RecordingFiles } from "./recordings/recording-files.ts";
import { recordingsDocument } from "./recordings/recordings-document.ts";
import { PreparationFile } from "./preparation-file.ts";
import { RecordReader } from "./editions/record-reader.ts";
import type { Repairs } from "./files/repairs.ts";
import { Sources } from "./sources.ts";
import { isRecoverable, statusesDocument } from "./statuses.ts";
import { TagIndex } from "./index/tag-index.ts";
import { Tombstones } from "./retention/tombstones.ts";
import { ViewFile } from "./view-file.ts";
import { visitsDocument } from "./visits.ts";
import { WriteQueue } from "./files/write-queue.ts";

/** Puts the parts of a library together; nothing is read yet. */
export function makeParts(
  disk: Disk,
  folder: string,
  now: () => number,
  repairs: Repairs,
  onDamage: (day: number) => void,
): Parts {
  const index = new ArticleIndex();
  const frugal = disk.withoutReserve();
  const editions = new Editions(frugal, folder, repairs);
  const media = new Media(frugal, join(folder, "media"), now);
  const bookmarks = new Bookmarks(disk, folder, media, repairs);
  const cache = new IndexCache(frugal, folder);
  const scanned = { index, editions, repairs };
  const journaled = (name: string) => ({ disk, path: join(folder, name), repairs });
  const statuses = new JournaledLow({ ...journaled("statuses"), document: statusesDocument });
  const queue = new WriteQueue();
  const bookmarked = () => statuses.data.bookmarks.keys();
  const scan: ScanDays = (file, each) => scanFile(scanned, file, each);
  return {
    folder,
    now,
    disk,
    repairs,
    index,
    editions,
    cache,
    keys: new KeyIndex(index, cache, scan, (...article) =>
      isRecoverable(statuses.data, ...article),
    ),
    tags: new TagIndex(cache, (file, each) => scanFile(scanned, file, each)),
    listed: new ListedArticles(frugal, folder),
    media,
    bookmarks,
    details: new OwnDetails({ disk, library: folder, repairs, queue, bookmarked }),
    records: new RecordReader({ disk, index, editions, bookmarks, onDamage }),
    sources: new Sources(disk, folder, repairs, now),
    statuses,
    visits: new JournaledLow({ ...journaled("visits"), document: visitsDocument }),
    recordings: new JournaledLow({ ...journaled("recordings"), document: recordingsDocument }),
    recordingFiles: new RecordingFiles(frugal, join(folder, "recordings")),
    tombstones: new Tombstones(disk, folder, repairs, now),
    clock: new ClockGuard(disk, folder, repairs, editions),
    preparation: new PreparationFile(disk, folder, repairs),
    view: new ViewFile(disk, folder),
    queue,
  };
}

/** Reads everything that is kept in memory, and mends what a crash or damage has left. */
export async function readParts(parts: Parts): Promise<void> {
  const { cache, editions, index, preparation, recordings, sources, statuses, view, visits } =
    parts;
  await Promise.all([
    statuses.read(),
    visits.read(),
    recordings.read(),
    view.read(),
    preparation.read(),
    cache.load(index, editions),
  ]);
  await fillIndex(parts);
  await reconcileBookmarks(parts);
  const highestVisited = Math.max(0, ...visits.data.visits.keys());
  const highestFeed = Math.max(index.tally.highestFeed(), highestVisited);
  await sources.read(highestFeed);
  // On a full disk they come back at the first start that has room.
  await recoverSources(parts, highestFeed).catch(ignoreFullDisk);
}
