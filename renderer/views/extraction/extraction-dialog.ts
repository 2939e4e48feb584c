import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type {
  ArticleId,
  ExtractionPage,
  ExtractionPreview,
  FeedSummary,
} from "../../../preload/contract/contract.ts";
import { clientContext, textsContext, toastsContext } from "../../app/contexts.ts";
import "../../components/article-body.ts";
import "../../components/dialog.ts";
import type { Dialog } from "../../components/dialog.ts";
import type { SegmentEvent } from "../../components/segmented.ts";
import "../../components/segmented.ts";
import { asFailure, type Client } from "../../state/client.ts";
import type { TextActions } from "../../state/text-actions.ts";
import type { ToastStore } from "../../state/toast-store.ts";
import { t, wordError } from "../../text/text.ts";
import { wordPageReason } from "../word-page.ts";
import { extractionStyles } from "./extraction-styles.ts";
import type { BlockOutline } from "./page-outline.ts";
import "./page-blocks.ts";
import type { BlockEvent, PageBlocks } from "./page-blocks.ts";

/** Milliseconds that a block must stay chosen before it is read. */
const pause = 120;

/** Lets a person show on a publisher's page where the article is, with the article beside it. */
@customElement("bs-extraction-dialog")
export class ExtractionDialog extends LitElement {
  static override styles = extractionStyles;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: textsContext }) private readonly texts!: TextActions;
  @consume({ context: toastsContext }) private readonly toasts!: ToastStore;

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("bs-page-blocks") private readonly blocks!: PageBlocks | null;

  @state() private feed: FeedSummary | null = null;
  @state() private page: ExtractionPage | null = null;
  @state() private chosen: number | null = null;
  @state() private preview: ExtractionPreview | null = null;
  @state() private problem = "";
  @state() private way: "page" | "list" = "page";
  @state() private outline: readonly BlockOutline[] = [];
  @state() private isWorking = false;

  #articleId: ArticleId | null = null;
  /** Of the newest question: answers to those before it are too late. */
  #asked = 0;
  #timer = 0;

  /** On the page of one of the title's articles, else of its newest. */
  async ask(feed: FeedSummary, articleId: ArticleId | null = null): Promise<void> {
    this.feed = feed;
    this.#articleId = articleId;
    this.way = "page";
    await this.dialog.show();
    await this.#load();
  }

  override render(): TemplateResult {
    return html`<bs-dialog fixed .heading=${t("extraction.title")} @close=${this.#onClose}>
      ${this.feed === null ? nothing : this.#renderContent(this.feed)}
    </bs-dialog>`;
  }

  #renderContent(feed: FeedSummary): TemplateResult {
    const { page } = this;
    if (page === null) return this.#renderState();
    return html`<div class="all">
      <div class="top">
        <p>
          ${t("extraction.hint", { title: feed.title })}
          ${switchesOn(feed) ? t("extraction.switchesOn") : nothing}
          <span class="keys">${t("extraction.keys")}</span>
        </p>
        <bs-segmented
          .label=${t("extraction.way")}
          .value=${this.way}
          .choices=${[
            { value: "page", label: t("extraction.way.page") },
            { value: "list", label: t("extraction.way.list") },
          ]}
          @bs-segment=${this.#onWay}
        ></bs-segmented>
      </div>
      <div class="halves">
        <bs-page-blocks
          ?hidden=${this.way !== "page"}
          .content=${page.html}
          .chosen=${this.chosen}
          @bs-block=${this.#onBlock}
        ></bs-page-blocks>
        ${this.way === "list" ? this.#renderList() : nothing} ${this.#renderPreview()}
      </div>
      <div class="foot">
        ${
          page.isOwnChoice
            ? html`<button class="button apart" @click=${() => void this.#forget(feed)}>
                ${t("extraction.forget")}
              </button>`
            : nothing
        }
        <button class="button" @click=${() => this.dialog.close()}>${t("dialog.cancel")}</button>
        <button
          class="button primary"
          ?disabled=${!this.#isUsable}
          @click=${() => void this.#keep()}
        >
          ${t("extraction.use")}
        </button>
      </div>
    </div>`;
  }

  #renderState(): TemplateResult {
    if (this.problem === "")
      return html`<div class="state"><p role="status">${t("extraction.loading")}</p></div>`;
    return html`<div class="state">
      <p class="error" role="alert">${this.problem}</p>
      <button class="button" @click=${() => void this.#load()}>${t("extraction.retry")}</button>
    </div>`;
  }

  /** The same blocks in words, for whoever cannot point at them or see them. */
  #renderList(): TemplateResult {
    return html`<div class="list" tabindex="0" role="group" aria-label=${t("extraction.blocks")}>
      <fieldset role="radiogroup" aria-label=${t("extraction.blocks")}>
        ${this.outline.map(
          ({ block, words, start, depth }) =>
            html`<label data-depth=${Math.min(3, depth)}
              ><input
                type="radio"
                name="block"
                .checked=${block === this.chosen}
                @change=${() => this.#choose(block)}
              />${t("extraction.block", { count: words, start })}</label
            >`,
        )}
      </fieldset>
    </div>`;
  }

  #renderPreview(): TemplateResult {
    const { preview } = this;
    return html`<section
      class="preview"
      tabindex="0"
      aria-label=${t("extraction.preview")}
      @bs-link=${(event: Event) => event.stopPropagation()}
    >
      <h3>${t("extraction.preview")}</h3>
      <p role="status" class=${preview?.problem ? "error" : ""}>${this.#wordPreview()}</p>
      ${this.problem === "" ? nothing : html`<p class="error" role="alert">${this.problem}</p>`}
      ${
        preview?.problem !== null
          ? nothing
          : html`<bs-article-body .content=${preview.html}></bs-article-body>`
      }
    </section>`;
  }

  #wordPreview(): string {
    const { preview, chosen } = this;
    if (chosen === null) return t("extraction.nothingChosen");
    if (preview === null) return this.problem === "" ? t("extraction.reading") : "";
    if (preview.problem !== null)
      return t("extraction.problem", { reason: wordPageReason(preview.problem) });
    return t("extraction.words", { count: preview.wordCount });
  }

  get #isUsable(): boolean {
    return !this.isWorking && this.preview?.problem === null;
  }

  async #load(): Promise<void> {
    const { feed } = this;
    if (feed === null) return;
    this.problem = "";
    const asked = ++this.#asked;
    try {
      const articleId = this.#articleId ?? (await this.#newestOf(feed));
      if (asked !== this.#asked) return;
      if (articleId === null) {
        this.problem = t("extraction.noPage");
        return;
      }
      const page = await this.client.request("extraction.open", { articleId });
      if (asked !== this.#asked) return;
      this.page = page;
      await this.updateComplete;
      this.outline = this.blocks?.outline ?? [];
      if (page.chosen !== null) this.#choose(page.chosen);
      this.blocks?.focus();
    } catch (thrown) {
      if (asked === this.#asked) this.problem = wordError(asFailure(thrown));
    }
  }

  async #newestOf({ id: feedId }: FeedSummary): Promise<ArticleId | null> {
    const { timelineId } = await this.client.request("timeline.open", {
      scope: { kind: "feed", feedId },
      filter: "all",
      order: "newest",
    });
    const { rows } = await this.client.request("timeline.page", {
      timelineId,
      offset: 0,
      limit: 1,
    });
    await this.client.request("timeline.close", { timelineId });
    return rows[0]?.id ?? null;
  }

  #choose(block: number): void {
    this.chosen = block;
    this.preview = null;
    this.problem = "";
    const asked = ++this.#asked;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#read(block, asked), pause);
  }

  async #read(block: number, asked: number): Promise<void> {
    const { page } = this;
    if (page === null || asked !== this.#asked) return;
    try {
      const preview = await this.client.request("extraction.preview", { token: page.token, block });
      if (asked === this.#asked) this.preview = preview;
    } catch (thrown) {
      if (asked === this.#asked) this.problem = wordError(asFailure(thrown));
    }
  }

  async #keep(): Promise<void> {
    const { page, chosen } = this;
    if (page === null || chosen === null || !this.#isUsable) return;
    this.isWorking = true;
    try {
      const { count } = await this.client.request("extraction.choose", {
        token: page.token,
        block: chosen,
      });
      this.dialog.close();
      this.toasts.tell(t("toast.extractionChosen", { count }));
    } catch (thrown) {
      this.problem = wordError(asFailure(thrown));
    } finally {
      this.isWorking = false;
    }
  }

  async #forget(feed: FeedSummary): Promise<void> {
    this.dialog.close();
    await this.texts.resetExtraction(feed);
  }

  #onBlock = ({ block, isFinal }: BlockEvent): void => {
    if (block !== this.chosen) this.#choose(block);
    else if (isFinal) void this.#keep();
  };

  #onWay = ({ value }: SegmentEvent): void => {
    this.way = value === "list" ? "list" : "page";
  };

  /** A whole page is nothing to carry around. */
  #onClose = (): void => {
    this.#asked += 1;
    window.clearTimeout(this.#timer);
    this.feed = null;
    this.page = null;
    this.preview = null;
    this.chosen = null;
    this.outline = [];
    this.problem = "";
  };
}

/** Whether pages of the title's articles are not fetched as things are. */
function switchesOn({ fullText, isShortened }: FeedSummary): boolean {
  return fullText === "off" || (fullText === "auto" && isShortened !== true);
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-extraction-dialog": ExtractionDialog;
  }
}
