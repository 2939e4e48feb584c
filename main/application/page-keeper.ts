import type { ArticleId, FeedId } from "../../preload/contract/contract.ts";
import type { PageResult, WaitingPage } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Connection } from "./connection.ts";
import { FetchRounds, type Outcome, type RoundsState } from "./fetch-rounds.ts";
import type { Hosts } from "./hosts.ts";
import { PageFetcher, type Unanswered } from "./page-fetcher.ts";
import { PagePace, politePagePace } from "./page-pace.ts";
import type { PreparedWork } from "./prepared-work.ts";
import type { Publishers } from "./publishers.ts";

/** Pages fetched at once over all hosts. */
const concurrency = 4;
/** Milliseconds until pages that failed are looked at again: what they wait for is minutes to days. */
const untilRetries = 3_600_000;
const untilPreparedRetries = 600_000;
/** Milliseconds until it is looked whether there is a network. */
const untilOnline = 60_000;

type Keeping = Collaborators & {
  readonly hosts: Hosts;
  readonly publishers: Publishers;
  readonly connection: Connection;
  readonly prepared: PreparedWork;
  /** Called when texts have been stored, which may have pictures. */
  readonly pagesStored: (articleIds: readonly ArticleId[]) => void;
};

/**
 * Fetches the pages of listed articles that want them, once each, and stores their texts: first
 * those that a person asked for by name, then what is being prepared, then the others.
 */
export class PageKeeper {
  readonly #options: Keeping;
  readonly #abort = new AbortController();
  readonly #fetcher: PageFetcher;
  readonly #pace: PagePace;
  readonly #rounds: FetchRounds<WaitingPage, PageResult>;
  /** What a person asked for, and what is being prepared, as far as that was listed. */
  readonly #asked = new Set<ArticleId>();
  readonly #prepared = new Set<ArticleId>();
  #results: PageResult[] = [];
  /** Which choice of where the article is, by its time, each page under way is read with; null: none. */
  readonly #readWith = new Map<ArticleId, { feedId: FeedId; chosenAt: number | null }>();
  /** Pages that nobody answered for in this round. */
  readonly #unanswered = new Map<ArticleId, Unanswered>();
  /** How many answers anybody had given before the first try of such a page. */
  readonly #answersBefore = new Map<ArticleId, number>();

