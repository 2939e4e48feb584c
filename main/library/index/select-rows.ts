import type { ArticleId, FeedId, TimelineQuery } from "../../../preload/contract/contract.ts";
import { flag } from "./article-index.ts";
import { sectionCode } from "../editions/article-record.ts";
import type { Parts } from "../parts.ts";

/** Rows for which a list has room at first. */
const smallestRoom = 4096;

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

/** Whether a list is of bookmarks alone, which know when they were set. */
export function areBookmarks({ kind }: TimelineQuery["scope"]): boolean {
  return kind === "bookmarks" || kind === "own-tag";
}

/**
 * The rows that a query gives now, by publication as its order says. `tagged`: rows out of the cache that carry the
 * scope's tag; null for other scopes.
 */
export function selectRows(
  parts: Parts,
  query: TimelineQuery,
  tagged: Uint32Array | null,
): Uint32Array {
  return collectRows(parts, query.order, conditionsOf(parts, query, tagged), null);
}

/** How many rows a query gives now that are not `held`. */
export function countRowsBeside(
  parts: Parts,
  query: TimelineQuery,
  held: RowSet,
  tagged: Uint32Array | null,
): number {
  return collectRows(parts, query.order, conditionsOf(parts, query, tagged), held).length;
}

/**
 * The rows that meet the conditions and are not `held`. One plain loop over numbers: a list of a
 * million articles must not take longer than a blink. Room is made as rows come. Where rows are
 * only counted they are taken as they lie in memory, which is many times as fast as their order.
 */
function collectRows(
  { index }: Parts,
  direction: TimelineQuery["order"],
  { wanted, unwanted, titles, others, section, tagged }: Conditions,
  held: RowSet | null,
): Uint32Array {
  const { flags, feed, section: sections } = index.columns;
  const { length } = index;
  const order = held === null ? index.order : null;
  const known = titles.length;
  let rows = new Uint32Array(Math.min(length, smallestRoom));
  let count = 0;
  const [start, step] = direction === "oldest" ? [0, 1] : [length - 1, -1];
  for (let left = length, at = start; left > 0; left--, at += step) {
    const row = order === null ? at : (order[at] ?? 0);
    const bits = flags[row] ?? 0;
    if ((bits & wanted) !== wanted || (bits & unwanted) !== 0) continue;
    const title = feed[row] ?? 0;
    const listed = title < known ? (titles[title] ?? 0) : 0;
    if (listed === 0 && !others) continue;
    // An article without a section of its own is in its title's.
    if (section !== 0 && ((sections[row] ?? 0) || listed - 1) !== section) continue;
    if (tagged !== null && (((tagged[row >> 3] ?? 0) >> (row & 7)) & 1) === 0) continue;
    if (held !== null && (((held[row >> 3] ?? 0) >> (row & 7)) & 1) === 1) continue;
    if (count === rows.length) {
      const larger = new Uint32Array(Math.min(length, count * 4));
      larger.set(rows);
      rows = larger;
    }
    rows[count++] = row;
  }
  // A short list must not hold the room that was made for a longer one.
  return count * 2 > rows.length ? rows.subarray(0, count) : rows.slice(0, count);
}

function conditionsOf(
  { details, index, sources, tags }: Parts,
  { scope, filter }: TimelineQuery,
  tagged: Uint32Array | null,
): Conditions {
  const ofBookmarks = areBookmarks(scope);
  const titles = new Uint8Array(index.tally.highestFeed() + 1);
  for (const { id, folderId, section } of sources.followed)
    if (isInScope(scope, id, folderId) && id < titles.length) titles[id] = sectionCode(section) + 1;
  return {
    wanted: ofBookmarks || filter === "bookmarked" ? flag.bookmarked : 0,
    unwanted: flag.gone | (ofBookmarks ? 0 : flag.hidden) | (filter === "unread" ? flag.read : 0),
    titles,
    // A bookmark stays when its title is no longer followed.
    others: ofBookmarks,
    section: scope.kind === "section" ? sectionCode(scope.section) : 0,
    tagged:
      scope.kind === "own-tag"
        ? rowSet(rowsOf(index, details.withTag(scope.tag)), index.length)
        : scope.kind === "tag" && tagged !== null
          ? tags.rowsOf(scope.tag, tagged, index.length)
          : null,
  };
}

function rowsOf(index: Parts["index"], ids: readonly ArticleId[]): Uint32Array {
  return Uint32Array.from(ids.flatMap((id) => index.rowOf(id) ?? []));
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
    case "own-tag":
    case "tag":
      return true;
  }
}
