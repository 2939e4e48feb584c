const shelfCount = 256;
const initialCapacity = 16;

/**
 * Names of pictures, by the first 64 bits of their hashes: eight bytes each where strings would
 * take a hundred. Two that agree in these bits cost a picture that stays, never one that goes.
 */
export class PictureSet {
  readonly #shelves: { prefixes: BigUint64Array; length: number; isSorted: boolean }[] = Array.from(
    { length: shelfCount },
    () => ({ prefixes: new BigUint64Array(initialCapacity), length: 0, isSorted: true }),
  );

  /** `name` begins with 16 hexadecimal digits; any other is passed over. */
  add(name: string): void {
    const shelf = this.#shelfOf(name);
    const prefix = prefixOf(name);
    if (shelf === undefined || prefix === null) return;
    if (shelf.length === shelf.prefixes.length) {
      const larger = new BigUint64Array(shelf.length * 2);
      larger.set(shelf.prefixes);
      shelf.prefixes = larger;
    }
    shelf.prefixes[shelf.length++] = prefix;
    shelf.isSorted = false;
  }

  has(name: string): boolean {
    const shelf = this.#shelfOf(name);
    const prefix = prefixOf(name);
    if (shelf === undefined || prefix === null) return false;
    if (!shelf.isSorted) shelf.prefixes.subarray(0, shelf.length).sort();
    shelf.isSorted = true;
    let [from, to] = [0, shelf.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((shelf.prefixes[middle] ?? 0n) < prefix) from = middle + 1;
      else to = middle;
    }
    return from < shelf.length && shelf.prefixes[from] === prefix;
  }

  #shelfOf(name: string) {
    return this.#shelves[Number.parseInt(name.slice(0, 2), 16)];
  }
}

function prefixOf(name: string): bigint | null {
  const digits = name.slice(0, 16);
  return /^[0-9a-f]{16}$/.test(digits) ? BigInt(`0x${digits}`) : null;
}
