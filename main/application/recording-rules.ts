import type { StoredRecording } from "../library/library.ts";

const day = 86_400_000;
/** Seconds at the end that nobody listens to. */
const closingSeconds = 20;

/** Whether a person heard or saw it to its end. */
export function isHeard({ position, duration }: StoredRecording): boolean {
  return duration !== null && duration > 0 && position >= duration - closingSeconds;
}

/**
 * Whether a title's rule lets a recording go that it has kept: it was heard to the end the day
 * before or earlier, or newer ones have taken its place and nobody is in the middle of it. What a
 * person asked for, or bookmarked, is never let go by a rule.
 */
export function isLetGo(
  entry: StoredRecording,
  { isNewest, isBookmarked, now }: { isNewest: boolean; isBookmarked: boolean; now: number },
): boolean {
  if (entry.wish !== "rule" || isBookmarked) return false;
  const sincePlayed = now - (entry.playedAt ?? 0);
  if (entry.state === "kept" && isHeard(entry)) return sincePlayed > day;
  const isBegun = entry.position > 30 && sincePlayed < 14 * day;
  return !isNewest && !(entry.state === "kept" && isBegun);
}
