import { consume } from "@lit/context";
import { Task } from "@lit/task";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type {
  PreparationForecast,
  PreparationWishes,
  Scope,
} from "../../../preload/contract/contract.ts";
import { clientContext, libraryContext } from "../../app/contexts.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import { asFailure, type Client } from "../../state/client.ts";
import type { LibraryStore } from "../../state/library-store.ts";
import { formatBytes } from "../../text/formats.ts";
import { t, wordError } from "../../text/text.ts";
import { scopeName } from "../scope-name.ts";
import { preparationStyles } from "./preparation-styles.ts";
import { scopeOfValue, scopeOptions } from "./scope-options.ts";
import { isNothing, isTooLarge, wordReady, wordSize } from "./word-preparation.ts";

type Part = "pages" | "pictures" | "recordings";

/** Milliseconds without another change before the forecast is asked for. */
const pause = 150;

/** The reader wants this prepared. */
export class PreparationStartEvent extends Event {
  static readonly type = "bs-preparation-start";
  readonly wishes: PreparationWishes;
  /** The reader said that it may cost. */
  readonly evenMetered: boolean;

  constructor(wishes: PreparationWishes, evenMetered: boolean) {
    super(PreparationStartEvent.type);
    this.wishes = wishes;
    this.evenMetered = evenMetered;
  }
}

/**
 * Chooses what is prepared, with a forecast of its size that follows each choice.
 *
 * @event bs-preparation-start - it is to begin; on a metered connection the reader confirmed it
 */
@customElement("bs-preparation-choice")
export class PreparationChoice extends LitElement {
  static override styles = preparationStyles;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: libraryContext }) private readonly library!: LibraryStore;

  @query("select") private readonly select!: HTMLSelectElement;

  @state() private wishes: PreparationWishes = {
    scope: { kind: "all" },
    pages: true,
    pictures: true,
    recordings: false,
  };
  /** The question whether a metered connection may be used. */
  @state() private asksMetered = false;

  /** The list that is open in the window, or that was asked for. */
  @property({ attribute: false }) list: Scope = { kind: "all" };

  /** Stays while another one is counted, so that nothing flickers. */
  #last: PreparationForecast | null = null;

  readonly #forecast = new Task(this, {
    args: () => [this.wishes] as const,
    task: async ([wishes], { signal }) => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      signal.throwIfAborted();
      this.#last = await this.client.request("preparation.forecast", wishes);
      return this.#last;
    },
  });

  constructor() {
    super();
    new StoreController(this, () => [this.library]);
  }

  /** Starts with a scope; what was chosen to be fetched stays chosen. */
  begin(scope: Scope): void {
    this.list = scope;
    this.asksMetered = false;
    this.#last = null;
    this.wishes = { ...this.wishes, scope };
  }

  override focus(): void {
    void this.updateComplete.then(() => this.select.focus());
  }

  override render(): TemplateResult {
    const query = { scope: this.list, filter: "all", order: "newest" } as const;
    const list = { scope: this.list, label: scopeName(query, this.library) };
    return html`<form @submit=${this.#onSubmit}>
      <p>${t("prepare.intro")}</p>
      <label class="field"
        >${t("prepare.scope")}
        <select
          name="scope"
          @change=${() => this.#choose({ scope: scopeOfValue(this.select.value) })}
        >
          ${scopeOptions(this.library, list, this.wishes.scope)}
        </select></label
      >
      <fieldset>
        <legend>${t("prepare.what")}</legend>
        ${this.#renderPart("pages", t("prepare.pages.hint"))} ${this.#renderPart("pictures", "")}
        ${this.#renderPart("recordings", t("prepare.recordings.hint"))}
      </fieldset>
      <div class="forecast" role="status">${this.#renderForecast()}</div>
      <div class="buttons">
        <button class="button primary" ?disabled=${!this.#canStart || this.asksMetered}>
          ${t("prepare.start")}
        </button>
      </div>
    </form>`;
  }

  #renderPart(part: Part, hint: string): TemplateResult {
    const count = this.#last?.[part];
    const isWished = this.wishes[part];
    return html`<label class="part"
      ><input
        type="checkbox"
        name=${part}
        .checked=${isWished}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement)
            this.#choose({ [part]: event.target.checked });
        }}
      /><span>${t(`prepare.${part}`)}${hint === "" ? nothing : html`<small>${hint}</small>`}</span
      ><output
        >${
          count === undefined || !isWished
            ? ""
            : count === 0
              ? t("prepare.nothingToFetch")
              : t("prepare.toFetch", { count })
        }</output
      ></label
    >`;
  }

  #renderForecast(): unknown {
    return this.#forecast.render({
      pending: () =>
        this.#last === null ? html`<p>${t("prepare.looking")}</p>` : this.#renderKnown(this.#last),
      complete: (forecast) => this.#renderKnown(forecast),
      error: (thrown) => html`<p class="error">${wordError(asFailure(thrown))}</p>`,
    });
  }

  #renderKnown(forecast: PreparationForecast): TemplateResult {
    const { articles, free, incomplete } = forecast;
    if (this.asksMetered) return this.#renderMetered(forecast);
    return html`<p><strong>${wordReady(forecast)}</strong></p>
      ${articles === 0 ? nothing : html`<p>${wordSize(forecast)}</p>`}
      ${
        isTooLarge(forecast)
          ? html`<p class="warning">${t("prepare.noRoom", { free: formatBytes(free ?? 0) })}</p>`
          : incomplete > 0
            ? html`<p>${t("prepare.incomplete", { count: incomplete })}</p>`
            : nothing
      }
      ${
        this.library.refresh.disconnected && !isNothing(forecast)
          ? html`<p class="warning">${t("prepare.noNetwork")}</p>`
          : nothing
      }`;
  }

  #renderMetered({ bytes }: PreparationForecast): TemplateResult {
    return html`<p>
        <strong>${t("prepare.metered", { size: formatBytes(bytes) })}</strong>
      </p>
      <div class="buttons">
        <button type="button" class="button" @click=${() => this.#onMetered(false)}>
          ${t("prepare.metered.no")}
        </button>
        <button
          type="button"
          class="button primary"
          data-metered
          @click=${() => this.#onMetered(true)}
        >
          ${t("prepare.metered.yes")}
        </button>
      </div>`;
  }

  get #canStart(): boolean {
    const { pages, pictures, recordings } = this.wishes;
    return (pages || pictures || recordings) && this.#last !== null && this.#last.articles > 0;
  }

  #choose(change: Partial<PreparationWishes>): void {
    this.asksMetered = false;
    this.wishes = { ...this.wishes, ...change };
  }

  #onMetered(isWished: boolean): void {
    this.asksMetered = false;
    if (isWished) this.dispatchEvent(new PreparationStartEvent(this.wishes, true));
    else this.focus();
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    const forecast = this.#last;
    if (!this.#canStart || forecast === null) return;
    if (!this.library.refresh.metered || isNothing(forecast)) {
      this.dispatchEvent(new PreparationStartEvent(this.wishes, false));
      return;
    }
    this.asksMetered = true;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("[data-metered]")?.focus(),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-preparation-choice": PreparationChoice;
  }
  interface HTMLElementEventMap {
    "bs-preparation-start": PreparationStartEvent;
  }
}
