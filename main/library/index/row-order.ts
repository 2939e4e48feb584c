import type { Columns } from "./columns.ts";

/** Rows that can share a sort key with 32 bits of seconds: 2^53 is the last exact number. */
const rowLimit = 2 ** 21;

/** Tells which of two articles comes first in a list from old to new. */
export function compareRows(columns: Columns, one: number, other: number): number {
  const { published, day, number } = columns;
  return (
    (published[one] ?? 0) - (published[other] ?? 0) ||
    (day[one] ?? 0) - (day[other] ?? 0) ||
    (number[one] ?? 0) - (number[other] ?? 0)
  );
}

/** Rows by publication, oldest first; those of the same second in the order they came. */
export function sortRows(columns: Columns, rows: readonly number[]): Uint32Array {
  const sorted = Uint32Array.from(rows);
  if (rows.length > rowLimit || !arrivedInOrder(columns, rows))
    return sorted.sort((one, other) => compareRows(columns, one, other));
  // Numbers sort natively; a comparing function is many times slower.
  const keys = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++)
    keys[at] = (columns.published[rows[at] ?? 0] ?? 0) * rowLimit + at;
  keys.sort();
  for (let at = 0; at < rows.length; at++) sorted[at] = rows[(keys[at] ?? 0) % rowLimit] ?? 0;
  return sorted;
}

/** Merges sorted rows into the order, of which the first `length` are in use; all moves are short. */
export function mergeRows(columns: Columns, length: number, fresh: Uint32Array): void {
  const { order } = columns;
  let end = length;
  for (let at = fresh.length - 1; at >= 0; at--) {
    const row = fresh[at] ?? 0;
    const place = placeOf(columns, row, end);
    if (place < end) order.copyWithin(place + at + 1, place, end);
    order[place + at] = row;
    end = place;
  }
}

/** Takes rows out of the order; returns how many are left. */
export function takeRowsOut(columns: Columns, length: number, rows: ReadonlySet<number>): number {
  const { order } = columns;
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const row = order[at] ?? 0;
    if (!rows.has(row)) order[kept++] = row;
  }
  return kept;
}

/** Where a row belongs among the first `end` of the order. */
function placeOf(columns: Columns, row: number, end: number): number {
  const { order } = columns;
  // What comes is mostly newer than all that is there.
  if (end === 0 || compareRows(columns, order[end - 1] ?? 0, row) <= 0) return end;
  let low = 0;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareRows(columns, order[middle] ?? 0, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function arrivedInOrder({ day, number }: Columns, rows: readonly number[]): boolean {
  for (let at = 1; at < rows.length; at++) {
    const [before, row] = [rows[at - 1] ?? 0, rows[at] ?? 0];
    const days = (day[row] ?? 0) - (day[before] ?? 0);
    if (days < 0 || (days === 0 && (number[row] ?? 0) < (number[before] ?? 0))) return false;
  }
  return true;
}
