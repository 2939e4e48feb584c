import { consume } from "@lit/context";
import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { actionsContext, settingsContext } from "../../app/contexts.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { Actions } from "../../state/actions.ts";
import type { SettingsStore } from "../../state/settings-store.ts";
import { formatInterval } from "../../text/formats.ts";
import { t } from "../../text/text.ts";
import { isChecked, numberOf } from "./event-values.ts";
import type { SettingId } from "./settings-index.ts";
import { settingsStyles } from "./settings-styles.ts";

const intervals = [30, 60, 120, 240, 480, 1440];

/** When titles are visited. */
@customElement("bs-refresh-settings")
export class RefreshSettings extends LitElement {
  static override styles = settingsStyles;

  @consume({ context: settingsContext }) private readonly store!: SettingsStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  /** The settings to show. */
  @property({ attribute: false }) shown: ReadonlySet<SettingId> = new Set();

  constructor() {
    super();
    new StoreController(this, () => [this.store]);
  }

  override render(): TemplateResult {
    const { refreshOnStart, refreshMinutes } = this.store.settings;
    const choices = [...new Set([...intervals, refreshMinutes])].sort((a, b) => a - b);
    return html`<div class="line" ?hidden=${!this.shown.has("refreshOnStart")}>
        <label for="start">${t("settings.refreshOnStart")}</label>
        <input
          id="start"
          type="checkbox"
          .checked=${refreshOnStart}
          @change=${(event: Event) =>
            void this.actions.changeSettings({ refreshOnStart: isChecked(event) })}
        />
      </div>
      <div class="line" ?hidden=${!this.shown.has("interval")}>
        <label for="interval"
          >${t("settings.interval")}<small>${t("settings.interval.hint")}</small></label
        >
        <select
          id="interval"
          @change=${(event: Event) =>
            void this.actions.changeSettings({ refreshMinutes: numberOf(event) })}
        >
          ${choices.map(
            (minutes) =>
              html`<option value=${minutes} ?selected=${minutes === refreshMinutes}>
                ${formatInterval(minutes)}
              </option>`,
          )}
        </select>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-refresh-settings": RefreshSettings;
  }
}
