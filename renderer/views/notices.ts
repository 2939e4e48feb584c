import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { CommandEvent } from "../app/command-event.ts";
import {
  keepingContext,
  libraryContext,
  settingsContext,
  storageContext,
} from "../app/contexts.ts";
import "../components/notice.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { KeepingActions } from "../state/keeping-actions.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { AppInfo, SettingsStore } from "../state/settings-store.ts";
import type { RestartReason, StorageStore, TaskProgress } from "../state/storage-store.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";
import { runningTask } from "./settings/running-task.ts";

/** What a reader should know of the library's state: repairs, no writing, no room, a new place. */
@customElement("bs-notices")
export class Notices extends LitElement {
  static override styles = [
    controls,
    css`
      p,
      ul {
        margin: 0;
        text-wrap: pretty;
      }

      ul {
        padding-inline-start: 1.1rem;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;
  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: storageContext }) private readonly storage!: StorageStore;
  @consume({ context: keepingContext }) private readonly keeping!: KeepingActions;

  /** How many of the repairs have been seen; those that come later are told again. */
  @state() private repairsSeen = 0;
  @state() private readOnlySeen = false;
  @state() private fullSeen = false;

  constructor() {
    super();
    new StoreController(this, () => [this.settings, this.library, this.storage]);
  }

  get #isFull(): boolean {
    return this.library.refresh.storageFailure === "storage-full";
  }

  override willUpdate(): void {
    // A disk that is full once more is told once more.
    if (!this.#isFull) this.fullSeen = false;
  }

  override render(): TemplateResult {
    const { info } = this.settings;
    const { restart, task } = this.storage;
    const repairs = (info?.repairs ?? []).slice(this.repairsSeen);
    const moves = info?.moves ?? [];
    return html`
      ${restart !== null ? this.#renderRestart(restart) : task?.task === "move" ? this.#renderMoving(task) : nothing}
      ${info?.readOnly === true && !this.readOnlySeen ? this.#renderReadOnly(info.dataFolder) : nothing}
      ${this.#isFull && !this.fullSeen ? this.#renderFull() : nothing}
      ${repairs.length === 0 ? nothing : this.#renderRepairs(repairs)}
      ${moves.length === 0 ? nothing : this.#renderMoves(moves)}
    `;
  }

  #renderMoving(task: TaskProgress): TemplateResult {
    return html`<bs-notice lasting .heading=${t("notice.moving")}>
      <p>${t("notice.moving.hint")}</p>
      ${runningTask(task)}
    </bs-notice>`;
  }

  #renderRestart({ movedTo, warning }: RestartReason): TemplateResult {
    const what =
      movedTo === null
        ? t("notice.restart.failed")
        : t("notice.restart.moved", { folder: movedTo });
    return html`<bs-notice lasting .heading=${t("notice.restart")}>
      <p>${what} ${warning}</p>
      <button slot="action" class="button" @click=${() => void this.keeping.restart()}>
        ${t("notice.restart.action")}
      </button>
    </bs-notice>`;
  }

  #renderReadOnly(folder: string): TemplateResult {
    return html`<bs-notice
      .heading=${t("notice.readOnly")}
      @bs-dismiss=${() => (this.readOnlySeen = true)}
    >
      <p>${t("notice.readOnly.hint", { folder })}</p>
    </bs-notice>`;
  }

  #renderFull(): TemplateResult {
    return html`<bs-notice .heading=${t("notice.full")} @bs-dismiss=${() => (this.fullSeen = true)}>
      <p>${t("notice.full.hint")}</p>
      <button
        slot="action"
        class="button"
        @click=${() => this.dispatchEvent(new CommandEvent("show-storage"))}
      >
        ${t("notice.full.action")}
      </button>
    </bs-notice>`;
  }

  #renderMoves(moves: AppInfo["moves"]): TemplateResult {
    return html`<bs-notice
      .heading=${t("notice.moves")}
      @bs-dismiss=${() => void this.settings.dismissMoves()}
    >
      <ul>
        ${moves.map(({ title, address, mergedInto }) => {
          const what =
            mergedInto === null
              ? t("notice.moves.moved", { title, address })
              : t("notice.moves.merged", { title, mergedInto });
          return html`<li>${what}</li>`;
        })}
      </ul>
    </bs-notice>`;
  }

  #renderRepairs(repairs: readonly string[]): TemplateResult {
    return html`<bs-notice
      .heading=${t("notice.repairs")}
      @bs-dismiss=${() => (this.repairsSeen += repairs.length)}
    >
      <ul>
        ${repairs.map((repair) => html`<li>${repair}</li>`)}
      </ul>
    </bs-notice>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-notices": Notices;
  }
}
