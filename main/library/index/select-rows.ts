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

/** Rows that come one after the other; room for all of them is made only when they come. */
class RowList {
  readonly #most: number;
  #rows: Uint32Array;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
    this.#rows = new Uint32Array(Math.min(most, 4096));
  }

  add(row: number): void {
    if (this.#count === this.#rows.length) {
      const larger = new Uint32Array(Math.min(this.#most, this.#rows.length * 4));
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#count++] = row;
  }

  all(): Uint32Array {
    // A short list must not hold the room that was made for a longer one.
    return this.#count * 2 > this.#rows.length
      ? this.#rows.subarray(0, this.#count)
      : this.#rows.slice(0, this.#count);
  }
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
  const rows = new RowList(parts.index.length);
  eachRow(parts, query.order, conditionsOf(parts, query, tagged), rows, null);
  return rows.all();
}

/** How many rows a query gives now that are not `held`. */
export function countRowsBeside(
  parts: Parts,
  query: TimelineQuery,
  held: RowSet,
  tagged: Uint32Array | null,
): number {
  return eachRow(parts, query.order, conditionsOf(parts, query, tagged), null, held);
}

/** One plain loop over all rows: a list of a million articles must not take longer than a blink. */
function eachRow(
  { index }: Parts,
  direction: TimelineQuery["order"],
  { wanted, unwanted, titles, others, section, tagged }: Conditions,
  into: RowList | null,
  held: RowSet | null,
): number {
  const { flags, feed, section: sections } = index.columns;
  const { length, order } = index;
  const known = titles.length;
  let count = 0;
  // By number: an iterator would take several times as long until the engine has warmed up.
  const [last, step] = direction === "newest" ? [length - 1, -1] : [0, 1];
  for (let left = length, at = last; left > 0; left--, at += step) {
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
    if (into !== null) into.add(row);
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
