import type { ArticleId, FeedId } from "../../preload/contract/contract.ts";
import type { PictureResult, WaitingPicture } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import { PictureFetcher } from "./picture-fetcher.ts";
import type { Publishers } from "./publishers.ts";
import { Pump } from "./pump.ts";

/** Pictures fetched at once over all hosts, and those whose results are stored together. */
const concurrency = 6;
const batchSize = 60;
/** Hosts that must be silent together before it is the network. */
const silentHosts = 3;
/** Milliseconds until pictures that could not be had now are tried again; doubled up to an hour. */
const shortestRetry = 60_000;
const longestRetry = 3_600_000;

type Collaborating = Collaborators & { readonly hosts: Hosts; readonly publishers: Publishers };

/** Fetches the pictures of listed articles, once each, and stores them. */
export class PictureKeeper {
  readonly #collaborators: Collaborating;
  readonly #fetcher: PictureFetcher;
  readonly #abort = new AbortController();
  #running: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #retry = shortestRetry;

  constructor(collaborators: Collaborating) {
    this.#collaborators = collaborators;
    this.#fetcher = new PictureFetcher(collaborators, this.#abort.signal);
  }

  waiting(): number {
    return this.#collaborators.library.pictures.countWaiting();
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
        this.#collaborators.log("keeping pictures", error);
      })
      .finally(() => {
        this.#running = null;
        if (this.#again) {
          this.#again = false;
          this.wake();
        } else this.#tryLater();
      });
  }

  /** Fetches once more what titles' publishers refused: the person has signed in there. */
  async tryRefusedAgain(feedIds: readonly FeedId[]): Promise<void> {
    this.#fetcher.forgetRefused();
    await this.#collaborators.library.pictures.tryRefusedAgain(feedIds);
    this.wake();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { library, isOnline, hosts, announce } = this.#collaborators;
    // No picture comes twice in one run, whatever became of its result: nothing spins.
    const tried = new Set<string>();
    const nameOf = ({ articleId, index, address }: WaitingPicture): string =>
      `${articleId}/${index}/${address}`;
    let stored = 0;
    while (!this.#abort.signal.aborted && isOnline()) {
      const batch = await library.pictures.waiting(
        batchSize,
        (picture) => !tried.has(nameOf(picture)) && hosts.pausedUntil(picture.address) === null,
      );
      if (batch.length === 0) break;
      for (const picture of batch) tried.add(nameOf(picture));
      const { results, failure } = await this.#fetchAll(batch);
      if (results.length > 0) {
        await library.pictures.record(results);
        stored += results.length;
        const articleIds = [...new Set<ArticleId>(results.map((result) => result.articleId))];
        announce("statuses.changed", { articleIds });
      }
      if (failure !== null) throw failure as Error;
      const hostNames = new Set(batch.map(({ address }) => URL.parse(address)?.host));
      // Several hosts, and none of them answered: the network is gone.
      if (results.length === 0 && hostNames.size >= silentHosts) break;
    }
    if (stored === 0) return;
    this.#retry = shortestRetry;
    announce("sources.changed", {});
  }

  /** What is known of a batch now; `failure` is what kept the library from storing a picture. */
  async #fetchAll(
    batch: readonly WaitingPicture[],
  ): Promise<{ results: PictureResult[]; failure: unknown }> {
    let failure: unknown = null;
    const pump = new Pump<WaitingPicture>(concurrency, async (picture) => {
      await this.#fetcher.fetch(picture).catch((error: unknown) => {
        failure ??= error;
        pump.clear();
      });
      if (this.#abort.signal.aborted) pump.clear();
    });
    for (const picture of batch) pump.add(picture, picture.address);
    await pump.idle();
    const results: PictureResult[] = [];
    for (const { articleId, index, address } of batch) {
      const outcome = this.#fetcher.outcomeOf(address);
      if (outcome !== null) results.push({ articleId, index, address, ...outcome });
    }
    return { results, failure };
  }

  /** Pictures may be left over, of a busy host or because nobody answered. */
  #tryLater(): void {
    if (this.#abort.signal.aborted || this.waiting() === 0) return;
    const { hosts, now } = this.#collaborators;
    const pauseEnd = Math.max(1000, (hosts.soonestEnd() ?? Infinity) - now());
    this.#timer = setTimeout(
      () => {
        this.wake();
      },
      Math.min(pauseEnd, this.#retry),
    );
    this.#retry = Math.min(longestRetry, this.#retry * 2);
  }
}
