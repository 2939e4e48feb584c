/**
 * How many articles fall on each local calendar day, for articles sorted by time. Only where the
 * day changes is a `Date` made: one for every article would take longer than the list itself.
 *
 * @param rows articles sorted by time, either way
 * @param seconds their times by row, since 1970-01-01 UTC
 */
export function countLocalDays(
  rows: Uint32Array,
  seconds: Uint32Array,
): { day: string; count: number }[] {
  const days: { day: string; count: number }[] = [];
  for (let at = 0; at < rows.length;) {
    const date = new Date((seconds[rows[at] ?? 0] ?? 0) * 1000);
    const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
    const from = new Date(year, month, day).getTime() / 1000;
    const to = new Date(year, month, day + 1).getTime() / 1000;
    const start = at;
    for (at++; at < rows.length; at++) {
      const second = seconds[rows[at] ?? 0] ?? 0;
      if (second < from || second >= to) break;
    }
    days.push({ day: formatDay(year, month + 1, day), count: at - start });
  }
  return days;
}

function formatDay(year: number, month: number, day: number): string {
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
