const shelfCount = 256;
const initialCapacity = 16;
/** Hexadecimal digits of a name by which it is known here. */
const digitCount = 16;
const noDigit = 255;

/** What a letter is worth as a hexadecimal digit. */
const digits = new Uint8Array(256).fill(noDigit);
for (let value = 0; value < 16; value++) digits[value.toString(16).charCodeAt(0)] = value;

/** Prefixes that begin with the same byte; the halves are the same memory, low ones first. */
interface Shelf {
  prefixes: BigUint64Array;
  halves: Uint32Array;
  length: number;
  isSorted: boolean;
}

/**
 * Names of pictures, by the first 64 bits of their hashes: eight bytes each where strings would
 * take a hundred. Two that agree in these bits cost a picture that stays, never one that goes.
 */
export class PictureSet {
  readonly #shelves = Array.from({ length: shelfCount }, makeShelf);

  /** Adds the name that stands somewhere in a file; what is no name is passed over. */
  add(bytes: Uint8Array, start: number): void {
    let [high, low] = [0, 0];
    for (let at = 0; at < digitCount; at++) {
      const digit = digits[bytes[start + at] ?? 0] ?? noDigit;
      if (digit === noDigit) return;
      if (at < digitCount / 2) high = (high << 4) | digit;
      else low = (low << 4) | digit;
    }
    const shelf = this.#shelves[high >>> 24];
    if (shelf === undefined) return;
    if (shelf.length === shelf.prefixes.length) enlarge(shelf);
    shelf.halves[2 * shelf.length] = low;
    shelf.halves[2 * shelf.length + 1] = high;
    shelf.length++;
    shelf.isSorted = false;
  }

  has(name: string): boolean {
    const text = name.slice(0, digitCount);
    const shelf = this.#shelves[Number.parseInt(text.slice(0, 2), 16)];
    if (shelf === undefined || !/^[0-9a-f]{16}$/.test(text)) return false;
    if (!shelf.isSorted) shelf.prefixes.subarray(0, shelf.length).sort();
    shelf.isSorted = true;
    const prefix = BigInt(`0x${text}`);
    let [from, to] = [0, shelf.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((shelf.prefixes[middle] ?? 0n) < prefix) from = middle + 1;
      else to = middle;
    }
    return from < shelf.length && shelf.prefixes[from] === prefix;
  }
}

function makeShelf(): Shelf {
  const prefixes = new BigUint64Array(initialCapacity);
  return { prefixes, halves: new Uint32Array(prefixes.buffer), length: 0, isSorted: true };
}

function enlarge(shelf: Shelf): void {
  const larger = new BigUint64Array(shelf.prefixes.length * 2);
  larger.set(shelf.prefixes);
  shelf.prefixes = larger;
  shelf.halves = new Uint32Array(larger.buffer);
}
