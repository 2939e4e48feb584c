import { consume } from "@lit/context";
import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keepingContext, settingsContext, storageContext } from "../../app/contexts.ts";
import { focused } from "../../components/focused.ts";
import "../../components/limit-field.ts";
import type { LimitChoice, LimitEvent } from "../../components/limit-field.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { KeepingActions, Limits } from "../../state/keeping-actions.ts";
import type { SettingsStore } from "../../state/settings-store.ts";
import type { StorageStore } from "../../state/storage-store.ts";
import { formatBytes } from "../../text/formats.ts";
import { t, wordError } from "../../text/text.ts";
import "./limits-forecast.ts";
import "./retention-fields.ts";
import type { RetentionEvent } from "./retention-fields.ts";
import { runningTask } from "./running-task.ts";
import type { SettingId } from "./settings-index.ts";
import { settingsStyles } from "./settings-styles.ts";
import "./usage-bar.ts";

const megabyte = 1_000_000;
const budgets: readonly LimitChoice[] = [
  { value: null, label: t("limit.noBudget") },
  ...[1000, 5000, 10_000, 50_000].map((value) => ({
    value,
    label: formatBytes(value * megabyte),
  })),
];

/** How much is kept: usage, and limits with a forecast. */
@customElement("bs-storage-settings")
export class StorageSettings extends LitElement {
  static override styles = [
    settingsStyles,
    css`
      .usage {
        padding: 0.6rem 0 0.8rem;
        border-bottom: 1px solid var(--hairline);
      }

      .failed {
        color: var(--warning);
      }

      bs-limit-field {
        border-bottom: 1px solid var(--hairline);
      }

      /* One height for all it says: nothing below or above it moves. */
      .outcome {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
        min-height: 4.25rem;
        position: sticky;
        inset-block-end: 0;
        background: var(--paper);
        color: var(--ink-soft);
      }

      .outcome > :first-child {
        flex: 1;
      }

      .buttons {
        display: flex;
        gap: 0.5rem;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;
  @consume({ context: storageContext }) private readonly storage!: StorageStore;
  @consume({ context: keepingContext }) private readonly keeping!: KeepingActions;

  /** Limits that were chosen and are not applied yet. */
  @state() private draft: Limits | null = null;

  /** The settings to show. */
  @property({ attribute: false }) shown: ReadonlySet<SettingId> = new Set();

  constructor() {
    super();
    new StoreController(this, () => [this.settings, this.storage]);
  }

  /** Forgets what was chosen and not applied. */
  revert(): void {
    this.draft = null;
  }

  override updated(changed: PropertyValues): void {
    // Apply and Revert are gone once they were pressed, and the focus must not go with them.
    if (changed.get("draft") && this.draft === null && focused() === null) {
      this.renderRoot.querySelector<HTMLElement>(".outcome button")?.focus();
    }
  }

  override render(): TemplateResult {
    const { failure, usage } = this.storage;
    return html`<div class="usage" ?hidden=${!this.shown.has("usage")}>
        ${
          failure === null
            ? html`<bs-usage-bar .usage=${usage}></bs-usage-bar>`
            : html`<div class="failed" role="alert">${wordError(failure)}</div>`
        }
      </div>
      <div ?hidden=${!this.shown.has("limits")}>${this.#renderLimits()}</div>`;
  }

  #renderLimits(): TemplateResult {
    const { retention, sizeBudget } = this.draft ?? this.#applied;
    return html`<bs-retention-fields
        .retention=${retention}
        @bs-retention=${(event: RetentionEvent) => this.#choose({ retention: event.retention })}
      ></bs-retention-fields>
      <bs-limit-field
        .label=${t("storage.budget")}
        .hint=${t("storage.budget.hint")}
        .unit=${t("limit.sizeUnit")}
        .factor=${1000}
        .least=${100}
        .most=${100_000_000}
        .choices=${budgets}
        .value=${sizeBudget}
        @bs-limit=${(event: LimitEvent) => this.#choose({ sizeBudget: event.value })}
      ></bs-limit-field>
      <div class="outcome">${this.draft === null ? this.#renderIdle() : this.#renderDraft()}</div>`;
  }

  #renderIdle(): TemplateResult {
    const { task } = this.storage;
    return html`<div>${task?.task === "purge" ? runningTask(task) : t("storage.idle")}</div>
      <div class="buttons">
        <button
          class="button"
          ?disabled=${task !== null}
          @click=${() => void this.keeping.removeNow()}
        >
          ${t("storage.removeNow")}
        </button>
      </div>`;
  }

  #renderDraft(): TemplateResult {
    return html`<bs-limits-forecast .limits=${this.draft}></bs-limits-forecast>
      <div class="buttons">
        <button class="button" @click=${() => this.revert()}>${t("storage.revert")}</button>
        <button class="button primary" @click=${() => void this.#apply()}>
          ${t("storage.apply")}
        </button>
      </div>`;
  }

  get #applied(): Limits {
    const { retention, sizeBudget } = this.settings.settings;
    return { retention, sizeBudget };
  }

  #choose(change: Partial<Limits>): void {
    const limits = { ...(this.draft ?? this.#applied), ...change };
    // What would be removed is read beside what is used: both are of now.
    if (this.draft === null) void this.storage.load();
    this.draft = isSame(limits, this.#applied) ? null : limits;
  }

  async #apply(): Promise<void> {
    const { draft } = this;
    if (draft === null) return;
    if ((await this.keeping.limit(draft)) && this.draft === draft) this.draft = null;
  }
}

function isSame(one: Limits, other: Limits): boolean {
  return (
    one.sizeBudget === other.sizeBudget &&
    one.retention.days === other.retention.days &&
    one.retention.articles === other.retention.articles &&
    one.retention.keepUnread === other.retention.keepUnread
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-storage-settings": StorageSettings;
  }
}
