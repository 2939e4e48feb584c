import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { FolderId, TimelineQuery } from "../../preload/contract/contract.ts";
import { CommandEvent } from "../app/command-event.ts";
import {
  accessContext,
  actionsContext,
  keptSearchesContext,
  libraryContext,
  managingContext,
  textsContext,
  memoryContext,
  ownTagsContext,
  searchContext,
  timelineContext,
} from "../app/contexts.ts";
import { hint } from "../app/key-names.ts";
import "../components/icon.ts";
import "../components/menu.ts";
import type { Menu, MenuChoiceEvent } from "../components/menu.ts";
import { StoreController } from "../controllers/store-controller.ts";
import { TreeController } from "../controllers/tree-controller.ts";
import type { AccessActions } from "../state/access-actions.ts";
import type { Actions } from "../state/actions.ts";
import type { KeptSearchStore } from "../state/kept-search-store.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { ManagingActions } from "../state/managing-actions.ts";
import type { OwnTagStore } from "../state/own-tag-store.ts";
import type { SearchStore } from "../state/search-store.ts";
import type { TextActions } from "../state/text-actions.ts";
import type { TimelineStore } from "../state/timeline-store.ts";
import type { ViewMemory } from "../state/view-memory.ts";
import { t } from "../text/text.ts";
import { wordTooltip } from "./feed-facts.ts";
import "./keep-dialog.ts";
import type { KeepDialog } from "./keep-dialog.ts";
import "./name-dialog.ts";
import type { NameDialog } from "./name-dialog.ts";
import { orderIn } from "./order-button.ts";
import { QueryEvent } from "./query-event.ts";
import { sourceItemContent } from "./source-item-content.ts";
import { SearchWantedEvent } from "./search-wanted-event.ts";
import { keyOfQuery, keyOfSearch, sourceGroups, type SourceItem } from "./source-items.ts";
import { SourceEnteredEvent } from "./source-entered-event.ts";
import { sourceListStyles } from "./source-list-styles.ts";
import { menuFor } from "./source-menu.ts";
import "./status-bar.ts";

/**
 * The sidebar: library, sections, and titles in folders, as a tree.
 *
 * @slot before - a button at the start of the header
 * @slot edge - the divider at its end
 * @event bs-query - a list was chosen
 * @event bs-search-wanted - a kept search was chosen
 * @event bs-source-entered - the reader wants to go on to that list
 * @event bs-title-wish - the reader wants something done with a title
 */
