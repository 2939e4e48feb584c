import type { ArticleId, FeedSummary, FullText } from "../../preload/contract/contract.ts";
import { t } from "../text/text.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import type { ReadingStore } from "./reading-store.ts";
import type { ToastStore } from "./toast-store.ts";

interface Stores {
  readonly client: Client;
  readonly reading: ReadingStore;
  readonly toasts: ToastStore;
  readonly attempts: Attempts;
}

/** What a reader can do about the texts of articles: the feeds' own, and those of their pages. */
export class TextActions {
  readonly #client: Client;
  readonly #reading: ReadingStore;
  readonly #toasts: ToastStore;
  readonly #attempts: Attempts;

  constructor({ client, reading, toasts, attempts }: Stores) {
    this.#client = client;
    this.#reading = reading;
    this.#toasts = toasts;
    this.#attempts = attempts;
  }

  /** Shows the open article's other text. */
  async switchText(): Promise<void> {
    await this.#attempts.run(async () => {
      const isSwitched = await this.#reading.switchText();
      if (!isSwitched && this.#reading.article !== null) this.#toasts.tell(t("toast.oneText"));
    });
  }

  /** Shows the text that has come since the article was opened. */
  async showOffered(): Promise<void> {
    await this.#attempts.run(() => this.#reading.showOffered());
  }

  /** Fetches an article's page, also when that was had or refused before. */
  async fetchPage(articleId: ArticleId): Promise<void> {
    await this.#attempts.run(async () => {
      const { count } = await this.#client.request("articles.fetchPages", {
        articleIds: [articleId],
      });
      this.#toasts.tell(t(count === 0 ? "toast.noPage" : "toast.pageFetched"));
    });
  }

  /** Forgets where a person showed the article to be on a title's pages. */
  async resetExtraction({ id: feedId }: FeedSummary): Promise<void> {
    await this.#attempts.run(async () => {
      const { count } = await this.#client.request("extraction.reset", { feedId });
      this.#toasts.tell(t("toast.extractionReset", { count }));
    });
  }

  /** Sets whether the pages of titles' articles are fetched, also of those that are listed already. */
  async setFullText(feeds: readonly FeedSummary[], fullText: FullText): Promise<void> {
    await this.#attempts.run(() =>
      this.#client.request("titles.setFullText", { feedIds: feeds.map(({ id }) => id), fullText }),
    );
  }
}
