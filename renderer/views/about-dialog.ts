import { consume } from "@lit/context";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { settingsContext } from "../app/contexts.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { SettingsStore } from "../state/settings-store.ts";
import { scrolling } from "../theme/scrolling.ts";
import { t } from "../text/text.ts";

/** What this program is, whom it contacts, where the data lie, and whose work it contains. */
@customElement("bs-about-dialog")
export class AboutDialog extends LitElement {
  static override styles = [
    scrolling,
    css`
      bs-dialog {
        --dialog-width: 27rem;
      }

      .scrolls {
        padding: 0 1.5rem 1.5rem;
        line-height: 1.5;
        color: var(--ink-soft);
      }

      .name {
        margin: 0;
        font-family: var(--typeface-reading);
        font-size: 2.25rem;
        font-weight: 700;
        line-height: 1.1;
        letter-spacing: -0.02em;
        color: var(--ink);
      }

      .version {
        margin: 0.15rem 0 0;
        color: var(--ink-faint);
        font-variant-numeric: tabular-nums;
      }

      .promise {
        margin: 0.9rem 0 0;
        font-family: var(--typeface-reading);
        font-size: 1.0625rem;
        text-wrap: balance;
      }

      dl {
        margin: 1.25rem 0 0;
      }

      dt {
        padding-top: 0.75rem;
        border-top: 1px solid var(--hairline);
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--ink-faint);
      }

      dd {
        margin: 0.15rem 0 0.75rem;
      }

      code {
        font: var(--text-small) var(--typeface-code);
        color: var(--ink);
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly store!: SettingsStore;

  @query("bs-dialog") private readonly dialog!: Dialog;

  constructor() {
    super();
    new StoreController(this, () => [this.store]);
  }

  async show(): Promise<void> {
    await this.dialog.show();
  }

  override render(): TemplateResult {
    const { info } = this.store;
    return html`<bs-dialog .heading=${t("about.title")}>
      <div class="scrolls" tabindex="0" data-start role="region" aria-label=${t("about.title")}>
        <p class="name">${t("app.name")}</p>
        <p class="version">${t("about.version", { version: info?.version ?? "" })}</p>
        <p class="promise">${t("app.promise")}</p>
        <dl>
          <dt>${t("about.privacy")}</dt>
          <dd>${t("about.privacy.promise")}</dd>
          <dt>${t("about.data")}</dt>
          <dd><code>${info?.dataFolder ?? ""}</code></dd>
          <dt>${t("about.licences")}</dt>
          <dd>${t("about.licences.typefaces")}<br />${t("about.licences.icons")}</dd>
        </dl>
      </div>
    </bs-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-about-dialog": AboutDialog;
  }
}