@customElement("bs-source-list")
export class SourceList extends LitElement {
  static override styles = sourceListStyles;

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: timelineContext }) private readonly timeline!: TimelineStore;
  @consume({ context: memoryContext }) private readonly memory!: ViewMemory;
  @consume({ context: actionsContext }) private readonly actions!: Actions;
  @consume({ context: searchContext }) private readonly search!: SearchStore;
  @consume({ context: ownTagsContext }) private readonly ownTags!: OwnTagStore;
  @consume({ context: keptSearchesContext }) private readonly keptSearches!: KeptSearchStore;

  @consume({ context: accessContext }) private readonly access!: AccessActions;
  @consume({ context: managingContext }) private readonly managing!: ManagingActions;
  @consume({ context: textsContext }) private readonly texts!: TextActions;

  @query("bs-menu") private readonly menu!: Menu;
  @query("bs-name-dialog") private readonly dialog!: NameDialog;
  @query("bs-keep-dialog") private readonly keepDialog!: KeepDialog;

  @state() private dropKey: string | null = null;

  readonly #tree = new TreeController<SourceItem>(this, {
    items: () => this.#items,
    element: (key) => this.renderRoot.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`),
    current: () => this.#currentKey(),
    choose: (item) => this.#open(item),
    enter: () => this.dispatchEvent(new SourceEnteredEvent()),
    expand: (item, expanded) => this.#expand(item, expanded),
    openMenu: (item, element) => this.#openMenu(item, element.getBoundingClientRect()),
  });
  #items: readonly SourceItem[] = [];
  #byKey: ReadonlyMap<string, SourceItem> = new Map();
  #dragged: SourceItem | null = null;

  constructor() {
    super();
    new StoreController(this, () => [
      this.library,
      this.timeline,
      this.search,
      this.keptSearches,
      this.ownTags,
    ]);
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this.#tree.focus();
    });
  }

  override render(): TemplateResult {
    const collapsed = new Set<FolderId>(this.memory.state.collapsedFolders);
    const groups = sourceGroups(
      this.library,
      collapsed,
      this.keptSearches.searches,
      this.ownTags.tags,
    );
    this.#items = groups.flatMap((group) => group.items);
    this.#byKey = new Map(this.#items.map((item) => [item.key, item]));
    const { tabStop } = this.#tree;
    const current = this.#currentKey();
    return html`
      <slot name="edge"></slot>
      <div class="head">
        <slot name="before"></slot>
        <h2>${t("app.name")}</h2>
        <button
          class="icon-button"
          aria-label=${t("sources.manage")}
          title=${hint(t("sources.manage"), "show-titles")}
          @click=${() => this.dispatchEvent(new CommandEvent("show-titles"))}
        >
          <bs-icon name="titles"></bs-icon>
        </button>
        <button
          class="icon-button"
          aria-label=${t("sources.add")}
          title=${hint(t("sources.add"), "add-title")}
          @click=${() => this.dispatchEvent(new CommandEvent("add-title"))}
        >
          <bs-icon name="plus"></bs-icon>
        </button>
      </div>
      <div class="scrolls" role="tree" aria-label=${t("pane.sources")}>
        ${groups.map(({ key, items }) =>
          items.length === 0
            ? nothing
            : html`<div role="group" aria-label=${t(`sources.${key}`)}>
                ${
                  key === "library"
                    ? nothing
                    : html`<div class="heading" aria-hidden="true">${t(`sources.${key}`)}</div>`
                }
                ${repeat(
                  items,
                  (item) => item.key,
                  (item) => {
                    const stops = item.key === tabStop;
                    const selected = item.key === current;
                    // Thousands stand here and few change: only those are made anew.
                    return guard(this.#looksOf(item, stops, selected), () =>
                      this.#renderItem(item, stops, selected),
                    );
                  },
                )}
              </div>`,
        )}
      </div>
      <bs-status-bar></bs-status-bar>
      <bs-menu
        @bs-menu-choice=${(event: MenuChoiceEvent) => {
          event.entry.perform();
        }}
      ></bs-menu>
      <bs-name-dialog></bs-name-dialog>
      <bs-keep-dialog></bs-keep-dialog>
    `;
  }

  /** All that an item shows. What it does is looked up when it is done. */
  #looksOf(item: SourceItem, stops: boolean, selected: boolean): unknown[] {
    const { key, label, level, count, expanded, feed } = item;
    const marks = feed === null ? null : JSON.stringify([feed.failure, feed.icon]);
    return [label, level, count, expanded, marks, stops, selected, key === this.dropKey];
  }

  #renderItem({ key, ...shown }: SourceItem, stops: boolean, selected: boolean): TemplateResult {
    const { feed, folder } = shown;
    const item = (): SourceItem => this.#byKey.get(key) ?? { key, ...shown };
    const classes = {
      item: true,
      nested: shown.level === 2,
      selected,
      unread: shown.count > 0,
      // Into a folder, or in front of a title.
      into: key === this.dropKey && folder !== null,
      before: key === this.dropKey && folder === null,
    };
    return html`<div
      class=${classMap(classes)}
      role="treeitem"
      data-key=${key}
      tabindex=${stops ? "0" : "-1"}
      aria-level=${shown.level}
      aria-selected=${selected ? "true" : "false"}
      aria-expanded=${shown.expanded === null ? nothing : shown.expanded ? "true" : "false"}
      title=${feed === null ? nothing : shown.label}
      draggable=${feed === null && shown.search === null ? "false" : "true"}
      @click=${(event: MouseEvent) => {
        this.#onClick(item(), event);
      }}
      @contextmenu=${(event: MouseEvent) => this.#onContextMenu(item(), event)}
      @keydown=${(event: KeyboardEvent) => this.#tree.onKeyDown(event, item())}
      @pointerenter=${(event: Event) => this.#explain(item(), event)}
      @focus=${(event: Event) => {
        this.#explain(item(), event);
        this.#tree.onFocus(key);
      }}
      @dragstart=${(event: DragEvent) => this.#onDragStart(item(), event)}
      @dragend=${() => this.#onDragEnd()}
      @dragover=${(event: DragEvent) => this.#onDragOver(item(), event)}
      @drop=${(event: DragEvent) => this.#onDrop(item(), event)}
    >
      ${sourceItemContent({ key, ...shown })}
    </div>`;
  }

  /** Worded only when somebody comes near: most are never asked. */
  #explain({ feed }: SourceItem, { currentTarget }: Event): void {
    if (feed !== null && currentTarget instanceof HTMLElement)
      currentTarget.title = wordTooltip(feed, Date.now());
  }

  /** The kept search whose hits are listed, else what the list is of. */
  #currentKey(): string {
    const kept = this.search.isOpen ? this.keptSearches.find(this.search.text) : undefined;
    return kept === undefined ? keyOfQuery(this.timeline.query) : keyOfSearch(kept.id);
  }

  #open(item: SourceItem): void {
    if (item.search !== null) {
      this.dispatchEvent(new SearchWantedEvent(item.search.text));
      return;
    }
    const { query } = this.timeline;
    // A title, folder or section opens as the one before was filtered; the first three have a filter.
    const keeps = query.scope.kind !== "all" && query.scope.kind !== "bookmarks";
    const filter: TimelineQuery["filter"] = item.filter ?? (keeps ? query.filter : "all");
    this.dispatchEvent(
      new QueryEvent({ scope: item.scope, filter, order: orderIn(item.scope, query.order) }),
    );
  }

  #onClick(item: SourceItem, event: MouseEvent): void {
    const twist = event.target instanceof Element ? event.target.closest(".twist") : null;
    if (twist !== null) {
      this.#expand(item, item.expanded !== true);
      return;
    }
    this.#tree.onFocus(item.key);
    this.#open(item);
    this.dispatchEvent(new SourceEnteredEvent());
  }

  #expand({ folder }: SourceItem, expanded: boolean): void {
    if (folder === null) return;
    const others = this.memory.state.collapsedFolders.filter((id) => id !== folder.id);
    this.memory.remember({ collapsedFolders: expanded ? others : [...others, folder.id] });
    this.requestUpdate();
  }

  #onContextMenu(item: SourceItem, event: MouseEvent): void {
    event.preventDefault();
    this.#openMenu(item, new DOMRect(event.clientX, event.clientY, 0, 0));
  }

  #openMenu(item: SourceItem, at: DOMRect): void {
    const entries = menuFor(item, {
      actions: this.actions,
      library: this.library,
      access: this.access,
      managing: this.managing,
      keptSearches: this.keptSearches,
      texts: this.texts,
      host: this,
      dialog: this.dialog,
      keepDialog: this.keepDialog,
    });
    this.menu.open(t("menu.label", { name: item.label }), entries, at);
  }

  #onDragStart(item: SourceItem, event: DragEvent): void {
    const text = item.feed?.address ?? item.search?.text;
    if (text === undefined || event.dataTransfer === null) return;
    this.#dragged = item;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", text);
  }

  #onDragEnd(): void {
    this.#dragged = null;
    this.dropKey = null;
  }

  #onDragOver(item: SourceItem, event: DragEvent): void {
    const dragged = this.#dragged;
    if (dragged === null) return;
    // Titles go to titles and into folders, kept searches among themselves.
    const takes = dragged.feed === null ? item.search : (item.feed ?? item.folder);
    if (takes === null) return;
    event.preventDefault();
    this.dropKey = item.key;
  }

  #onDrop({ feed, folder, search }: SourceItem, event: DragEvent): void {
    const dragged = this.#dragged;
    if (dragged === null) return;
    event.preventDefault();
    this.#onDragEnd();
    if (dragged.search !== null) {
      if (search !== null) void this.keptSearches.put(dragged.search.id, search.id);
      return;
    }
    if (dragged.feed === null) return;
    const { id } = dragged.feed;
    if (folder !== null) void this.actions.move([id], folder.id);
    else if (feed !== null && feed.id !== id) {
      void this.actions.move([id], feed.folderId, feed.id);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-source-list": SourceList;
  }
}
