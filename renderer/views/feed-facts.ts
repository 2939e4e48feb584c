import type { FeedFailure, FeedSummary } from "../../preload/contract/contract.ts";
import { formatDue, formatFullDate } from "../text/formats.ts";
import { t, wordError } from "../text/text.ts";

/** Why a title fails and since when, in words. */
export function wordFailure(failure: FeedFailure): string {
  return t("sources.failingSince", {
    reason: wordError(failure),
    count: failure.attempts,
    since: formatFullDate(failure.since),
  });
}

/** A title's facts for whoever stays at it: name, address, why it fails, when it is visited next. */
export function wordTooltip(feed: FeedSummary, now: number): string {
  const lines = [feed.title, feed.address];
  if (feed.failure !== null) lines.push(wordFailure(feed.failure));
  const next = wordNextVisit(feed, now);
  if (next !== "") lines.push(next);
  return lines.join("\n");
}

/** When a title is visited next and why then; empty when it is not known. */
export function wordNextVisit(feed: FeedSummary, now: number): string {
  const { nextVisit, nextVisitReason } = feed;
  // Without its secret no visit is made, whatever the plan says.
  if (nextVisit === null || feed.failure?.code === "secret-missing") return "";
  const time = formatDue(nextVisit, now);
  return t("sources.nextVisit", { time, why: t(`visit.${nextVisitReason}`) });
}
