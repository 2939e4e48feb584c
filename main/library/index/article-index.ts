import {
  countWaiting,
  formatArticleId,
  hasFailedPicture,
  measurePictures,
  parseArticleId,
  sectionCode,
  shortHash,
  type ArticleRecord,
} from "../editions/article-record.ts";
import { packPage, packReason, packWaiting } from "../editions/page-record.ts";
import type { ArticleId } from "../../../preload/contract/contract.ts";
import type { ByteRange } from "../files/journal.ts";
import { Columns } from "./columns.ts";
import { DayRows } from "./day-rows.ts";
import { FeedTally } from "./feed-tally.ts";
import { flag } from "./flag.ts";
import { mergeRows, sortRows, takeRowsOut } from "./row-order.ts";

export { flag };

/** What the index keeps of an article. */
export interface IndexEntry {
  readonly day: number;
  readonly number: number;
  readonly feed: number;
  /** Seconds since 1970-01-01 UTC. */
  readonly published: number;
  readonly section: number;
  readonly contentHash: number;
  /** Pictures to be fetched, and what of its page (`packWaiting`). */
  readonly waiting: number;
  /** Pictures that are here, and their bytes. */
  readonly pictures: number;
  readonly pictureBytes: number;
  /** What became of its page (`packPage`), and why (`packReason`). */
  readonly page: number;
  readonly reason: number;
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
    waiting: packWaiting(countWaiting(record), record.page),
    ...measurePictures(record),
    page: packPage(record.page, record.address),
    reason: packReason(record.page),
    flags:
      flags |
      (record.hasText ? flag.hasText : 0) |
      (hasFailedPicture(record) ? flag.pictureFailed : 0),
    offset: range.offset,
    length: range.length,
  };
}

/**
 * Every article as a row of typed arrays, some 42 bytes each: enough to build any list and find
 * any record without reading a file. A row keeps its number until the library is closed.
 */
export class ArticleIndex {
  readonly tally = new FeedTally();
  readonly columns = new Columns();
  length = 0;
  /** Days of which records came, moved or went since they were loaded. */
  readonly touched = new Set<number>();
  readonly #rows = new DayRows();

  get day(): Uint16Array {
    return this.columns.day;
  }
  get number(): Uint32Array {
    return this.columns.number;
  }
  get feed(): Uint32Array {
    return this.columns.feed;
  }
  get published(): Uint32Array {
    return this.columns.published;
  }
  get contentHash(): Uint32Array {
    return this.columns.contentHash;
  }
  get offset(): Uint32Array {
    return this.columns.offset;
  }
  get bytes(): Uint32Array {
    return this.columns.bytes;
  }
  get waiting(): Uint16Array {
    return this.columns.waiting;
  }
  get pictureBytes(): Uint32Array {
    return this.columns.pictureBytes;
  }
  get pictures(): Uint8Array {
    return this.columns.pictures;
  }
  get page(): Uint8Array {
    return this.columns.page;
  }
  get reason(): Uint8Array {
    return this.columns.reason;
  }
  get section(): Uint8Array {
    return this.columns.section;
  }
  get flags(): Uint8Array {
    return this.columns.flags;
  }
  /** Rows by publication, oldest first; rows of the same second in the order they came. */
  get order(): Uint32Array {
    return this.columns.order.subarray(0, this.length);
  }

  /** The row of an article that some list may show, or undefined. */
  rowOf(id: ArticleId): number | undefined {
    const { day, number } = parseArticleId(id);
    return this.rowAt(day, number);
  }

  rowAt(day: number, number: number): number | undefined {
    const row = this.find(day, number);
    return row === undefined || this.has(row, flag.gone) ? undefined : row;
  }

  /** The row of an article, also of one that is gone. */
  find(day: number, number: number): number | undefined {
    const row = this.#rows.find(day, number, this.number);
    return row < 0 ? undefined : row;
  }

  idOf(row: number): ArticleId {
    return formatArticleId(this.day[row] ?? 0, this.number[row] ?? 0);
  }

  has(row: number, bit: number): boolean {
    return ((this.flags[row] ?? 0) & bit) !== 0;
  }

  /** The highest number that a day has given out; 0 when none. */
  highestNumber(day: number): number {
    return this.#rows.highest(day, this.number);
  }

