import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { LongTask } from "../../../preload/contract/contract.ts";
import { CommandEvent } from "../../app/command-event.ts";
import { keepingContext, settingsContext, storageContext } from "../../app/contexts.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { KeepingActions } from "../../state/keeping-actions.ts";
import type { SettingsStore } from "../../state/settings-store.ts";
import type { StorageStore } from "../../state/storage-store.ts";
import { formatBytes, formatDate } from "../../text/formats.ts";
import { t } from "../../text/text.ts";
import "./restore-dialog.ts";
import type { RestoreDialog } from "./restore-dialog.ts";
import { runningTask } from "./running-task.ts";
import type { SettingId } from "./settings-index.ts";
import { settingsStyles } from "./settings-styles.ts";

/** A setting that is a button for long work. */
interface Work {
  readonly id: "move" | "backUp" | "restore" | "export";
  readonly task: LongTask;
  readonly begin: () => void;
}

/** Where the data are, copies of them, and ways to take them along. */
@customElement("bs-data-settings")
export class DataSettings extends LitElement {
  static override styles = [
    settingsStyles,
    css`
      /* Progress stands where the hint stood, so that nothing moves. */
      .state {
        display: grid;
      }

      .state > * {
        grid-area: 1 / 1;
      }

      .covered {
        visibility: hidden;
      }

      .note {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;
  @consume({ context: storageContext }) private readonly storage!: StorageStore;
  @consume({ context: keepingContext }) private readonly keeping!: KeepingActions;

  @query("bs-restore-dialog") private readonly restore!: RestoreDialog;

  /** The settings to show. */
  @property({ attribute: false }) shown: ReadonlySet<SettingId> = new Set();

  constructor() {
    super();
    new StoreController(this, () => [this.settings, this.storage]);
  }

  override render(): TemplateResult {
    const { info } = this.settings;
    return html`<div class="line" ?hidden=${!this.shown.has("folder")}>
        <div>
          ${t("data.folder")}<small>${t("data.folder.hint")}</small>
          <code>${info?.dataFolder ?? ""}</code>
        </div>
        <button class="button" @click=${() => void this.keeping.openFolder("library")}>
          ${t("data.openFolder")}
        </button>
      </div>
      ${this.#renderWork({ id: "move", task: "move", begin: () => void this.keeping.move() })}
      ${this.#renderWork({ id: "backUp", task: "backup", begin: () => void this.keeping.backUp() })}
      ${this.#renderAutomatic()}
      ${this.#renderWork({
        id: "restore",
        task: "restore",
        begin: () => void this.restore.show(),
      })}
      <div class="line" ?hidden=${!this.shown.has("titles")}>
        <div>${t("data.titles")}<small>${t("data.titles.hint")}</small></div>
        <button
          class="button"
          @click=${() => this.dispatchEvent(new CommandEvent("export-titles"))}
        >
          ${t("data.titles.action")}
        </button>
      </div>
      ${this.#renderWork({
        id: "export",
        task: "export",
        begin: () => void this.keeping.exportEverything(),
      })}
      <div class="line" ?hidden=${!this.shown.has("version")}>
        <div>
          ${t("data.version")}<small
            >${t("settings.version", { version: info?.version ?? "" })}</small
          >
        </div>
      </div>
      <bs-restore-dialog></bs-restore-dialog>`;
  }

  #renderWork({ id, task, begin }: Work): TemplateResult {
    const running = this.storage.task;
    const isRunning = running?.task === task;
    // Writing to a library that takes no writing would only end in a refusal.
    const isRefused = id === "restore" && this.settings.info?.readOnly === true;
    return html`<div class="line" ?hidden=${!this.shown.has(id)}>
      <div>
        ${t(`data.${id}`)}
        <div class="state">
          <small class=${isRunning ? "covered" : ""}>${t(`data.${id}.hint`)}</small>
          ${isRunning ? runningTask(running) : nothing}
        </div>
      </div>
      <button class="button" ?disabled=${running !== null || isRefused} @click=${begin}>
        ${t(`data.${id}.action`)}
      </button>
    </div>`;
  }

  #renderAutomatic(): TemplateResult {
    const { copies } = this.storage;
    const [last] = copies ?? [];
    return html`<div class="line" ?hidden=${!this.shown.has("automatic")}>
      <div>
        ${t("data.automatic")}<small class="note"
          >${
            copies === null
              ? nothing
              : last === undefined
                ? t("data.automatic.none")
                : t("data.automatic.last", {
                    date: formatDate(last.at),
                    size: formatBytes(last.bytes),
                  })
          }</small
        >
      </div>
      <button class="button" @click=${() => void this.keeping.openFolder("backups")}>
        ${t("data.automatic.open")}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-data-settings": DataSettings;
  }
}
