import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { flag, type ArticleIndex } from "../index/article-index.ts";
import type { ArticleRecord } from "./article-record.ts";
import type { Bookmarks } from "../bookmarks/bookmarks.ts";
import type { Disk } from "../files/disk.ts";
import { readRange } from "../files/whole-ranges.ts";
import { journalName, sealedName } from "./edition.ts";
import { parseRecord } from "./edition-file.ts";
import type { Editions } from "./editions.ts";
import { systemCode } from "../files/library-error.ts";

/** Records kept for the next question about them. */
const cacheSize = 512;
/** Records this close together are read in one call. */
const largestGap = 16_384;
const largestSpan = 1_000_000;

interface Wanted {
  readonly row: number;
  readonly offset: number;
  readonly end: number;
}

/** Reads articles' records from their editions, a byte range for each: no day is read whole. */
export class RecordReader {
  readonly #disk: Disk;
  readonly #index: ArticleIndex;
  readonly #editions: Editions;
  readonly #bookmarks: Bookmarks;
  /** Told about a day of which a record could not be read. */
  readonly #onDamage: (day: number) => void;
  readonly #cache = new Map<number, ArticleRecord>();

  constructor(parts: {
    readonly disk: Disk;
    readonly index: ArticleIndex;
    readonly editions: Editions;
    readonly bookmarks: Bookmarks;
    readonly onDamage: (day: number) => void;
  }) {
    this.#disk = parts.disk;
    this.#index = parts.index;
    this.#editions = parts.editions;
    this.#bookmarks = parts.bookmarks;
    this.#onDamage = parts.onDamage;
  }

  /** The records of rows; null for one that is neither in its edition nor bookmarked. */
  async read(rows: ArrayLike<number> & Iterable<number>): Promise<(ArticleRecord | null)[]> {
    const found = new Map<number, ArticleRecord>();
    for (const row of rows) {
      const cached = this.#cache.get(row);
      if (cached !== undefined) this.#keep(row, cached, found);
    }
    await this.#readMissing(rows, found);
    // A day may have been sealed in between, which moves its records: look once more.
    for (const row of rows)
      if (!found.has(row)) await this.#editions.of(this.#index.day[row] ?? 0).settled();
    const isWhole = await this.#readMissing(rows, found);
    if (!isWhole) await this.#readCopies(rows, found);
    return Array.from(rows, (row) => found.get(row) ?? null);
  }

  /** Takes note of a record that was just written. */
  put(row: number, record: ArticleRecord): void {
    this.#keep(row, record, new Map());
  }

  /** Forgets what was read, because records have moved or changed. */
  clear(): void {
    this.#cache.clear();
  }

  async #readMissing(
    rows: ArrayLike<number> & Iterable<number>,
    found: Map<number, ArticleRecord>,
  ): Promise<boolean> {
    const files = new Map<string, Wanted[]>();
    for (const row of rows) {
      if (found.has(row) || this.#index.has(row, flag.gone | flag.copyOnly)) continue;
      const edition = this.#editions.of(this.#index.day[row] ?? 0);
      const name = this.#index.has(row, flag.inJournal) ? journalName : sealedName;
      const path = join(edition.folder, name);
      const offset = this.#index.offset[row] ?? 0;
      const wanted = { row, offset, end: offset + (this.#index.bytes[row] ?? 0) };
      const others = files.get(path);
      if (others === undefined) files.set(path, [wanted]);
      else others.push(wanted);
    }
    await Promise.all(Array.from(files, ([path, wanted]) => this.#readFile(path, wanted, found)));
    return Array.from(rows).every((row) => found.has(row));
  }

  async #readFile(
    path: string,
    wanted: readonly Wanted[],
    found: Map<number, ArticleRecord>,
  ): Promise<void> {
    let handle: FileHandle | null = null;
    try {
      handle = await this.#disk.open(path, "r");
      for (const span of joinSpans(wanted)) await this.#readSpan(handle, span, found);
    } catch (error) {
      // What cannot be read is missing from `found`, and dealt with there.
      if (systemCode(error) === "") throw error;
    } finally {
      await handle?.close();
    }
  }

  async #readSpan(
    handle: FileHandle,
    span: readonly Wanted[],
    found: Map<number, ArticleRecord>,
  ): Promise<void> {
    const start = span[0]?.offset ?? 0;
    const end = Math.max(...span.map((wanted) => wanted.end));
    const bytes = await readRange(handle, start, end - start);
    if (bytes === null) return;
    for (const { row, offset, end: recordEnd } of span) {
      const record = parseRecord(bytes.subarray(offset - start, recordEnd - start));
      // Meanwhile a newer record may have been written elsewhere: then this one is out of date.
      if (record?.id === this.#index.idOf(row) && this.#index.offset[row] === offset)
        this.#keep(row, record, found);
    }
  }

  async #readCopies(
    rows: ArrayLike<number> & Iterable<number>,
    found: Map<number, ArticleRecord>,
  ): Promise<void> {
    for (const row of rows) {
      if (found.has(row) || this.#index.has(row, flag.gone)) continue;
      if (!this.#index.has(row, flag.copyOnly)) this.#onDamage(this.#index.day[row] ?? 0);
      const copy = await this.#bookmarks.read(this.#index.idOf(row));
      if (copy !== null) found.set(row, copy.record);
    }
  }

  #keep(row: number, record: ArticleRecord, found: Map<number, ArticleRecord>): void {
    found.set(row, record);
    this.#cache.delete(row);
    this.#cache.set(row, record);
    if (this.#cache.size <= cacheSize) return;
    for (const oldest of this.#cache.keys()) {
      this.#cache.delete(oldest);
      break;
    }
  }
}

function joinSpans(wanted: readonly Wanted[]): Wanted[][] {
  const spans: Wanted[][] = [];
  let span: Wanted[] = [];
  for (const next of wanted.toSorted((a, b) => a.offset - b.offset)) {
    const first = span[0];
    const last = span.at(-1);
    const isNear =
      first !== undefined &&
      last !== undefined &&
      next.offset - last.end <= largestGap &&
      next.end - first.offset <= largestSpan;
    if (!isNear) spans.push((span = []));
    span.push(next);
  }
  return spans;
}
