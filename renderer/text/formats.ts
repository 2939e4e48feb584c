import { locale, t } from "./text.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "narrow" });
const clock = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
const weekdayAndClock = new Intl.DateTimeFormat(locale, {
  weekday: "short",
  hour: "numeric",
  minute: "2-digit",
});
const shortDate = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
const shortDateAndYear = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
const shortDateAndTime = new Intl.DateTimeFormat(locale, {
  dateStyle: "medium",
  timeStyle: "short",
});
const fullDate = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" });
const dayOfThisYear = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
});
const dayOfAnotherYear = new Intl.DateTimeFormat(locale, { dateStyle: "full" });
const nearDay = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat(locale, { style: "percent" });
const languages = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
const regions = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });

/** A moment as a list shows it: minutes and hours ago, then the date. Milliseconds since 1970. */
export function formatAge(moment: number, now: number): string {
  const age = now - moment;
  if (age < minute) return relative.format(-1, "minute");
  if (age < hour) return relative.format(-Math.floor(age / minute), "minute");
  if (age < day) return relative.format(-Math.floor(age / hour), "hour");
  return formatNearDate(moment, now);
}

/** A day, short, with its year only where it is another than now. */
export function formatNearDate(moment: number, now: number): string {
  const sameYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? shortDate : shortDateAndYear).format(moment);
}

/** A moment with weekday, date and time. */
export function formatFullDate(moment: number): string {
  return fullDate.format(moment);
}

/** A moment with date and time, without the weekday. */
export function formatDate(moment: number): string {
  return shortDateAndTime.format(moment);
}

/** A day with its year, short. */
export function formatShortDate(moment: number): string {
  return shortDateAndYear.format(moment);
}

/** The day, with weekday and year, as a newspaper's head has it. */
export function formatToday(now: number): string {
  return dayOfAnotherYear.format(now);
}

/** When something is due: the time alone for today, with the weekday after that. */
export function formatDue(moment: number, now: number): string {
  const sameDay = new Date(moment).toDateString() === new Date(now).toDateString();
  return (sameDay ? clock : weekdayAndClock).format(moment);
}

/** A local day `YYYY-MM-DD` as a heading: “Today”, “Yesterday”, then weekday and date. */
export function formatDay(text: string, now: number): string {
  const [year, month, date] = text.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return text;
  const start = new Date(year, month - 1, date);
  const today = new Date(now);
  // Noon to noon, so that a day of 23 or 25 hours counts as one.
  const distance = Math.round(
    (new Date(year, month - 1, date, 12).getTime() -
      new Date(today.getFullYear(), today.getMonth(), today.getDate(), 12).getTime()) /
      day,
  );
  if (distance === 0 || distance === -1) return capitalise(nearDay.format(distance, "day"));
  return (year === today.getFullYear() ? dayOfThisYear : dayOfAnotherYear).format(start);
}

/** A number of bytes in the largest fitting unit. */
export function formatBytes(bytes: number): string {
  const units = ["kilobyte", "megabyte", "gigabyte"] as const;
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), 3);
  const amount = bytes / 1000 ** power;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[power - 1] ?? "kilobyte",
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount);
}

/** A number of things, with the reader's separators. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** A share of 1 in per cent. */
export function formatPercent(share: number): string {
  return percent.format(share);
}

/** How long an article takes to read, at 230 words a minute; empty when it has hardly any text. */
export function formatReadingTime(wordCount: number): string {
  return wordCount < 60
    ? ""
    : t("article.readingTime", { count: Math.max(1, Math.round(wordCount / 230)) });
}

/** A pause in minutes, in hours where they are whole. */
export function formatInterval(minutes: number): string {
  return minutes % 60 === 0
    ? t("settings.interval.hours", { count: minutes / 60 })
    : t("settings.interval.minutes", { count: minutes });
}

/** A language's name from its code, without the country (`de-AT` is German). */
export function formatLanguage(code: string): string {
  const [language = code] = code.split("-");
  return languages.of(language) ?? code;
}

/** A country's name from its code; `INT` is the catalogue's mark for no country. */
export function formatCountry(code: string): string {
  return code === "INT" ? t("catalogue.international") : (regions.of(code) ?? code);
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
