import type {
  Article,
  ArticleId,
  FeedId,
  Gap,
  TextSource,
  TimelineQuery,
} from "../../preload/contract/contract.ts";
import { flag } from "./index/article-index.ts";
import { formatArticleId } from "./editions/article-record.ts";
import { readAddress, readArticle } from "./articles.ts";
import type { ArticleStore } from "./groups.ts";
import { deleteArticles, undeleteArticles } from "./retention/deleting.ts";
import { findGaps, gapOf, listReadiness } from "./gaps.ts";
import { Ingest } from "./ingest.ts";
import { Pace } from "./files/pace.ts";
import type { Parts } from "./parts.ts";
import { measureReadiness, withoutPages } from "./readiness.ts";
import { bytesOfRecordings } from "./recordings/recordings-document.ts";
import { prepareScope } from "./rows-of-scope.ts";
import { standingArticles } from "./standing-articles.ts";
import { isRead, markOp } from "./statuses.ts";
import { FrozenTimeline } from "./index/timeline.ts";
import { measureTitles, readRecentAddresses } from "./title-facts.ts";
import type {
  FeedCounts,
  Gaps,
  GapWishes,
  Incoming,
  Ingested,
  LibraryTotals,
  Readiness,
  ReadinessWishes,
  StandingArticle,
  Timeline,
  TitleFacts,
} from "./types.ts";

/** Articles that are marked in one line of the journal: it holds the thread for some 4 ms. */
const marksAtOnce = 5000;