  /** Rows of a day that some list may show, by number. */
  rowsOf(day: number): number[] {
    return this.#rows.of(day, this.number).filter((row) => !this.has(row, flag.gone));
  }

  /** Rows of a day whose records are on disk, also of deleted articles. */
  storedRowsOf(day: number): number[] {
    return this.#rows
      .of(day, this.number)
      .filter((row) => (this.bytes[row] ?? 0) > 0 && !this.has(row, flag.copyOnly));
  }

  /** Takes deleted articles out of lists and counts; bookmarks stay among the bookmarks. */
  drop(rows: Iterable<number>): void {
    for (const row of rows)
      this.setFlag(row, this.has(row, flag.bookmarked) ? flag.hidden : flag.gone, true);
  }

  /** Shows a deleted article again; undefined when its record is not on disk. */
  bringBack(day: number, number: number): number | undefined {
    const row = this.find(day, number);
    if (row === undefined || this.bytes[row] === 0) return undefined;
    this.#setFlags(row, (this.flags[row] ?? 0) & ~(flag.gone | flag.hidden));
    return row;
  }

  /** Takes note that articles' records are no longer on disk. */
  forgetRecords(rows: Iterable<number>): void {
    for (const row of rows) {
      this.bytes[row] = 0;
      this.touched.add(this.day[row] ?? 0);
    }
  }

  /** Adds articles, or replaces what is known of those that are there; returns their rows. */
  put(entries: readonly IndexEntry[]): number[] {
    const fresh: number[] = [];
    const moved = new Set<number>();
    const ordered = this.length;
    const rows = entries.map((entry) => {
      if (entry.length > 0) this.touched.add(entry.day);
      const known = this.find(entry.day, entry.number);
      if (known === undefined) {
        const row = this.#add(entry);
        fresh.push(row);
        return row;
      }
      if (known < ordered && this.published[known] !== entry.published) moved.add(known);
      this.#count(known, -1);
      this.#write(known, entry);
      this.#count(known, 1);
      return known;
    });
    const kept = moved.size > 0 ? takeRowsOut(this.columns, ordered, moved) : ordered;
    mergeRows(this.columns, kept, sortRows(this.columns, [...moved, ...fresh]));
    return rows;
  }

  /**
   * Takes over rows whose columns were filled from a file: `shown` of them are in use, the others
   * belong to days that have changed since. `order` are all of them, sorted.
   */
  adopt(
    count: number,
    order: Uint32Array,
    shown: readonly { readonly day: number; readonly first: number; readonly end: number }[],
  ): void {
    if (order !== this.columns.order) mergeRows(this.columns, this.length, order);
    let next = this.length;
    this.length += count;
    for (const { day, first, end } of shown) {
      this.#retire(next, first);
      this.#rows.add(day, first, end, this.number);
      next = end;
    }
    this.#retire(next, this.length);
  }

  setFlag(row: number, bit: number, on: boolean): void {
    const flags = this.flags[row] ?? 0;
    this.#setFlags(row, on ? flags | bit : flags & ~bit);
  }

  #setFlags(row: number, flags: number): void {
    if (this.flags[row] === flags) return;
    this.#count(row, -1);
    this.flags[row] = flags;
    this.#count(row, 1);
  }

  /** Rows without an article: no list shows them, and nothing finds them. */
  #retire(first: number, end: number): void {
    this.flags.fill(flag.gone, first, end);
    this.bytes.fill(0, first, end);
  }

  #count(row: number, sign: 1 | -1): void {
    this.tally.count(this.feed[row] ?? 0, this.flags[row] ?? 0, this.waiting[row] ?? 0, sign);
  }

  #add(entry: IndexEntry): number {
    const row = this.length++;
    this.columns.reserve(this.length);
    this.#write(row, entry);
    this.#rows.add(entry.day, row, row + 1, this.number);
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
    this.waiting[row] = entry.waiting;
    this.pictureBytes[row] = entry.pictureBytes;
    this.pictures[row] = entry.pictures;
    this.page[row] = entry.page;
    this.reason[row] = entry.reason;
    this.section[row] = entry.section;
    this.flags[row] = entry.flags;
  }
}
