import type { NamedCopy } from "./automatic-copies.ts";

const dayLength = 86_400_000;
const kept = { days: 7, weeks: 4, months: 6 };
/** What stood before a restore is kept for so many restores. */
const keptBeforeRestore = 3;

/**
 * Copies that may go: all but the newest of each of the last 7 days, 4 weeks and 6 months that have
 * one. Counted are days with copies, not days gone by: who comes back after a year loses none.
 */
export function outdatedCopies<Copy extends NamedCopy>(newestFirst: readonly Copy[]): Copy[] {
  const wanted = new Set<Copy>();
  const daily = newestFirst.filter((copy) => !copy.isBeforeRestore);
  keepNewest(daily, kept.days, (copy) => copy.day, wanted);
  keepNewest(daily, kept.weeks, (copy) => weekOf(copy.day), wanted);
  keepNewest(daily, kept.months, (copy) => copy.day.slice(0, 7), wanted);
  for (const copy of newestFirst.filter((one) => one.isBeforeRestore).slice(0, keptBeforeRestore))
    wanted.add(copy);
  return newestFirst.filter((copy) => !wanted.has(copy));
}

function keepNewest<Copy extends NamedCopy>(
  newestFirst: readonly Copy[],
  count: number,
  spanOf: (copy: Copy) => string,
  wanted: Set<Copy>,
): void {
  const spans = new Set<string>();
  for (const copy of newestFirst) {
    const span = spanOf(copy);
    if (spans.has(span)) continue;
    if (spans.size === count) return;
    spans.add(span);
    wanted.add(copy);
  }
}

/** The Monday of a day's week; 1970-01-01 was a Thursday. */
function weekOf(day: string): string {
  const days = Math.floor(Date.parse(day) / dayLength);
  return String(Math.floor((days + 3) / 7));
}
