import type { ErrorCode } from "../../preload/contract/contract.ts";
import { FetchError, silences, type FetchedResource } from "../fetching/fetching.ts";
import type { PageResult, WaitingPage } from "../library/library.ts";
import { WorkerError, type ReadPage } from "../workers/workers.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import type { Publishers } from "./publishers.ts";

const minute = 60_000;
/** Milliseconds until a page that could not be had is tried again, by the tries before; then never. */
const pauses = [10, 60, 6 * 60, 24 * 60, 3 * 24 * 60].map((minutes) => minutes * minute);

type Fetching = Pick<Collaborators, "library" | "client" | "workers" | "now" | "log"> & {
  readonly hosts: Hosts;
  readonly publishers: Publishers;
};

/** A page that nobody answered for: its own fault only if somebody else answered meanwhile. */
export interface Unanswered {
  readonly page: WaitingPage;
  readonly code: ErrorCode;
  /** Answers that anybody had given before. */
  readonly answersBefore: number;
}

type Outcome = PageResult | Unanswered | null;

/**
 * Fetches articles' pages, once each, and has them read. Null: nothing is known yet, because the
 * signal aborted or the host asked to be left alone.
 */
export class PageFetcher {
  readonly #options: Fetching;
  readonly #signal: AbortSignal;

  constructor(options: Fetching, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** Rejects only when something is wrong in here. */
  async fetch(page: WaitingPage): Promise<Outcome> {
    const { client, hosts, library, publishers } = this.#options;
    const feed = library.feeds.get(page.feedId);
    if (this.#isEnded() || feed === undefined) return null;
    if (hosts.pausedUntil(page.address) !== null) return null;
    const answersBefore = hosts.answers;
    let resource: FetchedResource;
    try {
      resource = await client.fetch({
        address: page.address,
        kind: "page",
        typedHost: feed.typedHost,
        ...publishers.cookiesForTitle(feed.id),
        signal: this.#signal,
      });
    } catch (error) {
      if (this.#isEnded()) return null;
      if (!(error instanceof FetchError)) throw error;
      const { code } = error;
      // Its host came to want peace while this waited for its turn, or was led there.
      if (code === "too-soon") return null;
      if (silences.includes(code)) return { page, code, answersBefore };
      // Certificates are renewed, mostly within days.
      if (code === "certificate-expired") return this.failed(page, code);
      return { articleId: page.articleId, kind: "refused", reason: code, isExcerpt: false };
    }
    if (resource.body !== null) return this.#read(page, resource, resource.body);
    return this.#refused(page, resource.status);
  }

  /** What becomes of a page that could not be had, and of which that is known now. */
  failed({ articleId, attempts }: WaitingPage, reason: ErrorCode): PageResult {
    const pause = pauses[attempts];
    return pause === undefined
      ? { articleId, kind: "refused", reason, isExcerpt: false }
      : { articleId, kind: "failed", reason, nextTry: this.#options.now() + pause };
  }

  #isEnded(): boolean {
    return this.#signal.aborted;
  }

  #refused(page: WaitingPage, status: number): PageResult | null {
    // The host asked for a pause, which `Hosts` has noted: the page goes on waiting.
    if (status === 429 || status === 503) return null;
    if (status >= 500) return this.failed(page, "http-status");
    const { articleId } = page;
    // What the publisher does not serve to this person is not worked around.
    const reason = status === 401 || status === 402 || status === 403 ? "login" : "http-status";
    return { articleId, kind: "refused", reason, isExcerpt: reason === "login" };
  }

  async #read(
    page: WaitingPage,
    { address, contentType }: FetchedResource,
    body: Uint8Array,
  ): Promise<PageResult | null> {
    const { articleId, headline } = page;
    const { library, workers, log } = this.#options;
    const article = await library.articles.read(articleId, "feed");
    if (article === null) return null;
    let read: ReadPage;
    try {
      read = await workers.run(
        "readPage",
        {
          bytes: body,
          contentType,
          address,
          askedFor: page.address,
          headline,
          feedHtml: article.text === "feed" ? article.html : "",
        },
        { signal: this.#signal, transfer: [body.buffer as ArrayBuffer] },
      );
    } catch (error) {
      if (this.#isEnded()) return null;
      if (!(error instanceof WorkerError)) throw error;
      // It took too long or too much memory, and would do so again.
      log(`reading the page of article ${articleId}`, error);
      return { articleId, kind: "refused", reason: "no-article", isExcerpt: false };
    }
    if (!read.ok)
      return { articleId, kind: "refused", reason: read.reason, isExcerpt: read.isExcerpt };
    return { articleId, kind: "stored", page: read.page, isExcerpt: read.isExcerpt };
  }
}
