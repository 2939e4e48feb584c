import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import {
  bytesOf,
  encodeHead,
  fixedLength,
  layoutOf,
  parseCounts,
  parseHead,
  type CachedDay,
  type CacheHead,
} from "./cache-head.ts";
import type { Columns } from "./columns.ts";
import type { Disk } from "../files/disk.ts";
import { readInto, readRange } from "../files/whole-ranges.ts";
import type { Pace } from "../files/pace.ts";
import { blocksHolding, blockSize, fenceWidth, Postings } from "./postings.ts";

/** Bytes that are read in one call: checking them holds the thread for half a millisecond. */
const chunkLength = 1_000_000;

/** What is written to a cache file. */
export interface CacheContent {
  /** As many rows as the days say; `order` in it are rows of this file. */
  readonly columns: Columns;
  readonly days: readonly CachedDay[];
  readonly keys: Postings;
  readonly tags: Postings;
}

/**
 * A part of the index on disk: columns, keys and tags of some days. All of it is derived and
 * checked when it is read; what is damaged counts as missing.
 */
export class CacheFile {
  readonly #disk: Disk;
  readonly #path: string;
  /** What the file holds; null until it was opened, or when it cannot be used. */
  head: CacheHead | null = null;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.#path = path;
  }

  /** Reads the head; the columns' length is then known. */
  async open(): Promise<CacheHead | null> {
    const size = (await this.#disk.look(this.#path).catch(() => null))?.size ?? 0;
    if (size < fixedLength) return null;
    this.head = await this.#reading(async (handle) => {
      const fixed = await readRange(handle, 0, fixedLength);
      const counts = fixed === null ? null : parseCounts(fixed);
      if (counts === null || layoutOf(counts).end !== size) return null;
      const head = await readRange(handle, 0, layoutOf(counts).columns);
      return head === null ? null : parseHead(head, counts);
    });
    return this.head;
  }

  /** Fills columns from a row on, in place; false when they are not as they were written. */
  async readColumns(columns: Columns, row: number): Promise<boolean> {
    const { head } = this;
    if (head === null) return false;
    const targets = columns.all().map((column) => bytesOf(column.subarray(row, row + head.rows)));
    const checksum = await this.#reading((handle) =>
      readChecked(handle, targets, this.#layout(head).columns),
    );
    return checksum === head.columnsChecksum;
  }

  /** All keys, or null when they cannot be read. */
  async readKeys(pace: Pace): Promise<Postings | null> {
    if (this.head === null) return null;
    const { keys, keyFences } = this.head;
    return this.#readPostings(this.#layout(this.head).keys, keys, keyFences, pace);
  }

  /** All tags, or null when they cannot be read. */
  async readTags(pace: Pace): Promise<Postings | null> {
    if (this.head === null) return null;
    const { tags, tagFences } = this.head;
    return this.#readPostings(this.#layout(this.head).tags, tags, tagFences, pace);
  }

  /** The rows of a tag, or null when they cannot be read; only what holds them is read. */
  async readTag(high: number, low: number, pace: Pace): Promise<Uint32Array | null> {
    if (this.head === null) return null;
    const { tags, tagFences } = this.head;
    if (tags === 0) return new Uint32Array();
    const { first, end } = blocksHolding(tagFences, high, low);
    const position = this.#layout(this.head).tags + first * blockSize * 12;
    const count = Math.min(tags, end * blockSize) - first * blockSize;
    const fences = tagFences.subarray(first * fenceWidth, end * fenceWidth);
    const found = await this.#readPostings(position, count, fences, pace);
    return found?.valuesOf(high, low) ?? null;
  }

  /** Writes the file anew; what was read from it before does not hold any more. */
  async write({ columns, days, keys, tags }: CacheContent, pace: Pace): Promise<void> {
    const rows = days.at(-1)?.end ?? 0;
    const parts = columns.all().map((column) => bytesOf(column.subarray(0, rows)));
    let columnsChecksum = 0;
    for (const chunk of chunksOf(parts)) {
      columnsChecksum = crc32(chunk, columnsChecksum);
      await pace.rest();
    }
    const head: CacheHead = {
      rows,
      days,
      keys: keys.count,
      tags: tags.count,
      keyFences: await keys.fences(pace),
      tagFences: await tags.fences(pace),
      columnsChecksum,
    };
    const layout = this.#layout(head);
    const columnsLength = parts.reduce((sum, part) => sum + part.length, 0);
    const gap = Buffer.alloc(layout.keys - layout.columns - columnsLength);
    await this.#disk.replace(this.#path, [
      encodeHead(head),
      ...parts,
      gap,
      bytesOf(keys.words),
      bytesOf(tags.words),
    ]);
  }

  /** Deletes the file: all it held is in another. */
  async remove(): Promise<void> {
    this.head = null;
    await this.#disk.remove(this.#path);
  }

  #layout(head: CacheHead) {
    return layoutOf({ ...head, days: head.days.length });
  }

  async #readPostings(
    position: number,
    count: number,
    fences: Uint32Array,
    pace: Pace,
  ): Promise<Postings | null> {
    const postings = new Postings(count);
    const isRead = await this.#reading((handle) =>
      readChecked(handle, [bytesOf(postings.words)], position),
    );
    return isRead !== null && (await postings.isWhole(fences, pace)) ? postings : null;
  }

  async #reading<Result>(act: (handle: FileHandle) => Promise<Result>): Promise<Result | null> {
    let handle: FileHandle | null = null;
    try {
      handle = await this.#disk.open(this.#path, "r");
      return await act(handle);
    } catch {
      // Derived: what cannot be read is made anew from the editions.
      return null;
    } finally {
      await handle?.close();
    }
  }
}

/** Fills targets one after the other; their CRC-32, or null where the file ends before. */
async function readChecked(
  handle: FileHandle,
  targets: readonly Uint8Array[],
  position: number,
): Promise<number | null> {
  let checksum = 0;
  let before: Uint8Array | null = null;
  for (const chunk of chunksOf(targets)) {
    const reading = readInto(handle, chunk, position);
    // One chunk is checked while the next is on its way.
    if (before !== null) checksum = crc32(before, checksum);
    if (!(await reading)) return null;
    position += chunk.length;
    before = chunk;
  }
  return before === null ? checksum : crc32(before, checksum);
}

function* chunksOf(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const part of parts)
    for (let start = 0; start < part.length; start += chunkLength)
      yield part.subarray(start, start + chunkLength);
}