/** Articles, their lists and their read marks, on this disk. */
export class DiskArticles implements ArticleStore {
  readonly #parts: Parts;
  readonly #ingest: Ingest;
  /** What records and texts take. */
  #articleBytes = 0;
  /** Resolves when thousands of marks are set; null while none are being set. */
  #markingMany: Promise<null> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#ingest = new Ingest(parts);
  }

  ingest(incoming: readonly Incoming[]): Promise<Ingested> {
    return this.#parts.queue.run(async () => {
      const result = await this.#ingest.run(incoming);
      await this.countPacks();
      return result;
    });
  }

  standing(feedId: FeedId): Promise<StandingArticle[]> {
    return standingArticles(this.#parts, feedId);
  }

  async prepare({ scope }: TimelineQuery): Promise<void> {
    await prepareScope(this.#parts, scope);
  }

  timeline(query: TimelineQuery): Timeline {
    return new FrozenTimeline(this.#parts, query);
  }

  read(id: ArticleId, text?: TextSource): Promise<Article | null> {
    return readArticle(this.#parts, id, text);
  }

  address(id: ArticleId): Promise<string | null> {
    return readAddress(this.#parts, id);
  }

  listReadiness(timeline: Timeline): Promise<{ articles: number; ready: number }> {
    return listReadiness(this.#parts, frozenRows(timeline));
  }

  gaps(timeline: Timeline, wishes: GapWishes, limit: number): Promise<Gaps> {
    return findGaps(this.#parts, frozenRows(timeline), wishes, limit);
  }

  gapOf(id: ArticleId): Promise<Gap | null> {
    return gapOf(this.#parts, id);
  }

  counts(feedId: FeedId): FeedCounts {
    const { unread, total } = this.#parts.index.tally.of(feedId);
    return { unread, total };
  }

  totals(): LibraryTotals {
    const { index, media, recordings, sources, statuses } = this.#parts;
    let [unread, total, ready] = [0, 0, 0];
    for (const { id } of sources.followed) {
      const counts = index.tally.of(id);
      unread += counts.unread;
      total += counts.total;
      ready += index.tally.ready(id, sources.settings.keepPictures);
    }
    const bookmarks = statuses.data.bookmarks.size;
    const bytes = this.#articleBytes + media.bytes + bytesOfRecordings(recordings.data);
    return { unread, total, bookmarks, listed: total, ready, bytes };
  }

  readiness(scope: TimelineQuery["scope"], wishes: ReadinessWishes): Promise<Readiness> {
    return measureReadiness(this.#parts, scope, wishes);
  }

  withoutPages(
    scope: TimelineQuery["scope"],
    wantsPages: (feedId: FeedId) => boolean,
    limit: number,
  ): Promise<ArticleId[]> {
    return withoutPages(this.#parts, scope, wantsPages, limit);
  }

  facts(): Promise<ReadonlyMap<FeedId, TitleFacts>> {
    return measureTitles(this.#parts);
  }

  recentAddresses(
    feedIds: readonly FeedId[],
    count: number,
  ): Promise<ReadonlyMap<FeedId, readonly string[]>> {
    return readRecentAddresses(this.#parts, feedIds, count);
  }

  setRead(ids: readonly ArticleId[], read: boolean): Promise<ArticleId[]> {
    const { index } = this.#parts;
    const rowsOf = (start: number, end: number) =>
      ids.slice(start, end).flatMap((id) => index.rowOf(id) ?? []);
    return this.#mark(ids.length, rowsOf, read);
  }

  markAllRead(timeline: Timeline): Promise<ArticleId[]> {
    const rows = frozenRows(timeline);
    return this.#mark(rows.length, (start, end) => Array.from(rows.subarray(start, end)), true);
  }

  delete(ids: readonly ArticleId[]): Promise<ArticleId[]> {
    return this.#parts.queue.run(() => deleteArticles(this.#parts, ids));
  }

  undelete(ids: readonly ArticleId[]): Promise<ArticleId[]> {
    return this.#parts.queue.run(() => undeleteArticles(this.#parts, ids));
  }

  /** Measures anew what records and texts take. */
  async countPacks(): Promise<void> {
    const { editions, index } = this.#parts;
    let bytes = await editions.packBytes();
    const records = index.columns.bytes;
    for (let row = 0; row < index.length; row++) bytes += records[row] ?? 0;
    this.#articleBytes = bytes;
  }

  /** Marks articles; while thousands are being marked, later marks wait, so that the last counts. */
  async #mark(
    count: number,
    rowsOf: (start: number, end: number) => number[],
    read: boolean,
  ): Promise<ArticleId[]> {
    while (this.#markingMany !== null) await this.#markingMany;
    if (count <= marksAtOnce) return this.#markRows(rowsOf(0, count), read, new Pace());
    const pace = new Pace();
    const marking = (async () => {
      const parts: ArticleId[][] = [];
      for (let start = 0; start < count; start += marksAtOnce) {
        parts.push(await this.#markRows(rowsOf(start, start + marksAtOnce), read, pace));
        await pace.rest();
      }
      return parts.flat();
    })();
    this.#markingMany = marking.then(
      () => (this.#markingMany = null),
      () => (this.#markingMany = null),
    );
    return marking;
  }

  /** Marks rows, in one line of the journal, and shows what is durable. */
  async #markRows(rows: readonly number[], read: boolean, pace: Pace): Promise<ArticleId[]> {
    const { index, statuses } = this.#parts;
    // While other marks are on their way, what is shown is not yet what will be.
    const isWanted = (row: number): boolean =>
      !index.has(row, flag.gone) && (statuses.pending > 0 || index.has(row, flag.read) !== read);
    const wanted = rows.filter(isWanted);
    if (wanted.length === 0) return [];
    const changed = await statuses.commit(markOp(read ? "read" : "unread", index, wanted));
    const ids: ArticleId[] = [];
    for (const [day, numbers] of changed) {
      for (const number of numbers) {
        const row = index.find(day, number);
        // Asked anew: another mark may have come while this one rested.
        if (row !== undefined) index.setFlag(row, flag.read, isRead(statuses.data, day, number));
        ids.push(formatArticleId(day, number));
      }
      await pace.rest();
    }
    return ids;
  }
}

function frozenRows(timeline: Timeline): Uint32Array {
  if (timeline instanceof FrozenTimeline) return timeline.rows;
  throw new TypeError("This timeline is not one of this library.");
}
