/**
 * Dates of feeds: RFC 822, ISO 8601 and everything that publishers write instead. A missing zone
 * means UTC, never the zone of this machine. Never throws.
 */
import { monthNumber, namedZoneOffset, zoneOffset } from "./date-words.ts";

/** Longer strings are no dates. */
const maximumLength = 120;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Milliseconds since 1970 in UTC, or null when the text says no date. */
export function parseDate(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > maximumLength) return null;
  return parseEpoch(trimmed) ?? parseIso(trimmed) ?? parseWritten(trimmed);
}

/** Seconds or milliseconds since 1970, with as many digits as they have in our lifetime. */
function parseEpoch(text: string): number | null {
  if (!/^(?:\d{9,10}(?:\.\d+)?|\d{12,13})$/.test(text)) return null;
  return text.length >= 12 && !text.includes(".") ? Number(text) : Math.round(Number(text) * 1000);
}

const isoDate = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|-?(\d{3})|(\d{2})(\d{2})?)?(?=$|[Tt\s])/;
const weekDate = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?(?=$|[Tt\s])/;

function parseIso(text: string): number | null {
  const match = isoDate.exec(text);
  const day = match === null ? weekDay(weekDate.exec(text)) : calendarDay(match);
  if (day === null) return null;
  const length = (match ?? weekDate.exec(text))?.[0].length ?? 0;
  const rest = text.slice(length).replace(/^[Tt\s]\s*/, "");
  return rest === "" ? instant(day, 0) : withTime(day, rest);
}

