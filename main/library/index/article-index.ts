import {
  countWaiting,
  formatArticleId,
  hasFailedPicture,
  parseArticleId,
  sectionCode,
  shortHash,
  type ArticleRecord,
} from "../editions/article-record.ts";
import type { ArticleId } from "../../../preload/contract/contract.ts";
import type { ByteRange } from "../files/journal.ts";
import { FeedTally } from "./feed-tally.ts";

/** What is known of an article as bits. */
export const flag = {
  read: 1,
  bookmarked: 2,
  hasText: 4,
  pictureFailed: 8,
  /** Its newest record stands in the day's journal, not in the sealed document. */
  inJournal: 16,
  /** Its edition is gone: only the bookmark has it. */
  copyOnly: 32,
  /** There is nothing left of it, or it was deleted; no list shows it. */
  gone: 64,
  /** Deleted, but bookmarked: only the list of bookmarks shows it, and no count includes it. */
  hidden: 128,
} as const;

const initialCapacity = 1024;

/** What the index keeps of an article. */
export interface IndexEntry {
  readonly day: number;
  readonly number: number;
  readonly feed: number;
  /** Seconds since 1970-01-01 UTC. */
  readonly published: number;
  readonly section: number;
  readonly contentHash: number;
  readonly waiting: number;
  readonly flags: number;
  readonly offset: number;
  readonly length: number;
}

/** The index's facts of a record that stands at a place in its edition. */
export function entryOf(record: ArticleRecord, range: ByteRange, flags: number): IndexEntry {
  return {
    ...parseArticleId(record.id),
    feed: record.feedId,
    published: Math.floor(record.published / 1000),
    section: sectionCode(record.section),
    contentHash: shortHash(record.contentHash),
    waiting: countWaiting(record),
    flags:
      flags |
      (record.hasText ? flag.hasText : 0) |
      (hasFailedPicture(record) ? flag.pictureFailed : 0),
    offset: range.offset,
    length: range.length,
  };
}

/**
 * Every article as a row of typed arrays, some 40 bytes each: enough to build any list and find
 * any record without reading a file. A row keeps its number until the library is closed.
 */
export class ArticleIndex {
  readonly tally = new FeedTally();
  length = 0;
  day = new Uint32Array(initialCapacity);
  number = new Uint32Array(initialCapacity);
  feed = new Uint32Array(initialCapacity);
  published = new Uint32Array(initialCapacity);
  contentHash = new Uint32Array(initialCapacity);
  offset = new Uint32Array(initialCapacity);
  bytes = new Uint32Array(initialCapacity);
  waiting = new Uint16Array(initialCapacity);
  section = new Uint8Array(initialCapacity);
  flags = new Uint8Array(initialCapacity);
  /** Rows by publication, oldest first; rows of the same second in the order they came. */
  order = new Uint32Array(0);
  /** For each day, row + 1 by number; 0 where there is none. */
  readonly #rowsOfDay = new Map<number, Uint32Array>();

  /** The row of an article that some list may show, or undefined. */
  rowOf(id: ArticleId): number | undefined {
    const { day, number } = parseArticleId(id);
    return this.rowAt(day, number);
  }

