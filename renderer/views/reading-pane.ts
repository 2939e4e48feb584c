import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Article, ArticleId, Scope, TextSource } from "../../preload/contract/contract.ts";
import { CommandEvent } from "../app/command-event.ts";
import {
  actionsContext,
  libraryContext,
  memoryContext,
  readingContext,
  searchContext,
  textsContext,
} from "../app/contexts.ts";
import { hint, keyOf } from "../app/key-names.ts";
import type { LinkEvent } from "../components/article-body.ts";
import "../components/empty-state.ts";
import "../components/feed-icon.ts";
import "../components/icon.ts";
import "../components/lead-picture.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { Actions } from "../state/actions.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { ReadingStore } from "../state/reading-store.ts";
import type { SearchStore } from "../state/search-store.ts";
import type { TextActions } from "../state/text-actions.ts";
import type { ViewMemory } from "../state/view-memory.ts";
import type { Term } from "../text/find-words.ts";
import { directionOf } from "../text/direction.ts";
import { formatDate, formatFullDate, formatReadingTime } from "../text/formats.ts";
import { sectionName, t, wordError } from "../text/text.ts";
import { isTextLost, isToldBySource, standfirstOf, wordOffline } from "./article-facts.ts";
import "./keeping/marked-text.ts";
import type { MarkedText } from "./keeping/marked-text.ts";
import "./player/enclosure-list.ts";
import { QueryEvent } from "./query-event.ts";
import { readingPaneStyles } from "./reading-pane-styles.ts";
import "./reading-toolbar.ts";
import { SourceEnteredEvent } from "./source-entered-event.ts";
import "./text-source.ts";

const noTerms: readonly Term[] = [];

/**
 * The open article, in the order of a newspaper.
 *
 * @slot before - a button at the start of the toolbar
 * @event bs-query - the list of a tag was asked for
 * @event bs-source-entered - the reader wants to go on to that list
 */
