import type { Pace } from "../files/pace.ts";

const smallestCapacity = 1024;
/** Slots that are looked at before others get their turn. */
const slotsAtOnce = 4096;

/**
 * Keys (64 bits, in two halves) and a row for each, as an open-addressed table of numbers: a
 * `Map` of strings would take ten times the memory.
 */
export class KeyRows {
  #high = new Uint32Array(smallestCapacity);
  #low = new Uint32Array(smallestCapacity);
  /** The value plus 1; 0 marks a free slot. */
  #value = new Uint32Array(smallestCapacity);
  size = 0;

  get(high: number, low: number): number | undefined {
    const value = this.#value[this.#slotOf(high, low)] ?? 0;
    return value === 0 ? undefined : value - 1;
  }

  /** Adds a key, or gives it another value. */
  set(high: number, low: number, value: number): void {
    if (this.size * 4 >= this.#value.length * 3) this.#grow();
    const slot = this.#slotOf(high, low);
    if (this.#value[slot] === 0) this.size++;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#value[slot] = value + 1;
  }

  /** Goes through all keys, in slices. Keys that are added meanwhile may be left out. */
  async forEach(
    pace: Pace,
    act: (high: number, low: number, value: number) => void,
  ): Promise<void> {
    // Growing makes new columns and leaves these as they are.
    const [highs, lows, values] = [this.#high, this.#low, this.#value];
    for (let slot = 0; slot < values.length; slot++) {
      const value = values[slot] ?? 0;
      if (value !== 0) act(highs[slot] ?? 0, lows[slot] ?? 0, value - 1);
      if (slot % slotsAtOnce === 0) await pace.rest();
    }
  }

  /** The slot that holds a key, or the free one where it belongs. */
  #slotOf(high: number, low: number): number {
    const mask = this.#value.length - 1;
    let slot = low & mask;
    while (this.#value[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [high, low, value] = [this.#high, this.#low, this.#value];
    this.#high = new Uint32Array(value.length * 2);
    this.#low = new Uint32Array(value.length * 2);
    this.#value = new Uint32Array(value.length * 2);
    this.size = 0;
    for (let slot = 0; slot < value.length; slot++) {
      const kept = value[slot] ?? 0;
      if (kept !== 0) this.set(high[slot] ?? 0, low[slot] ?? 0, kept - 1);
    }
  }
}
