import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { FeedSummary, Retention } from "../../preload/contract/contract.ts";
import { keepingContext, recordingsContext, settingsContext } from "../app/contexts.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { KeepingActions } from "../state/keeping-actions.ts";
import type { RecordingActions } from "../state/recording-actions.ts";
import type { SettingsStore } from "../state/settings-store.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";
import "./settings/retention-fields.ts";
import type { RetentionEvent } from "./settings/retention-fields.ts";
import { wordRetention } from "./settings/word-retention.ts";

/** Asks how long the articles of one or more titles are kept: as the settings say, or by rules of its own. */
@customElement("bs-keep-dialog")
export class KeepDialog extends LitElement {
  static override styles = [
    controls,
    css`
      bs-dialog {
        --dialog-width: 32rem;
      }

      form {
        padding: 0.25rem 1.5rem 1.5rem;
      }

      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }

      label {
        display: flex;
        align-items: start;
        gap: 0.6rem;
        padding: 0.55rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      label input {
        margin: 0.2rem 0 0;
      }

      small {
        display: block;
        font-size: var(--text-small);
        line-height: 1.45;
        color: var(--ink-faint);
      }

      /* Its place is kept, so that the choice above it and the buttons stay where they are. */
      .own {
        min-height: 13rem;
        padding-inline-start: 1.6rem;
      }

      .recordings {
        align-items: center;
        justify-content: space-between;
        border-top: 1px solid var(--hairline);
        border-bottom: 0;
      }

      .recordings select {
        flex: none;
        max-width: 14rem;
      }

      .buttons {
        display: flex;
        justify-content: end;
        gap: 0.5rem;
        margin-top: 1rem;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;
  @consume({ context: keepingContext }) private readonly keeping!: KeepingActions;

  @consume({ context: recordingsContext }) private readonly recordings!: RecordingActions;

  @query("bs-dialog") private readonly dialog!: Dialog;

  @state() private feeds: readonly FeedSummary[] = [];
  /** Null: as the settings say. */
  @state() private rules: Retention | null = null;
  /** Of how many newest articles sounds and films are kept by themselves. */
  @state() private newest = 0;

  constructor() {
    super();
    new StoreController(this, () => [this.settings]);
  }

  /** Asks for titles; what is set for the first of them is shown. */
  async ask(...feeds: readonly FeedSummary[]): Promise<void> {
    this.feeds = feeds;
    this.rules = this.#first?.retention ?? null;
    this.newest = this.#first?.keepRecordings ?? 0;
    await this.updateComplete;
    await this.dialog.show();
    this.renderRoot.querySelector<HTMLElement>("input:checked")?.focus();
  }

  override render(): TemplateResult {
    const { rules } = this;
    const usual = this.settings.settings.retention;
    const heading =
      this.feeds.length > 1
        ? t("titles.keepHeading", { count: this.feeds.length })
        : t("keep.title", { title: this.#first?.title ?? "" });
    return html`<bs-dialog .heading=${heading}>
      <form @submit=${this.#onSubmit}>
        <fieldset aria-label=${t("keep.choose")}>
          <label
            ><input
              type="radio"
              name="rules"
              .checked=${rules === null}
              @change=${() => (this.rules = null)}
            /><span>${t("keep.default")}<small>${wordRetention(usual)}</small></span></label
          >
          <label
            ><input
              type="radio"
              name="rules"
              .checked=${rules !== null}
              @change=${() => (this.rules = this.#first?.retention ?? usual)}
            /><span
              >${t("keep.own")}<small>${rules === null ? "" : wordRetention(rules)}</small></span
            ></label
          >
        </fieldset>
        <div class="own">
          ${
            rules === null
              ? nothing
              : html`<bs-retention-fields
                  .retention=${rules}
                  @bs-retention=${(event: RetentionEvent) => (this.rules = event.retention)}
                ></bs-retention-fields>`
          }
        </div>
        ${this.#renderRecordings()}
        <div class="buttons">
          <button type="button" class="button" @click=${() => this.dialog.close()}>
            ${t("dialog.cancel")}
          </button>
          <button class="button primary">${t("dialog.save")}</button>
        </div>
      </form>
    </bs-dialog>`;
  }

  #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await this.keeping.keepFeeds(this.feeds, this.rules))) return;
    const others = this.feeds.filter(({ keepRecordings }) => keepRecordings !== this.newest);
    if (others.length === 0 || (await this.recordings.setRule(others, this.newest)))
      this.dialog.close();
  };

  #renderRecordings(): TemplateResult {
    const choices = [...new Set([0, 1, 3, 10, this.newest])].sort((a, b) => a - b);
    return html`<label class="recordings"
      ><span>${t("keep.recordings")}<small>${t("keep.recordings.hint")}</small></span
      ><select
        @change=${(event: Event) => {
          this.newest = Number((event.target as HTMLSelectElement).value);
        }}
      >
        ${choices.map(
          (count) =>
            html`<option value=${count} ?selected=${count === this.newest}>
              ${count === 0 ? t("keep.recordings.none") : t("keep.recordings.newest", { count })}
            </option>`,
        )}
      </select></label
    >`;
  }

  get #first(): FeedSummary | null {
    return this.feeds[0] ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-keep-dialog": KeepDialog;
  }
}