  constructor(options: Keeping) {
    this.#options = options;
    this.#fetcher = new PageFetcher(options, this.#abort.signal);
    this.#pace = new PagePace(options.pagePace ?? politePagePace);
    this.#rounds = new FetchRounds(
      {
        name: "keeping pages",
        concurrency,
        nameOf: ({ articleId }) => articleId,
        addressOf: ({ address }) => address,
        list: (limit, isWanted) => this.#list(limit, isWanted),
        fetch: (page) => this.#fetch(page),
        takeResults: () => this.#takeResults(),
        record: (results) => this.#record(results),
        waitFor: (host) => this.#pace.wait(host),
        nextLook: (planned) => this.#nextLook(planned),
        roundEnded: (hasStored) => {
          this.#unanswered.clear();
          this.#prepared.clear();
          if (hasStored) options.announce("sources.changed", {});
          options.prepared.roundEnded();
        },
      },
      options,
    );
  }

  /** How far its rounds have come. */
  get state(): RoundsState {
    return this.#rounds.state;
  }

  /** Pages that were not yet asked for. */
  waiting(): number {
    return this.#options.library.pages.count().waiting;
  }

  /** Fetches everything that waits; returns at once. */
  wake(): void {
    this.#rounds.wake();
  }

  /** Fetches these before all others, whatever the connection costs: a person asks for them. */
  fetchNow(articleIds: readonly ArticleId[]): void {
    for (const articleId of articleIds) this.#asked.add(articleId);
    this.#rounds.forget(articleIds);
    this.#rounds.wake();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#rounds.stop();
  }

  async #list(limit: number, isWanted: (page: WaitingPage) => boolean): Promise<WaitingPage[]> {
    const { library, connection, hosts, prepared, now } = this.#options;
    if (!connection.isOnline) return [];
    const found = new Map<ArticleId, WaitingPage>();
    const isFree = (page: WaitingPage): boolean =>
      isWanted(page) && !found.has(page.articleId) && hosts.pausedUntil(page.address) === null;
    const add = (pages: readonly WaitingPage[]): void => {
      for (const page of pages) found.set(page.articleId, page);
    };
    if (this.#asked.size > 0) {
      const isAsked = (page: WaitingPage): boolean =>
        this.#asked.has(page.articleId) && isFree(page);
      add(await library.pages.waiting(limit, now(), isAsked));
    }
    const plan = prepared.current();
    const mayFetch = connection.mayFetch("pages") && !prepared.isHeld();
    if (plan?.pages === true && (mayFetch || plan.evenMetered)) {
      const pages = await library.pages.waiting(limit - found.size, now(), isFree, plan.scope);
      for (const { articleId } of pages) this.#prepared.add(articleId);
      add(pages);
    }
    if (mayFetch) add(await library.pages.waiting(limit - found.size, now(), isFree));
    return [...found.values()];
  }

  /** The connection may have become another since the page was listed. */
  #mayFetch({ articleId }: WaitingPage): boolean {
    const { connection, prepared } = this.#options;
    if (!connection.isOnline) return false;
    if (this.#asked.has(articleId)) return true;
    if (prepared.isHeld()) return false;
    if (connection.mayFetch("pages")) return true;
    return prepared.current()?.evenMetered === true && this.#prepared.has(articleId);
  }

  async #fetch(page: WaitingPage): Promise<Outcome> {
    if (!this.#mayFetch(page)) return "later";
    const { articleId, feedId, address } = page;
    this.#readWith.set(articleId, { feedId, chosenAt: this.#chosenAt(feedId) });
    this.#pace.take(URL.parse(address)?.host ?? "");
    let outcome: Awaited<ReturnType<PageFetcher["fetch"]>>;
    try {
      outcome = await this.#fetcher.fetch(page);
    } catch (error) {
      this.#options.log(`fetching the page of article ${articleId}`, error);
      return "later";
    }
    if (outcome === null) return "later";
    if ("answersBefore" in outcome) {
      this.#unanswered.set(articleId, outcome);
      // Of the first try: what is fetched once an hour may never see somebody else answer meanwhile.
      if (!this.#answersBefore.has(articleId))
        this.#answersBefore.set(articleId, outcome.answersBefore);
      return "silent";
    }
    this.#results.push(outcome);
    return "settled";
  }

  /** A page that nobody answered for counts as failed only where somebody else answered. */
  #takeResults(): PageResult[] {
    const results = this.#results;
    this.#results = [];
    for (const { page, code, answersBefore } of this.#unanswered.values()) {
      const before = this.#answersBefore.get(page.articleId) ?? answersBefore;
      if (this.#options.hosts.answers <= before) continue;
      this.#unanswered.delete(page.articleId);
      results.push(this.#fetcher.failed(page, code));
    }
    return results;
  }

  async #record(all: readonly PageResult[]): Promise<void> {
    const { library, announce, prepared, pagesStored } = this.#options;
    const results = all.filter(({ articleId }) => this.#isReadAsChosen(articleId));
    // The others go on waiting.
    if (results.length < all.length) this.#rounds.wake();
    await library.pages.record(results);
    const articleIds = results.map(({ articleId }) => articleId);
    announce("statuses.changed", { articleIds });
    let [count, bytes] = [0, 0];
    for (const result of results) {
      this.#asked.delete(result.articleId);
      this.#answersBefore.delete(result.articleId);
      this.#readWith.delete(result.articleId);
      if (result.kind === "failed" || !this.#prepared.has(result.articleId)) continue;
      count += 1;
      if (result.kind === "stored") bytes += result.page.body.length;
    }
    prepared.stored(count, bytes);
    const stored = results.filter(({ kind }) => kind === "stored");
    if (stored.length > 0) pagesStored(stored.map(({ articleId }) => articleId));
  }

  #chosenAt(feedId: FeedId): number | null {
    return this.#options.library.feeds.get(feedId)?.ownExtraction?.chosenAt ?? null;
  }

  /** Somebody may have shown where the article is while its page was under way. */
  #isReadAsChosen(articleId: ArticleId): boolean {
    const before = this.#readWith.get(articleId);
    return before === undefined || before.chosenAt === this.#chosenAt(before.feedId);
  }

  #nextLook(planned: number): number | null {
    const { connection, hosts, library, prepared, now } = this.#options;
    const { waiting, failed } = library.pages.count();
    if (waiting + failed === 0) return null;
    if (!connection.isOnline) return untilOnline;
    const plan = prepared.current();
    // That the connection costs no longer is told.
    if (!connection.mayFetch("pages") && plan?.evenMetered !== true) return null;
    if (waiting === 0) return plan === null ? untilRetries : untilPreparedRetries;
    return Math.min(planned, Math.max(1000, (hosts.soonestEnd() ?? Infinity) - now()));
  }
}
