import type { ArticleId, FeedId } from "../../preload/contract/contract.ts";
import { entryOf, flag } from "./index/article-index.ts";
import { formatArticleId, shortHash, type ArticleRecord } from "./editions/article-record.ts";
import { EditionBatch, type StoredRecord } from "./editions/edition-batch.ts";
import { dayOf } from "./editions/editions.ts";
import { marksOf } from "./marks.ts";
import { matchArticles, type Match } from "./index/match-articles.ts";
import { Pace } from "./files/pace.ts";
import { feedTitle, type Parts } from "./parts.ts";
import type { NewFrame } from "./editions/frame.ts";
import { joinKeys, keyLimit, newRecord, updatedRecord } from "./editions/incoming-record.ts";
import { highestMarked } from "./statuses.ts";
import { unpackText } from "./editions/unpack-text.ts";
import type { Incoming, Ingested } from "./types.ts";

/** What a batch will write. */
interface Plan {
  readonly added: NewFrame[];
  readonly updated: NewFrame[];
  /** Records of articles that came under another key, but otherwise as they were. */
  readonly renamed: ArticleRecord[];
  /** Keys of removed articles that their publishers still list. */
  readonly listed: Map<FeedId, string[]>;
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
    const { editions, keys, now, tombstones } = this.#parts;
    await Promise.all([keys.load(), tombstones.load()]);
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
    for (const [feedId, listed] of plan.listed) await tombstones.note(feedId, listed);
    return {
      added: plan.added.map(({ record }) => record.id),
      updated: plan.updated.map(({ record }) => record.id),
      addedTo: countByFeed(plan.added),
    };
  }

  async #plan(incoming: readonly Incoming[], today: number, first: number): Promise<Plan> {
    const { index, keys } = this.#parts;
    const pace = new Pace();
    const plan: Plan = { added: [], updated: [], renamed: [], listed: new Map() };
    const changes: Change[] = [];
    let number = first;
    for (const { feedId, articles } of mergeByFeed(incoming)) {
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
        } else {
          plan.added.push(this.#newFrame(feedId, match, fresh, formatArticleId(today, number++)));
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
      if (isChanged(change)) plan.updated.push(this.#updatedFrame(change, record));
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

  #newFrame(feedId: FeedId, match: Match, fresh: readonly string[], id: ArticleId): NewFrame {
    const record = newRecord(match.article, {
      id,
      feedId,
      keys: fresh,
      arrived: this.#parts.now(),
    });
    return { record, body: match.article.body };
  }

  #updatedFrame({ row, match, keys }: Change, old: ArticleRecord | null): NewFrame {
    const { index, now } = this.#parts;
    const published = (index.published[row] ?? 0) * 1000;
    const fallback = newRecord(match.article, {
      id: index.idOf(row),
      feedId: (index.feed[row] ?? 0) as FeedId,
      keys: match.keys,
      arrived: published,
    });
    const record = updatedRecord(match.article, old ?? { ...fallback, published }, {
      keys,
      updated: now(),
    });
    return { record, body: match.article.body };
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
    const bodies = new Map(updated.map(({ record, body }) => [record.id, body]));
    for (const { record } of stored) {
      const body = bodies.get(record.id);
      if (!body?.length || !statuses.data.bookmarks.has(record.id)) continue;
      const title = feedTitle(sources, record.feedId);
      // The article itself is stored; without this the copy keeps the wording it had.
      await unpackText(body)
        .then((html) => bookmarks.write({ record, html, feedTitle: title }))
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
  for (const { feedId, articles } of incoming) {
    const before = merged.get(feedId)?.articles ?? [];
    merged.set(feedId, { feedId, articles: [...before, ...articles] });
  }
  return [...merged.values()];
}
