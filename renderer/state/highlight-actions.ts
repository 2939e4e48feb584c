import type { Article, ArticleId, Highlight } from "../../preload/contract/contract.ts";
import { describePassage, type Stretch } from "../text/find-passage.ts";
import { t } from "../text/text.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import type { ReadingStore } from "./reading-store.ts";
import type { ToastStore } from "./toast-store.ts";

/** Units (UTF-16) that a marked passage may have at most, as the contract says. */
const longestPassage = 20_000;

interface Stores {
  readonly client: Client;
  readonly reading: ReadingStore;
  readonly toasts: ToastStore;
  readonly attempts: Attempts;
}

/** How a reader marks passages of articles; what fails is told in a message. */
export class HighlightActions {
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

  /** A passage as a new highlight, which is not stored yet; null when it is too long, which is told. */
  describe(article: Article, text: string, passage: Stretch): Highlight | null {
    if (passage.end - passage.start > longestPassage) {
      this.#toasts.warn(t("highlight.tooLong"));
      return null;
    }
    return {
      ...describePassage(text, passage),
      id: crypto.randomUUID(),
      text: article.text,
      note: "",
      at: Date.now(),
    };
  }

  /** Adds a highlight to an article, which becomes a bookmark by it, or changes it. Whether it is stored. */
  async put(article: Article, highlight: Highlight): Promise<boolean> {
    const isStored = await this.#attempts.run(() =>
      this.#client.request("bookmarks.putHighlight", { articleId: article.id, highlight }),
    );
    if (!isStored) return false;
    if (!article.bookmarked) this.#toasts.tell(t("toast.bookmarkedByHighlight"));
    // Shown at once; the order of the text comes with the main process's word.
    const shown = this.#reading.article;
    const bookmark = shown?.bookmark ?? { tags: [], note: "", highlights: [] };
    const others = bookmark.highlights.filter(({ id }) => id !== highlight.id);
    const highlights = [...others, highlight];
    this.#reading.patch(article.id, { bookmarked: true, bookmark: { ...bookmark, highlights } });
    return true;
  }

  /** Removes a highlight; a message offers the way back. Whether it is done. */
  async remove(articleId: ArticleId, id: string, isTold = true): Promise<boolean> {
    return this.#attempts.run(async () => {
      const { undoId } = await this.#client.request("bookmarks.removeHighlight", { articleId, id });
      if (isTold) this.#toasts.tell(t("toast.highlightRemoved"), undoId);
    });
  }

  /** Says that a highlight is not in the text that is shown. */
  tellItIsNotHere(): void {
    this.#toasts.tell(t("highlight.notHere"));
  }
}
