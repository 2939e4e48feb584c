import { consume } from "@lit/context";
import { html, LitElement, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { libraryContext, accessContext } from "../app/contexts.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { AccessActions } from "../state/access-actions.ts";
import { t } from "../text/text.ts";
import { formDialogStyles } from "./form-dialog-styles.ts";

/** Exports the titles; where some are private, asks first whether what is secret goes along. */
@customElement("bs-export-dialog")
export class ExportDialog extends LitElement {
  static override styles = formDialogStyles;

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: accessContext }) private readonly access!: AccessActions;

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("input") private readonly withSecrets!: HTMLInputElement;

  constructor() {
    super();
    new StoreController(this, () => [this.library]);
  }

  get #privateTitles(): number {
    return this.library.sources?.feeds.filter(({ isPrivate }) => isPrivate).length ?? 0;
  }

  async begin(): Promise<void> {
    if (this.#privateTitles === 0) {
      await this.access.exportTitles(false);
      return;
    }
    this.withSecrets.checked = false;
    await this.dialog.show();
    this.renderRoot.querySelector<HTMLElement>(".primary")?.focus();
  }

  override render(): TemplateResult {
    return html`<bs-dialog .heading=${t("export.title")}>
      <form @submit=${this.#onSubmit}>
        <p>${t("export.private", { count: this.#privateTitles })}</p>
        <label class="choice"
          ><input type="checkbox" /><span
            >${t("export.withSecrets")}<small>${t("export.withSecrets.hint")}</small></span
          ></label
        >
        <div class="buttons">
          <button type="button" class="button" @click=${() => this.dialog.close()}>
            ${t("dialog.cancel")}
          </button>
          <button class="button primary">${t("export.action")}</button>
        </div>
      </form>
    </bs-dialog>`;
  }

  #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.dialog.close();
    await this.access.exportTitles(this.withSecrets.checked);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-export-dialog": ExportDialog;
  }
}
