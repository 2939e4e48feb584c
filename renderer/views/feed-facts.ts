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

/** When a title is visited next and why then; empty when it is not known. */
export function wordNextVisit({ nextVisit, nextVisitReason }: FeedSummary, now: number): string {
  if (nextVisit === null) return "";
  const time = formatDue(nextVisit, now);
  return t("sources.nextVisit", { time, why: t(`visit.${nextVisitReason}`) });
}
