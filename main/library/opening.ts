import { join } from "node:path";
import { ArticleIndex, entryOf, flag, type IndexEntry } from "./index/article-index.ts";
import { parseArticleId } from "./editions/article-record.ts";
import { reconcileBookmarks } from "./bookmarks/bookmarking.ts";
import { Bookmarks } from "./bookmarks/bookmarks.ts";
import type { Disk } from "./files/disk.ts";
import type { PlacedRecord } from "./editions/edition.ts";
import { dayName, Editions } from "./editions/editions.ts";
import { entriesOfDay, HeaderCache } from "./index/header-cache.ts";
import { JournaledLow } from "./files/journaled-low.ts";
import { LibraryError } from "./files/library-error.ts";
import { marksOf } from "./marks.ts";
import { Media } from "./media.ts";
import { Pace } from "./files/pace.ts";
import type { Parts } from "./parts.ts";
import { RecordReader } from "./editions/record-reader.ts";
import type { Repairs } from "./files/repairs.ts";
import { countSeen, seenDocument, type SeenOp } from "./index/seen.ts";
import { Sources } from "./sources.ts";
import { isGone, isRead, statusesDocument, type Statuses } from "./statuses.ts";
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
  const editions = new Editions(disk, folder, repairs);
  const media = new Media(disk, join(folder, "media"));
  const bookmarks = new Bookmarks(disk, folder, media, repairs);
  const journaled = (name: string) => ({ disk, path: join(folder, name), repairs });
  return {
    folder,
    now,
    disk,
    repairs,
    index,
    editions,
    headers: new HeaderCache(disk, folder),
    media,
    bookmarks,
    records: new RecordReader({ disk, index, editions, bookmarks, onDamage }),
    sources: new Sources(disk, folder, repairs, now),
    statuses: new JournaledLow({ ...journaled("statuses"), document: statusesDocument }),
    visits: new JournaledLow({ ...journaled("visits"), document: visitsDocument }),
    seen: new JournaledLow({ ...journaled("seen"), document: seenDocument }),
    tombstones: new Tombstones(disk, folder, repairs, now),
    view: new ViewFile(disk, folder),
    queue: new WriteQueue(),
  };
}

/** Reads everything that is kept in memory, and mends what a crash or damage has left. */
export async function readParts(parts: Parts): Promise<void> {
  const { index, seen, sources, statuses, view, visits } = parts;
  await Promise.all([statuses.read(), visits.read(), seen.read(), view.read()]);
  const taken = await readEditions(parts);
  await reconcileBookmarks(parts);
  const highestVisited = Math.max(0, ...visits.data.visits.keys());
  const highestSeen = Math.max(0, ...seen.data.keys());
  await sources.read(Math.max(index.tally.highestFeed(), highestVisited, highestSeen));
  await restoreSeen(parts, taken);
}

/** Reads a day anew after one of its records could not be read, and shows what is left of it. */
export async function rescanDay(parts: Parts, day: number): Promise<void> {
  const { index, records } = parts;
  const placed = await scanDay(parts, day);
  const rows = new Set(index.put(placed.map((one) => toEntry(parts, one))));
  records.clear();
  for (const row of index.rowsOf(day)) if (!rows.has(row)) await dropRow(parts, row);
}

/** Fills the index; returns the keys of articles that a crash may have kept from being noted. */
async function readEditions(parts: Parts): Promise<SeenOp["taken"]> {
  const { editions, headers, index, statuses } = parts;
  const pace = new Pace();
  const entries: IndexEntry[] = [];
  const taken: SeenOp["taken"] = [];
  const cachedDays = await headers.read();
  for (const day of await editions.list()) {
    const cached = await entriesOfDay(cachedDays.get(day), editions, day);
    if (cached !== null) {
      for (const entry of cached) entries.push(withMarks(entry, statuses.data));
    } else {
      for (const placed of await scanDay(parts, day)) {
        entries.push(toEntry(parts, placed));
        if (placed.inJournal) taken.push(keysOf(placed));
      }
    }
    await pace.rest();
  }
  index.put(entries);
  return taken;
}

/** A crash may come between storing articles and remembering their keys; damage takes more. */
async function restoreSeen(parts: Parts, taken: SeenOp["taken"]): Promise<void> {
  const { editions, index, seen } = parts;
  const missing: SeenOp["taken"] = [];
  const note = (one: SeenOp["taken"][number]) => {
    const keys = one[3].filter((key) => seen.data.get(one[0])?.get(key) === undefined);
    if (keys.length > 0) missing.push([one[0], one[1], one[2], keys]);
  };
  taken.forEach(note);
  if (!seen.intact || countSeen(seen.data) < index.length)
    for (const day of await editions.list())
      for (const placed of await scanDay(parts, day)) note(keysOf(placed));
  if (missing.length > 0) await seen.commit({ taken: missing });
}

/** A day's records; none, and a word about it, when it cannot be read at all. */
async function scanDay({ editions, repairs }: Parts, day: number): Promise<PlacedRecord[]> {
  try {
    return await editions.of(day).scan();
  } catch (error) {
    if (error instanceof LibraryError && error.code === "storage-full") throw error;
    repairs.tell(`The edition of ${dayName(day)} could not be read: ${String(error)}`);
    return [];
  }
}

function withMarks(entry: IndexEntry, statuses: Statuses): IndexEntry {
  const read = isRead(statuses, entry.day, entry.number) ? flag.read : 0;
  // Should it be bookmarked, `reconcileBookmarks` shows it among the bookmarks.
  const gone = isGone(statuses, entry.day, entry.number) ? flag.gone : 0;
  return { ...entry, flags: entry.flags | read | gone };
}

function toEntry({ statuses }: Parts, { record, range, inJournal }: PlacedRecord): IndexEntry {
  return entryOf(record, range, marksOf(statuses.data, record.id, inJournal));
}

function keysOf({ record }: PlacedRecord): SeenOp["taken"][number] {
  const { day, number } = parseArticleId(record.id);
  return [record.feedId, day, number, [...record.keys]];
}

/** Leaves an article to its bookmark, or takes it out of all lists. */
async function dropRow({ bookmarks, index }: Parts, row: number): Promise<void> {
  const isKept = (await bookmarks.read(index.idOf(row))) !== null;
  index.setFlag(row, isKept ? flag.copyOnly : flag.gone, true);
  index.forgetRecords([row]);
}
