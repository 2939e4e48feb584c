import { consume } from "@lit/context";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { Settings } from "../../preload/contract/contract.ts";
import { actionsContext, settingsContext } from "../app/contexts.ts";
import "../components/segmented.ts";
import type { SegmentEvent } from "../components/segmented.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { Actions } from "../state/actions.ts";
import type { SettingsStore } from "../state/settings-store.ts";
import { controls } from "../theme/controls.ts";
import { formatPercent } from "../text/formats.ts";
import { t } from "../text/text.ts";

const smallest = 70;
const largest = 200;
const step = 10;

/** Size and width of article text and the theme, changed while the text is in sight. */
@customElement("bs-text-settings")
export class TextSettings extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        inset: auto;
        margin: 0.375rem 0 0;
        padding: 0.9rem 1rem;
        border: 1px solid var(--hairline-strong);
        border-radius: var(--corner-large);
        background: var(--paper-raised);
        color: var(--ink);
        box-shadow: 0 8px 28px var(--shadow);
        position-area: block-end span-inline-start;
        position-try-fallbacks: flip-inline;
      }

      dl {
        display: grid;
        grid-template-columns: auto auto;
        align-items: center;
        gap: 0.75rem 1.25rem;
        margin: 0;
        font-size: var(--text-normal);
      }

      dt {
        color: var(--ink-soft);
      }

      dd {
        display: flex;
        align-items: center;
        justify-content: end;
        margin: 0;
      }

      .size {
        gap: 0.25rem;
      }

      .button {
        min-width: 2.25rem;
        padding: 0.1rem 0.4rem;
        font-family: var(--typeface-reading);
      }

      .larger {
        font-size: 1.25rem;
      }

      output {
        min-width: 3.25rem;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly store!: SettingsStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  constructor() {
    super();
    new StoreController(this, () => [this.store]);
  }

  override render(): TemplateResult {
    const { textSize, textWidth, theme } = this.store.settings;
    return html`<dl>
      <dt>${t("settings.textSize")}</dt>
      <dd class="size">
        <button
          class="button"
          aria-label=${t("settings.smaller")}
          ?disabled=${textSize <= smallest}
          @click=${() => this.#resize(-step)}
        >
          A
        </button>
        <output aria-live="polite">${formatPercent(textSize / 100)}</output>
        <button
          class="button larger"
          aria-label=${t("settings.larger")}
          ?disabled=${textSize >= largest}
          @click=${() => this.#resize(step)}
        >
          A
        </button>
      </dd>
      <dt>${t("settings.textWidth")}</dt>
      <dd>
        <bs-segmented
          .label=${t("settings.textWidth")}
          .value=${textWidth}
          .choices=${(["narrow", "medium", "wide"] as const).map((value) => ({
            value,
            label: t(`settings.textWidth.${value}`),
          }))}
          @bs-segment=${(event: SegmentEvent) =>
            this.#change({ textWidth: event.value as Settings["textWidth"] })}
        ></bs-segmented>
      </dd>
      <dt>${t("settings.theme")}</dt>
      <dd>
        <bs-segmented
          .label=${t("settings.theme")}
          .value=${theme}
          .choices=${(["system", "light", "dark"] as const).map((value) => ({
            value,
            label: t(`settings.theme.${value}`),
          }))}
          @bs-segment=${(event: SegmentEvent) =>
            this.#change({ theme: event.value as Settings["theme"] })}
        ></bs-segmented>
      </dd>
    </dl>`;
  }

  #resize(by: number): void {
    const size = this.store.settings.textSize + by;
    this.#change({ textSize: Math.min(largest, Math.max(smallest, size)) });
  }

  #change(change: Partial<Settings>): void {
    void this.actions.changeSettings(change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-text-settings": TextSettings;
  }
}
