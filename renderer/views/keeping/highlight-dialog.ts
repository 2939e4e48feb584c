import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Article, Highlight } from "../../../preload/contract/contract.ts";
import { highlightsContext } from "../../app/contexts.ts";
import "../../components/dialog.ts";
import type { Dialog } from "../../components/dialog.ts";
import type { HighlightActions } from "../../state/highlight-actions.ts";
import { t } from "../../text/text.ts";
import { formDialogStyles } from "../form-dialog-styles.ts";

/** Asks for the note on a marked passage. */
@customElement("bs-highlight-dialog")
export class HighlightDialog extends LitElement {
  static override styles = [
    formDialogStyles,
    css`
      blockquote {
        max-height: 10rem;
        margin: 0;
        padding-inline-start: 0.8rem;
        border-inline-start: 3px solid var(--kept-edge);
        overflow: auto;
        font-family: var(--typeface-reading);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      textarea {
        min-height: 7rem;
        padding: 0.5rem 0.6rem;
        border: 1px solid var(--control-edge);
        border-radius: var(--corner);
        background: var(--paper-raised);
        resize: vertical;
        font: inherit;
        color: var(--ink);
      }

      .remove {
        margin-inline-end: auto;
      }
    `,
  ];

  @consume({ context: highlightsContext }) private readonly actions!: HighlightActions;

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("textarea") private readonly area!: HTMLTextAreaElement;

  @state() private article: Article | null = null;
  @state() private highlight: Highlight | null = null;
  @state() private isNew = false;

  /** Asks about a highlight of an article; a new one is stored when its note is. */
  async ask(article: Article, highlight: Highlight, isNew: boolean): Promise<void> {
    this.article = article;
    this.highlight = highlight;
    this.isNew = isNew;
    await this.updateComplete;
    this.area.value = highlight.note;
    await this.dialog.show();
    this.area.focus();
  }

  override render(): TemplateResult {
    return html`<bs-dialog .heading=${t("highlight.heading")}>
      <form @submit=${this.#onSubmit} @keydown=${this.#onKeyDown}>
        <blockquote
          dir="auto"
          tabindex="0"
          lang=${this.article?.language ?? nothing}
          aria-label=${t("highlight.passage")}
        >
          ${this.highlight?.quote ?? ""}
        </blockquote>
        <label class="field"
          >${t("highlight.note")}<textarea dir="auto" maxlength="100000"></textarea>
        </label>
        <div class="buttons">
          ${
            this.isNew
              ? nothing
              : html`<button type="button" class="button remove" @click=${this.#remove}>
                  ${t("highlight.remove")}
                </button>`
          }
          <button type="button" class="button" @click=${() => this.dialog.close()}>
            ${t("dialog.cancel")}
          </button>
          <button class="button primary">${t("dialog.save")}</button>
        </div>
      </form>
    </bs-dialog>`;
  }

  /** Lines of a note end with Enter; with Control it is done. */
  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    (event.currentTarget as HTMLFormElement).requestSubmit();
  };

  /** What could not be stored stays here, to be tried again. */
  #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { article, highlight } = this;
    if (article === null || highlight === null) return;
    const note = this.area.value.trim();
    void this.actions.put(article, { ...highlight, note }).then((isStored) => {
      if (isStored) this.dialog.close();
    });
  };

  #remove = (): void => {
    const { article, highlight } = this;
    if (article === null || highlight === null) return;
    void this.actions.remove(article.id, highlight.id).then((isDone) => {
      if (isDone) this.dialog.close();
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-highlight-dialog": HighlightDialog;
  }
}