function calendarDay(match: RegExpExecArray): Day | null {
  const year = Number(match[1]);
  if (match[4] !== undefined) {
    const date = new Date(Date.UTC(year, 0, Number(match[4])));
    return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
  const month = Number(match[2] ?? match[5] ?? 1);
  const day = Number(match[3] ?? match[6] ?? 1);
  // 2004-31-12: day and month swapped.
  return month > 12 && day <= 12 ? { year, month: day, day: month } : { year, month, day };
}

/** ISO 8601 week dates: week 1 is the one with 4 January in it. */
function weekDay(match: RegExpExecArray | null): Day | null {
  if (match === null) return null;
  const year = Number(match[1]);
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  const offset = (Number(match[2]) - 1) * 7 + Number(match[3] ?? 1) - 1;
  const date = new Date(Date.UTC(year, 0, monday + offset));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const time =
  /(\d{1,2})[:h](\d{1,2})(?:[:m](\d{1,2})(?:[.,:](\d{1,9}))?s?)?(?![\d:])\s*([ap]\.?\s?m\b\.?)?/i;
/** `T101530Z`, only where a time must be. */
const compactTime = /^(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?(?!\d)/;
const hourOnly = /^(\d{1,2})(?=\s*(?:$|Z|[ap]\.?m|[+-]\d))/i;
const morning = /오전|上午|午前|π\.?μ\.?/i;
const afternoon = /오후|下午|午後|μ\.?μ\.?/i;

/** A day and the text of a time after it. */
function withTime(day: Day, text: string): number | null {
  const match = time.exec(text) ?? compactTime.exec(text) ?? hourOnly.exec(text);
  if (match === null) return instant(day, 0);
  const clock = clockTime(match, text);
  if (clock === null) return null;
  return inZone(day, clock, text.slice(match.index + match[0].length));
}

/** Milliseconds into the day, or null when there is no such time. */
function clockTime(match: RegExpExecArray, text: string): number | null {
  let hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  const seconds = Math.min(Number(match[3] ?? 0), 59);
  const fraction = match[4] === undefined ? 0 : Math.floor(Number(`0.${match[4]}`) * 1000);
  const isAfternoon = /^p/i.test(match[5] ?? "") || afternoon.test(text);
  const isMorning = /^a/i.test(match[5] ?? "") || morning.test(text);
  if (isAfternoon && hours < 12) hours += 12;
  if (isMorning && hours === 12) hours = 0;
  if (hours > 24 || minutes > 59 || Number(match[3] ?? 0) > 61) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
}

const numericZone = /^\s*\(?(?:GMT|UTC|UT|Z)?\s*([+\-−–])\s*(\d{1,2}):?(\d{2})?(?::\d{2})?(?!\d)/i;
const namedZone = /([A-Za-z]+(?:_[A-Za-z]+)*\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)/;
const zoneWord = /[A-Za-z]{1,5}/g;

/** The instant of a local day and time in the zone that the text names; UTC when it names none. */
function inZone(day: Day, clock: number, text: string): number | null {
  const local = instant(day, clock);
  if (local === null || text.trim() === "") return local;
  const numeric = numericZone.exec(text);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    // Beyond any zone of the world: noise.
    if (minutes > 18 * 60) return local;
    return local - (numeric[1] === "+" ? minutes : -minutes) * 60_000;
  }
  const named = namedZone.exec(text)?.[1];
  const offset = named === undefined ? undefined : namedZoneOffset(named, local);
  if (offset !== undefined) return local - offset * 60_000;
  for (const [word] of text.matchAll(zoneWord)) {
    const minutes = zoneOffset(word);
    if (minutes !== undefined) return local - minutes * 60_000;
  }
  return local;
}

/** Everything that is not ISO: a time anywhere, a month by name or three numbers, in any order. */
function parseWritten(text: string): number | null {
  const match = time.exec(text);
  const before = match === null ? text : text.slice(0, match.index);
  const after = match === null ? "" : text.slice(match.index + match[0].length);
  const day = writtenDay(before) ?? writtenDay(`${before} ${withoutZone(after)}`);
  if (day === null) return null;
  if (match === null) return instant(day, 0);
  const clock = clockTime(match, text);
  return clock === null ? null : inZone(day, clock, after);
}

/** `Thu Jan 1 19:48:21 +0100 2004`: the zone's digits are not part of the date. */
function withoutZone(text: string): string {
  return text.replace(/[+-]\d{2}:?\d{2}(?!\d)/, " ");
}

function writtenDay(text: string): Day | null {
  const numbers: string[] = [];
  let month: number | undefined;
  /** How many numbers stood before the name of the month. */
  let numbersBefore = 0;
  for (const [token] of text.matchAll(/\d+|\p{L}[\p{L}\p{M}.]*/gu)) {
    if (/^\d/.test(token)) numbers.push(token);
    else if (month === undefined) {
      month = monthNumber(token);
      if (month !== undefined) numbersBefore = numbers.length;
    }
  }
  if (month === undefined) return numericDay(text, numbers);
  const [first, second] = numbers;
  if (first === undefined) return null;
  // `2004 Jan 1`, `1 Jan 2004`, `Jan 1 2004`, `Jan 2004`
  if (second === undefined) {
    return first.length === 4 ? { year: Number(first), month, day: 1 } : null;
  }
  const yearFirst = first.length > 2 || (Number(first) > 31 && numbersBefore === 1);
  return yearFirst
    ? { year: fullYear(first), month, day: Number(second) }
    : { year: fullYear(second), month, day: Number(first) };
}

/** Three numbers: the year by its length, and which is the month by what is possible. */
function numericDay(text: string, numbers: readonly string[]): Day | null {
  const [first = "", second = "", third = ""] = numbers;
  if (third === "") return null;
  if (first.length === 4) return ordered(fullYear(first), Number(second), Number(third));
  // With dots, and with dashes, the day comes first; with slashes the month (United States).
  const isDayFirst = !text.includes("/");
  return isDayFirst
    ? ordered(fullYear(third), Number(second), Number(first))
    : ordered(fullYear(third), Number(first), Number(second));
}

function ordered(year: number, month: number, day: number): Day {
  return month > 12 && day <= 12 ? { year, month: day, day: month } : { year, month, day };
}

/** Two-digit years: 00–49 are of this century. Three digits come from programs that count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  if (digits.length === 3) return 1900 + year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/**
 * Milliseconds since 1970 of a day and a time in UTC; null for what is no date. Years before 1000 are
 * the zero values of programs; 31 June is read as 1 July.
 */
function instant({ year, month, day }: Day, clock: number): number | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() + clock;
}
