import type { ArticleId, FeedId } from "../../preload/contract/contract.ts";
import { readFrame } from "./articles.ts";
import { entryOf, flag } from "./index/article-index.ts";
import { formatArticleId, shortHash, type ArticleRecord } from "./editions/article-record.ts";
import { EditionBatch, type StoredRecord } from "./editions/edition-batch.ts";
import { dayOf } from "./editions/editions.ts";
import { marksOf } from "./marks.ts";
import { matchArticles, type Match } from "./index/match-articles.ts";
import { Pace } from "./files/pace.ts";
import { feedTitle, type Parts } from "./parts.ts";
import { copyOf } from "./bookmarks/bookmarking.ts";
import { unpackFrame, type NewFrame } from "./editions/frame.ts";
import {
  joinKeys,
  keyLimit,
  newRecord,
  updatedRecord,
  withPage,
} from "./editions/incoming-record.ts";
import { wantedPage } from "./editions/page-record.ts";
import { highestMarked } from "./statuses.ts";
import type { Incoming, IncomingArticle, Ingested } from "./types.ts";

/** What a batch will write. */
interface Plan {
  readonly added: NewFrame[];
  readonly updated: NewFrame[];
  /** Records of articles that came under another key, but otherwise as they were. */
  readonly renamed: ArticleRecord[];
  /** Keys of removed articles that their publishers still list. */
  readonly listed: Map<FeedId, string[]>;
  /** Titles of which an article that came as unchanged does not stand here. */
  readonly incomplete: Set<FeedId>;
}

/** A known article, and how it came now. */
interface Change {
  readonly row: number;
  readonly match: Match;
  /** Those of its keys that were not known. */
  readonly keys: readonly string[];
}

/** Records that are shown in one go. */
const recordsAtOnce = 100;

/** An article under an old address with a date before this many milliseconds is not a new one. */
const newsTime = 7 * 86_400_000;

/**
 * Takes what visits brought: new articles into today's edition, changed ones in place. Texts are
 * durable before the records that point at them; their keys stand in the records.
 */
