import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Article } from "../../preload/contract/contract.ts";
import { libraryContext, textsContext } from "../app/contexts.ts";
import { ExtractionWishEvent } from "../app/extraction-wish-event.ts";
import { TitleWishEvent } from "../app/title-wish-event.ts";
import "../components/icon.ts";
import { ClockController } from "../controllers/clock-controller.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { TextActions } from "../state/text-actions.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";
import { wordWish } from "./title-wishes.ts";
import { isDoubtful, isWalled, mayFetchAgain, wordSource } from "./word-page.ts";

/**
 * A quiet line that says what the text of an article is, and what can be done where it is not whole.
 *
 * @event bs-title-wish - the reader wants to sign in to the publisher
 * @event bs-extraction-wish - the reader wants to show where the article is on its page
 */
@customElement("bs-text-source")
export class TextSourceLine extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      p {
        display: flex;
        align-items: baseline;
        gap: 0.45rem;
        margin: 0;
        line-height: 1.45;
        --icon-size: 0.875rem;
      }

      bs-icon {
        position: relative;
        top: 0.1rem;
      }
    `,
  ];

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: textsContext }) private readonly texts!: TextActions;

  @property({ attribute: false }) article: Article | null = null;

  readonly #clock = new ClockController(this);

  constructor() {
    super();
    new StoreController(this, () => [this.library]);
  }

  override render(): TemplateResult | typeof nothing {
    const { article } = this;
    if (article === null) return nothing;
    const feed = this.library.feed(article.feedId);
    const words = wordSource(article, feed, this.#clock.now);
    if (words === "") return nothing;
    return html`<p>
      <bs-icon name=${article.text === "page" ? "fullText" : "fileText"}></bs-icon>
      <span>${words} ${this.#renderAct(article)}</span>
    </p>`;
  }

  #renderAct(article: Article): TemplateResult | typeof nothing {
    const feed = this.library.feed(article.feedId);
    if (isWalled(article)) {
      if (feed === undefined) return nothing;
      return html`<button
        class="link-button"
        @click=${() => this.dispatchEvent(new TitleWishEvent("sign-in", feed))}
      >
        ${wordWish("sign-in", feed)}
      </button>`;
    }
    const again = mayFetchAgain(article)
      ? html`<button class="link-button" @click=${() => void this.texts.fetchPage(article.id)}>
          ${t("source.retry")}
        </button>`
      : nothing;
    if (feed === undefined || !isDoubtful(article)) return again;
    return html`${again}
      <button
        class="link-button"
        @click=${() => this.dispatchEvent(new ExtractionWishEvent(feed, article.id))}
      >
        ${t("extraction.show")}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-text-source": TextSourceLine;
  }
}
