const day = 86_400_000;

/** A time span in local days, `YYYY-MM-DD`: its first day, and the first day after it. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

/**
 * The days that a person means by a date: `2026`, `2026-11`, `2026-11-23`, `23.11.2026`, `today`,
 * `yesterday`, or an age such as `7d`, `2w`, `3m`, `1y` (the day so long ago). Null for anything else.
 * `today` is `YYYY-MM-DD`.
 */
export function readDate(text: string, today: string): DaySpan | null {
  const words = text.trim().toLowerCase();
  if (words === "today") return ofDay(dateOf(today));
  if (words === "yesterday") return ofDay(dateOf(today) - day);
  const age = /^(\d{1,4})\s*([dwmy])$/.exec(words);
  if (age !== null) return ofAge(Number(age[1]), age[2] ?? "d", today);
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(words);
  if (parts !== null) return ofParts(parts[1], parts[2], parts[3]);
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(words);
  return european === null ? null : ofParts(european[3], european[2], european[1]);
}

function ofParts(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
): DaySpan | null {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(date ?? 1)];
  const from = Date.UTC(y, m - 1, d);
  // A date that does not exist, such as the 31st of April, would become another one.
  const isReal = new Date(from).getUTCMonth() === m - 1 && new Date(from).getUTCDate() === d;
  if (!isReal || y < 1000) return null;
  if (date !== undefined) return ofDay(from);
  const until = month === undefined ? Date.UTC(y + 1, 0, 1) : Date.UTC(y, m, 1);
  return { from: nameOf(from), until: nameOf(until) };
}

function ofAge(count: number, unit: string, today: string): DaySpan {
  const now = new Date(dateOf(today));
  if (unit === "d" || unit === "w")
    return ofDay(now.getTime() - count * (unit === "w" ? 7 : 1) * day);
  const months = now.getUTCMonth() - count * (unit === "y" ? 12 : 1);
  const lastOfMonth = new Date(Date.UTC(now.getUTCFullYear(), months + 1, 0)).getUTCDate();
  return ofDay(Date.UTC(now.getUTCFullYear(), months, Math.min(now.getUTCDate(), lastOfMonth)));
}

const dateOf = (name: string): number => Date.parse(`${name}T00:00:00Z`);
const nameOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const ofDay = (moment: number): DaySpan => ({ from: nameOf(moment), until: nameOf(moment + day) });
