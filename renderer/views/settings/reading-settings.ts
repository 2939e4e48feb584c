import { consume } from "@lit/context";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { actionsContext, settingsContext } from "../../app/contexts.ts";
import "../../components/segmented.ts";
import type { SegmentEvent } from "../../components/segmented.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { Actions } from "../../state/actions.ts";
import type { SettingsChange, SettingsStore } from "../../state/settings-store.ts";
import { formatPercent } from "../../text/formats.ts";
import { t } from "../../text/text.ts";
import { numberOf } from "./event-values.ts";
import type { SettingId } from "./settings-index.ts";
import { settingsStyles } from "./settings-styles.ts";

/** How articles and lists look. */
@customElement("bs-reading-settings")
export class ReadingSettings extends LitElement {
  static override styles = [
    settingsStyles,
    css`
      .size {
        display: flex;
        align-items: center;
        gap: 0.75rem;
      }

      output {
        min-width: 3rem;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly store!: SettingsStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  /** The settings to show. */
  @property({ attribute: false }) shown: ReadonlySet<SettingId> = new Set();

  constructor() {
    super();
    new StoreController(this, () => [this.store]);
  }

  override render(): TemplateResult {
    const { theme, textSize, textWidth, density } = this.store.settings;
    return html`
      ${this.#renderChoice("theme", theme, {
        system: t("settings.theme.system"),
        light: t("settings.theme.light"),
        dark: t("settings.theme.dark"),
      })}
      <div class="line" ?hidden=${!this.shown.has("textSize")}>
        <label for="size">${t("settings.textSize")}</label>
        <div class="size">
          <input
            id="size"
            type="range"
            min="70"
            max="200"
            step="10"
            .value=${String(textSize)}
            @input=${(event: Event) => this.#change({ textSize: numberOf(event) })}
          />
          <output for="size">${formatPercent(textSize / 100)}</output>
        </div>
      </div>
      ${this.#renderChoice("textWidth", textWidth, {
        narrow: t("settings.textWidth.narrow"),
        medium: t("settings.textWidth.medium"),
        wide: t("settings.textWidth.wide"),
      })}
      ${this.#renderChoice("density", density, {
        compact: t("settings.density.compact"),
        comfortable: t("settings.density.comfortable"),
      })}
    `;
  }

  #renderChoice(
    key: "theme" | "textWidth" | "density",
    value: string,
    labels: Readonly<Record<string, string>>,
  ): TemplateResult {
    const choices = Object.entries(labels).map(([choice, label]) => ({ value: choice, label }));
    return html`<div class="line" ?hidden=${!this.shown.has(key)}>
      <span>${t(`settings.${key}`)}</span>
      <bs-segmented
        .label=${t(`settings.${key}`)}
        .value=${value}
        .choices=${choices}
        @bs-segment=${(event: SegmentEvent) => this.#change({ [key]: event.value })}
      ></bs-segmented>
    </div>`;
  }

  #change(change: SettingsChange): void {
    void this.actions.changeSettings(change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-reading-settings": ReadingSettings;
  }
}
