/** Where an article is stored. */
export interface KeyPlace {
  readonly day: number;
  readonly number: number;
}

const initialCapacity = 64;
/** Bytes of a stored entry: the key's two halves, day and number, little-endian. */
const entryBytes = 16;

/**
 * One title's keys and the articles they stand for, as an open-addressed table of numbers: a
 * `Map` of strings would take ten times the memory at a million articles.
 */
export class KeyTable {
  #high: Uint32Array;
  #low: Uint32Array;
  #day: Uint32Array;
  /** 0 marks a free slot: articles are numbered from 1. */
  #number: Uint32Array;
  size = 0;

  /** `capacity` is a power of two. */
  constructor(capacity = initialCapacity) {
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#day = new Uint32Array(capacity);
    this.#number = new Uint32Array(capacity);
  }

  /** `key` is 16 hexadecimal digits. */
  get(key: string): KeyPlace | undefined {
    const slot = this.#slotOf(...halves(key));
    const number = this.#number[slot] ?? 0;
    return number === 0 ? undefined : { day: this.#day[slot] ?? 0, number };
  }

  /** Adds a key; one that is there keeps its article. Returns whether it was added. */
  add(key: string, place: KeyPlace): boolean {
    return this.#add(...halves(key), place.day, place.number);
  }

  encode(): string {
    const bytes = Buffer.allocUnsafe(this.size * entryBytes);
    let at = 0;
    for (let slot = 0; slot < this.#number.length; slot++) {
      const number = this.#number[slot] ?? 0;
      if (number === 0) continue;
      at = bytes.writeUInt32LE(this.#high[slot] ?? 0, at);
      at = bytes.writeUInt32LE(this.#low[slot] ?? 0, at);
      at = bytes.writeUInt32LE(this.#day[slot] ?? 0, at);
      at = bytes.writeUInt32LE(number, at);
    }
    return bytes.toString("base64");
  }

  static decode(text: string): KeyTable {
    const bytes = Buffer.from(text, "base64");
    let capacity = initialCapacity;
    while (capacity * 3 <= (bytes.length / entryBytes) * 4) capacity *= 2;
    const table = new KeyTable(capacity);
    for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes)
      table.#add(
        bytes.readUInt32LE(at),
        bytes.readUInt32LE(at + 4),
        bytes.readUInt32LE(at + 8),
        bytes.readUInt32LE(at + 12),
      );
    return table;
  }

  /** The highest number of a day that a key stands for. */
  highestNumber(day: number): number {
    let highest = 0;
    for (let slot = 0; slot < this.#number.length; slot++)
      if (this.#day[slot] === day) highest = Math.max(highest, this.#number[slot] ?? 0);
    return highest;
  }

  #add(high: number, low: number, day: number, number: number): boolean {
    if (number === 0) return false;
    if (this.size * 4 >= this.#number.length * 3) this.#grow();
    const slot = this.#slotOf(high, low);
    if (this.#number[slot] !== 0) return false;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#day[slot] = day;
    this.#number[slot] = number;
    this.size++;
    return true;
  }

  /** The slot that holds a key, or the free one where it belongs. */
  #slotOf(high: number, low: number): number {
    const mask = this.#number.length - 1;
    let slot = low & mask;
    while (this.#number[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [high, low, day, number] = [this.#high, this.#low, this.#day, this.#number];
    const capacity = number.length * 2;
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#day = new Uint32Array(capacity);
    this.#number = new Uint32Array(capacity);
    this.size = 0;
    for (let slot = 0; slot < number.length; slot++)
      this.#add(high[slot] ?? 0, low[slot] ?? 0, day[slot] ?? 0, number[slot] ?? 0);
  }
}

function halves(key: string): [high: number, low: number] {
  return [Number.parseInt(key.slice(0, 8), 16), Number.parseInt(key.slice(8, 16), 16)];
}
