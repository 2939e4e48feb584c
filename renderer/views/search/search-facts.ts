import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { SearchAnswer } from "../../../preload/contract/contract.ts";
import { keptSearchesContext, searchContext } from "../../app/contexts.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { KeptSearchStore } from "../../state/kept-search-store.ts";
import type { SearchStore } from "../../state/search-store.ts";
import { t, wordError } from "../../text/text.ts";
import { controls } from "../../theme/controls.ts";
import { wordQuery } from "./word-query.ts";

/** What narrows a search: as it is typed, and what it means. */
const hints = [
  { typed: '"…"', key: "search.hint.phrase", insert: '""' },
  { typed: "-", key: "search.hint.not", insert: "-" },
  { typed: "OR", key: "search.hint.or", insert: "OR " },
  { typed: "…*", key: "search.hint.prefix", insert: "*" },
  { typed: "headline:", key: "search.hint.headline", insert: "headline:" },
  { typed: "title:", key: "search.hint.title", insert: "title:" },
  { typed: "author:", key: "search.hint.author", insert: "author:" },
  { typed: "section:", key: "search.hint.section", insert: "section:" },
  { typed: "tag:", key: "search.hint.tag", insert: "tag:" },
  { typed: "is:unread", key: "search.hint.unread", insert: "is:unread " },
  { typed: "is:bookmarked", key: "search.hint.bookmarked", insert: "is:bookmarked " },
  { typed: "is:offline", key: "search.hint.offline", insert: "is:offline " },
  { typed: "after:", key: "search.hint.after", insert: "after:" },
  { typed: "before:", key: "search.hint.before", insert: "before:" },
] as const;

/** A piece of the query's language was chosen, to be put behind what is typed. */
export class HintEvent extends Event {
  static readonly type = "bs-search-hint";

  constructor() {
    super(HintEvent.type);
  }
}

/**
 * What a search has come to: how it was understood, how many it found, and, before anything is
 * typed, what it can be narrowed by.
 *
 * @event bs-search-hint - something was put into the field, which should have the focus
 */
@customElement("bs-search-facts")
export class SearchFacts extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.3rem;
        min-width: 0;
        font-size: var(--text-small);
        color: var(--ink-faint);
      }

      p {
        margin: 0;
        overflow-wrap: anywhere;
      }

      .hints {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }

      .hints button {
        padding: 0.1rem 0.45rem;
        border: 1px solid var(--hairline-strong);
        border-radius: 1rem;
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .hints button:hover {
        background: var(--hover);
        color: var(--ink);
      }

      .found {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 0.75rem;
      }

      .keep {
        padding: 0;
        font-size: var(--text-small);
        color: var(--accent);
        text-decoration: underline;
        text-underline-offset: 0.15em;
      }

      .note {
        color: var(--warning);
      }

      progress {
        width: 100%;
        height: 0.25rem;
        accent-color: var(--accent);
      }
    `,
  ];

  @consume({ context: searchContext }) private readonly search!: SearchStore;
  @consume({ context: keptSearchesContext }) private readonly keptSearches!: KeptSearchStore;

  constructor() {
    super();
    new StoreController(this, () => [this.search, this.keptSearches]);
  }

  override render(): TemplateResult {
    const { answer, failure, indexing, text } = this.search;
    return html`${
      failure === null
        ? nothing
        : html`<p class="note" role="alert">${t("search.failed")}: ${wordError(failure)}</p>`
    }${answer === null || text.trim() === "" ? this.#renderHints() : this.#renderAnswer(answer)}${
      indexing === null
        ? nothing
        : html`<p>${t("search.indexing", { done: indexing.done, total: indexing.total })}</p>
            <progress
              aria-label=${t("search.indexing", { done: indexing.done, total: indexing.total })}
              max=${Math.max(1, indexing.total)}
              value=${indexing.done}
            ></progress>`
    }`;
  }

  #renderAnswer({ understood, notes, total, hasMore }: SearchAnswer): TemplateResult {
    return html`${notes.map(
      ({ kind, text }) => html`<p class="note">${t(`search.note.${kind}`, { text })}</p>`,
    )}${
      understood === null
        ? this.#renderHints()
        : html`<p>${t("search.shown", { what: wordQuery(understood) })}</p>
            <div class="found">
              <p role="status">
                ${t(hasMore ? "search.foundMore" : "search.found", { count: total })}
              </p>
              ${this.#renderKeeping()}
            </div>`
    }`;
  }

  #renderKeeping(): TemplateResult {
    const { text } = this.search;
    return this.keptSearches.find(text) === undefined
      ? html`<button class="keep" @click=${() => void this.keptSearches.keep(text)}>
          ${t("search.keep")}
        </button>`
      : html`<span>${t("search.kept")}</span>`;
  }

  #renderHints(): TemplateResult {
    return html`<div class="hints" role="group" aria-label=${t("search.hints")}>
      ${hints.map(
        ({ typed, key, insert }) =>
          html`<button
            title=${t(key)}
            aria-label="${typed} ${t(key)}"
            @click=${() => this.#insert(insert)}
          >
            ${typed}
          </button>`,
      )}
    </div>`;
  }

  #insert(insert: string): void {
    const { text } = this.search;
    this.search.type(text === "" || text.endsWith(" ") ? text + insert : `${text} ${insert}`);
    this.dispatchEvent(new HintEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-search-facts": SearchFacts;
  }
  interface HTMLElementEventMap {
    "bs-search-hint": HintEvent;
  }
}
