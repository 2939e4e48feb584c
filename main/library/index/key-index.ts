import type { FeedId } from "../../../preload/contract/contract.ts";
import { flag, type ArticleIndex } from "./article-index.ts";
import { holdsAny, type IndexCache, type LoadedFile } from "./index-cache.ts";
import { mixKey, unmixKey } from "./key-hash.ts";
import { KeyRows } from "./key-rows.ts";
import { Pace } from "../files/pace.ts";
import { LooseEntries, type Postings } from "./postings.ts";

/** Set in a value when the key is the first of its record: the publisher's own. */
const isFirst = 0x80000000;
const rowBits = 0x7fffffff;

/** Which of an article's keys are asked for: all, or the publisher's own alone. */
export type WantedKeys = "all" | "first";

/** Reads the days of a cache file anew, and passes their articles on. */
export type ScanDays = (
  file: LoadedFile,
  each: (
    article: { readonly feedId: FeedId; readonly keys: readonly string[] },
    row: number,
  ) => void,
) => Promise<void>;

/**
 * Which article a publisher's key stands for. The keys stand in the articles' records; here they
 * are sorted for finding, read from the cache when first needed, and what came since lies beside.
 */
export class KeyIndex {
  readonly #index: ArticleIndex;
  readonly #cache: IndexCache;
  readonly #scan: ScanDays;
  /** Whether a deleted article can be brought back. */
  readonly #isRecoverable: (day: number, number: number) => boolean;
  /** What was read of the cache, in the order of its files; null: its days were read anew. */
  readonly #stored = new Map<LoadedFile, Postings | null>();
  readonly #fresh = new KeyRows();
  #loading: Promise<void> | null = null;

  constructor(
    index: ArticleIndex,
    cache: IndexCache,
    scan: ScanDays,
    isRecoverable: (day: number, number: number) => boolean,
  ) {
    this.#index = index;
    this.#cache = cache;
    this.#scan = scan;
    this.#isRecoverable = isRecoverable;
  }

  /** Must have resolved before `find` and `has`; costs nothing when done already. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    }));
  }

  /** Takes note of an article's keys; one that stands for an article already goes on to. */
  add(feedId: FeedId, keys: readonly string[], row: number): void {
    for (const [at, key] of keys.entries()) {
      if (this.find(feedId, key) !== undefined) continue;
      const [high, low] = mixKey(feedId, key);
      this.#fresh.set(high, low, at === 0 ? row + isFirst : row);
    }
  }

  /** The row of the article that a key (16 hexadecimal digits) stands for. */
  find(feedId: FeedId, key: string): number | undefined {
    const [high, low] = mixKey(feedId, key);
    for (const [{ firstRow }, postings] of this.#stored)
      for (const value of postings?.valuesOf(high, low) ?? []) {
        const row = this.#articleOf((value & rowBits) + firstRow);
        if (row !== undefined) return row;
      }
    const value = this.#fresh.get(high, low);
    return value === undefined ? undefined : this.#articleOf(value & rowBits);
  }

  /** The keys of articles, by title. */
  async collect(
    rows: Iterable<number>,
    wanted: WantedKeys = "all",
  ): Promise<Map<FeedId, string[]>> {
    const found = new Map<FeedId, string[]>();
    const marked = new Uint32Array(this.#index.length);
    let isAny = false;
    for (const row of rows) {
      marked[row] = 1;
      isAny = true;
    }
    if (!isAny) return found;
    await this.load();
    const { feed } = this.#index.columns;
    await this.#each(marked, new Pace(), (high, low, value) => {
      if (wanted === "first" && value < isFirst) return;
      const title = (feed[value & rowBits] ?? 0) as FeedId;
      const key = unmixKey(title, high, low);
      const ofTitle = found.get(title);
      if (ofTitle === undefined) found.set(title, [key]);
      else ofTitle.push(key);
    });
    return found;
  }

  /** Entries for a cache file: `fileRows` has for each row its row in the file plus 1. */
  async entries(fileRows: Uint32Array, pace: Pace): Promise<LooseEntries> {
    for (const loaded of this.#cache.loaded)
      if (holdsAny(loaded, fileRows)) await this.#loadFile(loaded, pace);
    const entries = new LooseEntries();
    await this.#each(fileRows, pace, (high, low, value) => {
      const fileRow = fileRows[value & rowBits] ?? 0;
      entries.add(high, low, fileRow - 1 + (value >= isFirst ? isFirst : 0));
    });
    return entries;
  }

  async #load(): Promise<void> {
    const pace = new Pace();
    for (const loaded of this.#cache.loaded) await this.#loadFile(loaded, pace);
  }

  async #loadFile(loaded: LoadedFile, pace: Pace): Promise<void> {
    if (loaded.days.length === 0 || this.#stored.has(loaded)) return;
    const postings = await loaded.file.readKeys(pace);
    this.#stored.set(loaded, postings);
    if (postings === null)
      await this.#scan(loaded, ({ feedId, keys }, row) => this.add(feedId, keys, row));
  }

  /** Goes through the keys of the rows that are not 0 in `wanted`, in slices. */
  async #each(
    wanted: Uint32Array,
    pace: Pace,
    act: (high: number, low: number, value: number) => void,
  ): Promise<void> {
    for (const [{ firstRow }, postings] of this.#stored)
      await postings?.forEachWanted(wanted, rowBits, firstRow, pace, act);
    await this.#fresh.forEach(pace, (high, low, value) => {
      // A day that was read anew before the cache gave what was known already.
      if ((wanted[value & rowBits] ?? 0) > 0 && !this.#isStored(high, low, value))
        act(high, low, value);
    });
  }

  #isStored(high: number, low: number, value: number): boolean {
    if ((value & rowBits) >= this.#cache.rows) return false;
    for (const [{ firstRow }, postings] of this.#stored)
      if (postings?.valuesOf(high, low).includes(value - firstRow) === true) return true;
    return false;
  }

  /**
   * The row that an article has now. One that is gone for good stands for none, also while its
   * record is still on disk: whether it may come again is for the tombstones to say.
   */
  #articleOf(row: number): number | undefined {
    const columns = this.#index.columns;
    const [day, number] = [columns.day[row] ?? 0, columns.number[row] ?? 0];
    const current = this.#index.find(day, number);
    if (current === undefined || !this.#index.has(current, flag.gone)) return current;
    return this.#isRecoverable(day, number) ? current : undefined;
  }
}
