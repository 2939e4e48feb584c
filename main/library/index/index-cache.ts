import { join } from "node:path";
import { flag, type ArticleIndex } from "./article-index.ts";
import type { CachedDay } from "./cache-head.ts";
import { CacheFile } from "./cache-file.ts";
import { Columns } from "./columns.ts";
import type { Disk } from "../files/disk.ts";
import { sameFacts, type EditionFacts } from "../editions/edition-facts.ts";
import type { Editions } from "../editions/editions.ts";
import type { KeyIndex } from "./key-index.ts";
import { Pace } from "../files/pace.ts";
import { Postings } from "./postings.ts";
import type { TagIndex } from "./tag-index.ts";

/** A cache file whose rows stand in the index, from `firstRow` on. */
export interface LoadedFile {
  readonly file: CacheFile;
  readonly firstRow: number;
  /** The days of it that are in use. */
  readonly days: readonly CachedDay[];
}

/** So many rows may be written anew at each closing, or an eighth of all. */
const recentRows = 20_000;
const recentShare = 1 / 8;
/** Room for what comes, so that the columns need not be copied for it soon. */
const roomForNews = 8192;
/** What stands in the records themselves; marks are kept elsewhere. */
const lastingFlags = flag.hasText | flag.pictureFailed | flag.inJournal;

/**
 * The index as it was at the last closing, so that opening need not read every edition: one file
 * for days that have not changed for long, and a small one for the others. Each day in them
 * counts only while that day's files are as they were.
 */
export class IndexCache {
  readonly #base: CacheFile;
  readonly #recent: CacheFile;
  /** What was loaded: the base, then the recent days. */
  loaded: readonly LoadedFile[] = [];

  constructor(disk: Disk, library: string) {
    this.#base = new CacheFile(disk, join(library, "cache", "articles.bin"));
    this.#recent = new CacheFile(disk, join(library, "cache", "recent-articles.bin"));
  }

