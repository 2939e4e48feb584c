import type { Article, ArticleId, TextSource } from "../../preload/contract/contract.ts";
import { asFailure, type Client, type RequestFailure } from "./client.ts";
import { Store } from "./store.ts";

/** What is there to be shown in place of the text that is on screen. */
export type Offer = "full-text" | "feed-text" | "changed-text";

/** The article in the reading pane. */
export class ReadingStore extends Store {
  readonly #client: Client;
  /** The text that the reader chose for an article, for as long as the window is open. */
  readonly #chosen = new Map<ArticleId, TextSource>();
  #turn = 0;
  #reading = 0;
  /** The article that is asked for; `article` follows a few milliseconds later. */
  articleId: ArticleId | null = null;
  article: Article | null = null;
  /** A text that came while another one was on screen, which is never taken from under the eye. */
  offer: Offer | null = null;
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
      const article = await this.#read(id, this.#chosen.get(id));
      if (turn !== this.#turn) return false;
      this.startAt = startAt;
      this.article = article;
      this.failure = null;
    } catch (thrown) {
      if (turn !== this.#turn) return false;
      this.article = null;
      this.failure = asFailure(thrown);
    }
    this.offer = null;
    this.changed();
    return this.failure === null;
  }

  /** Shows the other text of the open article; false when it has but one. Throws `RequestFailure`. */
  async switchText(): Promise<boolean> {
    const { article } = this;
    const other = article?.texts.find((text) => text !== article.text);
    if (article === null || other === undefined) return false;
    this.#chosen.set(article.id, other);
    await this.showOffered();
    return true;
  }

  /** Shows the text that is offered. Throws `RequestFailure`. */
  async showOffered(): Promise<void> {
    const { article } = this;
    if (article === null) return;
    const turn = this.#turn;
    const reading = ++this.#reading;
    const fresh = await this.#read(article.id, this.#chosen.get(article.id));
    if (turn !== this.#turn || reading !== this.#reading) return;
    this.article = fresh;
    this.offer = null;
    this.changed();
  }

  /** Reads the open article again, after something that may have changed it. */
  async renew(): Promise<void> {
    if (this.articleId !== null) await this.#reload(this.articleId);
  }

  close(): void {
    this.#turn++;
    this.articleId = null;
    this.article = null;
    this.offer = null;
    this.failure = null;
    this.changed();
  }

  /** Shows a change ahead of the main process's word. */
  patch(id: ArticleId, change: Partial<Article>): void {
    if (this.article?.id !== id) return;
    this.article = { ...this.article, ...change };
    this.changed();
  }

  /**
   * Reads the open article again: its marks, its pictures or its texts changed. The text that is on
   * screen stays; another one is offered.
   */
  async #reload(id: ArticleId): Promise<void> {
    const turn = this.#turn;
    const reading = ++this.#reading;
    try {
      const fresh = await this.#read(id, this.#chosen.get(id));
      const shown = this.article?.id === id && this.article.html !== "" ? this.article : null;
      const same =
        shown === null || shown.text === fresh.text ? fresh : await this.#read(id, shown.text);
      if (turn !== this.#turn || reading !== this.#reading) return;
      this.article = shown === null || hasSameText(shown, same) ? same : withTextOf(shown, same);
      this.offer = shown === null ? null : offerOf(shown, fresh);
      this.changed();
    } catch {
      // What is on screen was true a moment ago and can still be read.
    }
  }

  #read(articleId: ArticleId, text: TextSource | undefined): Promise<Article> {
    return this.#client.request("article.open", {
      articleId,
      ...(text === undefined ? {} : { text }),
    });
  }
}

function hasSameText(one: Article, other: Article): boolean {
  return one.text === other.text && one.html === other.html;
}

/** What may be shown instead; a text that has been lost is better read on. */
function offerOf(shown: Article, fresh: Article): Offer | null {
  if (fresh.html === "" || hasSameText(shown, fresh)) return null;
  if (shown.text === fresh.text) return "changed-text";
  return fresh.text === "page" ? "full-text" : "feed-text";
}

/** The article as it is now, with the text that is on screen. */
function withTextOf(shown: Article, now: Article): Article {
  const { text, html, pictures, leadPicture, leadCaption, leadCredit } = shown;
  const { excerpt, standfirst, wordCount } = shown;
  const ofText = { text, html, pictures, leadPicture, leadCaption, leadCredit, wordCount };
  return { ...now, ...ofText, excerpt, standfirst };
}
