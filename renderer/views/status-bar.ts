import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { RefreshStatus } from "../../preload/contract/contract.ts";
import { CommandEvent } from "../app/command-event.ts";
import { actionsContext, libraryContext, settingsContext } from "../app/contexts.ts";
import { hint } from "../app/key-names.ts";
import "../components/icon.ts";
import { ClockController } from "../controllers/clock-controller.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { Actions } from "../state/actions.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { SettingsStore } from "../state/settings-store.ts";
import { controls } from "../theme/controls.ts";
import { formatBytes, formatDue } from "../text/formats.ts";
import { t, wordError } from "../text/text.ts";
import "./preparation/preparation-bar.ts";

/** The foot of the sidebar: refreshing, what is next, and how much is on this disk. */
@customElement("bs-status-bar")
export class StatusBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 0.5rem 0.625rem 0.625rem 1.125rem;
        border-top: 1px solid var(--hairline);
        font-size: var(--text-small);
        line-height: 1.5;
        color: var(--ink-faint);
        font-variant-numeric: tabular-nums;
      }

      .row {
        display: flex;
        align-items: center;
        gap: 0.5rem;
      }

      .lines {
        flex: 1;
        min-width: 0;
      }

      .lines > div {
        overflow: hidden;
        text-overflow: ellipsis;
        text-wrap: pretty;
      }

      progress {
        appearance: none;
        display: block;
        width: 100%;
        height: 3px;
        margin: 0.2rem 0 0.3rem;
        border: 0;
        border-radius: 2px;
        background: var(--hairline);
        overflow: hidden;
      }

      progress::-webkit-progress-bar {
        background: var(--hairline);
      }

      progress::-webkit-progress-value {
        background: var(--accent);
        transition: width 200ms ease-out;
      }

      .ready {
        padding: 0 0.25rem;
        margin-inline-start: -0.25rem;
        border-radius: var(--corner-small);
        text-align: start;
        text-wrap: pretty;
      }

      .ready:hover {
        background: var(--hover);
        color: var(--ink);
      }

      .warning {
        color: var(--warning);
      }

      @media (prefers-reduced-motion: reduce) {
        progress::-webkit-progress-value {
          transition: none;
        }
      }
    `,
  ];

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  /** Said by screen readers at start and end of a refresh; each step would be noise. */
  @state() private announcement = "";

  readonly #clock = new ClockController(this);
  #wasRunning = false;

  constructor() {
    super();
    new StoreController(this, () => [this.library, this.settings]);
  }

  override willUpdate(): void {
    const { running, total, failed } = this.library.refresh;
    if (running === this.#wasRunning) return;
    this.#wasRunning = running;
    this.announcement = running
      ? t("status.started", { total })
      : failed > 0
        ? t("status.finishedFailing", { count: failed })
        : t("status.finished");
  }

  override render(): TemplateResult {
    const { refresh } = this.library;
    return html`<bs-preparation-bar></bs-preparation-bar>
      <div class="row">
        <div class="lines">${refresh.running ? this.#renderProgress() : this.#renderNext()}</div>
        ${
          refresh.running
            ? html`<button
                class="icon-button"
                aria-label=${t("status.cancel")}
                title=${t("status.cancel")}
                @click=${() => void this.actions.cancelRefresh()}
              >
                <bs-icon name="x"></bs-icon>
              </button>`
            : html`<button
                class="icon-button"
                aria-label=${t("status.refresh")}
                title=${hint(t("status.refresh"), "refresh")}
                @click=${() => this.dispatchEvent(new CommandEvent("refresh"))}
              >
                <bs-icon name="refresh"></bs-icon>
              </button>`
        }
      </div>
      <div class="visually-hidden" role="status">${this.announcement}</div>`;
  }

  #renderProgress(): TemplateResult {
    const { done, total, failed } = this.library.refresh;
    const progress = t("status.progress", { done, total });
    return html`<div>
        ${progress}${failed > 0 ? ` · ${t("status.failed", { count: failed })}` : ""}
      </div>
      <progress
        max=${Math.max(total, 1)}
        value=${done}
        aria-label=${t("status.started", { total })}
      >
        ${progress}
      </progress>
      ${this.#renderReady()}`;
  }

  #renderNext(): TemplateResult {
    const { refresh, failure } = this.library;
    const { nextDue, disconnected, storageFailure } = refresh;
    if (failure !== null) return html`<div class="warning">${wordError(failure)}</div>`;
    if (storageFailure !== null) {
      const isFull = storageFailure === "storage-full";
      const what = isFull ? t("status.full") : wordError({ code: storageFailure });
      return html`<div class="warning">${what}</div>
        ${this.#renderReady()}`;
    }
    return html`${
      disconnected
        ? html`<div class="warning">${t("status.disconnected")}</div>`
        : nextDue === null
          ? nothing
          : html`<div>${t("status.next", { time: formatDue(nextDue, this.#clock.now) })}</div>`
    }
    ${
      refresh.metered && !disconnected
        ? html`<div>${t(`status.metered.${this.settings.settings.onMetered}`)}</div>`
        : nothing
    }
    ${this.#renderReady()}`;
  }

  #renderReady(): unknown {
    const { sources, refresh } = this.library;
    if (sources === null || sources.offline.listed === 0) return nothing;
    const { listed, ready, bytes } = sources.offline;
    const size = formatBytes(bytes);
    return html`<button
        class="ready"
        title=${hint(t("status.prepare"), "prepare-offline")}
        @click=${() => this.dispatchEvent(new CommandEvent("prepare-offline"))}
      >
        ${
          ready >= listed
            ? t("status.allReady", { listed, size })
            : t("status.ready", { ready, listed, size })
        }
      </button>
      ${
        refresh.pagesWaiting + refresh.picturesWaiting > 0
          ? html`<div>${wordToCome(refresh)}</div>`
          : nothing
      }`;
  }
}

/** How many texts and pictures are still to be fetched. */
function wordToCome({ pagesWaiting, picturesWaiting }: RefreshStatus): string {
  if (pagesWaiting === 0) return t("status.pictures", { count: picturesWaiting });
  if (picturesWaiting === 0) return t("status.texts", { count: pagesWaiting });
  return t("status.textsAndPictures", {
    texts: t("status.textCount", { count: pagesWaiting }),
    pictures: t("status.pictureCount", { count: picturesWaiting }),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-status-bar": StatusBar;
  }
}
