/** Bytes of a key and of its day, as they are stored. */
const keyBytes = 8;
const dayBytes = 2;

/** Keys of one title and a day for each, in typed arrays: ten bytes for every key. */
export class KeyDays {
  #keys: BigUint64Array;
  #days: Uint16Array;

  /** `keys` are sorted, and each is there once. */
  private constructor(keys: BigUint64Array, days: Uint16Array) {
    this.#keys = keys;
    this.#days = days;
  }

  /** Keys in any order, all with the same day. */
  static of(keys: BigUint64Array, day: number): KeyDays {
    const sorted = keys.toSorted();
    let count = 0;
    for (const key of sorted) if (count === 0 || sorted[count - 1] !== key) sorted[count++] = key;
    return new KeyDays(sorted.slice(0, count), new Uint16Array(count).fill(day));
  }

  static decode(keys: string, days: string): KeyDays {
    const decoded = new KeyDays(bigNumbers(keys), smallNumbers(days));
    const isSorted = decoded.#keys.every((key, at, all) => at === 0 || (all[at - 1] ?? 0n) < key);
    if (!isSorted || decoded.#keys.length !== decoded.#days.length)
      throw new TypeError("These are no sorted keys with their days.");
    return decoded;
  }

  encode(): { keys: string; days: string } {
    return { keys: toBase64(this.#keys), days: toBase64(this.#days) };
  }

  get size(): number {
    return this.#keys.length;
  }

  keys(): Iterable<bigint> {
    return this.#keys;
  }

  /** The day of a key, or undefined when it is not here. */
  get(key: bigint): number | undefined {
    const at = this.#find(key);
    return this.#keys[at] === key ? this.#days[at] : undefined;
  }

  /** Gives a later day to those of the keys that are here. */
  refresh(keys: Iterable<bigint>, day: number): void {
    for (const key of keys) {
      const at = this.#find(key);
      if (this.#keys[at] === key) this.#days[at] = Math.max(this.#days[at] ?? 0, day);
    }
  }

  /** Both tables' keys; a key that both have keeps the later day. */
  mergedWith(other: KeyDays): KeyDays {
    const keys = new BigUint64Array(this.size + other.size);
    const days = new Uint16Array(keys.length);
    let [mine, others, count] = [0, 0, 0];
    while (mine < this.size || others < other.size) {
      const left = this.#keys[mine];
      const right = other.#keys[others];
      const takesLeft = right === undefined || (left !== undefined && left <= right);
      const takesRight = left === undefined || (right !== undefined && right <= left);
      keys[count] = (takesLeft ? left : right) ?? 0n;
      days[count++] = Math.max(
        takesLeft ? (this.#days[mine++] ?? 0) : 0,
        takesRight ? (other.#days[others++] ?? 0) : 0,
      );
    }
    return new KeyDays(keys.slice(0, count), days.slice(0, count));
  }

  /** Those whose day is not before a day. */
  since(day: number): KeyDays {
    const isKept = (_: unknown, at: number) => (this.#days[at] ?? 0) >= day;
    return new KeyDays(this.#keys.filter(isKept), this.#days.filter(isKept));
  }

  /** The place of a key, or of the first one after it. */
  #find(key: bigint): number {
    let [from, to] = [0, this.#keys.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#keys[middle] ?? 0n) < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** Numbers in base64, little-endian like every machine Electron runs on. */
export function toBase64(numbers: BigUint64Array | Uint16Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}

export function bigNumbers(text: string): BigUint64Array {
  return new BigUint64Array(alignedBytes(text, keyBytes));
}

function smallNumbers(text: string): Uint16Array {
  return new Uint16Array(alignedBytes(text, dayBytes));
}

/** Decoded into memory of its own: a Buffer may begin anywhere inside a larger block. */
function alignedBytes(text: string, unit: number): ArrayBuffer {
  const bytes = Buffer.from(text, "base64");
  const whole = new Uint8Array(bytes.length - (bytes.length % unit));
  whole.set(bytes.subarray(0, whole.length));
  return whole.buffer;
}
