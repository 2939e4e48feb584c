import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Preparation, Scope } from "../../../preload/contract/contract.ts";
import { libraryContext, preparationContext } from "../../app/contexts.ts";
import "../../components/dialog.ts";
import type { Dialog } from "../../components/dialog.ts";
import { focused } from "../../components/focused.ts";
import "../../components/task-progress.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { LibraryStore } from "../../state/library-store.ts";
import type { PreparationStore } from "../../state/preparation-store.ts";
import { scrolling } from "../../theme/scrolling.ts";
import { t } from "../../text/text.ts";
import "./preparation-choice.ts";
import type { PreparationChoice, PreparationStartEvent } from "./preparation-choice.ts";
import "./preparation-result.ts";
import { preparationStyles } from "./preparation-styles.ts";
import { shareOf, wordProgress, wordState, wordWishes } from "./word-preparation.ts";

/**
 * “I am about to leave”: chooses what should be on this disk, shows how far that has come, and what
 * came of it.
 *
 * @event bs-article-wanted - an incomplete article is to be opened
 */
@customElement("bs-preparation-dialog")
export class PreparationDialog extends LitElement {
  static override styles = [
    preparationStyles,
    scrolling,
    css`
      bs-dialog {
        --dialog-width: 36rem;
        --dialog-height: 38rem;
      }

      .step {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        min-height: 0;
      }

      .scrolls {
        display: grid;
        align-content: start;
        gap: 1rem;
        padding: 0.25rem 1.5rem 1rem;
      }

      .foot {
        padding: 0.9rem 1.5rem;
        border-top: 1px solid var(--hairline);
      }

      bs-preparation-choice {
        overflow-y: auto;
      }

      bs-preparation-result {
        display: grid;
        gap: 0.75rem;
      }
    `,
  ];

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: preparationContext }) private readonly store!: PreparationStore;

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("bs-preparation-choice") private readonly choice!: PreparationChoice | null;

  @state() private isOpen = false;
  /** Something else is chosen than what is under way or done. */
  @state() private choosesAnew = false;

  #scope: Scope = { kind: "all" };

  constructor() {
    super();
    new StoreController(this, () => [this.library, this.store]);
  }

  /**
   * Shows what is under way or done; where there is nothing, or another scope is asked for while
   * nothing is under way, what is to be prepared is chosen.
   */
  async show(list: Scope, isAskedFor = false): Promise<void> {
    this.#scope = list;
    this.isOpen = true;
    this.choosesAnew = isAskedFor && !this.store.isUnderWay;
    await this.updateComplete;
    this.choice?.begin(list);
    await this.dialog.show();
    this.#focusFirst();
  }

  override render(): TemplateResult {
    const { preparation } = this.store;
    return html`<bs-dialog
      fixed
      .heading=${t("prepare.title")}
      @close=${() => {
        this.isOpen = false;
      }}
    >
      ${
        !this.isOpen
          ? nothing
          : preparation === null || this.choosesAnew
            ? html`<bs-preparation-choice
                @bs-preparation-start=${(event: PreparationStartEvent) => void this.#start(event)}
              ></bs-preparation-choice>`
            : html`<div class="step">
                ${
                  preparation.state === "finished"
                    ? this.#renderFinished(preparation)
                    : this.#renderUnderWay(preparation)
                }
              </div>`
      }
    </bs-dialog>`;
  }

  #renderUnderWay(preparation: Preparation): TemplateResult {
    const { articles, ready, state: now, waitsFor } = preparation;
    return html`${this.#renderPart(
        preparation,
        html`<div class="headline">${t("prepare.articles", { ready, articles })}</div>
          <bs-task-progress
            .label=${wordProgress(preparation)}
            .share=${shareOf(preparation) ?? (now === "running" ? null : 0)}
          ></bs-task-progress>
          <p class="state ${now === "waiting" ? "warning" : ""}">${wordState(preparation)}</p>
          ${
            waitsFor === "unmetered"
              ? html`<div>
                  <button class="button" @click=${() => void this.store.resume(true)}>
                    ${t("prepare.metered.yes")}
                  </button>
                </div>`
              : nothing
          }`,
      )}
      <div class="buttons foot">
        <button class="button apart" @click=${() => void this.#end()}>
          ${t("prepare.cancel")}
        </button>
        <button
          class="button"
          data-first
          @click=${() => void (now === "paused" ? this.store.resume() : this.store.pause())}
        >
          ${t(now === "paused" ? "prepare.resume" : "prepare.pause")}
        </button>
        <button class="button primary" @click=${() => this.dialog.close()}>
          ${t("prepare.background")}
        </button>
      </div>`;
  }

  #renderFinished(preparation: Preparation): TemplateResult {
    return html`${this.#renderPart(
        preparation,
        html`<bs-preparation-result
          .preparation=${preparation}
          @bs-article-wanted=${() => this.dialog.close()}
        ></bs-preparation-result>`,
      )}
      <div class="buttons foot">
        <button class="button" @click=${() => void this.#chooseAnew()}>
          ${t("prepare.other")}
        </button>
        <button class="button primary" data-first @click=${() => void this.#takeOff()}>
          ${t("prepare.done")}
        </button>
      </div>`;
  }

  #renderPart(preparation: Preparation, content: TemplateResult): TemplateResult {
    return html`<div
      class="scrolls preparation"
      tabindex="0"
      role="region"
      aria-label=${t("prepare.title")}
    >
      <p>${wordWishes(preparation, this.library)}</p>
      ${content}
    </div>`;
  }

  async #start({ wishes, evenMetered }: PreparationStartEvent): Promise<void> {
    if (!(await this.store.start(wishes, evenMetered))) return;
    this.choosesAnew = false;
    await this.updateComplete;
    this.#focusFirst();
  }

  async #end(): Promise<void> {
    if (await this.store.cancel()) await this.#chooseAnew();
  }

  async #takeOff(): Promise<void> {
    if (await this.store.cancel()) this.dialog.close();
  }

  async #chooseAnew(): Promise<void> {
    this.choosesAnew = true;
    await this.updateComplete;
    this.choice?.begin(this.#scope);
    this.choice?.focus();
  }

  /** Where a step of the dialog begins; the focus stays where the reader has put it. */
  #focusFirst(): void {
    if (this.choice !== null) this.choice.focus();
    else this.renderRoot.querySelector<HTMLElement>("[data-first]")?.focus();
  }

  override updated(): void {
    // What had the focus goes when a preparation ends, and the focus must not go with it.
    if (this.isOpen && this.dialog.isOpen && focused() === null) this.#focusFirst();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-preparation-dialog": PreparationDialog;
  }
}
