import {
  formatAge,
  formatBytes,
  formatCount,
  formatNearDate,
  formatShortDate,
} from "../../text/formats.ts";
import { t, wordError } from "../../text/text.ts";
import { wordRetention } from "../settings/word-retention.ts";
import type { TitleEntry } from "./title-entry.ts";
import { wordNext, wordOutcome } from "./word-visits.ts";

/** How the last visit went, with the reason where it failed, and when the next one is due. */
export function wordVisitFacts(entry: TitleEntry, now: number): readonly string[] {
  const { failure, lastVisit, nextVisitReason } = entry.feed;
  const next = t("titles.fact.next", { next: wordNext(entry, now) });
  if (lastVisit === null) return [t("titles.fact.unvisited"), next];
  if (nextVisitReason === "gone") return [t("titles.fact.gone")];
  const age = formatAge(lastVisit, now);
  if (failure !== null) {
    const reason = wordError(failure);
    const { attempts: count, since } = failure;
    return [
      t("titles.fact.failing", { age, reason, count, since: formatNearDate(since, now) }),
      next,
    ];
  }
  if (nextVisitReason === "merged") return [t("titles.fact.merged"), next];
  return [t("titles.fact.read", { age, outcome: wordOutcome(entry) }), next];
}

/** What has come of a title, how much of that is on this disk, and how long it stays. */
export function wordArticleFacts({ feed, record }: TitleEntry, now: number): readonly string[] {
  const kept =
    feed.retention === null
      ? t("titles.fact.keptUsually")
      : t("titles.fact.keptOwn", { rules: wordRetention(feed.retention) });
  if (record === null) return [kept];
  const added = t("titles.fact.added", { date: formatShortDate(record.addedAt) });
  if (record.newest === null) return [t("titles.fact.noArticles"), kept, added];
  return [
    wordRhythm(record.articlesAWeek, formatNearDate(record.newest, now)),
    wordReady(record.ready, feed.total, formatBytes(record.bytes)),
    kept,
    added,
  ];
}

/** What else there is to know: secrets and sign-ins. */
export function wordAccessFacts({ feed }: TitleEntry): readonly string[] {
  return [
    ...(feed.isPrivate ? [t("titles.fact.private")] : []),
    ...(feed.signedIn ? [t("titles.fact.signedIn")] : []),
  ];
}

function wordRhythm(articlesAWeek: number | null, newest: string): string {
  if (articlesAWeek === null) return t("titles.fact.newest", { newest });
  const count = Math.round(articlesAWeek);
  return count === 0
    ? t("titles.fact.seldom", { newest })
    : t("titles.fact.weekly", { count, newest });
}

function wordReady(ready: number, total: number, size: string): string {
  return ready >= total
    ? t("titles.fact.allReady", { count: total, size })
    : t("titles.fact.ready", { ready: formatCount(ready), total: formatCount(total), size });
}
