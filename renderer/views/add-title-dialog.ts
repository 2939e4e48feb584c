import { consume } from "@lit/context";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { FolderId } from "../../preload/contract/contract.ts";
import { actionsContext, libraryContext } from "../app/contexts.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import "../components/segmented.ts";
import type { SegmentEvent } from "../components/segmented.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { Actions, FeedToFollow } from "../state/actions.ts";
import type { LibraryStore } from "../state/library-store.ts";
import { controls } from "../theme/controls.ts";
import { scrolling } from "../theme/scrolling.ts";
import { t } from "../text/text.ts";
import "./add-address.ts";
import "./catalogue-picker.ts";
import type { CataloguePicker, SelectionEvent } from "./catalogue-picker.ts";
import "./folder-select.ts";
import type { FolderSelect } from "./folder-select.ts";
import "./opml-picker.ts";
import type { OpmlPicker } from "./opml-picker.ts";

export type Way = "address" | "catalogue" | "file";

/** Three ways to follow more: an address, the catalogue, an OPML file. */
@customElement("bs-add-title-dialog")
export class AddTitleDialog extends LitElement {
  static override styles = [
    controls,
    scrolling,
    css`
      bs-dialog {
        --dialog-width: 44rem;
        --dialog-height: 42rem;
      }

      .content {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        min-height: 0;
      }

      .ways {
        padding: 0 1.5rem 1rem;
      }

      .way {
        display: grid;
        grid-template-rows: minmax(0, 1fr);
        min-height: 0;
        padding: 0.25rem 1.5rem 1rem;
        align-items: start;
      }

      bs-catalogue-picker {
        height: 100%;
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.75rem;
        padding: 0.75rem 1.5rem;
        border-top: 1px solid var(--hairline);
        background: var(--paper-list);
      }
    `,
  ];

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("bs-folder-select") private readonly folder!: FolderSelect | null;
  @query("bs-catalogue-picker") private readonly picker!: CataloguePicker | null;
  @query("bs-opml-picker") private readonly outline!: OpmlPicker | null;

  @state() private isOpen = false;
  @state() private way: Way = "address";
  @state() private chosen: readonly FeedToFollow[] = [];

  constructor() {
    super();
    new StoreController(this, () => [this.library]);
  }

  /** Opens at a way to follow more; an OPML file that is given is taken in at once. */
  async show(way: Way = "address", file?: File): Promise<void> {
    this.way = way;
    this.isOpen = true;
    await this.updateComplete;
    await this.dialog.show();
    this.renderRoot.querySelector("bs-add-address")?.focus();
    this.outline?.focus();
    if (file !== undefined) await this.outline?.takeIn(file);
  }

  override render(): TemplateResult {
    return html`<bs-dialog fixed .heading=${t("add.title")} @close=${this.#onClose}>
      ${
        this.isOpen
          ? html`<div class="content">
                <div class="ways">
                  <bs-segmented
                    .label=${t("add.title")}
                    .value=${this.way}
                    .choices=${[
                      { value: "address", label: t("add.address") },
                      { value: "catalogue", label: t("add.catalogue") },
                      { value: "file", label: t("add.file") },
                    ]}
                    @bs-segment=${(event: SegmentEvent) => (this.way = event.value as Way)}
                  ></bs-segmented>
                </div>
                <div class="way scrolls">${this.#renderWay()}</div>
              </div>
              ${this.way === "file" ? "" : this.#renderFoot()}`
          : ""
      }
    </bs-dialog>`;
  }

  #renderWay(): TemplateResult {
    switch (this.way) {
      case "address":
        return html`<bs-add-address .folder=${this.#folderId}></bs-add-address>`;
      case "catalogue":
        return html`<bs-catalogue-picker
          @bs-selection=${(event: SelectionEvent) => (this.chosen = event.feeds)}
        ></bs-catalogue-picker>`;
      case "file":
        return html`<bs-opml-picker @bs-command=${() => this.dialog.close()}></bs-opml-picker>`;
    }
  }

  #renderFoot(): TemplateResult {
    const count = this.chosen.length;
    return html`<div class="foot" slot="foot">
      <bs-folder-select .folders=${this.library.sources?.folders ?? []}></bs-folder-select>
      ${
        this.way === "catalogue"
          ? html`<button
              class="button primary"
              ?disabled=${count === 0}
              @click=${() => void this.#follow()}
            >
              ${count === 0 ? t("add.followNone") : t("add.followCount", { count })}
            </button>`
          : ""
      }
    </div>`;
  }

  /** The chosen folder, made first where it is a new one. */
  #folderId = async (): Promise<FolderId | null> => {
    const { folder } = this;
    if (folder === null) return null;
    const { newName } = folder;
    return newName === null || newName === ""
      ? folder.selected
      : await this.actions.createFolder(newName);
  };

  async #follow(): Promise<void> {
    if (this.folder?.isComplete === false) return;
    const result = await this.actions.follow([...this.chosen], await this.#folderId());
    if (result === null) return;
    this.picker?.clear();
    this.dialog.close();
  }

  #onClose = (): void => {
    this.isOpen = false;
    this.chosen = [];
    this.way = "address";
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-add-title-dialog": AddTitleDialog;
  }
}
