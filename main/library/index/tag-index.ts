import { holdsAny, type IndexCache, type LoadedFile } from "./index-cache.ts";
import { Pace } from "../files/pace.ts";
import { LooseEntries } from "./postings.ts";
import { rowSet, type RowSet } from "./select-rows.ts";

/** Tags whose rows are kept at hand. */
const tagsAtHand = 16;

/** Reads the days of a cache file anew, and passes their articles on. */
export type ScanTags = (
  file: LoadedFile,
  each: (article: { readonly tags: readonly string[] }, row: number) => void,
) => Promise<void>;

/**
 * Which articles carry a tag. Of what is in the cache only the rows of a tag that somebody asked
 * for are read; what came since lies beside.
 */
export class TagIndex {
  readonly #cache: IndexCache;
  readonly #scan: ScanTags;
  readonly #fresh = new LooseEntries();
  /** The row after the last one that came. */
  #end = 0;
  /** Rows whose tags changed: from which fresh entry on theirs are to be looked for. */
  readonly #renewed = new Map<number, number>();
  /** Rows out of the cache, by tag; the last that were asked for. */
  readonly #atHand = new Map<string, Uint32Array>();
  /** Files whose tags could not be read: all of theirs are among the fresh ones. */
  readonly #unread = new Set<LoadedFile>();

  constructor(cache: IndexCache, scan: ScanTags) {
    this.#cache = cache;
    this.#scan = scan;
  }

  /** Takes note of the tags that an article has now. */
  add(tags: readonly string[], row: number): void {
    if (row < Math.max(this.#end, this.#cache.rows)) this.#renewed.set(row, this.#fresh.length);
    this.#end = Math.max(this.#end, row + 1);
    for (const tag of new Set(tags.map(normalTag))) {
      const [high, low] = tagHash(tag);
      this.#fresh.add(high, low, row);
    }
  }

  /** Reads what `rowsOf` needs for a tag. */
  async prepare(tag: string): Promise<void> {
    const normal = normalTag(tag);
    if (this.#atHand.has(normal)) return;
    const [high, low] = tagHash(normal);
    const pace = new Pace();
    const found: Uint32Array[] = [];
    for (const loaded of this.#cache.loaded) {
      if (loaded.days.length === 0 || this.#unread.has(loaded)) continue;
      const rows = await loaded.file.readTag(high, low, pace);
      if (rows === null) await this.#readAnew(loaded);
      else found.push(loaded.firstRow === 0 ? rows : rows.map((row) => row + loaded.firstRow));
      await pace.rest();
    }
    this.#atHand.set(normal, joinRows(found));
    for (const oldest of this.#atHand.keys()) {
      if (this.#atHand.size <= tagsAtHand) break;
      this.#atHand.delete(oldest);
    }
  }

  /** The rows out of the cache that carry a tag; `prepare` must have been called. */
  stored(tag: string): Uint32Array {
    const rows = this.#atHand.get(normalTag(tag));
    if (rows === undefined) throw new Error("The articles of a tag were not read before.");
    return rows;
  }

  /** The rows that carry a tag now, given those out of the cache. */
  rowsOf(tag: string, stored: Uint32Array, length: number): RowSet {
    const set = rowSet(stored, length);
    for (const row of this.#renewed.keys())
      set[row >> 3] = (set[row >> 3] ?? 0) & ~(1 << (row & 7));
    const [high, low] = tagHash(normalTag(tag));
    const { high: highs, low: lows, value, length: entries } = this.#fresh;
    for (let at = 0; at < entries; at++) {
      const row = value[at] ?? 0;
      if (highs[at] === high && lows[at] === low && at >= (this.#renewed.get(row) ?? 0))
        set[row >> 3] = (set[row >> 3] ?? 0) | (1 << (row & 7));
    }
    return set;
  }

  /** Entries for a cache file: `fileRows` has for each row its row in the file plus 1. */
  async entries(fileRows: Uint32Array, pace: Pace): Promise<LooseEntries> {
    const entries = new LooseEntries();
    const add = (high: number, low: number, row: number): void => {
      const fileRow = fileRows[row] ?? 0;
      if (fileRow > 0) entries.add(high, low, fileRow - 1);
    };
    for (const loaded of this.#cache.loaded) {
      if (!holdsAny(loaded, fileRows) || this.#unread.has(loaded)) continue;
      const postings = await loaded.file.readTags(pace);
      if (postings === null) await this.#readAnew(loaded);
      for (let at = 0; at < (postings?.count ?? 0); at++) {
        const row = (postings?.valueAt(at) ?? 0) + loaded.firstRow;
        if (!this.#renewed.has(row)) add(postings?.highAt(at) ?? 0, postings?.lowAt(at) ?? 0, row);
        if (at % 100_000 === 0) await pace.rest();
      }
    }
    const { high, low, value, length } = this.#fresh;
    for (let at = 0; at < length; at++) {
      const row = value[at] ?? 0;
      if (at >= (this.#renewed.get(row) ?? 0)) add(high[at] ?? 0, low[at] ?? 0, row);
    }
    return entries;
  }

  async #readAnew(loaded: LoadedFile): Promise<void> {
    this.#unread.add(loaded);
    this.#atHand.clear();
    await this.#scan(loaded, ({ tags }, row) => {
      if (!this.#renewed.has(row)) this.add(tags, row);
    });
  }
}

function joinRows(parts: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Tags are the same whatever their case, their spacing and the spelling of their letters. */
export function normalTag(tag: string): string {
  return tag.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}

/** Sixty-four bits of a tag, by two rounds of multiplying and mixing over its letters. */
function tagHash(tag: string): [high: number, low: number] {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < tag.length; at++) {
    const letter = tag.charCodeAt(at);
    high = Math.imul(high ^ letter, 2654435761);
    low = Math.imul(low ^ letter, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [high >>> 0, low >>> 0];
}
