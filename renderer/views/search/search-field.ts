import { consume } from "@lit/context";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { searchContext } from "../../app/contexts.ts";
import "../../components/icon.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { SearchStore } from "../../state/search-store.ts";
import { t } from "../../text/text.ts";
import { controls } from "../../theme/controls.ts";

/** The reader goes from the field on to what was found. */
export class HitsWantedEvent extends Event {
  static readonly type = "bs-hits-wanted";

  constructor() {
    super(HitsWantedEvent.type);
  }
}

/**
 * The field of the search.
 *
 * @event bs-hits-wanted - the focus is to go to the list
 */
@customElement("bs-search-field")
export class SearchField extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        flex: 1;
        min-width: 0;
      }

      .field {
        display: flex;
        align-items: center;
        gap: 0.35rem;
        min-width: 0;
        height: 2.125rem;
        padding: 0 0.25rem 0 0.6rem;
        border: 1px solid var(--control-edge);
        border-radius: var(--corner-small);
        background: var(--paper-raised);
        color: var(--ink-faint);
        --icon-size: 0.9375rem;
      }

      .field:focus-within {
        border-color: var(--accent);
        outline: 1px solid var(--accent);
      }

      .field input[type="search"] {
        flex: 1;
        min-width: 0;
        height: 100%;
        padding: 0;
        border: 0;
        outline: none;
        background: none;
        color: var(--ink);
        font: inherit;
        font-size: var(--text-large);
        appearance: none;
      }

      input::-webkit-search-cancel-button {
        display: none;
      }

      .icon-button {
        width: 1.75rem;
        height: 1.75rem;
      }
    `,
  ];

  @consume({ context: searchContext }) private readonly search!: SearchStore;
  @query("input") private readonly input!: HTMLInputElement;

  constructor() {
    super();
    new StoreController(this, () => [this.search]);
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this.input.focus();
      this.input.select();
    });
  }

  /** Puts the caret behind what is typed; between quotes where they were just put there. */
  goOn(): void {
    void this.updateComplete.then(() => {
      const { value } = this.input;
      const end = value.endsWith('""') ? value.length - 1 : value.length;
      this.input.focus();
      this.input.setSelectionRange(end, end);
    });
  }

  override render(): TemplateResult {
    return html`<div class="field" role="search">
      <bs-icon name="search"></bs-icon>
      <input
        type="search"
        aria-label=${t("search.label")}
        placeholder=${t("search.placeholder")}
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        .value=${live(this.search.text)}
        @input=${this.#onInput}
        @keydown=${this.#onKeyDown}
      />
      <button
        class="icon-button"
        aria-label=${t("search.clear")}
        title=${t("search.clear")}
        @click=${() => this.#leave()}
      >
        <bs-icon name="x"></bs-icon>
      </button>
    </div>`;
  }

  #onInput = (): void => {
    this.search.type(this.input.value);
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Escape") this.#leave();
    else if (event.key === "Enter") this.#submit();
    else if (event.key === "ArrowDown") this.#goToHits();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** The next key is meant for the list, even if it comes before the hits. */
  #submit(): void {
    this.#goToHits();
    void this.search.submit().then(() => {
      if (this.search.answer?.total === 0) this.focus();
    });
  }

  #goToHits(): void {
    this.dispatchEvent(new HitsWantedEvent());
  }

  #leave(): void {
    this.#goToHits();
    void this.search.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-search-field": SearchField;
  }
  interface HTMLElementEventMap {
    "bs-hits-wanted": HitsWantedEvent;
  }
}
