import type { FeedId, TimelineQuery } from "../../../preload/contract/contract.ts";
import { flag } from "./article-index.ts";
import { sectionCode } from "../editions/article-record.ts";
import type { Parts } from "../parts.ts";

/** Rows as bits, for asking whether a list holds one. */
export type RowSet = Uint8Array;

export function rowSet(rows: Uint32Array, length: number): RowSet {
  const set = new Uint8Array((length + 7) >> 3);
  const count = rows.length;
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    set[row >> 3] = (set[row >> 3] ?? 0) | (1 << (row & 7));
  }
  return set;
}

/** What a query asks of a row, as tables and bits. */
interface Conditions {
  readonly wanted: number;
  readonly unwanted: number;
  /** By title: the section of its articles that have none, plus 1; 0: the title is not listed. */
  readonly titles: Uint8Array;
  /** Whether titles that are not in the table are listed too. */
  readonly others: boolean;
  readonly section: number;
  readonly tagged: RowSet | null;
}

/**
 * The rows that a query gives now, in its order. `tagged`: rows out of the cache that carry the
 * scope's tag; null for other scopes.
 */
export function selectRows(
  parts: Parts,
  query: TimelineQuery,
  tagged: Uint32Array | null,
): Uint32Array {
  const { index } = parts;
  const rows = new Uint32Array(index.length);
  const count = eachRow(parts, conditionsOf(parts, query, tagged), rows, null);
  const selected = rows.slice(0, count);
  return query.order === "newest" ? selected.reverse() : selected;
}

/** How many rows a query gives now that are not `held`. */
export function countRowsBeside(
  parts: Parts,
  query: TimelineQuery,
  held: RowSet,
  tagged: Uint32Array | null,
): number {
  return eachRow(parts, conditionsOf(parts, query, tagged), null, held);
}

/** One plain loop over all rows: a list of a million articles must not take longer than a blink. */
function eachRow(
  { index }: Parts,
  { wanted, unwanted, titles, others, section, tagged }: Conditions,
  into: Uint32Array | null,
  held: RowSet | null,
): number {
  const { flags, feed, section: sections } = index.columns;
  const { length, order } = index;
  const known = titles.length;
  let count = 0;
  // By number: an iterator would take several times as long until the engine has warmed up.
  for (let at = 0; at < length; at++) {
    const row = order[at] ?? 0;
    const bits = flags[row] ?? 0;
    if ((bits & wanted) !== wanted || (bits & unwanted) !== 0) continue;
    const title = feed[row] ?? 0;
    const listed = title < known ? (titles[title] ?? 0) : 0;
    if (listed === 0 && !others) continue;
    // An article without a section of its own is in its title's.
    if (section !== 0 && ((sections[row] ?? 0) || listed - 1) !== section) continue;
    if (tagged !== null && (((tagged[row >> 3] ?? 0) >> (row & 7)) & 1) === 0) continue;
    if (held !== null && (((held[row >> 3] ?? 0) >> (row & 7)) & 1) === 1) continue;
    if (into !== null) into[count] = row;
    count++;
  }
  return count;
}

function conditionsOf(
  { index, sources, tags }: Parts,
  { scope, filter }: TimelineQuery,
  tagged: Uint32Array | null,
): Conditions {
  const areBookmarks = scope.kind === "bookmarks";
  const titles = new Uint8Array(index.tally.highestFeed() + 1);
  for (const { id, folderId, section } of sources.followed)
    if (isInScope(scope, id, folderId) && id < titles.length) titles[id] = sectionCode(section) + 1;
  return {
    wanted: areBookmarks || filter === "bookmarked" ? flag.bookmarked : 0,
    unwanted: flag.gone | (areBookmarks ? 0 : flag.hidden) | (filter === "unread" ? flag.read : 0),
    titles,
    // A bookmark stays when its title is no longer followed.
    others: areBookmarks,
    section: scope.kind === "section" ? sectionCode(scope.section) : 0,
    tagged:
      scope.kind === "tag" && tagged !== null ? tags.rowsOf(scope.tag, tagged, index.length) : null,
  };
}

function isInScope(scope: TimelineQuery["scope"], id: FeedId, folderId: number | null): boolean {
  switch (scope.kind) {
    case "feed":
      return id === scope.feedId;
    case "folder":
      return folderId === scope.folderId;
    case "all":
    case "bookmarks":
    case "section":
    case "tag":
      return true;
  }
}
