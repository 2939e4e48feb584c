import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import type { Settings, TimelineQuery } from "../../preload/contract/contract.ts";
import { CommandEvent } from "../app/command-event.ts";
import {
  actionsContext,
  libraryContext,
  memoryContext,
  searchContext,
  settingsContext,
  textsContext,
  timelineContext,
} from "../app/contexts.ts";
import { ExtractionWishEvent } from "../app/extraction-wish-event.ts";
import { hint } from "../app/key-names.ts";
import { PrepareEvent } from "../app/prepare-event.ts";
import "../components/icon.ts";
import "../components/menu.ts";
import type { Menu, MenuChoiceEvent } from "../components/menu.ts";
import type { RowGroup } from "../components/list-geometry.ts";
import "../components/segmented.ts";
import "../components/virtual-list.ts";
import type { ChooseEvent, RangeEvent, RowMenuEvent } from "../components/virtual-list-events.ts";
import type { VirtualList } from "../components/virtual-list.ts";
import type { SegmentEvent } from "../components/segmented.ts";
import { ClockController } from "../controllers/clock-controller.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { Actions } from "../state/actions.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { SearchStore } from "../state/search-store.ts";
import type { SettingsStore } from "../state/settings-store.ts";
import type { TextActions } from "../state/text-actions.ts";
import type { TimelineStore } from "../state/timeline-store.ts";
import type { ViewMemory } from "../state/view-memory.ts";
import { formatDay } from "../text/formats.ts";
import { t } from "../text/text.ts";
import { ArticleChosenEvent } from "./article-chosen-event.ts";
import { articleMenu } from "./article-menu.ts";
import { articleListStyles } from "./article-list-styles.ts";
import { rowHeights } from "./article-row-styles.ts";
import "./article-row.ts";
import "./empty-list.ts";
import "./failure-notice.ts";
import "./order-button.ts";
import type { OrderEvent } from "./order-button.ts";
import { QueryEvent } from "./query-event.ts";
import { scopeName } from "./scope-name.ts";
import "./search/search-facts.ts";
import "./search/search-field.ts";
import type { SearchField } from "./search/search-field.ts";

/**
 * The list of articles with its header: scope, counts, filter, order.
 *
 * @slot before - a button at the start of the header
 * @slot edge - the divider at its end
 * @event bs-article-chosen - an article was chosen by key or click
 * @event bs-query - another filter or order was chosen
 */
