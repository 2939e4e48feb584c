import type {
  ArticleId,
  ArticleRow,
  FeedId,
  TimelineQuery,
} from "../../../preload/contract/contract.ts";
import { flag, type ArticleIndex } from "./article-index.ts";
import { sectionCode } from "../editions/article-record.ts";
import { readRows } from "../articles.ts";
import { countLocalDays } from "./local-days.ts";
import type { Parts } from "../parts.ts";
import type { Timeline } from "../types.ts";

/** A list as it was when it was asked for: row numbers of the index, in the list's order. */
export class FrozenTimeline implements Timeline {
  readonly query: TimelineQuery;
  readonly days: Timeline["days"];
  readonly rows: Uint32Array;
  readonly #parts: Parts;
  /** One bit for each row that the list holds; made when it is first needed. */
  #held: Uint8Array | null = null;

  constructor(parts: Parts, query: TimelineQuery) {
    this.#parts = parts;
    this.query = query;
    this.rows = selectRows(parts, query);
    this.days = countLocalDays(this.rows, parts.index.published);
  }

  get total(): number {
    return this.rows.length;
  }

  page(offset: number, limit: number): Promise<(ArticleRow | null)[]> {
    const start = Math.max(0, offset);
    return readRows(this.#parts, this.rows.subarray(start, start + Math.max(0, limit)));
  }

  locate(articleId: ArticleId): number | null {
    const row = this.#parts.index.rowOf(articleId);
    const at = row === undefined ? -1 : this.rows.indexOf(row);
    return at < 0 ? null : at;
  }

  nextUnread(after: number): number | null {
    const { flags } = this.#parts.index;
    for (let at = Math.max(0, after + 1); at < this.rows.length; at++)
      if (((flags[this.rows[at] ?? 0] ?? 0) & (flag.read | flag.gone)) === 0) return at;
    return null;
  }

  countNewer(): number {
    this.#held ??= holdRows(this.rows);
    let count = 0;
    for (const row of selectRows(this.#parts, this.query))
      if ((((this.#held[row >> 3] ?? 0) >> (row & 7)) & 1) === 0) count++;
    return count;
  }
}

function holdRows(rows: Uint32Array): Uint8Array {
  let highest = 0;
  for (const row of rows) highest = Math.max(highest, row);
  const held = new Uint8Array((highest >> 3) + 1);
  for (const row of rows) held[row >> 3] = (held[row >> 3] ?? 0) | (1 << (row & 7));
  return held;
}

/** The rows that a query gives now, in its order. */
function selectRows({ index, sources }: Parts, query: TimelineQuery): Uint32Array {
  const { order, flags, feed, section } = index;
  const { scope, filter } = query;
  const listed = tableOf(index, feedsInScope(sources, scope));
  const code = scope.kind === "section" ? sectionCode(scope.section) : 0;
  const feedSections = new Map<number, number>(
    sources.followed.map((one) => [one.id, sectionCode(one.section)]),
  );
  const wanted = scope.kind === "bookmarks" || filter === "bookmarked" ? flag.bookmarked : 0;
  const hidden = scope.kind === "bookmarks" ? 0 : flag.hidden;
  const unwanted = flag.gone | hidden | (filter === "unread" ? flag.read : 0);
  const rows = new Uint32Array(order.length);
  let count = 0;
  for (const row of order) {
    const bits = flags[row] ?? 0;
    if ((bits & wanted) !== wanted || (bits & unwanted) !== 0) continue;
    const of = feed[row] ?? 0;
    if (listed !== null && listed[of] !== 1) continue;
    // An article without a section of its own is in its title's.
    if (code !== 0 && ((section[row] ?? 0) || feedSections.get(of)) !== code) continue;
    rows[count++] = row;
  }
  const selected = rows.slice(0, count);
  return query.order === "newest" ? selected.reverse() : selected;
}

/** Title numbers as a table, where looking one up is several times faster than in a set. */
function tableOf(index: ArticleIndex, feeds: readonly FeedId[] | null): Uint8Array | null {
  if (feeds === null) return null;
  const table = new Uint8Array(index.tally.highestFeed() + 1);
  for (const id of feeds) table[id] = 1;
  return table;
}

/** The titles whose articles a scope shows; null for those of all, also of unfollowed ones. */
function feedsInScope(sources: Parts["sources"], scope: TimelineQuery["scope"]): FeedId[] | null {
  const followed = (isIn: (feed: { id: FeedId; folderId: number | null }) => boolean) =>
    sources.followed.filter(isIn).map(({ id }) => id);
  switch (scope.kind) {
    case "bookmarks":
      return null;
    case "feed":
      return followed(({ id }) => id === scope.feedId);
    case "folder":
      return followed(({ folderId }) => folderId === scope.folderId);
    case "all":
    case "section":
      return followed(() => true);
  }
}
