import { entryOf, flag } from "./article-index.ts";
import type { LoadedFile } from "./index-cache.ts";
import { parseArticleId, type ArticleRecord } from "../editions/article-record.ts";
import type { PlacedRecord } from "../editions/edition.ts";
import { dayName } from "../editions/editions.ts";
import { LibraryError } from "../files/library-error.ts";
import { Pace } from "../files/pace.ts";
import { marksOf } from "../marks.ts";
import type { Parts } from "../parts.ts";

/** Records that are put into the index in one go. */
const recordsAtOnce = 250;

/** What reading days takes. */
type Scanned = Pick<Parts, "editions" | "index" | "repairs">;

/** Fills the index: out of the cache, and for days that have changed since from their editions. */
export async function fillIndex(parts: Parts): Promise<void> {
  const { cache, editions, index } = parts;
  const pace = new Pace();
  const loaded = new Set<number>();
  for (const { days, firstRow } of cache.loaded)
    for (const { day, first, end } of days) {
      countInDay(parts, day, first + firstRow, end + firstRow);
      loaded.add(day);
      await pace.rest();
    }
  for (const day of await editions.list()) {
    if (loaded.has(day)) continue;
    index.touched.add(day);
    await takeUp(parts, await scanDay(parts, day));
    await pace.rest();
  }
}

/** Reads a day anew after one of its records could not be read, and shows what is left of it. */
export async function rescanDay(parts: Parts, day: number): Promise<void> {
  const { disk, index, records } = parts;
  // Nothing is mended where nothing can be written: then what is known of the others stays.
  if (!disk.isWritable) return;
  const rows = await takeUp(parts, await scanDay(parts, day));
  records.clear();
  for (const row of index.rowsOf(day)) if (!rows.has(row)) await dropRow(parts, row);
}

/** Reads what a cache file should have said of its days from their editions. */
export async function scanFile(
  parts: Scanned,
  { days }: LoadedFile,
  each: (record: ArticleRecord, row: number) => void,
): Promise<void> {
  for (const { day } of days)
    for (const { record } of await scanDay(parts, day)) {
      const { day: ofDay, number } = parseArticleId(record.id);
      const row = parts.index.find(ofDay, number);
      if (row !== undefined) each(record, row);
    }
}

/** A day's records; none, and a word about it, when it cannot be read at all. */
async function scanDay({ editions, repairs }: Scanned, day: number): Promise<PlacedRecord[]> {
  try {
    return await editions.of(day).scan();
  } catch (error) {
    if (error instanceof LibraryError && error.code === "storage-full") throw error;
    repairs.tell(`The edition of ${dayName(day)} could not be read: ${String(error)}`);
    return [];
  }
}

/** Puts a day's records into the index; returns their rows. */
async function takeUp(
  { index, keys, statuses, tags }: Parts,
  placed: readonly PlacedRecord[],
): Promise<Set<number>> {
  const pace = new Pace();
  const numberOf = ({ record }: PlacedRecord): number => parseArticleId(record.id).number;
  const sorted = placed.toSorted((one, other) => numberOf(one) - numberOf(other));
  const rows = new Set<number>();
  for (let start = 0; start < sorted.length; start += recordsAtOnce) {
    const chunk = sorted.slice(start, start + recordsAtOnce);
    const put = index.put(
      chunk.map(({ record, range, inJournal }) =>
        entryOf(record, range, marksOf(statuses.data, record.id, inJournal)),
      ),
    );
    for (const [at, { record }] of chunk.entries()) {
      const row = put[at] ?? 0;
      rows.add(row);
      keys.add(record.feedId, record.keys, row);
      tags.add(record.tags, row);
      await pace.rest();
    }
  }
  return rows;
}

/** Marks the rows that came out of the cache, and counts them in. */
function countInDay({ index, statuses }: Parts, day: number, first: number, end: number): void {
  const { flags, number } = index.columns;
  const none = new Uint8Array();
  const read = statuses.data.read.get(day) ?? none;
  const gone = statuses.data.gone.get(day) ?? none;
  for (let row = first; row < end; row++) {
    const at = number[row] ?? 0;
    const bit = at & 7;
    const isRead = ((read[at >> 3] ?? 0) >> bit) & 1;
    // Should it be bookmarked, `reconcileBookmarks` shows it among the bookmarks.
    const isGone = ((gone[at >> 3] ?? 0) >> bit) & 1;
    flags[row] = (flags[row] ?? 0) | (isRead * flag.read) | (isGone * flag.gone);
  }
  index.tally.countIn(index.columns, first, end);
}

/** Leaves an article to its bookmark, or takes it out of all lists. */
async function dropRow({ bookmarks, index }: Parts, row: number): Promise<void> {
  const isKept = (await bookmarks.read(index.idOf(row))) !== null;
  index.setFlag(row, isKept ? flag.copyOnly : flag.gone, true);
  index.forgetRecords([row]);
}
