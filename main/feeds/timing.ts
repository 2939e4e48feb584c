/** When a publisher wants to be visited: `ttl`, the syndication module, `skipHours`, `skipDays`. */
import { childOf, childrenOf, childText, textOf, type Element } from "./tree.ts";

export interface Timing {
  readonly waitMinutes: number | null;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
}

export const noTiming: Timing = { waitMinutes: null, skipHours: [], skipDays: [] };

const minutesOfPeriod = new Map<string, number>([
  ["hourly", 60],
  ["daily", 24 * 60],
  ["weekly", 7 * 24 * 60],
  ["monthly", 30 * 24 * 60],
  ["yearly", 365 * 24 * 60],
]);

const dayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Reads the wishes of a channel; nonsense counts as not said. */
export function readTiming(channel: Element): Timing {
  return {
    waitMinutes: positive(childText(channel, "ttl")) ?? updateInterval(channel),
    skipHours: distinct(
      skipped(channel, "skiphours", "hour")
        .map(Number)
        .filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24)
        .map((hour) => hour % 24),
    ),
    skipDays: distinct(
      skipped(channel, "skipdays", "day")
        .map((day) => dayNames.indexOf(day.toLowerCase()))
        .filter((day) => day !== -1),
    ),
  };
}

function skipped(channel: Element, list: string, name: string): string[] {
  const holder = childOf(channel, list);
  return holder === undefined
    ? []
    : childrenOf(holder, name)
        .map(textOf)
        .filter((text) => text !== "");
}

function updateInterval(channel: Element): number | null {
  const period = minutesOfPeriod.get(childText(channel, "sy:updateperiod").toLowerCase());
  if (period === undefined) return null;
  return Math.max(
    1,
    Math.round(period / (positive(childText(channel, "sy:updatefrequency")) ?? 1)),
  );
}

function positive(text: string): number | null {
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
