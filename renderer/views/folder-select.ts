import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Folder, FolderId } from "../../preload/contract/contract.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";

const newFolder = "new";

/** A choice of folder: none, one of those there are, or a new one by name. */
@customElement("bs-folder-select")
export class FolderSelect extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }

      label {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        color: var(--ink-soft);
        min-width: 0;
      }

      select {
        max-width: 16rem;
      }

      input {
        width: 12rem;
      }
    `,
  ];

  @query("input") private readonly input!: HTMLInputElement | null;

  @state() private makesNew = false;

  @property({ attribute: false }) folders: readonly Folder[] = [];
  /** The chosen folder; null for none, and while a new one is named. */
  @property({ attribute: false }) selected: FolderId | null = null;

  /** The name of the folder to make; null when none is to be made. */
  get newName(): string | null {
    return this.makesNew ? (this.input?.value.trim() ?? "") : null;
  }

  /** Whether the choice can be used: a new folder needs a name. */
  get isComplete(): boolean {
    if (this.newName !== "") return true;
    this.input?.focus();
    return false;
  }

  override render(): TemplateResult {
    return html`<label
        >${t("add.folder")}
        <select @change=${this.#onChange}>
          <option value="" ?selected=${this.selected === null && !this.makesNew}>
            ${t("sources.noFolder")}
          </option>
          ${this.folders.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === this.selected}>${name}</option>`,
          )}
          <option value=${newFolder} ?selected=${this.makesNew}>${t("add.newFolder")}</option>
        </select></label
      >${
        this.makesNew
          ? html`<input
              type="text"
              maxlength="200"
              aria-label=${t("add.newFolder.label")}
              placeholder=${t("add.newFolder.label")}
            />`
          : nothing
      }`;
  }

  #onChange = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    this.makesNew = value === newFolder;
    this.selected = this.folders.find((folder) => String(folder.id) === value)?.id ?? null;
    if (this.makesNew) void this.updateComplete.then(() => this.input?.focus());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-folder-select": FolderSelect;
  }
}
