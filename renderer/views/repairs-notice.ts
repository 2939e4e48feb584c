import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { settingsContext } from "../app/contexts.ts";
import "../components/icon.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { SettingsStore } from "../state/settings-store.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";

/** What was repaired when the library was opened, until it is dismissed. */
@customElement("bs-repairs-notice")
export class RepairsNotice extends LitElement {
  static override styles = [
    controls,
    css`
      section {
        display: flex;
        align-items: start;
        gap: 0.75rem;
        padding: 0.625rem 0.625rem 0.625rem 1.125rem;
        border-bottom: 1px solid var(--hairline);
        background: var(--accent-soft);
        line-height: 1.5;
      }

      section > bs-icon {
        margin-top: 0.15rem;
        color: var(--warning);
      }

      div {
        flex: 1;
        max-height: 8rem;
        overflow-y: auto;
      }

      h2 {
        margin: 0;
        font-size: inherit;
        font-weight: 600;
      }

      ul {
        margin: 0;
        padding-inline-start: 1.1rem;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly store!: SettingsStore;

  @state() private dismissed = false;

  constructor() {
    super();
    new StoreController(this, () => [this.store]);
  }

  override render(): unknown {
    const repairs = this.store.info?.repairs ?? [];
    return repairs.length === 0 || this.dismissed ? nothing : this.#renderNotice(repairs);
  }

  #renderNotice(repairs: readonly string[]): TemplateResult {
    return html`<section role="status">
      <bs-icon name="warning"></bs-icon>
      <div>
        <h2>${t("repairs.title")}</h2>
        <ul>
          ${repairs.map((repair) => html`<li>${repair}</li>`)}
        </ul>
      </div>
      <button
        class="icon-button"
        aria-label=${t("repairs.dismiss")}
        title=${t("repairs.dismiss")}
        @click=${() => (this.dismissed = true)}
      >
        <bs-icon name="x"></bs-icon>
      </button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-repairs-notice": RepairsNotice;
  }
}