@customElement("bs-article-list")
export class ArticleList extends LitElement {
  static override styles = articleListStyles;

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: timelineContext }) private readonly timeline!: TimelineStore;
  @consume({ context: searchContext }) private readonly search!: SearchStore;
  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;
  @consume({ context: memoryContext }) private readonly memory!: ViewMemory;
  @consume({ context: actionsContext }) private readonly actions!: Actions;
  @consume({ context: textsContext }) private readonly texts!: TextActions;

  @query("bs-virtual-list") private readonly list!: VirtualList | null;
  @query("bs-search-field") private readonly field!: SearchField | null;
  @query("bs-menu") private readonly menu!: Menu;

  readonly #clock = new ClockController(this);
  #groupsOf: { days: unknown; now: string; groups: readonly RowGroup[] } | null = null;
  /** The system's text size, read once: reading it at each rendering would lay out the page anew. */
  readonly #rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  #version = 0;
  #shownSelection = -1;
  #shownTimeline = -1;

  constructor() {
    super();
    new StoreController(this, () => [this.library, this.timeline, this.search, this.settings]);
  }

  /** Whether the list stands at its top. */
  get isAtTop(): boolean {
    return this.list?.isAtTop ?? true;
  }

  /** Without rows the heading has the focus, and gives it on to the rows when they come. */
  override focus(): void {
    void this.updateComplete.then(() => {
      if (this.list !== null) this.list.focus();
      else this.#heading?.focus();
    });
  }

  /** Puts the focus into the field of the search that is open. */
  focusSearch(): void {
    void this.updateComplete.then(() => this.field?.focus());
  }

  /** Puts a row at the top of the list. */
  async scrollToTop(index: number): Promise<void> {
    await this.updateComplete;
    await this.list?.updateComplete;
    this.list?.scrollToRow(index, "top");
  }

  override willUpdate(): void {
    this.#version++;
  }

  get #heading(): HTMLElement | null {
    return this.renderRoot.querySelector("h1");
  }

  override updated(): void {
    const { selected, opened } = this.timeline;
    const isOther = opened !== null && opened.timelineId !== this.#shownTimeline;
    if (!isOther && selected === this.#shownSelection) return;
    this.#shownSelection = selected;
    this.#shownTimeline = opened?.timelineId ?? -1;
    const { list } = this;
    if (list === null) return;
    if (this.#heading?.matches(":focus") === true) list.focus();
    void list.updateComplete.then(() => {
      if (isOther) list.scrollToRow(0, "top");
      if (selected >= 0) list.scrollToRow(selected);
    });
  }

  override render(): TemplateResult {
    return html`<slot name="edge"></slot>${this.#renderHeader()}
      <div class="body">
        ${this.timeline.newer > 0 ? this.#renderPill() : nothing}
        ${this.timeline.total > 0 ? this.#renderList() : html`<bs-empty-list></bs-empty-list>`}
      </div>
      <bs-menu
        @bs-menu-choice=${(event: MenuChoiceEvent) => {
          event.entry.perform();
        }}
      ></bs-menu>`;
  }

  #renderSearch(): TemplateResult {
    const { order, answer } = this.search;
    const isNewest = order === "newest";
    const label = t("search.sort", { order: t(`search.order.${order}`) });
    return html`<div class="head">
      <div class="title">
        <slot name="before"></slot>
        <h1 class="visually-hidden">${t("search.title")}</h1>
        <bs-search-field
          @bs-hits-wanted=${() => {
            if (this.timeline.total > 0) this.list?.focus();
          }}
        ></bs-search-field>
        <button
          class="icon-button"
          title=${label}
          aria-label=${label}
          @click=${() => void this.search.setOrder(isNewest ? "relevance" : "newest")}
        >
          <bs-icon name=${isNewest ? "newestFirst" : "best"}></bs-icon>
        </button>
        <button
          class="icon-button"
          title=${hint(t("list.markAllRead"), "mark-all-read")}
          aria-label=${t("list.markAllRead")}
          ?disabled=${answer === null || answer.total === 0}
          @click=${() => this.dispatchEvent(new CommandEvent("mark-all-read"))}
        >
          <bs-icon name="checkAll"></bs-icon>
        </button>
      </div>
      <bs-search-facts @bs-search-hint=${() => this.field?.goOn()}></bs-search-facts>
    </div>`;
  }

  #renderHeader(): TemplateResult {
    if (this.search.isOpen) return this.#renderSearch();
    const { query, total, opened } = this.timeline;
    const findIn = queryWithin(query.scope);
    return html`<div class="head">
      <div class="title">
        <slot name="before"></slot>
        <h1 tabindex="-1"><bdi>${scopeName(query, this.library)}</bdi></h1>
        <button
          class="icon-button"
          title=${findIn === null ? hint(t("command.find-articles"), "find-articles") : t("search.inBookmarks")}
          aria-label=${t(findIn === null ? "command.find-articles" : "search.inBookmarks")}
          @click=${() => this.#find(findIn)}
        >
          <bs-icon name="search"></bs-icon>
        </button>
        <bs-order-button
          .query=${query}
          @bs-order=${({ order }: OrderEvent) => this.#ask({ order })}
        ></bs-order-button>
        <button
          class="icon-button"
          title=${hint(t("list.markAllRead"), "mark-all-read")}
          aria-label=${t("list.markAllRead")}
          ?disabled=${total === 0}
          @click=${() => this.dispatchEvent(new CommandEvent("mark-all-read"))}
        >
          <bs-icon name="checkAll"></bs-icon>
        </button>
      </div>
      <div class="tools">
        <bs-segmented
          .label=${t("list.filter")}
          .value=${query.filter}
          .choices=${filtersOf(query)}
          @bs-segment=${this.#onFilter}
        ></bs-segmented>
        <span class="counts"
          ><span role="status">${opened === null ? "" : this.#wordCounts()}</span
          >${this.#renderReadiness()}</span
        >
      </div>
      ${total > 0 ? this.#renderFailure() : nothing}
    </div>`;
  }

  /** Where there are no articles, the empty list says it. */
  #renderFailure(): unknown {
    const { scope } = this.timeline.query;
    const feed = scope.kind === "feed" ? this.library.feed(scope.feedId) : undefined;
    if (feed === undefined || feed.failure === null) return nothing;
    return html`<bs-failure-notice
      .feed=${feed}
      .now=${this.#clock.now}
      @bs-try-again=${() => void this.actions.refresh(scope)}
    ></bs-failure-notice>`;
  }

  /** How much of this list can be read without a network; it leads to having the rest as well. */
  #renderReadiness(): unknown {
    const { readiness } = this.timeline;
    if (readiness === null || readiness.articles === 0) return nothing;
    const { articles, ready } = readiness;
    const { scope } = this.timeline.query;
    return html` ·
      <button
        class="ready"
        title=${hint(t("status.prepare"), "prepare-offline")}
        @click=${() => this.dispatchEvent(new PrepareEvent(scope))}
      >
        ${ready >= articles ? t("list.allReady") : t("list.ready", { ready, articles })}
      </button>`;
  }

  #wordCounts(): string {
    const { query, total } = this.timeline;
    const unread = this.library.unreadIn(query.scope);
    // The counts of titles know of articles that this frozen list does not have yet.
    if (unread === null || unread === 0 || unread > total || query.filter !== "all") {
      return t("list.counts", { count: total });
    }
    if (unread === total) return t("list.allUnread", { count: total });
    return t("list.unreadOf", { unread, total });
  }

  #renderPill(): TemplateResult {
    return html`<div class="pill">
      <button class="button primary" @click=${this.#showNewer}>
        <bs-icon name="arrowUp"></bs-icon>${t("list.newer", { count: this.timeline.newer })}
      </button>
    </div>`;
  }

  #renderList(): TemplateResult {
    const { density } = this.settings.settings;
    return html`<bs-virtual-list
      .label=${t("list.label", { name: this.#name })}
      .groups=${this.#groups()}
      .rowHeight=${this.#rowHeight(density)}
      .headingHeight=${this.#rootSize * 2}
      .selected=${this.timeline.selected}
      .renderRow=${this.#renderRow}
      .version=${this.#version}
      @bs-range=${this.#onRange}
      @bs-choose=${this.#onChoose}
      @bs-row-menu=${this.#onMenu}
    ></bs-virtual-list>`;
  }

  get #name(): string {
    return this.timeline.isFound ? t("search.title") : scopeName(this.timeline.query, this.library);
  }

  #renderRow = (index: number): TemplateResult => {
    const row = this.timeline.row(index);
    return html`<bs-article-row
      .row=${row}
      .icon=${this.library.iconOf(row?.feedId)}
      .compact=${this.settings.settings.density === "compact"}
      .selected=${index === this.timeline.selected}
      .now=${this.#clock.now}
      .terms=${this.timeline.isFound ? this.search.terms : []}
    ></bs-article-row>`;
  };

  #groups(): readonly RowGroup[] {
    const { days } = this.timeline;
    const today = new Date(this.#clock.now).toDateString();
    if (this.#groupsOf?.days !== days || this.#groupsOf.now !== today) {
      const groups = days.map(({ day, count }) => ({
        key: day,
        count,
        label: formatDay(day, this.#clock.now),
      }));
      this.#groupsOf = { days, now: today, groups };
    }
    return this.#groupsOf.groups;
  }

  /** Rows grow with the text size of the system, as their text does. */
  #rowHeight(density: Settings["density"]): number {
    return (rowHeights[density] / 16) * this.#rootSize;
  }

  /** Begins a search; in bookmarks one among them, which is gone on with. */
  #find(text: string | null): void {
    if (text === null) {
      this.dispatchEvent(new CommandEvent("find-articles"));
      return;
    }
    this.search.begin();
    void this.search.lookFor(text);
    void this.updateComplete.then(() => this.field?.goOn());
  }

  #ask(change: Partial<TimelineQuery>): void {
    this.dispatchEvent(new QueryEvent({ ...this.timeline.query, ...change }));
  }

  #onFilter = (event: SegmentEvent): void => {
    this.#ask({ filter: event.value as TimelineQuery["filter"] });
  };

  #showNewer = (): void => {
    void this.timeline.open(this.timeline.query);
    this.focus();
  };

  #onChoose = (event: ChooseEvent): void => {
    this.dispatchEvent(new ArticleChosenEvent(event.index, event.by));
  };

  #onMenu = (event: RowMenuEvent): void => {
    const row = this.timeline.row(event.index);
    if (row === null || row === undefined) return;
    const feed = this.library.feed(row.feedId);
    const showOnPage =
      feed === undefined
        ? null
        : () => void this.dispatchEvent(new ExtractionWishEvent(feed, row.id));
    const { scope } = this.timeline.query;
    const entries = articleMenu(row, scope, this.actions, this.texts, showOnPage);
    this.menu.open(t("article.actions", { headline: row.headline }), entries, event.at);
  };

  #onRange = (event: RangeEvent): void => {
    this.timeline.want(event.first, event.last);
    const top = event.top === 0 ? null : this.timeline.row(event.top);
    // A search is not gone back to at the next start.
    if (top !== undefined && !this.timeline.isFound)
      this.memory.remember({ topArticleId: top?.id ?? null });
  };
}

/** The query that finds what a list of bookmarks holds; null for other lists. */
function queryWithin(scope: TimelineQuery["scope"]): string | null {
  if (scope.kind === "bookmarks") return "is:bookmarked ";
  if (scope.kind !== "own-tag") return null;
  return `is:bookmarked tag:"${scope.tag.replaceAll('"', " ")}" `;
}

/** Among bookmarks, all are bookmarked. */
function filtersOf({ scope }: TimelineQuery): { value: TimelineQuery["filter"]; label: string }[] {
  const filters = ["all", "unread", "bookmarked"] as const;
  return filters
    .filter((value) => value !== "bookmarked" || scope.kind !== "bookmarks")
    .map((value) => ({ value, label: t(`list.filter.${value}`) }));
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-article-list": ArticleList;
  }
}
