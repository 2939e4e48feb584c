import { join } from "node:path";
import { flag, type ArticleIndex } from "./article-index.ts";
import type { CachedDay } from "./cache-head.ts";
import { CacheFile } from "./cache-file.ts";
import { Columns } from "./columns.ts";
import type { Disk } from "../files/disk.ts";
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
    await Promise.all([this.#base.open(), this.#recent.open()]);
    const [unchanged] = await Promise.all([
      this.#unchangedDays(editions),
      this.#readColumns(index),
    ]);
    const [base, recent] = [this.#base.head, this.#recent.head];
    const recentDays = recent?.days.filter((one) => unchanged.has(one)) ?? [];
    const isRecent = new Set(recentDays.map(({ day }) => day));
    const isOfBase = (one: CachedDay): boolean => unchanged.has(one) && !isRecent.has(one.day);
    const baseDays = base?.days.filter(isOfBase) ?? [];
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
    const [inBase, inRecent] = this.loaded.map(
      ({ days }) =>
        new Map(days.flatMap((one) => (index.touched.has(one.day) ? [] : [[one.day, one.facts]]))),
    );
    const listed = await editions.list();
    // What somebody else changed meanwhile is read anew at the next opening.
    const known = listed.filter(
      (day) => index.touched.has(day) || inBase?.has(day) === true || inRecent?.has(day) === true,
    );
    const others = known.filter((day) => inBase?.has(day) !== true);
    const describe = (days: readonly number[]): Promise<DayRowsToWrite[]> =>
      describeDays(days, index, async (day) => ({
        highest: this.highestNumber(day),
        facts: inBase?.get(day) ?? inRecent?.get(day) ?? (await editions.of(day).facts()),
      }));
    const rows = others.reduce((sum, day) => sum + index.storedRowsOf(day).length, 0);
    const baseRows = this.#base.head?.rows ?? 0;
    const outdated = baseRows - sumRows(this.loaded[0]?.days ?? []);
    const limit = Math.max(recentRows, baseRows * recentShare);
    if (this.#base.head === null || rows > limit || outdated > limit) {
      await writeDays(this.#base, await describe(known), index, keys, tags);
      await this.#recent.remove();
    } else if (
      others.length !== (this.#recent.head?.days.length ?? 0) ||
      others.some((day) => inRecent?.has(day) !== true)
    ) {
      await writeDays(this.#recent, await describe(others), index, keys, tags);
    }
  }

  /** The cached days whose files are as they were. */
  async #unchangedDays(editions: Editions): Promise<Set<CachedDay>> {
    const listed = new Set(await editions.list());
    const cached = [this.#base, this.#recent].flatMap(({ head }) => head?.days ?? []);
    const candidates = cached.filter(({ day }) => listed.has(day));
    const unchanged = await Promise.all(
      candidates.map(({ day, facts }) => editions.of(day).isAsBefore(facts)),
    );
    return new Set(candidates.filter((_, at) => unchanged[at]));
  }

  async #readColumns({ columns }: ArticleIndex): Promise<void> {
    const rows = (this.#base.head?.rows ?? 0) + (this.#recent.head?.rows ?? 0);
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

interface DayRowsToWrite extends CachedDay {
  readonly rows: readonly number[];
}

function sumRows(days: readonly CachedDay[]): number {
  return days.reduce((sum, { first, end }) => sum + end - first, 0);
}

async function describeDays(
  days: readonly number[],
  index: ArticleIndex,
  knownOf: (day: number) => Promise<Pick<CachedDay, "facts" | "highest">>,
): Promise<DayRowsToWrite[]> {
  const described: DayRowsToWrite[] = [];
  let first = 0;
  for (const day of days) {
    const { facts, highest } = await knownOf(day);
    const rows = index.storedRowsOf(day);
    const end = first + rows.length;
    const highestNow = Math.max(highest, index.highestNumber(day));
    described.push({ day, first, end, highest: highestNow, facts, rows });
    first = end;
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
  to.pictureBytes[at] = from.pictureBytes[row] ?? 0;
  to.pictures[at] = from.pictures[row] ?? 0;
  to.page[at] = from.page[row] ?? 0;
  to.reason[at] = from.reason[row] ?? 0;
  to.section[at] = from.section[row] ?? 0;
  to.flags[at] = (from.flags[row] ?? 0) & lastingFlags;
}