  rowAt(day: number, number: number): number | undefined {
    const row = (this.#rowsOfDay.get(day)?.[number] ?? 0) - 1;
    return row < 0 || this.has(row, flag.gone) ? undefined : row;
  }

  idOf(row: number): ArticleId {
    return formatArticleId(this.day[row] ?? 0, this.number[row] ?? 0);
  }

  has(row: number, bit: number): boolean {
    return ((this.flags[row] ?? 0) & bit) !== 0;
  }

  /** The highest number that a day has given out; 0 when none. */
  highestNumber(day: number): number {
    return Math.max(0, this.#rowsOfDay.get(day)?.findLastIndex((row) => row > 0) ?? 0);
  }

  /** Rows of a day, by number. */
  rowsOf(day: number): number[] {
    const rows: number[] = [];
    for (const row of this.#rowsOfDay.get(day) ?? [])
      if (row > 0 && !this.has(row - 1, flag.gone)) rows.push(row - 1);
    return rows;
  }

  /** Rows of a day whose records are on disk, also of deleted articles. */
  storedRowsOf(day: number): number[] {
    return Array.from(this.#rowsOfDay.get(day) ?? [])
      .map((row) => row - 1)
      .filter((row) => (this.bytes[row] ?? 0) > 0 && !this.has(row, flag.copyOnly));
  }

  /** Takes deleted articles out of lists and counts; bookmarks stay among the bookmarks. */
  drop(rows: readonly number[]): void {
    for (const row of rows)
      this.setFlag(row, this.has(row, flag.bookmarked) ? flag.hidden : flag.gone, true);
  }

  /** Shows a deleted article again; undefined when its record is not on disk. */
  bringBack(day: number, number: number): number | undefined {
    const row = (this.#rowsOfDay.get(day)?.[number] ?? 0) - 1;
    if ((this.bytes[row] ?? 0) === 0) return undefined;
    this.change(row, () => {
      this.flags[row] = (this.flags[row] ?? 0) & ~(flag.gone | flag.hidden);
    });
    return row;
  }

  /** Takes note that articles' records are no longer on disk. */
  forgetRecords(rows: readonly number[]): void {
    for (const row of rows) this.bytes[row] = 0;
  }

  /** Adds articles, or replaces what is known of those that are there; returns their rows. */
  put(entries: readonly IndexEntry[]): number[] {
    const added: number[] = [];
    const moved: number[] = [];
    const rows = entries.map((entry) => {
      const known = (this.#rowsOfDay.get(entry.day)?.[entry.number] ?? 0) - 1;
      if (known >= 0) {
        if (this.published[known] !== entry.published) moved.push(known);
        this.change(known, () => this.#write(known, entry));
        return known;
      }
      const row = this.#add(entry);
      added.push(row);
      return row;
    });
    if (moved.length > 0)
      this.order = Uint32Array.from(sortRows([...this.order, ...added], this.published));
    else if (added.length > 0) this.#sortIn(added);
    return rows;
  }

  /** Changes a row's columns and keeps the counts right. */
  change(row: number, act: () => void): void {
    this.#count(row, -1);
    act();
    this.#count(row, 1);
  }

  setFlag(row: number, bit: number, on: boolean): void {
    this.change(row, () => {
      const flags = this.flags[row] ?? 0;
      this.flags[row] = on ? flags | bit : flags & ~bit;
    });
  }

  /** Like `setFlag`, for marking thousands at a time. */
  setRead(row: number, read: boolean): void {
    const flags = this.flags[row] ?? 0;
    if (((flags & flag.read) !== 0) === read) return;
    this.flags[row] = flags ^ flag.read;
    if ((flags & (flag.gone | flag.hidden)) === 0)
      this.tally.countUnread(this.feed[row] ?? 0, read ? -1 : 1);
  }

  #count(row: number, sign: 1 | -1): void {
    const flags = this.flags[row] ?? 0;
    if ((flags & (flag.gone | flag.hidden)) !== 0) return;
    this.tally.count(this.feed[row] ?? 0, sign, {
      read: (flags & flag.read) !== 0,
      waiting: this.waiting[row] ?? 0,
      failed: (flags & flag.pictureFailed) !== 0,
    });
  }

  #add(entry: IndexEntry): number {
    const row = this.length++;
    if (row >= this.day.length) this.#grow(this.day.length * 2);
    let rows = this.#rowsOfDay.get(entry.day) ?? new Uint32Array(64);
    if (entry.number >= rows.length)
      rows = enlarge(rows, Math.max(rows.length * 2, entry.number + 1));
    rows[entry.number] = row + 1;
    this.#rowsOfDay.set(entry.day, rows);
    this.#write(row, entry);
    this.#count(row, 1);
    return row;
  }

  #write(row: number, entry: IndexEntry): void {
    this.day[row] = entry.day;
    this.number[row] = entry.number;
    this.feed[row] = entry.feed;
    this.published[row] = entry.published;
    this.contentHash[row] = entry.contentHash;
    this.offset[row] = entry.offset;
    this.bytes[row] = entry.length;
    this.waiting[row] = Math.min(entry.waiting, 0xffff);
    this.section[row] = entry.section;
    this.flags[row] = entry.flags;
  }

  #grow(capacity: number): void {
    this.day = enlarge(this.day, capacity);
    this.number = enlarge(this.number, capacity);
    this.feed = enlarge(this.feed, capacity);
    this.published = enlarge(this.published, capacity);
    this.contentHash = enlarge(this.contentHash, capacity);
    this.offset = enlarge(this.offset, capacity);
    this.bytes = enlarge(this.bytes, capacity);
    this.waiting = enlarge(this.waiting, capacity);
    this.section = enlarge(this.section, capacity);
    this.flags = enlarge(this.flags, capacity);
  }

  /** Sorts new rows and merges them into the order. */
  #sortIn(added: readonly number[]): void {
    const fresh = sortRows(added, this.published);
    const old = this.order;
    const merged = new Uint32Array(old.length + fresh.length);
    let next = 0;
    let at = 0;
    for (const row of fresh) {
      const published = this.published[row] ?? 0;
      while (next < old.length && (this.published[old[next] ?? 0] ?? 0) <= published)
        merged[at++] = old[next++] ?? 0;
      merged[at++] = row;
    }
    merged.set(old.subarray(next), at);
    this.order = merged;
  }
}

/** Rows are part of the sort key up to this many; 2^53 is shared with 32 bits of seconds. */
const rowLimit = 2 ** 21;

/** Sorted by publication, then by row. Numbers sort natively, a comparing function is 20× slower. */
function sortRows(rows: readonly number[], published: Uint32Array): number[] {
  const keys = new Float64Array(rows.length);
  for (const [index, row] of rows.entries()) keys[index] = (published[row] ?? 0) * rowLimit + row;
  keys.sort();
  return Array.from(keys, (key) => key % rowLimit);
}

function enlarge<Column extends Uint8Array | Uint16Array | Uint32Array>(
  column: Column,
  capacity: number,
): Column {
  const larger = new (column.constructor as new (length: number) => Column)(capacity);
  larger.set(column);
  return larger;
}
