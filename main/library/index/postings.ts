import { crc32 } from "node:zlib";
import type { Pace } from "../files/pace.ts";

/** Entries that lie together: their hashes' high halves, the low halves, then the values. */
export const blockSize = 4096;
const blockShift = 12;
/** Entries that are dealt with before others get their turn. */
const entriesAtOnce = 65_536;
/** Numbers that a fence takes: the first hash of its block, high and low, and its CRC-32. */
export const fenceWidth = 3;

/** Entries in no order: 64-bit hashes in two halves, and a number for each. */
export class LooseEntries {
  length = 0;
  high = new Uint32Array(1024);
  low = new Uint32Array(1024);
  value = new Uint32Array(1024);

  add(high: number, low: number, value: number): void {
    if (this.length === this.high.length) this.#grow();
    this.high[this.length] = high;
    this.low[this.length] = low;
    this.value[this.length++] = value;
  }

  #grow(): void {
    for (const column of ["high", "low", "value"] as const) {
      const larger = new Uint32Array(this[column].length * 2);
      larger.set(this[column]);
      this[column] = larger;
    }
  }
}

/**
 * Entries sorted by hash, in blocks: as they lie in a file, so they are used in memory. A block
 * can be read and checked alone.
 */
export class Postings {
  readonly count: number;
  readonly words: Uint32Array;

  constructor(count: number, words = new Uint32Array(count * 3)) {
    this.count = count;
    this.words = words;
  }

