import type { ArticleId } from "../../preload/contract/contract.ts";
import type { PageResult, WaitingPage } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import { PageFetcher, type Unanswered } from "./page-fetcher.ts";
import type { Publishers } from "./publishers.ts";
import { Pump } from "./pump.ts";

/** Pages fetched at once over all hosts, and those whose texts are stored together. */
const concurrency = 4;
const batchSize = 16;
/** Hosts that must be silent together before it is the network. */
const silentHosts = 3;
/** Milliseconds until pages that could not be had now are looked at again; doubled up to an hour. */
const shortestRetry = 60_000;
const longestRetry = 3_600_000;

type Keeping = Collaborators & {
  readonly hosts: Hosts;
  readonly publishers: Publishers;
  /** Called when texts have been stored, which may have pictures. */
  readonly pagesStored: () => void;
};

/** Fetches the pages of listed articles that want them, once each, and stores their texts. */
export class PageKeeper {
  readonly #options: Keeping;
  readonly #fetcher: PageFetcher;
  readonly #abort = new AbortController();
  /** Pages that nobody answered for, and how many answers anybody had given before. */
  readonly #silent = new Map<ArticleId, number>();
  #running: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #retry = shortestRetry;

  constructor(options: Keeping) {
    this.#options = options;
    this.#fetcher = new PageFetcher(options, this.#abort.signal);
  }

  /** Pages that were not yet asked for. */
  waiting(): number {
    return this.#options.library.pages.count().waiting;
  }

  /** Fetches everything that waits; returns at once. */
  wake(): void {
    if (this.#abort.signal.aborted) return;
    clearTimeout(this.#timer);
    if (this.#running !== null) {
      this.#again = true;
      return;
    }
    this.#running = this.#run()
      .catch((error: unknown) => {
        this.#options.log("keeping pages", error);
      })
      .finally(() => {
        this.#running = null;
        if (this.#again) {
          this.#again = false;
          this.wake();
        } else this.#tryLater();
      });
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { library, isOnline, hosts, announce, now, pagesStored } = this.#options;
    // No page is asked for twice in one run, whatever became of its result: nothing spins.
    const tried = new Set<ArticleId>();
    let hasStored = false;
    while (!this.#abort.signal.aborted && isOnline()) {
      const batch = await library.pages.waiting(
        batchSize,
        now(),
        ({ articleId, address }) => !tried.has(articleId) && hosts.pausedUntil(address) === null,
      );
      if (batch.length === 0) break;
      for (const { articleId } of batch) tried.add(articleId);
      const results = await this.#fetchAll(batch);
      if (results.length > 0) {
        await library.pages.record(results);
        announce("statuses.changed", { articleIds: results.map(({ articleId }) => articleId) });
        hasStored = true;
        if (results.some(({ kind }) => kind === "stored")) pagesStored();
      }
      const hostNames = new Set(batch.map(({ address }) => URL.parse(address)?.host));
      // Several hosts, and none of them answered: the network is gone.
      if (results.length === 0 && hostNames.size >= silentHosts) break;
    }
    if (!hasStored) return;
    this.#retry = shortestRetry;
    announce("sources.changed", {});
  }

  /** What is known of a batch now. */
  async #fetchAll(batch: readonly WaitingPage[]): Promise<PageResult[]> {
    const { hosts, log } = this.#options;
    const results: PageResult[] = [];
    const unanswered: Unanswered[] = [];
    const pump = new Pump<WaitingPage>(concurrency, async (page) => {
      try {
        const outcome = await this.#fetcher.fetch(page);
        if (outcome === null) return;
        if ("answersBefore" in outcome) unanswered.push(outcome);
        else results.push(outcome);
      } catch (error) {
        log(`fetching the page of article ${page.articleId}`, error);
      }
      if (this.#abort.signal.aborted) pump.clear();
    });
    for (const page of batch) pump.add(page, page.address);
    await pump.idle();
    for (const { page, code, answersBefore } of unanswered) {
      // Of the first try: what is fetched once an hour may never see somebody else answer meanwhile.
      const before = this.#silent.get(page.articleId) ?? answersBefore;
      if (hosts.answers > before) results.push(this.#fetcher.failed(page, code));
      else this.#silent.set(page.articleId, before);
    }
    for (const { articleId } of results) this.#silent.delete(articleId);
    return results;
  }

  /** Pages may be left over: of a busy host, because nobody answered, or to be tried again later. */
  #tryLater(): void {
    if (this.#abort.signal.aborted) return;
    const { hosts, library, now } = this.#options;
    const { waiting, failed } = library.pages.count();
    if (waiting + failed === 0) return;
    const pauseEnd = Math.max(1000, (hosts.soonestEnd() ?? Infinity) - now());
    const pause = waiting === 0 ? longestRetry : Math.min(pauseEnd, this.#retry);
    this.#timer = setTimeout(() => {
      this.wake();
    }, pause);
    this.#retry = Math.min(longestRetry, this.#retry * 2);
  }
}
