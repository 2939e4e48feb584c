import { formatAge, formatBytes, formatCount } from "../../text/formats.ts";
import { locale, t } from "../../text/text.ts";
import type { TitleEntry } from "./title-entry.ts";
import { shareOfPages, wordPagesShortly } from "./word-pages.ts";
import { wordNext, wordOutcome } from "./word-visits.ts";

/** The columns of the manager, from the start of a line to its end. */
export const titleColumns = [
  "title",
  "folder",
  "visited",
  "outcome",
  "next",
  "weekly",
  "pages",
  "ready",
  "size",
] as const;
export type TitleColumn = (typeof titleColumns)[number];

/** By which column, and which way. */
export interface TitleOrder {
  readonly column: TitleColumn;
  readonly direction: "ascending" | "descending";
}

const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
const rates = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** What a column shows of a title; the name is shown by the view, with its icon. */
export function wordColumn(entry: TitleEntry, column: TitleColumn, now: number): string {
  const { feed, record, folder } = entry;
  switch (column) {
    case "title":
      return feed.title;
    case "folder":
      return folder;
    case "visited":
      return feed.lastVisit === null ? "–" : formatAge(feed.lastVisit, now);
    case "outcome":
      return wordOutcome(entry);
    case "next":
      return wordNext(entry, now);
    case "weekly":
      return record === null ? "" : wordRate(record.articlesAWeek);
    case "pages":
      return record === null ? "" : wordPagesShortly(record.pages);
    case "ready":
      if (record === null) return "";
      return feed.total === 0
        ? t("titles.ready.none")
        : t("titles.ready", { ready: formatCount(record.ready), total: formatCount(feed.total) });
    case "size":
      return record === null ? "" : record.bytes === 0 ? "–" : formatBytes(record.bytes);
  }
}

/** Titles in an order; those of which a column knows nothing stand last, whichever way. */
export function sortTitles(
  entries: readonly TitleEntry[],
  { column, direction }: TitleOrder,
): TitleEntry[] {
  const sign = direction === "ascending" ? 1 : -1;
  const keys = new Map(entries.map((entry) => [entry, sortKey(entry, column)]));
  const byName = (a: TitleEntry, b: TitleEntry): number =>
    collator.compare(a.feed.title, b.feed.title) || a.feed.id - b.feed.id;
  return entries.toSorted((a, b) => {
    const [first = null, second = null] = [keys.get(a), keys.get(b)];
    if (first === null || second === null)
      return Number(first === null) - Number(second === null) || byName(a, b);
    const order =
      typeof first === "number" && typeof second === "number"
        ? first - second
        : collator.compare(String(first), String(second));
    return order * sign || byName(a, b);
  });
}

/** Which way a column is first sorted: names from A on, quantities and times with the most first. */
export function usualDirection(column: TitleColumn): TitleOrder["direction"] {
  return ["title", "folder", "outcome", "next"].includes(column) ? "ascending" : "descending";
}

function sortKey(
  { feed, record, folder }: TitleEntry,
  column: TitleColumn,
): string | number | null {
  switch (column) {
    case "title":
      return feed.title;
    case "folder":
      return folder === "" ? null : folder;
    case "visited":
      return feed.lastVisit;
    case "outcome":
      return outcomeRank({ feed, record, folder });
    case "next":
      return Math.max(feed.nextVisit ?? 0, record?.hostPausedUntil ?? 0) || null;
    case "weekly":
      return record?.articlesAWeek ?? null;
    case "pages":
      return shareOfPages(record?.pages ?? null);
    case "ready":
      return record === null || feed.total === 0 ? null : record.ready / feed.total;
    case "size":
      return record?.bytes ?? null;
  }
}

/** What needs somebody's attention first; of failing titles those that fail the longest. */
function outcomeRank({ feed, record }: TitleEntry): number {
  if (feed.nextVisitReason === "gone") return -2e15;
  if (feed.failure !== null) return feed.failure.since - 1e15;
  if (feed.lastVisit === null) return 0;
  return 1 + (record?.brought ?? 0);
}

function wordRate(rate: number | null): string {
  if (rate === null) return "–";
  return rate > 0 && rate < 0.1 ? `< ${rates.format(0.1)}` : rates.format(rate);
}