  highAt(at: number): number {
    return this.words[this.#placeOf(at)] ?? 0;
  }

  lowAt(at: number): number {
    return this.words[this.#placeOf(at) + this.#sizeOf(at)] ?? 0;
  }

  valueAt(at: number): number {
    return this.words[this.#placeOf(at) + 2 * this.#sizeOf(at)] ?? 0;
  }

  /** The first entry that is not below a hash. */
  lowerBound(high: number, low: number): number {
    let from = 0;
    let to = this.count;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const found = this.highAt(middle);
      if (found < high || (found === high && this.lowAt(middle) < low)) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The values of a hash, in the order in which they were sorted. */
  valuesOf(high: number, low: number): Uint32Array {
    const from = this.lowerBound(high, low);
    const to = low === 0xffffffff ? this.lowerBound(high + 1, 0) : this.lowerBound(high, low + 1);
    const values = new Uint32Array(to - from);
    // Block by block: inside of one they lie together, and a tag may have a hundred thousand.
    for (let at = from; at < to;) {
      const size = this.#sizeOf(at);
      const count = Math.min(to, (at & -blockSize) + size) - at;
      const first = this.#placeOf(at) + 2 * size;
      values.set(this.words.subarray(first, first + count), at - from);
      at += count;
    }
    return values;
  }

  /** For each block, what is needed to find and to check it. */
  async fences(pace: Pace): Promise<Uint32Array> {
    const fences = new Uint32Array(blocksOf(this.count) * fenceWidth);
    for (let block = 0; block * blockSize < this.count; block++) {
      const at = block * blockSize;
      fences.set(
        [this.highAt(at), this.lowAt(at), crc32(this.#bytesOf(block))],
        block * fenceWidth,
      );
      await pace.rest();
    }
    return fences;
  }

  /** Whether all blocks are as they were written. */
  async isWhole(fences: Uint32Array, pace: Pace): Promise<boolean> {
    for (let block = 0; block * blockSize < this.count; block++) {
      if (crc32(this.#bytesOf(block)) !== fences[block * fenceWidth + 2]) return false;
      await pace.rest();
    }
    return true;
  }

  /**
   * Goes through the entries of wanted rows, in slices. A row stands in the bits of the mask, and
   * counts from `firstRow` on, as do the values that are passed on.
   */
  async forEachWanted(
    wanted: Uint32Array,
    mask: number,
    firstRow: number,
    pace: Pace,
    act: (high: number, low: number, value: number) => void,
  ): Promise<void> {
    const { words } = this;
    for (let first = 0; first < this.count; first += blockSize) {
      const size = this.#sizeOf(first);
      const low = first * 3 + size;
      const value = low + size;
      for (let at = 0; at < size; at++) {
        const found = words[value + at] ?? 0;
        if ((wanted[(found & mask) + firstRow] ?? 0) > 0)
          act(words[first * 3 + at] ?? 0, words[low + at] ?? 0, found + firstRow);
      }
      await pace.rest();
    }
  }

  #bytesOf(block: number): Uint8Array {
    const words = this.words.subarray(block * blockSize * 3, (block + 1) * blockSize * 3);
    return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  }

  #placeOf(at: number): number {
    return (at >>> blockShift) * blockSize * 3 + (at & (blockSize - 1));
  }

  #sizeOf(at: number): number {
    return Math.min(blockSize, this.count - (at & -blockSize));
  }

  /** Sorts entries; those of one hash stay in the order in which they were added. */
  static async sort(entries: LooseEntries, pace: Pace): Promise<Postings> {
    const { high, low, value, length } = entries;
    let order = new Uint32Array(length);
    for (let at = 0; at < length; at++) order[at] = at;
    // From the least significant digit to the most, each pass keeping the order of the last.
    for (const [column, shift] of [
      [low, 0],
      [low, 16],
      [high, 0],
      [high, 16],
    ] as const)
      order = await sortByDigit(order, column, shift, pace);
    const sorted = new Postings(length);
    for (let at = 0; at < length; at++) {
      const entry = order[at] ?? 0;
      const place = sorted.#placeOf(at);
      const size = sorted.#sizeOf(at);
      sorted.words[place] = high[entry] ?? 0;
      sorted.words[place + size] = low[entry] ?? 0;
      sorted.words[place + 2 * size] = value[entry] ?? 0;
      if (at % entriesAtOnce === 0) await pace.rest();
    }
    return sorted;
  }
}

export function blocksOf(count: number): number {
  return Math.ceil(count / blockSize);
}

/** The blocks that can hold a hash: from the first to before the last. */
export function blocksHolding(
  fences: Uint32Array,
  high: number,
  low: number,
): { first: number; end: number } {
  const blocks = fences.length / fenceWidth;
  const isBelow = (block: number): boolean => {
    const found = fences[block * fenceWidth] ?? 0;
    return found < high || (found === high && (fences[block * fenceWidth + 1] ?? 0) < low);
  };
  const isAbove = (block: number): boolean => {
    const found = fences[block * fenceWidth] ?? 0;
    return found > high || (found === high && (fences[block * fenceWidth + 1] ?? 0) > low);
  };
  let first = 0;
  while (first + 1 < blocks && isBelow(first + 1)) first++;
  let end = first;
  while (end < blocks && !isAbove(end)) end++;
  return { first, end };
}

/** Puts entries in the order of sixteen bits of a column. */
async function sortByDigit(
  order: Uint32Array<ArrayBuffer>,
  column: Uint32Array,
  shift: number,
  pace: Pace,
): Promise<Uint32Array<ArrayBuffer>> {
  const places = new Uint32Array(0x10000);
  for (let at = 0; at < order.length; at++) {
    const digit = ((column[at] ?? 0) >>> shift) & 0xffff;
    places[digit] = (places[digit] ?? 0) + 1;
    if (at % entriesAtOnce === 0) await pace.rest();
  }
  let sum = 0;
  for (let digit = 0; digit < places.length; digit++) {
    const count = places[digit] ?? 0;
    places[digit] = sum;
    sum += count;
  }
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const entry = order[at] ?? 0;
    const digit = ((column[entry] ?? 0) >>> shift) & 0xffff;
    const place = places[digit] ?? 0;
    sorted[place] = entry;
    places[digit] = place + 1;
    if (at % entriesAtOnce === 0) await pace.rest();
  }
  return sorted;
}
