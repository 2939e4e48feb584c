import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import type { ArticleRow, FeedIcon, OfflineState } from "../../preload/contract/contract.ts";
import { clientContext } from "../app/contexts.ts";
import "../components/feed-icon.ts";
import "../components/icon.ts";
import type { IconName } from "../components/icons.ts";
import type { Client } from "../state/client.ts";
import { findWords, type Term } from "../text/find-words.ts";
import { directionOf } from "../text/direction.ts";
import { formatAge, formatDate, formatFullDate } from "../text/formats.ts";
import { t } from "../text/text.ts";
import { articleRowStyles } from "./article-row-styles.ts";
import { wordGap } from "./preparation/word-gap.ts";

/** What stands beside a row for what is not all on this disk; complete articles need no mark. */
const offlineMarks: Readonly<Record<OfflineState, IconName | null>> = {
  headline: "cloudOff",
  text: "fileText",
  complete: null,
  failed: "cloudAlert",
};

/** One article in the list. */
@customElement("bs-article-row")
export class ArticleRowView extends LitElement {
  static override styles = [
    articleRowStyles,
    css`
      :host {
        display: block;
        height: 100%;
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;

  /** What is missing of an article in a state, in words. */
  @state() private why: { readonly of: string; readonly text: string } | null = null;

  /** Undefined while it is on its way, null when the article is gone. */
  @property({ attribute: false }) row: ArticleRow | null | undefined = undefined;
  /** Of its title; null: it has none. */
  @property({ attribute: false }) icon: FeedIcon | null = null;
  @property({ type: Boolean }) compact = false;
  @property({ type: Boolean }) selected = false;
  /** Words that are looked for, which are marked. */
  @property({ attribute: false }) terms: readonly Term[] = [];
  /** The time now, in milliseconds since 1970. */
  @property({ type: Number }) now = 0;

  override render(): TemplateResult {
    const { row } = this;
    if (row === undefined) return this.#renderSkeleton();
    if (row === null) return html`<div class="row gone"><span>${t("list.gone")}</span></div>`;
    const classes = { row: true, read: row.read, selected: this.selected, compact: this.compact };
    return html`<div class=${classMap(classes)}>
      ${
        row.read
          ? nothing
          : html`<span class="dot"><span class="visually-hidden">${t("list.unread")}</span></span>`
      }
      ${this.compact ? this.#renderCompact(row) : this.#renderComfortable(row)}
    </div>`;
  }

  #renderCompact(row: ArticleRow): TemplateResult {
    return html`
      <bs-feed-icon name=${row.feedTitle} .icon=${this.icon} title=${row.feedTitle}></bs-feed-icon>
      ${this.#renderHeadline(row)}
      <span class="visually-hidden">${row.feedTitle}</span>
      <span class="marks">${this.#renderMarks(row)}</span>
      ${this.#renderTime(row)}
    `;
  }

  #renderComfortable(row: ArticleRow): TemplateResult {
    return html`
      <div class="words">
        <div class="meta">
          <bs-feed-icon name=${row.feedTitle} .icon=${this.icon}></bs-feed-icon>
          <span class="source" dir="auto">${row.feedTitle}</span>
          <span class="marks">${this.#renderMarks(row)}</span>
          ${this.#renderTime(row)}
        </div>
        ${this.#renderHeadline(row)}
        ${row.excerpt === "" ? nothing : html`<div class="excerpt" dir=${directionOf(row.excerpt)}>${this.#mark(row.excerpt)}</div>`}
      </div>
      ${this.#renderThumbnail(row)}
    `;
  }

  /** While pictures are to come their place is kept: the words must not be set anew under the eye. */
  #renderThumbnail({ thumbnail, offline }: ArticleRow): unknown {
    if (thumbnail !== null) {
      return html`<img
        class="thumbnail"
        src="media/${thumbnail}"
        alt=""
        width="84"
        height="84"
        loading="lazy"
        decoding="async"
        draggable="false"
      />`;
    }
    return offline === "text" ? html`<div class="thumbnail"></div>` : nothing;
  }

  #renderHeadline(row: ArticleRow): TemplateResult {
    const headline = row.headline === "" ? t("list.untitled") : row.headline;
    return html`<div class="headline" dir=${directionOf(headline)}>${this.#mark(headline)}</div>`;
  }

  #mark(text: string): unknown {
    if (this.terms.length === 0) return text;
    const parts: unknown[] = [];
    let at = 0;
    for (const { start, end } of findWords(text, this.terms)) {
      parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  #renderTime({ published }: ArticleRow): TemplateResult {
    return html`<time
      datetime=${new Date(published).toISOString()}
      title=${formatFullDate(published)}
      >${formatAge(published, this.now)}</time
    >`;
  }

  #renderMarks(row: ArticleRow): unknown {
    const offline = offlineMarks[row.offline];
    return html`${
      row.updated === null
        ? nothing
        : html`<span
            class="updated"
            title=${t("article.updated", { date: formatDate(row.updated) })}
            >${t("list.updated")}</span
          >`
    }${
      row.bookmarked
        ? html`<span class="bookmark" title=${t("list.bookmarked")}
            ><bs-icon name="bookmark" filled></bs-icon
            ><span class="visually-hidden">${t("list.bookmarked")}</span></span
          >`
        : nothing
    }${
      offline === null
        ? nothing
        : html`<span
            title=${this.#why(row) ?? t(`offline.${row.offline}`)}
            @pointerenter=${() => void this.#askWhy(row)}
            ><bs-icon name=${offline}></bs-icon
            ><span class="visually-hidden">${t(`offline.${row.offline}`)}</span></span
          >`
    }`;
  }

  #why({ id, offline }: ArticleRow): string | null {
    return this.why?.of === `${id} ${offline}` ? this.why.text : null;
  }

  /** Lists do not know why something is missing: it is asked for when somebody points at the mark. */
  async #askWhy({ id, offline }: ArticleRow): Promise<void> {
    const of = `${id} ${offline}`;
    if (this.why?.of === of) return;
    const gap = await this.client.request("article.gap", { articleId: id }).catch(() => null);
    if (gap !== null) this.why = { of, text: wordGap(gap, Date.now()) };
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="row skeleton ${this.compact ? "compact" : ""}">
      <div class="words"><i></i><i></i>${this.compact ? nothing : html`<i></i>`}</div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-article-row": ArticleRowView;
  }
}
