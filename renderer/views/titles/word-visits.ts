import type { FeedFailure } from "../../../preload/contract/contract.ts";
import { formatDue, formatNearDate } from "../../text/formats.ts";
import { t } from "../../text/text.ts";
import type { TitleEntry } from "./title-entry.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** Waits are spread by up to a tenth, so that visits do not bunch. */
const spread = 1.1;
/** Pauses that publishers ask for, in minutes. */
const usualWaits = [1440, 720, 480, 360, 240, 180, 120, 90, 60, 45, 30, 20, 15, 10];

/** How the last visit of a title went, in a word or two. */
export function wordOutcome({ feed, record }: TitleEntry): string {
  if (feed.nextVisitReason === "gone") return t("titles.outcome.gone");
  if (feed.failure !== null) return wordFailureShortly(feed.failure);
  if (feed.lastVisit === null) return t("titles.outcome.unvisited");
  if (feed.nextVisitReason === "merged") return t("titles.outcome.merged");
  const brought = record?.brought ?? null;
  if (brought !== null && brought > 0) return t("titles.outcome.brought", { count: brought });
  const isUnchanged = brought === 0 || record?.lastStatus === 304;
  return t(isUnchanged ? "titles.outcome.nothing" : "titles.outcome.visited");
}

/** When a title is visited next and why then: “14:20: the publisher asks for an hour …”. */
export function wordNext({ feed, record }: TitleEntry, now: number): string {
  const { failure, lastVisit, nextVisit, nextVisitReason } = feed;
  if (nextVisitReason === "gone") return t("titles.next.never");
  const pausedUntil = record?.hostPausedUntil ?? 0;
  if (pausedUntil > Math.max(now, nextVisit ?? 0))
    return t("titles.next.hostAsks", { time: formatNext(pausedUntil, now) });
  if (nextVisit === null || nextVisit <= now) return t("titles.next.soon");
  const time = formatNext(nextVisit, now);
  switch (nextVisitReason) {
    case "never-visited":
      return t("titles.next.soon");
    case "interval":
      return t("titles.next.interval", { time });
    case "rhythm":
      return t("titles.next.rhythm", { time });
    case "publisher-asks":
      return t("titles.next.publisherAsks", {
        time,
        wait: wordWait(nextVisit - (lastVisit ?? now)),
      });
    case "no-validator":
      return t("titles.next.noValidator", { time });
    case "backing-off":
      return t("titles.next.backingOff", {
        time,
        since: formatNearDate(failure?.since ?? now, now),
      });
    case "host-asks":
      return t("titles.next.hostAsks", { time });
    case "merged":
      return t("titles.next.merged", { time });
  }
}

/** When something is due: further away than the days of a week have names for, with its date. */
export function formatNext(moment: number, now: number): string {
  return moment - now < 6 * day ? formatDue(moment, now) : formatNearDate(moment, now);
}

/** A pause between visits, as a publisher would name it: “an hour”, “30 minutes”. */
function wordWait(milliseconds: number): string {
  const exact = milliseconds / minute;
  const usual = usualWaits.find((wait) => wait <= exact + 1 && exact <= wait * spread + 1);
  const minutes = usual ?? (exact < 120 ? Math.round(exact) : Math.round(exact / 60) * 60);
  if (minutes === 60) return t("titles.wait.hour");
  if (minutes === 1440) return t("titles.wait.day");
  return minutes % 60 === 0
    ? t("titles.wait.hours", { count: minutes / 60 })
    : t("titles.wait.minutes", { count: minutes });
}

function wordFailureShortly({ code, details }: FeedFailure): string {
  const status = Number(details.status ?? 0);
  switch (code) {
    case "http-status":
      return wordStatus(status);
    case "unreachable":
      return t("titles.outcome.unreachable");
    case "timed-out":
      return t("titles.outcome.timedOut");
    case "not-a-feed":
    case "no-feed-found":
      return t("titles.outcome.noFeed");
    case "too-large":
      return t("titles.outcome.tooLarge");
    case "secret-missing":
      return t("titles.outcome.secretMissing");
    case "refused-address":
      return t("titles.outcome.refusedAddress");
    default:
      return t("titles.outcome.failed");
  }
}

/** A status is a name, not a quantity: never with a thousands separator. */
function wordStatus(number: number): string {
  const status = String(number);
  if (number === 410) return t("titles.outcome.gone");
  if (number === 404) return t("titles.outcome.missing", { status });
  if (number === 429 || number === 503) return t("titles.outcome.busy", { status });
  if (number >= 500) return t("titles.outcome.serverError", { status });
  return number === 0 ? t("titles.outcome.failed") : t("titles.outcome.refused", { status });
}
