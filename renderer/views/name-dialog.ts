import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Folder, FolderId } from "../../preload/contract/contract.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";
import "./folder-select.ts";
import type { FolderSelect } from "./folder-select.ts";

type Question =
  | { readonly kind: "name"; readonly name: string; readonly answer: (name: string) => void }
  | {
      readonly kind: "folder";
      readonly heading: string;
      readonly selected: FolderId | null;
      readonly folders: readonly Folder[];
      readonly answer: (folderId: FolderId | null, newName: string | null) => void;
    };

/** Asks for a new name, or for the folder that a title should be in. */
@customElement("bs-name-dialog")
export class NameDialog extends LitElement {
  static override styles = [
    controls,
    css`
      form {
        display: grid;
        gap: 1.25rem;
        padding: 0.25rem 1.5rem 1.5rem;
      }

      label {
        display: grid;
        gap: 0.35rem;
        color: var(--ink-soft);
      }

      .buttons {
        display: flex;
        justify-content: end;
        gap: 0.5rem;
      }
    `,
  ];

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("input") private readonly input!: HTMLInputElement | null;
  @query("bs-folder-select") private readonly folder!: FolderSelect | null;

  @state() private question: Question | null = null;

  /** Asks for a name; `answer` gets it unless the reader cancels. */
  askName(name: string, answer: (name: string) => void): void {
    void this.#ask({ kind: "name", name, answer });
  }

  /** Asks for a folder: an existing one, none (null), or a new one by name. */
  askFolder(
    heading: string,
    selected: FolderId | null,
    folders: readonly Folder[],
    answer: (folderId: FolderId | null, newName: string | null) => void,
  ): void {
    void this.#ask({ kind: "folder", heading, selected, folders, answer });
  }

  override render(): TemplateResult {
    const { question } = this;
    const heading =
      question === null
        ? ""
        : question.kind === "name"
          ? t("dialog.rename", { name: question.name })
          : question.heading;
    return html`<bs-dialog .heading=${heading}>
      <form @submit=${this.#onSubmit}>
        ${
          question?.kind === "folder"
            ? html`<bs-folder-select
                data-start
                .folders=${question.folders}
                .selected=${question.selected}
              ></bs-folder-select>`
            : html`<label>${t("dialog.name")}<input type="text" required maxlength="200" /></label>`
        }
        <div class="buttons">
          <button type="button" class="button" @click=${() => this.dialog.close()}>
            ${t("dialog.cancel")}
          </button>
          <button class="button primary">
            ${t(question?.kind === "folder" ? "dialog.moveAction" : "dialog.save")}
          </button>
        </div>
      </form>
    </bs-dialog>`;
  }

  async #ask(question: Question): Promise<void> {
    this.question = question;
    await this.updateComplete;
    if (question.kind === "name" && this.input !== null) this.input.value = question.name;
    await this.dialog.show();
    this.input?.focus();
    this.input?.select();
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { question } = this;
    if (question?.kind === "name") {
      const name = this.input?.value.trim() ?? "";
      if (name === "") return;
      if (name !== question.name) question.answer(name);
    } else if (question?.kind === "folder" && this.folder !== null) {
      if (!this.folder.isComplete) return;
      question.answer(this.folder.selected, this.folder.newName);
    }
    this.dialog.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-name-dialog": NameDialog;
  }
}
