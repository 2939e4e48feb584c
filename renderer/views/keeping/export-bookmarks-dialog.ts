import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { ExportedBookmarks, ExportFormat } from "../../../preload/contract/contract.ts";
import { keepingContext, ownTagsContext, storageContext } from "../../app/contexts.ts";
import "../../components/dialog.ts";
import type { Dialog } from "../../components/dialog.ts";
import "../../components/task-progress.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { KeepingActions } from "../../state/keeping-actions.ts";
import type { OwnTagStore } from "../../state/own-tag-store.ts";
import type { StorageStore } from "../../state/storage-store.ts";
import { t } from "../../text/text.ts";
import { formDialogStyles } from "../form-dialog-styles.ts";

const formats: readonly ExportFormat[] = ["folder", "html", "epub", "json", "netscape"];

/** Asks in which format bookmarks are written for other programs, and which. */
@customElement("bs-export-bookmarks-dialog")
export class ExportBookmarksDialog extends LitElement {
  static override styles = [
    formDialogStyles,
    css`
      fieldset {
        display: grid;
        gap: 0.75rem;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        margin-bottom: 0.5rem;
        color: var(--ink-soft);
      }
    `,
  ];

  @consume({ context: keepingContext }) private readonly keeping!: KeepingActions;
  @consume({ context: ownTagsContext }) private readonly ownTags!: OwnTagStore;
  @consume({ context: storageContext }) private readonly storage!: StorageStore;

  @query("bs-dialog") private readonly dialog!: Dialog;

  @state() private format: ExportFormat = "folder";
  /** The tag whose bookmarks are meant; empty: all. */
  @state() private tag = "";
  @state() private isWriting = false;

  constructor() {
    super();
    new StoreController(this, () => [this.ownTags, this.storage]);
  }

  /** Begins with the bookmarks of a tag, or with all of them. */
  async ask(tag = ""): Promise<void> {
    this.tag = tag;
    await this.dialog.show();
    this.renderRoot.querySelector<HTMLElement>("input:checked")?.focus();
  }

  override render(): TemplateResult {
    const { tags } = this.ownTags;
    const { task } = this.storage;
    return html`<bs-dialog .heading=${t("exchange.export")}>
      <form @submit=${this.#onSubmit}>
        <fieldset ?disabled=${this.isWriting}>
          <legend>${t("exchange.format")}</legend>
          ${formats.map(
            (format) =>
              html`<label class="choice"
                ><input
                  type="radio"
                  name="format"
                  .checked=${format === this.format}
                  @change=${() => (this.format = format)}
                /><span
                  >${t(`exchange.format.${format}`)}<small
                    >${t(`exchange.format.${format}.hint`)}</small
                  ></span
                ></label
              >`,
          )}
        </fieldset>
        ${
          tags.length === 0
            ? nothing
            : html`<label class="field"
                >${t("exchange.which")}<select
                  ?disabled=${this.isWriting}
                  @change=${(event: Event) =>
                    (this.tag = (event.currentTarget as HTMLSelectElement).value)}
                >
                  <option value="" ?selected=${this.tag === ""}>${t("exchange.all")}</option>
                  ${tags.map(
                    ({ tag }) =>
                      html`<option value=${tag} ?selected=${tag === this.tag}>
                        ${t("exchange.tagged", { tag })}
                      </option>`,
                  )}
                </select></label
              >`
        }
        ${
          this.isWriting && task !== null && task.total > 0
            ? html`<bs-task-progress
                .label=${t("exchange.writing", { done: task.done, total: task.total })}
                .share=${task.done / task.total}
              ></bs-task-progress>`
            : nothing
        }
        <div class="buttons">
          <button type="button" class="button" @click=${() => this.dialog.close()}>
            ${t("dialog.cancel")}
          </button>
          <button class="button primary" ?disabled=${this.isWriting}>${t("export.action")}</button>
        </div>
      </form>
    </bs-dialog>`;
  }

  /** What could not be written can be tried again, in another place or format. */
  #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const which: ExportedBookmarks =
      this.tag === "" ? { kind: "all" } : { kind: "own-tag", tag: this.tag };
    this.isWriting = true;
    const isDone = await this.keeping.exportBookmarks(this.format, which);
    this.isWriting = false;
    if (isDone) this.dialog.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-export-bookmarks-dialog": ExportBookmarksDialog;
  }
}
