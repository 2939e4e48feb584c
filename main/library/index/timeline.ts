import type { ArticleId, ArticleRow, TimelineQuery } from "../../../preload/contract/contract.ts";
import { flag } from "./article-index.ts";
import { readRows } from "../articles.ts";
import { countLocalDays } from "./local-days.ts";
import type { Parts } from "../parts.ts";
import { areBookmarks, countRowsBeside, rowSet, selectRows, type RowSet } from "./select-rows.ts";
import type { Timeline } from "../types.ts";

/** A list as it was when it was asked for: row numbers of the index, in the list's order. */
export class FrozenTimeline implements Timeline {
  readonly query: TimelineQuery;
  readonly days: Timeline["days"];
  readonly rows: Uint32Array;
  readonly #parts: Parts;
  /** Rows out of the cache that carry the scope's tag. */
  readonly #tagged: Uint32Array | null;
  /** The rows of the list; made when it is first needed. */
  #held: RowSet | null = null;

  constructor(parts: Parts, query: TimelineQuery, rows?: Uint32Array) {
    this.#parts = parts;
    this.query = query;
    this.#tagged = query.scope.kind === "tag" ? parts.tags.stored(query.scope.tag) : null;
    this.rows = rows ?? selectRows(parts, query, this.#tagged);
    const kept = query.order === "kept" && areBookmarks(query.scope) ? keptAt(parts) : null;
    // Those that were set in the same second stay as they were published.
    if (kept !== null) this.rows.sort((one, other) => (kept[other] ?? 0) - (kept[one] ?? 0));
    this.days = countLocalDays(this.rows, kept ?? parts.index.published);
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
    const { rows } = this;
    for (let at = Math.max(0, after + 1); at < rows.length; at++)
      if (((flags[rows[at] ?? 0] ?? 0) & (flag.read | flag.gone)) === 0) return at;
    return null;
  }

  countNewer(): number {
    this.#held ??= rowSet(this.rows, this.#parts.index.length);
    return countRowsBeside(this.#parts, this.query, this.#held, this.#tagged);
  }
}

/** A list of articles that were found, in an order of their own; nothing comes to it by itself. */
export class FoundTimeline extends FrozenTimeline {
  constructor(parts: Parts, ids: readonly ArticleId[], order: TimelineQuery["order"] | "given") {
    const listed = order === "given" ? "newest" : order;
    const query = { scope: { kind: "all" }, filter: "all", order: listed } as const;
    super(parts, query, rowsOf(parts, ids, order));
  }

  override countNewer(): number {
    return 0;
  }
}

/** When the bookmark of each row was set, in seconds since 1970-01-01 UTC. */
function keptAt({ index, statuses }: Parts): Uint32Array {
  const seconds = new Uint32Array(index.length);
  for (const [id, at] of statuses.data.bookmarks) {
    const row = index.rowOf(id);
    if (row !== undefined) seconds[row] = Math.max(0, Math.floor(at / 1000));
  }
  return seconds;
}

/** The rows of those articles that lists show. */
function rowsOf(
  { index, sources }: Parts,
  ids: readonly ArticleId[],
  order: TimelineQuery["order"] | "given",
): Uint32Array {
  const followed = new Set<number>(sources.followed.map(({ id }) => id));
  const rows = ids.flatMap((id) => {
    const row = index.rowOf(id);
    if (row === undefined) return [];
    // A bookmark stays, whatever becomes of its title.
    if (index.has(row, flag.bookmarked)) return [row];
    return !index.has(row, flag.hidden) && followed.has(index.feed[row] ?? 0) ? [row] : [];
  });
  if (order === "given") return Uint32Array.from(rows);
  const { published } = index;
  const sign = order === "oldest" ? 1 : -1;
  rows.sort(
    (one, other) => sign * ((published[one] ?? 0) - (published[other] ?? 0) || one - other),
  );
  return Uint32Array.from(rows);
}
