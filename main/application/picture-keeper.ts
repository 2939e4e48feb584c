import type { ArticleId, ErrorCode } from "../../preload/contract/contract.ts";
import { FetchError } from "../fetching/fetching.ts";
import type { PictureResult, WaitingPicture } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";

/** Pictures fetched at once over all hosts, and results that are stored together. */
const concurrency = 6;
const batchSize = 60;
/** Tries before an unreachable picture counts as not to be had. */
const tries = 2;
/** Addresses remembered, so that a picture used by several articles is fetched once. */
const remembered = 5000;

type Outcome = Omit<PictureResult, "articleId" | "index" | "address">;

const failure = (code: ErrorCode): Outcome => ({
  media: null,
  width: null,
  height: null,
  bytes: 0,
  failure: code,
});

/** Fetches the pictures of listed articles, once each, and stores them. */
export class PictureKeeper {
  readonly #collaborators: Collaborators;
  readonly #known = new Map<string, Promise<Outcome>>();
  readonly #abort = new AbortController();
  #running: Promise<void> | null = null;
  #again = false;

  constructor(collaborators: Collaborators) {
    this.#collaborators = collaborators;
  }

  waiting(): number {
    return this.#collaborators.library.countWaitingPictures();
  }

  /** Fetches everything that waits; returns at once. */
  wake(): void {
    if (this.#abort.signal.aborted) return;
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
        if (!this.#again) return;
        this.#again = false;
        this.wake();
      });
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { library, isOnline } = this.#collaborators;
    while (!this.#abort.signal.aborted && isOnline()) {
      const batch = await library.waitingPictures(batchSize);
      if (batch.length === 0) return;
      const results = await this.#fetchAll(batch);
      if (results.length === 0) return;
      await library.recordPictures(results);
      const articleIds = [...new Set<ArticleId>(results.map((result) => result.articleId))];
      this.#collaborators.announce("statuses.changed", { articleIds });
    }
    this.#collaborators.announce("sources.changed", {});
  }

  /** The results of a batch; none when nothing could be reached at all. */
  async #fetchAll(batch: readonly WaitingPicture[]): Promise<PictureResult[]> {
    const results: PictureResult[] = [];
    const queue = batch[Symbol.iterator]();
    const fetcher = async (): Promise<void> => {
      for (const picture of queue) {
        if (this.#abort.signal.aborted) return;
        const { articleId, index, address } = picture;
        results.push({ articleId, index, address, ...(await this.#outcome(picture)) });
      }
    };
    await Promise.all(Array.from({ length: concurrency }, fetcher));
    if (this.#abort.signal.aborted)
      return results.filter((result) => result.failure !== "cancelled");
    const isNetworkGone =
      results.length > 3 && results.every((result) => result.failure === "unreachable");
    return isNetworkGone ? [] : results;
  }

  #outcome(picture: WaitingPicture): Promise<Outcome> {
    const known = this.#known.get(picture.address);
    if (known !== undefined) return known;
    const outcome = this.#fetch(picture);
    this.#known.set(picture.address, outcome);
    void outcome.then(({ failure: code }) => {
      if (code === "unreachable" || code === "cancelled") this.#known.delete(picture.address);
    });
    for (const address of this.#known.keys()) {
      if (this.#known.size <= remembered) break;
      this.#known.delete(address);
    }
    return outcome;
  }

  async #fetch(picture: WaitingPicture): Promise<Outcome> {
    const { client, library, workers } = this.#collaborators;
    const typedHost = library.feed(picture.feedId)?.typedHost ?? null;
    const { signal } = this.#abort;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const request = { address: picture.address, kind: "picture", typedHost, signal } as const;
        const { body } = await client.fetch(request);
        if (body === null) return failure("http-status");
        const inspected = await workers.run("inspectPicture", { bytes: body }, { signal });
        if (inspected === null) return failure("unreadable-file");
        const { name: media, width, height } = inspected;
        await library.storeMedia(media, body);
        return { media, width, height, bytes: body.length, failure: null };
      } catch (error) {
        const code = error instanceof FetchError ? error.code : "unreadable-file";
        if (signal.aborted) return failure("cancelled");
        const mayPass = code === "unreachable" || code === "timed-out";
        if (!mayPass || attempt >= tries) return failure(code);
      }
    }
  }
}
