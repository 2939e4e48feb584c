import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Article } from "../../../preload/contract/contract.ts";
import { ownTagsContext } from "../../app/contexts.ts";
import "../../components/dialog.ts";
import type { Dialog } from "../../components/dialog.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { OwnTagStore } from "../../state/own-tag-store.ts";
import { splitTags } from "../../text/split-tags.ts";
import { t } from "../../text/text.ts";
import { formDialogStyles } from "../form-dialog-styles.ts";

/** Tags that are offered at most, the most used first. */
const offeredAtMost = 12;

/** Asks for a bookmark's tags and note. */
@customElement("bs-bookmark-dialog")
export class BookmarkDialog extends LitElement {
  static override styles = [
    formDialogStyles,
    css`
      textarea {
        min-height: 8rem;
        padding: 0.5rem 0.6rem;
        border: 1px solid var(--control-edge);
        border-radius: var(--corner);
        background: var(--paper-raised);
        resize: vertical;
        font: inherit;
        color: var(--ink);
      }

      .offered {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }

      .offered button {
        padding: 0.15rem 0.6rem;
        border: 1px solid var(--hairline-strong);
        border-radius: 1rem;
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .offered button:hover {
        background: var(--hover);
        color: var(--ink);
      }
    `,
  ];

  @consume({ context: ownTagsContext }) private readonly ownTags!: OwnTagStore;

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("input") private readonly field!: HTMLInputElement;
  @query("textarea") private readonly area!: HTMLTextAreaElement;

  @state() private article: Article | null = null;
  @state() private typed = "";

  constructor() {
    super();
    new StoreController(this, () => [this.ownTags]);
  }

  /** Asks about an article, which becomes a bookmark when something is written to it. */
  async ask(article: Article): Promise<void> {
    this.article = article;
    this.typed = article.bookmark?.tags.join(", ") ?? "";
    await this.updateComplete;
    this.field.value = this.typed;
    this.area.value = article.bookmark?.note ?? "";
    await this.dialog.show();
    this.field.focus();
  }

  override render(): TemplateResult {
    const chosen = new Set(splitTags(this.typed).map((tag) => tag.toLocaleLowerCase()));
    const offered = this.ownTags.tags
      .filter(({ tag }) => !chosen.has(tag.toLocaleLowerCase()))
      .toSorted((one, other) => other.count - one.count)
      .slice(0, offeredAtMost);
    return html`<bs-dialog .heading=${t("bookmark.heading")}>
      <form @submit=${this.#onSubmit}>
        <p dir="auto">${this.article?.headline ?? ""}</p>
        <label class="field"
          >${t("bookmark.tags")}<input
            type="text"
            dir="auto"
            maxlength="5000"
            autocomplete="off"
            placeholder=${t("bookmark.tags.hint")}
            data-start
            @input=${() => (this.typed = this.field.value)}
        /></label>
        ${
          offered.length === 0
            ? nothing
            : html`<div class="offered" role="group" aria-label=${t("bookmark.offered")}>
                ${offered.map(
                  ({ tag }) =>
                    html`<button type="button" dir="auto" @click=${() => this.#add(tag)}>
                      ${tag}
                    </button>`,
                )}
              </div>`
        }
        <label class="field"
          >${t("bookmark.note")}<textarea dir="auto" maxlength="100000"></textarea>
        </label>
        <div class="buttons">
          <button type="button" class="button" @click=${() => this.dialog.close()}>
            ${t("dialog.cancel")}
          </button>
          <button class="button primary">${t("dialog.save")}</button>
        </div>
      </form>
    </bs-dialog>`;
  }

  #add(tag: string): void {
    this.typed = [...splitTags(this.field.value), tag].join(", ");
    this.field.value = this.typed;
    this.field.focus();
  }

  /** What could not be stored stays here, to be tried again. */
  #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { article } = this;
    if (article === null) return;
    void this.ownTags
      .write(article.id, splitTags(this.field.value), this.area.value.trim())
      .then((isStored) => {
        if (isStored) this.dialog.close();
      });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-bookmark-dialog": BookmarkDialog;
  }
}