export class Ingest {
  readonly #parts: Parts;
  /** The next free number of a day that was written to. */
  readonly #nextNumbers = new Map<number, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async run(incoming: readonly Incoming[]): Promise<Ingested> {
    const { editions, keys, listed, now, tombstones } = this.#parts;
    await Promise.all([keys.load(), listed.load(), tombstones.load()]);
    const today = dayOf(now());
    const first = this.#firstNumber(today);
    const plan = await this.#plan(incoming, today, first);
    const batch = new EditionBatch(editions);
    const stored: StoredRecord[] = [];
    try {
      stored.push(...(await batch.addFrames([...plan.added, ...plan.updated])));
      stored.push(...(await batch.addRecords(plan.renamed)));
    } catch (error) {
      await batch.undo();
      throw error;
    }
    await this.#show(stored);
    this.#nextNumbers.set(today, first + plan.added.length);
    await batch.finish(today);
    await this.#refreshBookmarks(stored, plan.updated);
    for (const [feedId, removed] of plan.listed) await tombstones.note(feedId, removed);
    for (const { feedId, articles } of mergeByFeed(incoming)) listed.note(feedId, articles);
    for (const feedId of plan.incomplete) listed.forget(feedId);
    return {
      added: plan.added.map(({ record }) => record.id),
      updated: plan.updated.map(({ record }) => record.id),
      addedTo: countByFeed(plan.added),
      incomplete: [...plan.incomplete],
    };
  }

  async #plan(incoming: readonly Incoming[], today: number, first: number): Promise<Plan> {
    const { index, keys } = this.#parts;
    const pace = new Pace();
    const plan: Plan = {
      added: [],
      updated: [],
      renamed: [],
      listed: new Map(),
      incomplete: new Set(),
    };
    const changes: Change[] = [];
    let number = first;
    for (const { feedId, articles, wantsPages = false } of mergeByFeed(incoming)) {
      const known = {
        find: (key: string) => keys.find(feedId, key),
        isSame: this.#isSame.bind(this),
      };
      const matches = await matchArticles(articles, known, pace);
      // Feeds list the newest first; numbers grow with time, so that equal times keep their order.
      for (const match of matches.reverse()) {
        const fresh = match.keys.filter((key) => known.find(key) === undefined);
        const { row } = match;
        if (row !== null) {
          // What a person deleted, or keeps only as a bookmark, stays as it is.
          if (!index.has(row, flag.gone | flag.hidden | flag.copyOnly))
            changes.push({ row, match, keys: fresh });
        } else if (this.#isRemoved(feedId, match)) {
          plan.listed.set(feedId, [...(plan.listed.get(feedId) ?? []), ...match.keys]);
        } else if (match.article.body === undefined) {
          plan.incomplete.add(feedId);
        } else {
          const id = formatArticleId(today, number++);
          plan.added.push(this.#newFrame(feedId, match.article, fresh, id, wantsPages));
        }
        await pace.rest();
      }
    }
    await this.#planChanges(plan, changes);
    return plan;
  }

  async #planChanges(plan: Plan, all: readonly Change[]): Promise<void> {
    const { index, records } = this.#parts;
    const isChanged = ({ row, match }: Change) =>
      index.contentHash[row] !== shortHash(match.article.contentHash);
    const changes = all.filter((change) => isChanged(change) || change.keys.length > 0);
    const old = await records.read(changes.map(({ row }) => row));
    for (const [at, change] of changes.entries()) {
      const record = old[at] ?? null;
      const { article } = change.match;
      if (isChanged(change) && article.body === undefined)
        plan.incomplete.add((index.feed[change.row] ?? 0) as FeedId);
      else if (isChanged(change) && article.body !== undefined)
        plan.updated.push(await this.#updatedFrame(change, article, record));
      else if (record !== null && record.keys.length < keyLimit)
        plan.renamed.push({ ...record, keys: joinKeys(record.keys, change.keys) });
    }
  }

  /**
   * Whether an article was removed here, and is not to come back as new. Another spelling of its
   * key counts only for one that is dated before: addresses are used again for other articles.
   */
  #isRemoved(feedId: FeedId, { article, keys }: Match): boolean {
    const { now, tombstones } = this.#parts;
    const [own = "", ...others] = keys;
    if (tombstones.has(feedId, own)) return true;
    const isOld = article.published !== null && article.published < now() - newsTime;
    return isOld && others.some((key) => tombstones.has(feedId, key));
  }

  #newFrame(
    feedId: FeedId,
    article: IncomingArticle,
    fresh: readonly string[],
    id: ArticleId,
    wantsPages: boolean,
  ): NewFrame {
    const record = newRecord(article, {
      id,
      feedId,
      keys: fresh,
      arrived: this.#parts.now(),
    });
    const page = wantsPages && record.address !== null ? { page: wantedPage } : {};
    return { record: { ...record, ...page }, body: article.body };
  }

  /** The page's text goes along with the feed's new one. */
  async #updatedFrame(
    { row, match, keys }: Change,
    article: IncomingArticle,
    old: ArticleRecord | null,
  ): Promise<NewFrame> {
    const { index, now } = this.#parts;
    const published = (index.published[row] ?? 0) * 1000;
    const fallback = newRecord(article, {
      id: index.idOf(row),
      feedId: (index.feed[row] ?? 0) as FeedId,
      keys: match.keys,
      arrived: published,
    });
    const record = updatedRecord(article, old ?? { ...fallback, published }, {
      keys,
      updated: now(),
    });
    const isAlone = old === null || (old.page?.text ?? null) === null;
    const frame = isAlone ? null : await readFrame(this.#parts, row, old);
    return withPage(record, article.body, frame?.packed?.page ?? null);
  }

  /** An alias stands for the same article only while its wording or its date says so too. */
  #isSame(row: number, article: Match["article"]): boolean {
    const { contentHash, published } = this.#parts.index;
    const isSameText = contentHash[row] === shortHash(article.contentHash);
    return (
      isSameText ||
      (article.published !== null && published[row] === Math.floor(article.published / 1000))
    );
  }

  /** Numbers are never given out twice, also when the articles that had them were lost. */
  #firstNumber(day: number): number {
    const { cache, index, statuses } = this.#parts;
    const known =
      this.#nextNumbers.get(day) ??
      Math.max(highestMarked(statuses.data, day), cache.highestNumber(day)) + 1;
    return Math.max(known, index.highestNumber(day) + 1);
  }

  /** Shows what is durable, a part at a time. */
  async #show(stored: readonly StoredRecord[]): Promise<void> {
    const { index, keys, records, statuses, tags } = this.#parts;
    const pace = new Pace();
    for (let start = 0; start < stored.length; start += recordsAtOnce) {
      const part = stored.slice(start, start + recordsAtOnce);
      const rows = index.put(
        part.map(({ record, range }) => entryOf(record, range, marksOf(statuses.data, record.id))),
      );
      for (const [at, { record }] of part.entries()) {
        const row = rows[at] ?? 0;
        records.put(row, record);
        keys.add(record.feedId, record.keys, row);
        tags.add(record.tags, row);
      }
      await pace.rest();
    }
  }

  /** A bookmark follows its article's changes, but an emptied text never replaces a full one. */
  async #refreshBookmarks(
    stored: readonly StoredRecord[],
    updated: readonly NewFrame[],
  ): Promise<void> {
    const { bookmarks, sources, statuses } = this.#parts;
    const frames = new Map(updated.map((frame) => [frame.record.id, frame]));
    for (const { record } of stored) {
      const frame = frames.get(record.id);
      if (!frame?.body.length || !statuses.data.bookmarks.has(record.id)) continue;
      const title = feedTitle(sources, record.feedId);
      // The article itself is stored; without this the copy keeps the wording it had.
      await unpackFrame(frame)
        .then((texts) => bookmarks.write(copyOf(texts, record, title)))
        .catch(() => undefined);
    }
  }
}

function countByFeed(frames: readonly NewFrame[]): Map<FeedId, number> {
  const counts = new Map<FeedId, number>();
  for (const { record } of frames) counts.set(record.feedId, (counts.get(record.feedId) ?? 0) + 1);
  return counts;
}

/** One entry per title, so that what came twice in one batch is taken once. */
function mergeByFeed(incoming: readonly Incoming[]): Incoming[] {
  const merged = new Map<FeedId, Incoming>();
  for (const { feedId, articles, wantsPages = false } of incoming) {
    const before = merged.get(feedId)?.articles ?? [];
    merged.set(feedId, { feedId, articles: [...before, ...articles], wantsPages });
  }
  return [...merged.values()];
}
