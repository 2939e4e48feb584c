import type { Article, ArticleId } from "../../preload/contract/contract.ts";
import { asFailure, type Client, type RequestFailure } from "./client.ts";
import { Store } from "./store.ts";

/** The article in the reading pane. */
export class ReadingStore extends Store {
  readonly #client: Client;
  #turn = 0;
  /** The article that is asked for; `article` follows a few milliseconds later. */
  articleId: ArticleId | null = null;
  article: Article | null = null;
  failure: RequestFailure | null = null;
  /** Where to put an article that is opened, 0–1 of its height. */
  startAt = 0;

  constructor(client: Client) {
    super();
    this.#client = client;
    client.listen("statuses.changed", ({ articleIds }) => {
      const id = this.articleId;
      if (id !== null && (articleIds === null || articleIds.includes(id))) void this.#reload(id);
    });
    client.listen("articles.changed", ({ feedIds }) => {
      const { article } = this;
      if (article !== null && feedIds.includes(article.feedId)) void this.#reload(article.id);
    });
  }

  /** Shows an article; the one before stays on screen until then. False when it cannot be had. */
  async open(id: ArticleId, startAt = 0): Promise<boolean> {
    const turn = ++this.#turn;
    this.articleId = id;
    try {
      const article = await this.#client.request("article.open", { articleId: id });
      if (turn !== this.#turn) return false;
      this.startAt = startAt;
      this.article = article;
      this.failure = null;
    } catch (thrown) {
      if (turn !== this.#turn) return false;
      this.article = null;
      this.failure = asFailure(thrown);
    }
    this.changed();
    return this.failure === null;
  }

  /** Reads the open article again, after something that may have changed it. */
  async renew(): Promise<void> {
    if (this.articleId !== null) await this.#reload(this.articleId);
  }

  close(): void {
    this.#turn++;
    this.articleId = null;
    this.article = null;
    this.failure = null;
    this.changed();
  }

  /** Shows a change ahead of the main process's word. */
  patch(id: ArticleId, change: Partial<Article>): void {
    if (this.article?.id !== id) return;
    this.article = { ...this.article, ...change };
    this.changed();
  }

  /** Reads the open article again: its marks or its pictures changed. It keeps its place. */
  async #reload(id: ArticleId): Promise<void> {
    const turn = this.#turn;
    try {
      const article = await this.#client.request("article.open", { articleId: id });
      if (turn !== this.#turn) return;
      this.article = article;
      this.changed();
    } catch {
      // What is on screen was true a moment ago and can still be read.
    }
  }
}
