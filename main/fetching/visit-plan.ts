/** When a title may be visited again: the rules of good manners as one pure function. */
import type { ErrorCode, FeedFailure, VisitReason } from "../../preload/contract/contract.ts";
import { afterSkipped, type SkipWishes } from "./skipped.ts";
import { rhythmWait, type Rhythm } from "./rhythm.ts";

/** All durations in milliseconds, all moments since 1970-01-01 UTC. */
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The last moment that `Date` knows: never. */
export const never = 8.64e15;

/** How a visit ended. */
export type VisitOutcome =
  | {
      /** A feed came, or the stored one is still good. */
      readonly kind: "read";
      readonly hasValidator: boolean;
      readonly freshSeconds: number | null;
    }
  | {
      /** An answer that is no feed, or none at all. */
      readonly kind: "failed";
      readonly code: ErrorCode;
      readonly details: Readonly<Record<string, string | number>>;
      readonly status: number | null;
      /** What `Retry-After` says, with 429 and 503. */
      readonly retryAfter: number | null;
    }
  | {
      /** Its host, or one that it leads to, wanted to be left alone: it was not asked. */
      readonly kind: "postponed";
      readonly until: number;
    };

/** What the plan depends on. */
export interface VisitCircumstances {
  readonly now: number;
  /** The person's setting. */
  readonly refreshMinutes: number;
  readonly wishes: (SkipWishes & { readonly waitMinutes: number | null }) | null;
  /** How often the title publishes; null when that is not known. */
  readonly rhythm: Rhythm | null;
  readonly lastFailure: FeedFailure | null;
  /** Pauses of this host in a row, before this visit. */
  readonly hostPauses: number;
  /** 0 to 1; spreads visits so that they do not bunch. */
  readonly random: number;
}

export interface VisitPlan {
  readonly nextVisit: number;
  readonly reason: VisitReason;
  readonly failure: FeedFailure | null;
}

/** The publisher may ask for up to a day; more is a mistake of its server. */
const longestWish = day;

function readPlan(
  outcome: Extract<VisitOutcome, { kind: "read" }>,
  circumstances: VisitCircumstances,
): VisitPlan {
  const { now, wishes } = circumstances;
  const own = circumstances.refreshMinutes * minute;
  const wished = Math.min(
    longestWish,
    Math.max((wishes?.waitMinutes ?? 0) * minute, (outcome.freshSeconds ?? 0) * 1000),
  );
  const unverifiable = outcome.hasValidator ? 0 : day;
  const rhythm = rhythmWait(circumstances.rhythm, now);
  const wait = Math.max(own, wished, unverifiable, rhythm);
  const reason = reasonFor(wait, { wished, unverifiable, rhythm, own });
  const spread = wait * 0.1 * circumstances.random;
  const nextVisit = afterSkipped(now + wait + spread, wishes);
  const isMoved = nextVisit !== now + wait + spread;
  return {
    nextVisit,
    reason: isMoved ? "publisher-asks" : reason,
    failure: null,
  };
}

/** Which of the waits made it so long; where several did, what the publisher says counts. */
function reasonFor(
  wait: number,
  waits: Readonly<Record<"own" | "wished" | "unverifiable" | "rhythm", number>>,
): VisitReason {
  if (wait === waits.own) return "interval";
  if (wait === waits.wished) return "publisher-asks";
  return wait === waits.unverifiable ? "no-validator" : "rhythm";
}

/**
 * Until when a host that answered 429 or 503 is left alone: as long as it asks for, a week at most;
 * when it does not say, ten minutes, doubled with each pause in a row before.
 */
export function pauseUntil(retryAfter: number | null, hostPauses: number, now: number): number {
  const asked = retryAfter ?? 0;
  const unasked = now + 10 * minute * 2 ** Math.min(hostPauses, 8);
  return Math.min(now + 7 * day, asked > now ? asked : unasked);
}

/**
 * A title that moved to where another followed title is: its articles come there, so it is only
 * looked at now and then, in case that it is a title of its own again.
 */
export function planMerged(now: number, random: number): Omit<VisitPlan, "failure"> {
  return { nextVisit: now + 7 * day * (1 + 0.1 * random), reason: "merged" };
}

function failurePlan(
  outcome: Extract<VisitOutcome, { kind: "failed" }>,
  circumstances: VisitCircumstances,
): VisitPlan {
  const { now, lastFailure } = circumstances;
  const attempts = (lastFailure?.attempts ?? 0) + 1;
  const failure: FeedFailure = {
    code: outcome.code,
    details: { ...outcome.details },
    attempts,
    since: lastFailure?.since ?? now,
  };
  const spread = 1 + 0.1 * circumstances.random;
  const { status } = outcome;
  if (status === 410) {
    return { nextVisit: never, reason: "gone", failure };
  }
  if (status === 429 || status === 503) {
    const until = pauseUntil(outcome.retryAfter, circumstances.hostPauses, now);
    return { nextVisit: until, reason: "host-asks", failure };
  }
  // What is missing or forbidden seldom comes back soon: daily, after a week of that weekly.
  const isMissing = status !== null && status >= 400 && status < 500;
  const wait = isMissing
    ? attempts <= 7
      ? day
      : 7 * day
    : Math.min(day, circumstances.refreshMinutes * minute * 2 ** Math.min(attempts - 1, 6));
  return { nextVisit: now + wait * spread, reason: "backing-off", failure };
}

/** Decides when a title is due after a visit (FETCHING rules; RFC 9111, RFC 6585, RSS 2.0). */
export function planVisit(outcome: VisitOutcome, circumstances: VisitCircumstances): VisitPlan {
  switch (outcome.kind) {
    case "read":
      return readPlan(outcome, circumstances);
    case "failed":
      return failurePlan(outcome, circumstances);
    case "postponed":
      return {
        nextVisit: outcome.until,
        reason: "host-asks",
        failure: circumstances.lastFailure,
      };
  }
}
