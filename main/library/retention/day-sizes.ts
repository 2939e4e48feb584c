import type { Editions } from "../editions/editions.ts";

/** Days whose files are looked at together. */
const daysAtOnce = 16;

/** Bytes of each day's records and texts. */
export async function measureDays(editions: Editions): Promise<Map<number, number>> {
  const days = await editions.list();
  const sizes = new Map<number, number>();
  for (let from = 0; from < days.length; from += daysAtOnce) {
    const some = days.slice(from, from + daysAtOnce);
    const bytes = await Promise.all(some.map((day) => editions.of(day).size()));
    for (const [at, day] of some.entries()) sizes.set(day, bytes[at] ?? 0);
  }
  return sizes;
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
