import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { FeedSummary } from "../../preload/contract/contract.ts";
import { CommandEvent } from "../app/command-event.ts";
import { actionsContext, libraryContext, searchContext, timelineContext } from "../app/contexts.ts";
import { keyOf } from "../app/key-names.ts";
import "../components/empty-state.ts";
import { ClockController } from "../controllers/clock-controller.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { Actions } from "../state/actions.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { SearchStore } from "../state/search-store.ts";
import type { TimelineStore } from "../state/timeline-store.ts";
import { controls } from "../theme/controls.ts";
import { t, wordError } from "../text/text.ts";
import { wordFailure, wordNextVisit } from "./feed-facts.ts";
import { QueryEvent } from "./query-event.ts";
import { mayHelpToTryAgain, wishButtons } from "./wish-buttons.ts";

/**
 * What the list says when it has no rows: why that is, and what can be done.
 *
 * @event bs-query - another filter was chosen
 * @event bs-title-wish - the reader wants something done about a title that fails
 */
@customElement("bs-empty-list")
export class EmptyList extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
      }

      .button {
        margin-top: 0.75rem;
      }
    `,
  ];

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: timelineContext }) private readonly timeline!: TimelineStore;
  @consume({ context: searchContext }) private readonly search!: SearchStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  readonly #clock = new ClockController(this);

  constructor() {
    super();
    new StoreController(this, () => [this.library, this.timeline, this.search]);
  }

  override render(): TemplateResult {
    const { query, failure, opened } = this.timeline;
    const { sources, refresh } = this.library;
    if (this.timeline.isFound && failure === null) return this.#renderNothingFound();
    if (failure !== null) {
      return html`<bs-empty-state
        icon="warning"
        .heading=${t("list.empty.failed")}
        .hint=${wordError(failure)}
      ></bs-empty-state>`;
    }
    if (opened === null) return html``;
    if (query.scope.kind === "bookmarks" || query.filter === "bookmarked") {
      const hasOthers = query.filter === "unread" && (sources?.bookmarks ?? 0) > 0;
      return hasOthers ? this.#renderAllRead() : this.#renderNoBookmarks();
    }
    if (query.scope.kind === "all" && sources?.feeds.length === 0) return this.#renderNoTitles();
    if (query.scope.kind === "feed") {
      const feed = this.library.feed(query.scope.feedId);
      if (feed !== undefined && feed.failure !== null && feed.total === 0)
        return this.#renderFailing(feed);
    }
    if (query.filter === "unread") return this.#renderAllRead();
    if (refresh.running) {
      return html`<bs-empty-state
        .heading=${t("list.empty.fetching")}
        .hint=${t("list.empty.fetching.hint")}
      ></bs-empty-state>`;
    }
    return html`<bs-empty-state .heading=${t("list.empty.all")} .hint=${t("list.empty.all.hint")}
      ><button class="button" @click=${() => void this.actions.refresh(query.scope)}>
        ${t("menu.refresh")}
      </button></bs-empty-state
    >`;
  }

  #renderNothingFound(): TemplateResult {
    const { answer, indexing } = this.search;
    if (answer === null) return html``;
    const { looser } = answer;
    const hint = indexing === null ? t("search.none.hint") : t("search.none.indexing");
    return html`<bs-empty-state
      icon="search"
      .heading=${t("search.none")}
      .hint=${looser.length === 0 ? hint : `${hint} ${t("search.none.looser")}`}
      >${looser.map(
        ({ text, total }) =>
          html`<button class="button" @click=${() => void this.search.lookFor(text)}>
            ${t("search.looser", { text, count: total })}
          </button>`,
      )}</bs-empty-state
    >`;
  }

  #renderNoTitles(): TemplateResult {
    return html`<bs-empty-state
      .heading=${t("list.empty.noTitles")}
      .hint=${t("list.empty.noTitles.hint")}
      ><button
        class="button primary"
        @click=${() => this.dispatchEvent(new CommandEvent("add-title"))}
      >
        ${t("sources.add")}
      </button></bs-empty-state
    >`;
  }

  #renderNoBookmarks(): TemplateResult {
    return html`<bs-empty-state
      icon="bookmark"
      .heading=${t("list.empty.bookmarks")}
      .hint=${t("list.empty.bookmarks.hint", { key: keyOf("toggle-bookmark") })}
    ></bs-empty-state>`;
  }

  #renderAllRead(): TemplateResult {
    return html`<bs-empty-state
      icon="check"
      .heading=${t("list.empty.unread")}
      .hint=${t("list.empty.unread.hint")}
      ><button
        class="button"
        @click=${() =>
          this.dispatchEvent(new QueryEvent({ ...this.timeline.query, filter: "all" }))}
      >
        ${t("list.empty.unread.action")}
      </button></bs-empty-state
    >`;
  }

  #renderFailing(feed: FeedSummary): TemplateResult {
    const reason = feed.failure === null ? "" : wordFailure(feed.failure);
    return html`<bs-empty-state
      icon="warning"
      .heading=${t("list.empty.failing")}
      .hint=${[reason, wordNextVisit(feed, this.#clock.now)].join(" ").trim()}
      >${wishButtons(feed, this, "button")}${
        mayHelpToTryAgain(feed)
          ? html`<button
              class="button"
              @click=${() => void this.actions.refresh({ kind: "feed", feedId: feed.id })}
            >
              ${t("list.tryAgain")}
            </button>`
          : nothing
      }</bs-empty-state
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-empty-list": EmptyList;
  }
}
