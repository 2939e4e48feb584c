import { randomUUID } from "node:crypto";
import type {
  ArticleId,
  ErrorCode,
  ExtractionPage,
  ExtractionPreview,
  FeedId,
} from "../../preload/contract/contract.ts";
import { FetchError, type FetchedResource } from "../fetching/fetching.ts";
import type { Jobs } from "../workers/workers.ts";
import { RequestError } from "./request-error.ts";
import { setFullText } from "./set-full-text.ts";
import type { UseCaseContext } from "./use-case-context.ts";
import { wantsPages } from "./wants-pages.ts";

/** Pages that are kept while somebody chooses, and for how long, in milliseconds. */
const pagesAtMost = 4;
const lifetime = 20 * 60_000;
/** Articles of a title whose pages are fetched again after a choice: of the last weeks, the newest. */
const articlesAtMost = 60;
const recentMilliseconds = 28 * 86_400_000;

type Choosing = Pick<
  UseCaseContext,
  "library" | "client" | "workers" | "hosts" | "publishers" | "pages" | "announce" | "now"
>;

interface OpenPage {
  readonly feedId: FeedId;
  readonly articleId: ArticleId;
  readonly input: Jobs["showPage"]["input"];
  readonly openedAt: number;
}

/** Lets a person show where the article is on a title's pages, and keeps that. */
export class Extraction {
  readonly #context: Choosing;
  /** By token; forgotten when the program ends. */
  readonly #open = new Map<string, OpenPage>();
  #timer: NodeJS.Timeout | undefined;

  constructor(context: Choosing) {
    this.#context = context;
  }

  /** Fetches an article's page anew. Rejects with the reason when it cannot be had or read. */
  async open(articleId: ArticleId): Promise<ExtractionPage> {
    const { library, workers } = this.#context;
    const article = await library.articles.read(articleId, "feed");
    const feed = article === null ? undefined : library.feeds.get(article.feedId);
    const askedFor = article?.address ?? null;
    if (article === null || askedFor === null || feed === undefined)
      throw new RequestError("not-found", "there is no page to that article");
    const { body, contentType, address } = await this.#fetch(feed.id, askedFor);
    const input = {
      bytes: body,
      contentType,
      address,
      askedFor,
      headline: article.headline,
      feedHtml: article.text === "feed" ? article.html : "",
      selector: feed.ownExtraction?.selector ?? null,
    };
    const shown = await workers.run("showPage", input);
    if (!shown.ok) throw new RequestError("too-large", `the page is ${shown.reason}`);
    const token = randomUUID();
    this.#keep(token, { feedId: feed.id, articleId, input, openedAt: this.#context.now() });
    return {
      token,
      articleId,
      address,
      html: shown.html,
      chosen: shown.chosen,
      isOwnChoice: feed.ownExtraction !== null,
    };
  }

  /** What the article would be if it were taken from a block. */
  async preview(token: string, block: number): Promise<ExtractionPreview> {
    const { html, wordCount, problem } = await this.#read(token, block);
    return { html, wordCount, problem };
  }

  /**
   * Keeps the choice and has recent pages of the title read anew; returns how many. A title whose
   * pages were not fetched has them fetched from now on: else the choice would change nothing.
   */
  async choose(token: string, block: number): Promise<number> {
    const { library, now } = this.#context;
    const { feedId, articleId } = this.#page(token);
    const { selector } = await this.#read(token, block);
    const feed = library.feeds.get(feedId);
    if (feed === undefined) throw new RequestError("not-found", "the title is gone");
    if (selector === null) throw new RequestError("invalid-input", "that block holds no article");
    const ownExtraction = { selector, chosenAt: now() };
    await library.feeds.change(new Map([[feedId, { ownExtraction }]]));
    if (!wantsPages(feed, library.settings.current()))
      await setFullText([feedId], "on", this.#context);
    this.#open.delete(token);
    return this.#readAnew(feedId, [articleId]);
  }

  /** Forgets a title's choice and has its recent pages read the usual way; returns how many. */
  async reset(feedId: FeedId): Promise<number> {
    const { library } = this.#context;
    const feed = library.feeds.get(feedId);
    if (feed === undefined) throw new RequestError("not-found", "no such title");
    if (feed.ownExtraction === null) return 0;
    await library.feeds.change(new Map([[feedId, { ownExtraction: null }]]));
    return this.#readAnew(feedId, []);
  }

  async #fetch(
    feedId: FeedId,
    askedFor: string,
  ): Promise<FetchedResource & { readonly body: Uint8Array }> {
    const { client, hosts, library, publishers } = this.#context;
    const nextVisit = hosts.pausedUntil(askedFor);
    if (nextVisit !== null)
      throw new RequestError("too-soon", "its host wants to be left alone", { nextVisit });
    let resource: FetchedResource;
    try {
      resource = await client.fetch({
        address: askedFor,
        kind: "page",
        typedHost: library.feeds.get(feedId)?.typedHost ?? null,
        ...publishers.cookiesForTitle(feedId),
      });
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      const code: ErrorCode = error.code;
      throw new RequestError(code, error.message);
    }
    const { body, status } = resource;
    if (body === null)
      throw new RequestError("http-status", `the page was refused with ${status}`, { status });
    return { ...resource, body };
  }

  #page(token: string): OpenPage {
    const page = this.#open.get(token);
    if (page === undefined || this.#context.now() - page.openedAt >= lifetime)
      throw new RequestError("not-found", "that page is no longer at hand");
    return page;
  }

  #read(token: string, block: number): Promise<Jobs["readChosen"]["output"]> {
    const { input } = this.#page(token);
    return this.#context.workers.run("readChosen", { ...input, block });
  }

  /** Pages are up to 5 MB: nothing to carry around for long. */
  #keep(token: string, page: OpenPage): void {
    this.#open.set(token, page);
    for (const old of this.#open.keys()) {
      if (this.#open.size <= pagesAtMost) break;
      this.#open.delete(old);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#open.clear();
    }, lifetime).unref();
  }

  async #readAnew(feedId: FeedId, also: readonly ArticleId[]): Promise<number> {
    const { library, pages, announce, now } = this.#context;
    const query = { scope: { kind: "feed", feedId }, filter: "all", order: "newest" } as const;
    const rows = await library.articles.timeline(query).page(0, articlesAtMost);
    const ids = new Set(also);
    const feed = library.feeds.get(feedId);
    // Also those whose pages are about to be stored as they were read before the choice.
    const wantsAll = feed !== undefined && wantsPages(feed, library.settings.current());
    for (const row of rows) {
      if (row === null || row.published < now() - recentMilliseconds) continue;
      const article = wantsAll ? null : await library.articles.read(row.id, "feed");
      if (wantsAll || (article !== null && article.page !== null)) ids.add(row.id);
    }
    const count = await library.pages.want([...ids], "again");
    announce("statuses.changed", { articleIds: [...ids] });
    announce("sources.changed", {});
    pages.wake();
    return count;
  }
}