  /** Fills an empty index with what is still as it was. */
  async load(index: ArticleIndex, editions: Editions): Promise<void> {
    const [facts] = await Promise.all([readFacts(editions), this.#readColumns(index)]);
    const [base, recent] = [this.#base.head, this.#recent.head];
    const isSame = (one: CachedDay): boolean => {
      const now = facts.get(one.day);
      return now !== undefined && sameFacts(one.facts, now);
    };
    const recentDays = recent?.days.filter(isSame) ?? [];
    const isRecent = new Set(recentDays.map(({ day }) => day));
    const baseDays = base?.days.filter((one) => isSame(one) && !isRecent.has(one.day)) ?? [];
    this.loaded = [
      { file: this.#base, firstRow: 0, days: baseDays },
      { file: this.#recent, firstRow: base?.rows ?? 0, days: recentDays },
    ];
    if (base !== null) index.adopt(base.rows, index.columns.order, baseDays);
    if (recent === null) return;
    const first = index.length;
    const order = index.columns.order.slice(first, first + recent.rows).map((row) => row + first);
    const shown = recentDays.map(({ day, first: from, end }) => {
      return { day, first: from + first, end: end + first };
    });
    index.adopt(recent.rows, order, shown);
  }

  /** Rows that came out of the cache, also those that are out of date. */
  get rows(): number {
    return this.loaded.reduce((rows, { file }) => rows + (file.head?.rows ?? 0), 0);
  }

  /** The highest number that a day had given out when the cache was written; 0 when unknown. */
  highestNumber(day: number): number {
    let highest = 0;
    for (const { head } of [this.#base, this.#recent])
      for (const one of head?.days ?? [])
        if (one.day === day) highest = Math.max(highest, one.highest);
    return highest;
  }

  /** Writes what the index knows of the days on disk; nothing that is there already. */
  async save(
    index: ArticleIndex,
    editions: Editions,
    keys: KeyIndex,
    tags: TagIndex,
  ): Promise<void> {
    const [base, recent] = this.loaded;
    const isKept = (one: CachedDay): boolean => !index.touched.has(one.day);
    const facts = await readFacts(editions);
    const listed = [...facts.keys()];
    const inBase = new Set(base?.days.filter(isKept).map(({ day }) => day));
    const inRecent = new Set(recent?.days.filter(isKept).map(({ day }) => day));
    const others = listed.filter((day) => !inBase.has(day));
    // What somebody else changed meanwhile is read anew at the next opening.
    const sure = others.filter((day) => inRecent.has(day) || index.touched.has(day));
    const rows = sure.reduce((sum, day) => sum + index.storedRowsOf(day).length, 0);
    const baseRows = this.#base.head?.rows ?? 0;
    const kept = base?.days.reduce((sum, { first, end }) => sum + end - first, 0) ?? 0;
    const limit = Math.max(recentRows, baseRows * recentShare);
    const days = (chosen: readonly number[]) =>
      describe(chosen, facts, index, (day) => this.highestNumber(day));
    if (this.#base.head === null || rows > limit || baseRows - kept > limit) {
      const chosen = listed.filter((day) => inBase.has(day) || sure.includes(day));
      await writeDays(this.#base, days(chosen), index, keys, tags);
      await this.#recent.remove();
    } else if (sure.length !== inRecent.size || sure.some((day) => !inRecent.has(day))) {
      await writeDays(this.#recent, days(sure), index, keys, tags);
    }
  }

  async #readColumns(index: ArticleIndex): Promise<void> {
    const { columns } = index;
    const [base, recent] = await Promise.all([this.#base.open(), this.#recent.open()]);
    const rows = (base?.rows ?? 0) + (recent?.rows ?? 0);
    if (rows > 0) columns.reserve(rows + roomForNews);
    if (!(await this.#base.readColumns(columns, 0))) this.#base.head = null;
    const isRead = await this.#recent.readColumns(columns, this.#base.head?.rows ?? 0);
    if (!isRead) this.#recent.head = null;
  }
}

/** Whether a cache file to be written takes up rows of one that was loaded. */
export function holdsAny({ file, firstRow }: LoadedFile, fileRows: Uint32Array): boolean {
  const end = firstRow + (file.head?.rows ?? 0);
  return fileRows.subarray(firstRow, end).some((fileRow) => fileRow > 0);
}

/** How the files of every day are now. */
async function readFacts(editions: Editions): Promise<Map<number, EditionFacts>> {
  const days = await editions.list();
  const facts = await Promise.all(days.map((day) => editions.of(day).facts()));
  return new Map(facts.map((one, at) => [days[at] ?? 0, one]));
}

interface DayRowsToWrite extends CachedDay {
  readonly rows: readonly number[];
}

function describe(
  days: readonly number[],
  facts: ReadonlyMap<number, EditionFacts>,
  index: ArticleIndex,
  highestCached: (day: number) => number,
): DayRowsToWrite[] {
  const described: DayRowsToWrite[] = [];
  let first = 0;
  for (const day of days) {
    const found = facts.get(day);
    if (found === undefined) continue;
    const rows = index.storedRowsOf(day);
    const highest = Math.max(index.highestNumber(day), highestCached(day));
    described.push({ day, first, end: first + rows.length, highest, facts: found, rows });
    first += rows.length;
  }
  return described;
}

async function writeDays(
  file: CacheFile,
  days: readonly DayRowsToWrite[],
  index: ArticleIndex,
  keys: KeyIndex,
  tags: TagIndex,
): Promise<void> {
  const pace = new Pace();
  /** By row of the index: the row in the file plus 1; 0 for those that are not in it. */
  const fileRows = new Uint32Array(index.length);
  const columns = new Columns();
  columns.reserve(days.at(-1)?.end ?? 0);
  for (const { rows, first } of days) {
    for (const [at, row] of rows.entries()) {
      fileRows[row] = first + at + 1;
      copyRow(index.columns, row, columns, first + at);
    }
    await pace.rest();
  }
  let place = 0;
  for (const row of index.order) {
    const fileRow = fileRows[row] ?? 0;
    if (fileRow > 0) columns.order[place++] = fileRow - 1;
  }
  await pace.rest();
  const content = {
    columns,
    days,
    keys: await Postings.sort(await keys.entries(fileRows, pace), pace),
    tags: await Postings.sort(await tags.entries(fileRows, pace), pace),
  };
  await file.write(content, pace);
}

function copyRow(from: Columns, row: number, to: Columns, at: number): void {
  to.day[at] = from.day[row] ?? 0;
  to.number[at] = from.number[row] ?? 0;
  to.feed[at] = from.feed[row] ?? 0;
  to.published[at] = from.published[row] ?? 0;
  to.contentHash[at] = from.contentHash[row] ?? 0;
  to.offset[at] = from.offset[row] ?? 0;
  to.bytes[at] = from.bytes[row] ?? 0;
  to.waiting[at] = from.waiting[row] ?? 0;
  to.section[at] = from.section[row] ?? 0;
  to.flags[at] = (from.flags[row] ?? 0) & lastingFlags;
}
