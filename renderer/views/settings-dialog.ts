import { consume } from "@lit/context";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { actionsContext, settingsContext } from "../app/contexts.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import "../components/segmented.ts";
import type { SegmentEvent } from "../components/segmented.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { Actions } from "../state/actions.ts";
import type { SettingsStore } from "../state/settings-store.ts";
import { controls } from "../theme/controls.ts";
import { scrolling } from "../theme/scrolling.ts";
import { formatInterval, formatPercent } from "../text/formats.ts";
import { t } from "../text/text.ts";

const intervals = [30, 60, 120, 240, 480, 1440];

/** Everything that can be set, applied at once, and where the data lie. */
@customElement("bs-settings-dialog")
export class SettingsDialog extends LitElement {
  static override styles = [
    controls,
    scrolling,
    css`
      bs-dialog {
        --dialog-width: 34rem;
        --dialog-height: 48rem;
      }

      .scrolls {
        padding: 0.75rem 1.5rem 1.5rem;
      }

      section + section {
        margin-top: 1.75rem;
      }

      h3 {
        margin: 0;
        padding-bottom: 0.4rem;
        border-bottom: 1px solid var(--hairline-strong);
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--ink-faint);
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1.5rem;
        min-height: 2.75rem;
        padding: 0.5rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      .line > :first-child {
        flex: 1 1 10rem;
      }

      small {
        display: block;
        margin-top: 0.15rem;
        font-size: var(--text-small);
        line-height: 1.45;
        color: var(--ink-faint);
      }

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

      input[type="checkbox"] {
        width: 1.05rem;
        height: 1.05rem;
        margin: 0;
      }

      p {
        margin: 0.75rem 0 0;
        line-height: 1.5;
        color: var(--ink-soft);
      }

      code {
        display: block;
        margin-top: 0.35rem;
        font: var(--text-small) var(--typeface-code);
        color: var(--ink);
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly store!: SettingsStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  @query("bs-dialog") private readonly dialog!: Dialog;

  constructor() {
    super();
    new StoreController(this, () => [this.store]);
  }

  async show(): Promise<void> {
    await this.dialog.show();
  }

  override render(): TemplateResult {
    return html`<bs-dialog .heading=${t("settings.title")}>
      <div class="scrolls" tabindex="0" data-start role="region" aria-label=${t("settings.title")}>
        <section>
          <h3>${t("settings.reading")}</h3>
          ${this.#renderReading()}
        </section>
        <section>
          <h3>${t("settings.refreshing")}</h3>
          ${this.#renderSwitch("refreshOnStart", t("settings.refreshOnStart"), "")}
          ${this.#renderInterval()}
        </section>
        <section>
          <h3>${t("settings.offline")}</h3>
          ${this.#renderSwitch(
            "keepPictures",
            t("settings.keepPictures"),
            t("settings.keepPictures.hint"),
          )}
        </section>
        <section>
          <h3>${t("settings.data")}</h3>
          ${this.#renderData()}
        </section>
      </div>
    </bs-dialog>`;
  }

  #renderReading(): TemplateResult {
    const { theme, textSize, textWidth, density } = this.store.settings;
    return html`
      ${this.#renderChoice("theme", theme, {
        system: t("settings.theme.system"),
        light: t("settings.theme.light"),
        dark: t("settings.theme.dark"),
      })}
      <div class="line">
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
    const choices = Object.entries(labels).map(([choice, label]) => ({
      value: choice,
      label,
    }));
    return html`<div class="line">
      <span>${t(`settings.${key}`)}</span>
      <bs-segmented
        .label=${t(`settings.${key}`)}
        .value=${value}
        .choices=${choices}
        @bs-segment=${(event: SegmentEvent) => this.#change({ [key]: event.value })}
      ></bs-segmented>
    </div>`;
  }

  #renderSwitch(
    key: "refreshOnStart" | "keepPictures",
    label: string,
    note: string,
  ): TemplateResult {
    return html`<div class="line">
      <label for=${key}
        >${label}
        <small ?hidden=${note === ""}>${note}</small>
      </label>
      <input
        id=${key}
        type="checkbox"
        .checked=${this.store.settings[key]}
        @change=${(event: Event) => this.#change({ [key]: isChecked(event) })}
      />
    </div>`;
  }

  #renderInterval(): TemplateResult {
    const { refreshMinutes } = this.store.settings;
    const choices = [...new Set([...intervals, refreshMinutes])].sort((a, b) => a - b);
    return html`<div class="line">
      <label for="interval"
        >${t("settings.interval")}<small>${t("settings.interval.hint")}</small></label
      >
      <select
        id="interval"
        @change=${(event: Event) => this.#change({ refreshMinutes: numberOf(event) })}
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

  #renderData(): TemplateResult {
    const { info } = this.store;
    return html`<p>
        ${t("settings.folder")}
        <code>${info?.dataFolder ?? ""}</code>
      </p>
      <p>${t("settings.privacy")}</p>
      <p>${t("settings.version", { version: info?.version ?? "" })}</p>`;
  }

  #change(change: Record<string, unknown>): void {
    void this.actions.changeSettings(change);
  }
}

function numberOf({ target }: Event): number {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    ? Number(target.value)
    : 0;
}

function isChecked({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.checked;
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-settings-dialog": SettingsDialog;
  }
}
