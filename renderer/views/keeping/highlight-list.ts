import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Highlight } from "../../../preload/contract/contract.ts";
import "../../components/icon.ts";
import { controls } from "../../theme/controls.ts";
import { t } from "../../text/text.ts";

export type HighlightWish = "show" | "edit" | "remove";

/** Something was wished of a highlight in the list. */
export class HighlightWishEvent extends Event {
  static readonly type = "bs-highlight-wish";
  readonly wish: HighlightWish;
  readonly highlight: Highlight;

  constructor(wish: HighlightWish, highlight: Highlight) {
    super(HighlightWishEvent.type, { bubbles: true, composed: true });
    this.wish = wish;
    this.highlight = highlight;
  }
}

/**
 * The passages that the reader marked in an article, with their notes.
 *
 * @event bs-highlight-wish - something was wished of one
 */
@customElement("bs-highlight-list")
export class HighlightList extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-top: 2.5rem;
        font-family: var(--typeface-interface);
        font-size: var(--text-small);
      }

      h2 {
        margin: 0 0 0.75rem;
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--ink-soft);
      }

      ul {
        display: grid;
        gap: 0.75rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem 0.5rem;
        align-items: start;
        padding-inline-start: 0.8rem;
        border-inline-start: 3px solid var(--kept-edge);
      }

      .quote {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        border-radius: 2px;
        font-family: var(--typeface-reading);
        font-size: 1rem;
        line-height: 1.45;
        text-align: start;
        overflow-wrap: anywhere;
        color: var(--ink);
      }

      .quote:hover {
        text-decoration: underline;
        text-decoration-color: var(--control-edge);
      }

      p {
        grid-column: 1;
        margin: 0;
        line-height: 1.45;
        color: var(--ink-soft);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .tools {
        display: flex;
        grid-row: 1;
        grid-column: 2;
      }
    `,
  ];

  /** In the order of the text. */
  @property({ attribute: false }) highlights: readonly Highlight[] = [];
  /** The article's language, as far as it is known. */
  @property() language: string | null = null;

  override render(): TemplateResult {
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${t("highlight.list")}</h2>
      <ul>
        ${this.highlights.map((highlight) => this.#renderHighlight(highlight))}
      </ul>
    </section>`;
  }

  #renderHighlight(highlight: Highlight): TemplateResult {
    return html`<li>
      <button
        class="quote"
        dir="auto"
        lang=${this.language ?? nothing}
        title=${t("highlight.show")}
        @click=${() => this.#wish("show", highlight)}
      >
        ${highlight.quote}
      </button>
      ${highlight.note === "" ? nothing : html`<p dir="auto">${highlight.note}</p>`}
      <span class="tools">
        <button
          class="icon-button"
          title=${t("highlight.editNote")}
          aria-label=${t("highlight.editNoteOf", { quote: shorten(highlight.quote) })}
          @click=${() => this.#wish("edit", highlight)}
        >
          <bs-icon name="pencil"></bs-icon>
        </button>
        <button
          class="icon-button"
          title=${t("highlight.remove")}
          aria-label=${t("highlight.removeOf", { quote: shorten(highlight.quote) })}
          @click=${() => this.#wish("remove", highlight)}
        >
          <bs-icon name="trash"></bs-icon>
        </button>
      </span>
    </li>`;
  }

  #wish(wish: HighlightWish, highlight: Highlight): void {
    this.dispatchEvent(new HighlightWishEvent(wish, highlight));
  }
}

/** So much of a passage that one knows which it is. */
function shorten(quote: string): string {
  const most = 60;
  const text = quote.replaceAll(/\s+/g, " ");
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-highlight-list": HighlightList;
  }
  interface HTMLElementEventMap {
    "bs-highlight-wish": HighlightWishEvent;
  }
}
