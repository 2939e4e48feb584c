/** How often a title publishes, and what that means for visits. Pure; all in milliseconds. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What is known of a title's rhythm after it was read. */
export interface Rhythm {
  /** Between two occasions on which it published, as it usually is. */
  readonly gap: number;
  /** When it last published. */
  readonly newest: number;
}

/** Articles that are looked at: what was long ago tells little. */
const articlesAtMost = 30;
/** What comes within so long is one occasion: many publish a day's or a week's articles at once. */
const occasion = hour;
/** Fewer occasions tell nothing. */
const occasionsAtLeast = 3;
/** Visits for each usual gap, so that an article waits for an eighth of it on average. */
const visitsPerGap = 4;
const longestWait = day;

/**
 * The rhythm in a feed's publication times, in any order; null when they tell none: too few, all at
 * once, or several within every hour. The usual gap is the median, which one old article that was
 * pinned to the top does not move.
 */
export function rhythmOf(published: readonly (number | null)[], now: number): Rhythm | null {
  const moments = published
    .filter((moment) => moment !== null && moment <= now)
    .map(Number)
    .sort((one, other) => other - one)
    .slice(0, articlesAtMost);
  const [newest] = moments;
  if (newest === undefined) return null;
  const gaps: number[] = [];
  let last = newest;
  for (const moment of moments) {
    if (last - moment <= occasion) continue;
    gaps.push(last - moment);
    last = moment;
  }
  if (gaps.length + 1 < occasionsAtLeast) return null;
  const gap = gaps.sort((one, other) => one - other)[Math.floor((gaps.length - 1) / 2)] ?? 0;
  return { gap, newest };
}

/**
 * How long to wait for a title of this rhythm: a quarter of its usual gap, or of its silence where
 * that is longer already; a day at most.
 */
export function rhythmWait(rhythm: Rhythm | null, now: number): number {
  if (rhythm === null) return 0;
  return Math.min(longestWait, Math.max(rhythm.gap, now - rhythm.newest) / visitsPerGap);
}
