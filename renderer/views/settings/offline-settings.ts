import { consume } from "@lit/context";
import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { actionsContext, settingsContext } from "../../app/contexts.ts";
import { PrepareEvent } from "../../app/prepare-event.ts";
import "../../components/limit-field.ts";
import type { LimitChoice, LimitEvent } from "../../components/limit-field.ts";
import "../../components/segmented.ts";
import type { SegmentEvent } from "../../components/segmented.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { Actions } from "../../state/actions.ts";
import type { SettingsStore } from "../../state/settings-store.ts";
import { formatBytes } from "../../text/formats.ts";
import { t } from "../../text/text.ts";
import { isChecked } from "./event-values.ts";
import type { SettingId } from "./settings-index.ts";
import { settingsStyles } from "./settings-styles.ts";

const megabyte = 1_000_000;
const caps: readonly LimitChoice[] = [
  { value: null, label: t("limit.noBudget") },
  ...[100, 500, 1000, 5000].map((value) => ({ value, label: formatBytes(value * megabyte) })),
];

const connections = (["auto", "metered", "unmetered"] as const).map((value) => ({
  value,
  label: t(`settings.connection.${value}`),
}));
const meteredChoices = (["nothing", "texts", "everything"] as const).map((value) => ({
  value,
  label: t(`settings.onMetered.${value}`),
}));

/** What is fetched so that articles can be read without a network, and on which connections. */
@customElement("bs-offline-settings")
export class OfflineSettings extends LitElement {
  static override styles = settingsStyles;

  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  /** The settings to show. */
  @property({ attribute: false }) shown: ReadonlySet<SettingId> = new Set();

  constructor() {
    super();
    new StoreController(this, () => [this.settings]);
  }

  override render(): TemplateResult {
    const { connection, onMetered, pictureCap } = this.settings.settings;
    return html`${this.#renderBox("keepFullTexts")} ${this.#renderBox("keepPictures")}
      <bs-limit-field
        class="bordered"
        ?hidden=${!this.shown.has("pictureCap")}
        .label=${t("settings.pictureCap")}
        .hint=${t("settings.pictureCap.hint")}
        .unit=${t("limit.sizeUnit")}
        .factor=${1000}
        .least=${1}
        .most=${100_000_000}
        .choices=${caps}
        .value=${pictureCap}
        @bs-limit=${(event: LimitEvent) =>
          void this.actions.changeSettings({ pictureCap: event.value })}
      ></bs-limit-field>
      ${this.#renderChoice("connection", connection, connections)}
      ${this.#renderChoice("onMetered", onMetered, meteredChoices)}
      <div class="line" ?hidden=${!this.shown.has("prepare")}>
        <div>${t("settings.prepare")}<small>${t("settings.prepare.hint")}</small></div>
        <button
          class="button"
          @click=${() => this.dispatchEvent(new PrepareEvent({ kind: "all" }))}
        >
          ${t("prepare.menu")}
        </button>
      </div>`;
  }

  #renderBox(setting: "keepFullTexts" | "keepPictures"): TemplateResult {
    return html`<div class="line" ?hidden=${!this.shown.has(setting)}>
      <label for=${setting}
        >${t(`settings.${setting}`)}<small>${t(`settings.${setting}.hint`)}</small></label
      >
      <input
        id=${setting}
        type="checkbox"
        .checked=${this.settings.settings[setting]}
        @change=${(event: Event) =>
          void this.actions.changeSettings({ [setting]: isChecked(event) })}
      />
    </div>`;
  }

  #renderChoice(
    setting: "connection" | "onMetered",
    chosen: string,
    choices: readonly { readonly value: string; readonly label: string }[],
  ): TemplateResult {
    return html`<div class="line" ?hidden=${!this.shown.has(setting)}>
      <div>${t(`settings.${setting}`)}<small>${t(`settings.${setting}.hint`)}</small></div>
      <bs-segmented
        .label=${t(`settings.${setting}`)}
        .value=${chosen}
        .choices=${choices}
        @bs-segment=${({ value }: SegmentEvent) =>
          void this.actions.changeSettings({ [setting]: value })}
      ></bs-segmented>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-offline-settings": OfflineSettings;
  }
}
