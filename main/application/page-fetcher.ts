import type { ErrorCode, PageRefusal } from "../../preload/contract/contract.ts";
import { FetchError, silences, siteOf, type FetchedResource } from "../fetching/fetching.ts";
import type { PageResult, WaitingPage } from "../library/library.ts";
import { WorkerError, type Jobs, type ReadPage } from "../workers/workers.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import { PageJudge } from "./page-judge.ts";
import type { Publishers } from "./publishers.ts";
import { SiteWishes } from "./site-wishes.ts";

const minute = 60_000;
/** Milliseconds until a page that could not be had is tried again, by the tries before; then never. */
const pauses = [10, 60, 6 * 60, 24 * 60, 3 * 24 * 60].map((minutes) => minutes * minute);
/** Pages of one article that are asked for. */
const pagesAtMost = 10;
/** Another version must have so many times the words of the page to take its place. */
const clearlyMore = 1.2;

type Fetching = Pick<
  Collaborators,
  "library" | "client" | "workers" | "announce" | "now" | "log"
> & {
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
type StoredPage = Extract<ReadPage, { ok: true }>;

/** Why a page, or a part of an article, could not be had. */
interface Miss {
  readonly reason: ErrorCode | PageRefusal;
  /** `peace`: its host wants to be left alone for now. */
  readonly kind: "silence" | "passing" | "final" | "peace";
  readonly httpStatus?: number;
}

/** What one request brought: what was read on the page, or why nothing was. */
type Brought = { readonly read: ReadPage } | { readonly miss: Miss };

/**
 * Fetches articles' pages, once each, and has them read. Null: nothing is known yet, because the
 * signal aborted or the host asked to be left alone.
 */
export class PageFetcher {
  readonly #options: Fetching;
  readonly #signal: AbortSignal;
  readonly #wishes: SiteWishes;
  readonly #judge: PageJudge;

  constructor(options: Fetching, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    this.#wishes = new SiteWishes(options);
    this.#judge = new PageJudge(options);
  }

  /** Rejects only when something is wrong in here. */
  async fetch(page: WaitingPage): Promise<Outcome> {
    const outcome = await this.#fetch(page);
    if (outcome !== null && "articleId" in outcome)
      await this.#judge.note(page.feedId, outcome).catch((error: unknown) => {
        // What came is kept all the same: else it would be fetched again and again.
        this.#options.log("noting how a title's pages go", error);
      });
    return outcome;
  }

  async #fetch(page: WaitingPage): Promise<Outcome> {
    const { hosts, library } = this.#options;
    if (this.#isEnded() || library.feeds.get(page.feedId) === undefined) return null;
    const article = await library.articles.read(page.articleId, "feed");
    if (article === null) return null;
    const feedHtml = article.text === "feed" ? article.html : "";
    const answersBefore = hosts.answers;
    const first = await this.#bring(page, page.address, feedHtml, []);
    if (first === null) return null;
    if ("miss" in first) return this.#missed(page, first.miss, answersBefore);
    const { other } = first.read;
    const better = other === null ? null : await this.#betterOf(page, first.read, other, feedHtml);
    if (this.#isEnded()) return null;
    const read = better ?? first.read;
    if (!read.ok) return this.#refused(page, read);
    return this.#follow(page, read, feedHtml);
  }

  /** What becomes of a page that could not be had, and of which that is known now. */
  failed({ articleId, attempts }: WaitingPage, reason: ErrorCode, httpStatus?: number): PageResult {
    const pause = pauses[attempts];
    const answered = httpStatus === undefined ? {} : { httpStatus };
    return pause === undefined
      ? { articleId, kind: "refused", reason, isExcerpt: false, ...answered }
      : { articleId, kind: "failed", reason, nextTry: this.#options.now() + pause, ...answered };
  }

  #isEnded(): boolean {
    return this.#signal.aborted;
  }

  #missed(page: WaitingPage, { reason, kind, httpStatus }: Miss, answersBefore: number): Outcome {
    if (kind === "peace") return null;
    if (kind === "silence") return { page, code: reason as ErrorCode, answersBefore };
    if (kind === "passing") return this.failed(page, reason as ErrorCode, httpStatus);
    const { articleId } = page;
    const answered = httpStatus === undefined ? {} : { httpStatus };
    return { articleId, kind: "refused", reason, isExcerpt: reason === "login", ...answered };
  }

  #refused({ articleId }: WaitingPage, read: Extract<ReadPage, { ok: false }>): PageResult {
    return { articleId, kind: "refused", reason: read.reason, isExcerpt: read.isExcerpt };
  }

  /**
   * Another version of a page, where it says clearly more: one request, at the same publisher alone.
   * One that holds all of an article of several pages spares the others.
   */
  async #betterOf(
    page: WaitingPage,
    read: ReadPage,
    address: string,
    feedHtml: string,
  ): Promise<StoredPage | null> {
    const brought = await this.#bring(page, address, feedHtml, []);
    if (brought === null || "miss" in brought || !brought.read.ok) return null;
    const { read: other } = brought;
    const words = read.ok ? read.page.wordCount : 0;
    const isWhole = other.next === null && !other.isExcerpt;
    return isWhole && other.page.wordCount >= words * clearlyMore ? other : null;
  }

  /** The other pages of an article, one after the other; what cannot be had is said to be missing. */
  async #follow(page: WaitingPage, first: StoredPage, feedHtml: string): Promise<Outcome> {
    const { articleId } = page;
    const seen = new Set([page.address]);
    let read = first;
    for (let number = 2; read.next !== null; number += 1) {
      const { address, before } = read.next;
      // A way in circles, or to somebody else: that is where the article ends.
      const isForeign = siteOf(address) !== siteOf(page.address);
      if (seen.has(address) || isForeign) break;
      seen.add(address);
      const missing = { from: number, to: read.pageCount };
      if (number > pagesAtMost)
        return { articleId, kind: "stored", page: { ...read.page, missing }, isExcerpt: false };
      const brought = await this.#bring(page, address, feedHtml, before);
      if (this.#isEnded() || brought === null) return null;
      if ("miss" in brought)
        return this.#storedInPart(page, { ...read.page, missing }, brought.miss);
      const { read: part } = brought;
      if (part.ok) {
        read = part;
        continue;
      }
      // It held nothing new.
      if (part.reason === "no-article") break;
      // In all it says less than the feed does.
      if (part.reason === "less-than-feed") return this.#refused(page, part);
      const miss = { reason: part.reason, kind: "final" } as const;
      return this.#storedInPart(page, { ...read.page, missing }, miss);
    }
    return { articleId, kind: "stored", page: read.page, isExcerpt: read.isExcerpt };
  }

  /** What is here is kept at once; what may still come is asked for once more. */
  #storedInPart(
    { articleId, attempts }: WaitingPage,
    page: StoredPage["page"],
    { reason, kind }: Miss,
  ): PageResult {
    const mayCome = kind !== "final" && attempts === 0;
    const nextTry = this.#options.now() + (pauses[1] ?? 0);
    return {
      articleId,
      kind: "stored",
      page,
      isExcerpt: reason === "login",
      ...(mayCome && { retry: { reason: reason as ErrorCode, nextTry } }),
    };
  }

  /** One request and the reading of its answer; null when the signal aborted. */
  async #bring(
    page: WaitingPage,
    address: string,
    feedHtml: string,
    before: Jobs["readPage"]["input"]["before"],
  ): Promise<Brought | null> {
    const { client, hosts, library, publishers } = this.#options;
    const feed = library.feeds.get(page.feedId);
    if (feed === undefined) return null;
    if (hosts.pausedUntil(address) !== null) return missed("too-soon", "peace");
    let resource: FetchedResource;
    try {
      const refusal = await this.#refusalOf(address, feed.typedHost);
      if (refusal !== null) return refusal;
      resource = await client.fetch({
        address,
        kind: "page",
        typedHost: feed.typedHost,
        ...publishers.cookiesForTitle(feed.id),
        signal: this.#signal,
      });
      // Feeds often name an address of somebody who counts readers, which leads on to the page.
      if (resource.address !== address && resource.body !== null) {
        const refusalThere = await this.#refusalOf(resource.address, feed.typedHost);
        if (refusalThere !== null) return refusalThere;
      }
    } catch (error) {
      if (this.#isEnded()) return null;
      if (!(error instanceof FetchError)) throw error;
      return missOf(error.code);
    }
    const { status, body, contentType, robotsTag } = resource;
    if (body === null) return missOfStatus(status);
    return this.#read(page, {
      bytes: body,
      contentType,
      address: resource.address,
      askedFor: address,
      headline: page.headline,
      feedHtml,
      robotsTag,
      isOrdered: feed.fullText === "on",
      selector: feed.ownExtraction?.selector ?? null,
      before,
    });
  }

  /** Why a page is not to be had by its site's `robots.txt`, or null. */
  async #refusalOf(address: string, typedHost: string | null): Promise<Brought | null> {
    const isAllowed = await this.#wishes.mayFetch(address, typedHost, this.#signal);
    // Who cannot say what it wants is not asked for more (RFC 9309, 2.3.1.4).
    if (isAllowed === null) return missed("http-status", "passing", 500);
    return isAllowed ? null : missed("publisher-wish", "final");
  }

  async #read(
    { articleId }: WaitingPage,
    input: Jobs["readPage"]["input"],
  ): Promise<Brought | null> {
    const { workers, log } = this.#options;
    try {
      const transfer = [input.bytes.buffer as ArrayBuffer];
      return { read: await workers.run("readPage", input, { signal: this.#signal, transfer }) };
    } catch (error) {
      if (this.#isEnded()) return null;
      if (!(error instanceof WorkerError)) throw error;
      // It took too long or too much memory, and would do so again.
      log(`reading the page of article ${articleId}`, error);
      return missed("no-article", "final");
    }
  }
}

function missed(reason: Miss["reason"], kind: Miss["kind"], httpStatus?: number): Brought {
  return { miss: { reason, kind, ...(httpStatus !== undefined && { httpStatus }) } };
}

function missOf(code: ErrorCode): Brought {
  // Its host came to want peace while this waited for its turn, or was led there.
  if (code === "too-soon") return missed(code, "peace");
  if (silences.includes(code)) return missed(code, "silence");
  // Certificates are renewed, mostly within days.
  return missed(code, code === "certificate-expired" ? "passing" : "final");
}

function missOfStatus(status: number): Brought {
  // The host asked for a pause, which `Hosts` has noted: the page goes on waiting.
  if (status === 429 || status === 503) return missed("http-status", "peace", status);
  if (status >= 500) return missed("http-status", "passing", status);
  // What the publisher does not serve to this person is not worked around.
  const isWalled = status === 401 || status === 402 || status === 403;
  return missed(isWalled ? "login" : "http-status", "final", status);
}
