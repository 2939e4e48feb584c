import type { Retention } from "../../../preload/contract/contract.ts";
import type { Feed } from "../types.ts";

const dayLength = 86_400_000;
/** How long an unfollowed title's articles are kept, in milliseconds. */
const formerTime = 30 * dayLength;

/** What is kept, and from which moment ages count. */
export interface Rules {
  /** For titles that have no rules of their own. */
  readonly retention: Retention;
  /** Megabytes (10^6 bytes) for everything; null: no limit. */
  readonly sizeBudget: number | null;
  /** Megabytes that the pictures of one title may take; null: no limit. */
  readonly pictureCap: number | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly moment: number;
}

/** A title's rules, ready for comparing. */
export interface TitleRule {
  /** Articles that arrived before this day go. */
  readonly oldestDay: number;
  /** So many of the newest stay. */
  readonly count: number;
  readonly keepsUnread: boolean;
  /** It was unfollowed long ago: nothing of it is kept. */
  readonly isOver: boolean;
}

export function ruleOf(feed: Feed | undefined, { retention, moment }: Rules): TitleRule {
  const { days, articles, keepUnread } = feed?.retention ?? retention;
  const unfollowedAt = feed?.unfollowedAt ?? null;
  return {
    oldestDay: days === null ? -Infinity : Math.floor(moment / dayLength) - days,
    count: articles ?? Infinity,
    keepsUnread: keepUnread,
    isOver: unfollowedAt !== null && moment - unfollowedAt >= formerTime,
  };
}
