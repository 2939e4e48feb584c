import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { Preparation } from "../../../preload/contract/contract.ts";
import { CommandEvent } from "../../app/command-event.ts";
import { preparationContext } from "../../app/contexts.ts";
import "../../components/icon.ts";
import "../../components/task-progress.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { PreparationStore } from "../../state/preparation-store.ts";
import { controls } from "../../theme/controls.ts";
import { t } from "../../text/text.ts";
import { shareOf, wordState } from "./word-preparation.ts";

/** How far a preparation has come, while its dialog is closed, with pause; nothing without one. */
@customElement("bs-preparation-bar")
export class PreparationBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .row {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        margin-bottom: 0.35rem;
      }

      .what {
        flex: 1;
        min-width: 0;
        padding: 0.1rem 0.25rem;
        margin-inline-start: -0.25rem;
        border-radius: var(--corner-small);
        text-align: start;
      }

      .what:hover {
        background: var(--hover);
      }
    `,
  ];

  @consume({ context: preparationContext }) private readonly store!: PreparationStore;

  constructor() {
    super();
    new StoreController(this, () => [this.store]);
  }

  override render(): TemplateResult {
    const { announcement, preparation } = this.store;
    return html`${preparation === null ? nothing : this.#renderBar(preparation)}
      <div class="visually-hidden" role="status">${announcement}</div>`;
  }

  #renderBar(preparation: Preparation): TemplateResult {
    const { state: now } = preparation;
    const isPaused = now === "paused";
    return html`<div class="row">
      <button
        class="what"
        title=${now === "finished" ? t("status.prepare") : wordState(preparation)}
        @click=${() => this.dispatchEvent(new CommandEvent("prepare-offline"))}
      >
        ${
          now === "finished"
            ? wordShortly(preparation)
            : html`<bs-task-progress
                .label=${wordShortly(preparation)}
                .share=${shareOf(preparation) ?? 0}
              ></bs-task-progress>`
        }
      </button>
      ${
        now === "finished"
          ? this.#renderButton("x", t("prepare.done"), () => this.store.cancel())
          : isPaused
            ? this.#renderButton("play", t("prepare.bar.resume"), () => this.store.resume())
            : this.#renderButton("pause", t("prepare.bar.pause"), () => this.store.pause())
      }
    </div>`;
  }

  #renderButton(
    icon: "pause" | "play" | "x",
    label: string,
    perform: () => Promise<unknown>,
  ): TemplateResult {
    return html`<button
      class="icon-button"
      aria-label=${label}
      title=${label}
      @click=${() => void perform()}
    >
      <bs-icon name=${icon}></bs-icon>
    </button>`;
  }
}

function wordShortly({ articles, done, ready, state, total }: Preparation): string {
  switch (state) {
    case "finished":
      return t("prepare.bar.finished", { ready, articles });
    case "paused":
      return t("prepare.bar.paused", { done, total });
    case "waiting":
      return t("prepare.bar.waiting", { done, total });
    case "running":
      return t("prepare.bar", { done, total });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-preparation-bar": PreparationBar;
  }
}
