/**
 * How many articles fall on each local calendar day, for articles sorted by time. Only where the
 * day changes is a `Date` made: one for every article would take longer than the list itself.
 *
 * @param rows articles sorted by time, either way
 * @param seconds their publication times by row, since 1970-01-01 UTC
 */
export function countLocalDays(
  rows: Uint32Array,
  seconds: Uint32Array,
): { day: string; count: number }[] {
  const days: { day: string; count: number }[] = [];
  let current: { day: string; count: number } | undefined;
  let from = 0;
  let to = 0;
  for (const row of rows) {
    const second = seconds[row] ?? 0;
    if (current === undefined || second < from || second >= to) {
      const date = new Date(second * 1000);
      const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
      from = new Date(year, month, day).getTime() / 1000;
      to = new Date(year, month, day + 1).getTime() / 1000;
      current = { day: formatDay(year, month + 1, day), count: 0 };
      days.push(current);
    }
    current.count++;
  }
  return days;
}

function formatDay(year: number, month: number, day: number): string {
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
