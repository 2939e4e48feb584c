import type { ArticleId, FeedId } from "../../preload/contract/contract.ts";
import { entryOf } from "./index/article-index.ts";
import { formatArticleId, shortHash, type ArticleRecord } from "./editions/article-record.ts";
import { EditionBatch, type StoredRecord } from "./editions/edition-batch.ts";
import { dayOf } from "./editions/editions.ts";
import { marksOf } from "./marks.ts";
import { matchArticles, type Match } from "./index/match-articles.ts";
import { Pace } from "./files/pace.ts";
import { feedTitle, type Parts } from "./parts.ts";
import type { Frame } from "./editions/pack.ts";
import { newRecord, updatedRecord } from "./editions/incoming-record.ts";
import { findSeen, type SeenOp } from "./index/seen.ts";
import { highestMarked } from "./statuses.ts";
import type { Incoming } from "./types.ts";

/** What a batch will write. */
interface Plan {
  readonly added: Frame[];
  readonly updated: Frame[];
  readonly taken: SeenOp["taken"];
}

/**
 * Takes what visits brought: new articles into today's edition, changed ones in place. Texts are
 * durable before the records that point at them, and those before the keys that say "taken".
 */
export class Ingest {
  readonly #parts: Parts;
  /** The next free number of a day that was written to. */
  readonly #nextNumbers = new Map<number, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async run(
    incoming: readonly Incoming[],
  ): Promise<{ added: readonly ArticleId[]; updated: readonly ArticleId[] }> {
    const { editions, seen, now } = this.#parts;
    const today = dayOf(now());
    const first = this.#firstNumber(today);
    const plan = await this.#plan(incoming, today, first);
    const batch = new EditionBatch(editions);
    let stored: StoredRecord[];
    try {
      stored = await batch.addFrames([...plan.added, ...plan.updated]);
      if (plan.taken.length > 0) await seen.commit({ taken: plan.taken });
    } catch (error) {
      await batch.undo();
      throw error;
    }
    this.#show(stored);
    this.#nextNumbers.set(today, first + plan.added.length);
    await batch.finish(today);
    await this.#refreshBookmarks(stored, plan.updated);
    return {
      added: plan.added.map(({ record }) => record.id),
      updated: plan.updated.map(({ record }) => record.id),
    };
  }

  async #plan(incoming: readonly Incoming[], today: number, first: number): Promise<Plan> {
    const { index, seen } = this.#parts;
    const pace = new Pace();
    const plan: Plan = { added: [], updated: [], taken: [] };
    const changed: { row: number; match: Match }[] = [];
    let number = first;
    for (const { feedId, articles } of mergeByFeed(incoming)) {
      const known = {
        find: (key: string) => findSeen(seen.data, feedId, key),
        isSame: this.#isSame.bind(this),
      };
      const matches = await matchArticles(articles, known, pace);
      // Feeds list the newest first; numbers grow with time, so that equal times keep their order.
      for (const match of matches.reverse()) {
        const place = match.place ?? { day: today, number };
        if (match.place === null) {
          plan.added.push(this.#newFrame(feedId, match, formatArticleId(today, number++)));
        } else {
          const row = index.rowAt(place.day, place.number);
          if (row !== undefined && index.contentHash[row] !== shortHash(match.article.contentHash))
            changed.push({ row, match });
        }
        const fresh = match.keys.filter((key) => known.find(key) === undefined);
        if (fresh.length > 0) plan.taken.push([feedId, place.day, place.number, fresh]);
        await pace.rest();
      }
    }
    const old = await this.#parts.records.read(changed.map(({ row }) => row));
    for (const [at, { row, match }] of changed.entries())
      plan.updated.push(this.#updatedFrame(row, match, old[at] ?? null));
    return plan;
  }

  #newFrame(feedId: FeedId, match: Match, id: ArticleId): Frame {
    const record = newRecord(match.article, {
      id,
      feedId,
      keys: match.keys,
      arrived: this.#parts.now(),
    });
    return { record, html: match.article.html.toWellFormed() };
  }

  #updatedFrame(row: number, match: Match, old: ArticleRecord | null): Frame {
    const { index, now } = this.#parts;
    const published = (index.published[row] ?? 0) * 1000;
    const fallback = newRecord(match.article, {
      id: index.idOf(row),
      feedId: (index.feed[row] ?? 0) as FeedId,
      keys: match.keys,
      arrived: published,
    });
    const record = updatedRecord(match.article, old ?? { ...fallback, published }, {
      keys: match.keys,
      updated: now(),
    });
    return { record, html: match.article.html.toWellFormed() };
  }

  /** An alias stands for the same article only while its wording or its date says so too. */
  #isSame(place: { day: number; number: number }, article: Match["article"]): boolean {
    const { index } = this.#parts;
    const row = index.rowAt(place.day, place.number);
    if (row === undefined) return false;
    const isSameText = index.contentHash[row] === shortHash(article.contentHash);
    const { published } = article;
    return (
      isSameText || (published !== null && index.published[row] === Math.floor(published / 1000))
    );
  }

  /** Numbers are never given out twice, also when the articles that had them were lost. */
  #firstNumber(day: number): number {
    const { index, statuses, seen } = this.#parts;
    const next = this.#nextNumbers.get(day);
    if (next !== undefined) return next;
    let highest = Math.max(index.highestNumber(day), highestMarked(statuses.data, day));
    for (const table of seen.data.values()) highest = Math.max(highest, table.highestNumber(day));
    return highest + 1;
  }

  #show(stored: readonly StoredRecord[]): void {
    const { index, records, statuses } = this.#parts;
    const rows = index.put(
      stored.map(({ record, range }) => entryOf(record, range, marksOf(statuses.data, record.id))),
    );
    for (const [at, row] of rows.entries()) {
      const record = stored[at]?.record;
      if (record !== undefined) records.put(row, record);
    }
  }

  /** A bookmark follows its article's changes, but an emptied text never replaces a full one. */
  async #refreshBookmarks(
    stored: readonly StoredRecord[],
    updated: readonly Frame[],
  ): Promise<void> {
    const { bookmarks, sources, statuses } = this.#parts;
    const texts = new Map(updated.map(({ record, html }) => [record.id, html]));
    for (const { record } of stored) {
      const html = texts.get(record.id) ?? "";
      if (html === "" || !statuses.data.bookmarks.has(record.id)) continue;
      const copy = { record, html, feedTitle: feedTitle(sources, record.feedId) };
      // The article itself is stored; without this the copy keeps the wording it had.
      await bookmarks.write(copy).catch(() => undefined);
    }
  }
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