@customElement("bs-reading-pane")
export class ReadingPane extends LitElement {
  static override styles = readingPaneStyles;

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: readingContext }) private readonly reading!: ReadingStore;
  @consume({ context: searchContext }) private readonly search!: SearchStore;
  @consume({ context: memoryContext }) private readonly memory!: ViewMemory;
  @consume({ context: actionsContext }) private readonly actions!: Actions;
  @consume({ context: textsContext }) private readonly texts!: TextActions;

  @query(".scrolls") private readonly scroller!: HTMLElement;
  @query("bs-marked-text") private readonly marked!: MarkedText | null;

  /** Where the article stands in the list, such as “3 of 120”; empty when it is not in it. */
  @property() position = "";

  #shown: { readonly id: ArticleId; readonly text: TextSource } | null = null;
  /** How far each text of the open article is scrolled, in CSS pixels. */
  readonly #places = new Map<TextSource, number>();
  /**
   * Where a movement that is under way ends, in CSS pixels: pages turned quickly, or by a held key,
   * count from there and not from where the eye is in between.
   */
  #scrollingTo: number | null = null;

  constructor() {
    super();
    new StoreController(this, () => [this.reading, this.library, this.search]);
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this.scroller.focus({ preventScroll: true });
    });
  }

  /** Scrolls on by a page; false when the end is on screen already. */
  pageDown(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    if (scrollTop + clientHeight >= scrollHeight - 2) return false;
    this.#scrollBy(clientHeight);
    return true;
  }

  /** Scrolls back by a page. */
  pageUp(): void {
    this.#scrollBy(-this.scroller.clientHeight);
  }

  /** Marks the selected passage, or lets the reader choose one by keyboard. */
  markPassage(): void {
    this.marked?.mark();
  }

  override willUpdate(): void {
    if (this.#shown !== null && this.hasUpdated)
      this.#places.set(this.#shown.text, this.scroller.scrollTop);
  }

  override updated(): void {
    const { article, startAt } = this.reading;
    const before = this.#shown;
    this.#shown = article;
    if (article?.id !== before?.id) {
      this.#places.clear();
      void this.#goTo(startAt);
    } else if (article !== null && before !== null && article.text !== before.text) {
      // Both texts of an article begin alike: the other one is where this one was, or where it was left.
      void this.#scrollTo(this.#places.get(article.text) ?? this.#places.get(before.text) ?? 0);
    }
  }

  override render(): TemplateResult {
    const { article, failure } = this.reading;
    return html`
      <bs-reading-toolbar .article=${article} .position=${this.position}>
        <slot name="before" slot="before"></slot>
      </bs-reading-toolbar>
      <div class="offer" role="status">${this.#renderOffer()}</div>
      <div
        class="scrolls"
        tabindex="0"
        role="region"
        aria-label=${t("pane.article")}
        @scroll=${this.#onScroll}
        @scrollend=${this.#onScrollEnd}
      >
        ${
          failure !== null
            ? html`<bs-empty-state
                icon="warning"
                .heading=${t("article.failed")}
                .hint=${wordError(failure)}
              ></bs-empty-state>`
            : article === null
              ? html`<bs-empty-state
                  .heading=${t("article.choose")}
                  .hint=${t("article.choose.hint", {
                    next: keyOf("next-article"),
                    unread: keyOf("next-unread"),
                  })}
                ></bs-empty-state>`
              : this.#renderArticle(article)
        }
      </div>
    `;
  }

  #renderOffer(): unknown {
    const { offer } = this.reading;
    if (offer === null) return nothing;
    // The key shows the other text; a new version of the same one has none.
    const label = t("offer.show");
    return html`<span>${t(`offer.${offer}`)}</span>
      <button
        class="link-button"
        title=${offer === "changed-text" ? label : hint(label, "switch-text")}
        @click=${() => void this.texts.showOffered()}
      >
        ${label}
      </button>`;
  }

  #renderArticle(article: Article): TemplateResult {
    const standfirst = standfirstOf(article);
    const headline = article.headline === "" ? t("list.untitled") : article.headline;
    const direction = directionOf(`${headline} ${standfirst || article.excerpt}`);
    return html`<article lang=${article.language ?? nothing} dir=${direction}>
      <header>
        <div class="publisher">
          <bs-feed-icon
            name=${article.feedTitle}
            .icon=${this.library.iconOf(article.feedId)}
          ></bs-feed-icon>
          <span class="name" dir="auto">${article.feedTitle}</span>
          ${
            article.section === null
              ? nothing
              : html`<span class="section" lang="en">${sectionName(article.section)}</span>`
          }
        </div>
        <h1 dir=${directionOf(headline)}>${headline}</h1>
        ${standfirst === "" ? nothing : html`<p class="standfirst" dir=${directionOf(standfirst)}>${standfirst}</p>`}
        ${this.#renderByline(article)} ${this.#renderOwn(article)}
      </header>
      ${this.#renderLeadPicture(article)} ${this.#renderText(article)} ${this.#renderFoot(article)}
    </article>`;
  }

  #renderByline(article: Article): TemplateResult {
    const time = formatReadingTime(article.wordCount);
    return html`<div class="byline" lang="en">
      ${
        article.author === ""
          ? nothing
          : html`<span class="author" dir="auto"
              >${t("article.by", { author: article.author })}</span
            >`
      }
      <time datetime=${new Date(article.published).toISOString()}
        >${formatFullDate(article.published)}</time
      >
      ${time === "" ? nothing : html`<span>${time}</span>`}
      ${
        article.updated === null
          ? nothing
          : html`<span>${t("article.updated", { date: formatDate(article.updated) })}</span>`
      }
      <bs-text-source .article=${article}></bs-text-source>
      ${
        article.offline === "complete" || isToldBySource(article)
          ? nothing
          : this.#renderOffline(article)
      }
    </div>`;
  }

  /** What the reader wrote to it. */
  #renderOwn({ bookmark }: Article): unknown {
    if (bookmark === null || (bookmark.tags.length === 0 && bookmark.note === "")) return nothing;
    return html`<aside class="own" lang="en" aria-label=${t("bookmark.edit")}>
      ${
        bookmark.tags.length === 0
          ? nothing
          : html`<ul class="tags" aria-label=${t("bookmark.ownTags")}>
              ${bookmark.tags.map(
                (tag) =>
                  html`<li dir="auto">
                    <button
                      title=${t("bookmark.openTag", { tag })}
                      @click=${() => this.#openList({ kind: "own-tag", tag })}
                    >
                      ${tag}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      ${bookmark.note === "" ? nothing : html`<p class="note" dir="auto">${bookmark.note}</p>`}
    </aside>`;
  }

  #renderLeadPicture(article: Article): unknown {
    const picture = article.pictures[article.leadPicture ?? -1];
    if (picture === undefined) return nothing;
    return html`<bs-lead-picture
      .picture=${picture}
      .caption=${article.leadCaption}
      .credit=${article.leadCredit}
      .headline=${article.headline}
    ></bs-lead-picture>`;
  }

  #renderText(article: Article): unknown {
    if (isTextLost(article)) {
      return html`<p class="lost" lang="en">
        <bs-icon name="warning"></bs-icon><span>${t("article.textLost")}</span>
      </p>`;
    }
    if (article.html === "") return nothing;
    return html`<bs-marked-text
      .article=${article}
      .terms=${this.search.isOpen ? this.search.terms : noTerms}
      @bs-link=${this.#onLink}
    ></bs-marked-text>`;
  }

  #renderFoot(article: Article): TemplateResult {
    return html`<footer lang="en">
      <bs-enclosure-list .article=${article}></bs-enclosure-list>
      ${
        article.tags.length === 0
          ? nothing
          : html`<ul class="tags" aria-label=${t("article.tags")}>
              ${article.tags.map(
                (tag) =>
                  html`<li dir="auto">
                    <button
                      title=${t("article.openTag", { tag })}
                      @click=${() => this.#openList({ kind: "tag", tag })}
                    >
                      ${tag}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      ${article.offline === "complete" ? this.#renderOffline(article) : nothing}
      ${
        article.address === null
          ? nothing
          : html`<button
              class="button"
              @click=${() => this.dispatchEvent(new CommandEvent("open-original"))}
            >
              <bs-icon name="externalLink"></bs-icon>${t("article.original")}
            </button>`
      }
    </footer>`;
  }

  /** What is not all on this disk is said at the start; that everything is, at the end. */
  #renderOffline(article: Article): unknown {
    if (isTextLost(article)) return nothing;
    return html`<p class="offline">
      <bs-icon name=${article.offline === "headline" ? "cloudOff" : "disk"}></bs-icon>
      <span>${wordOffline(article)}</span>
    </p>`;
  }

  /** Puts the article at a share of its height, once its text is laid out. */
  async #goTo(share: number): Promise<void> {
    await this.#isLaidOut();
    const { scrollHeight, clientHeight } = this.scroller;
    this.scroller.scrollTop = share === 0 ? 0 : share * (scrollHeight - clientHeight);
  }

  async #scrollTo(top: number): Promise<void> {
    this.#scrollingTo = null;
    await this.#isLaidOut();
    this.scroller.scrollTop = top;
  }

  async #isLaidOut(): Promise<void> {
    await this.updateComplete;
    await this.marked?.updateComplete;
    await this.renderRoot.querySelector("bs-article-body")?.updateComplete;
  }

  #scrollBy(distance: number): void {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    // A little of the page before stays in sight, so that the eye finds its line again.
    const kept = Math.sign(distance) * Math.min(48, Math.abs(distance) / 4);
    const wanted = (this.#scrollingTo ?? scrollTop) + distance - kept;
    const top = Math.min(scrollHeight - clientHeight, Math.max(0, wanted));
    // Asked for anew, a movement would start again from standing.
    if (top === this.#scrollingTo) return;
    this.#scrollingTo = top;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scroller.scrollTo({ top, behavior: calm ? "instant" : "smooth" });
  }

  #onScrollEnd = (): void => {
    this.#scrollingTo = null;
  };

  #onScroll = (): void => {
    if (this.reading.article === null) return;
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    const room = scrollHeight - clientHeight;
    const articleScroll = room <= 0 ? 0 : Math.min(1, Math.max(0, scrollTop / room));
    this.memory.remember({ articleScroll });
  };

  #openList(scope: Scope): void {
    this.dispatchEvent(new QueryEvent({ scope, filter: "all", order: "newest" }));
    this.dispatchEvent(new SourceEnteredEvent());
  }

  #onLink = (event: LinkEvent): void => {
    void this.actions.openLink(event.address);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-reading-pane": ReadingPane;
  }
}
