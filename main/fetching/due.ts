import type { VisitReason } from "../../preload/contract/contract.ts";
import { afterSkipped, type SkipWishes } from "./skipped.ts";

const minute = 60_000;
/** Clocks are set back by as much now and then, and nothing is wrong with the plan. */
const clockTolerance = 60 * minute;

/** Longer than any plan: a week, its jitter, and a week of hours that are to be skipped. */
const longestPlan = 16 * 24 * 60 * minute;

/** What is known of a title's visits; `undefined` in their place: never visited. */
export interface VisitFacts {
  readonly lastVisit: number | null;
  readonly nextVisit: number;
  readonly nextVisitReason: VisitReason;
  /** Hours and days (UTC) in which the publisher wants no visits. */
  readonly wishes?: SkipWishes | null;
}

/**
 * When the plan calls for a visit: not in hours that are to be skipped, should the planned one have
 * passed while the machine slept. A last visit in the future was noted while the clock was wrong;
 * so was the plan, and so was one for a future that nobody plans for. It is made anew by a visit
 * now, unless the title is gone for good.
 */
export function dueAt(visit: VisitFacts | undefined, now: number): number {
  if (visit === undefined) return 0;
  const isFromFuture = visit.lastVisit !== null && visit.lastVisit > now + clockTolerance;
  const isWrong = isFromFuture || visit.nextVisit > now + longestPlan;
  const planned = isWrong && visit.nextVisitReason !== "gone" ? 0 : visit.nextVisit;
  if (planned > now) return planned;
  const welcome = afterSkipped(now, visit.wishes ?? null);
  return welcome > now ? welcome : planned;
}

/** Whether the plan calls for a visit now. */
export function isDue(visit: VisitFacts | undefined, now: number): boolean {
  return dueAt(visit, now) <= now;
}

/**
 * From when a person's wish to refresh may go before the plan. One title by name: once a minute.
 * Many at once: only where the publisher set no time itself, and not over and over.
 */
export function mayVisitAt(
  visit: VisitFacts | undefined,
  asked: "one" | "many",
  now: number,
): number {
  if (visit === undefined || visit.lastVisit === null) return 0;
  const pause = asked === "one" ? minute : pauseOfMany(visit.nextVisitReason);
  const wish = visit.nextVisitReason === "host-asks" ? Infinity : visit.lastVisit + pause;
  return Math.min(dueAt(visit, now), wish);
}

/** Whether a person's wish to refresh may go before the plan. */
export function mayVisitNow(
  visit: VisitFacts | undefined,
  asked: "one" | "many",
  now: number,
): boolean {
  return mayVisitAt(visit, asked, now) <= now;
}

/** How long after a visit a wish for many titles at once counts for one of them. */
function pauseOfMany(reason: VisitReason): number {
  switch (reason) {
    case "host-asks":
    case "gone":
    case "merged":
    case "publisher-asks":
      return Infinity;
    case "never-visited":
    case "interval":
    case "rhythm":
    case "backing-off":
      return 5 * minute;
    case "no-validator":
      return 60 * minute;
  }
}
