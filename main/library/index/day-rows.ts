/** Neighbouring rows of one day, in the order of their numbers. */
interface Run {
  first: number;
  /** The row after the last one. */
  end: number;
}

/**
 * Finds a day's articles by their numbers. A day's rows lie together, in the order of their
 * numbers, but for what came later: a few runs of rows say it all, and a million articles need
 * no table of their own.
 */
export class DayRows {
  readonly #runs = new Map<number, Run[]>();

  /** Takes note of rows that follow each other, their numbers ascending. */
  add(day: number, first: number, end: number, numbers: Uint32Array): void {
    if (first === end) return;
    const runs = this.#runs.get(day) ?? [];
    if (runs.length === 0) this.#runs.set(day, runs);
    const last = runs.at(-1);
    if (last?.end === first && (numbers[first - 1] ?? 0) < (numbers[first] ?? 0)) last.end = end;
    else runs.push({ first, end });
  }

  /** The row of an article, or −1. */
  find(day: number, number: number, numbers: Uint32Array): number {
    for (const { first, end } of this.#runs.get(day) ?? []) {
      const row = findNumber(numbers, first, end, number);
      if (row >= 0) return row;
    }
    return -1;
  }

  /** The highest number of a day; 0 when it has none. */
  highest(day: number, numbers: Uint32Array): number {
    let highest = 0;
    for (const { end } of this.#runs.get(day) ?? [])
      highest = Math.max(highest, numbers[end - 1] ?? 0);
    return highest;
  }

  /** A day's rows, by number. */
  of(day: number, numbers: Uint32Array): number[] {
    const runs = this.#runs.get(day) ?? [];
    const rows: number[] = [];
    for (const { first, end } of runs) for (let row = first; row < end; row++) rows.push(row);
    return runs.length > 1
      ? rows.sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0))
      : rows;
  }
}

function findNumber(numbers: Uint32Array, first: number, end: number, number: number): number {
  let low = first;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] ?? 0;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
