import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { FeedId } from "../../../preload/contract/contract.ts";
import { CommandEvent } from "../../app/command-event.ts";
import {
  actionsContext,
  libraryContext,
  managingContext,
  textsContext,
  titlesContext,
} from "../../app/contexts.ts";
import "../../components/data-grid.ts";
import type { DataGrid } from "../../components/data-grid.ts";
import type {
  GridOpenEvent,
  GridSelectEvent,
  GridSortEvent,
} from "../../components/data-grid-events.ts";
import "../../components/dialog.ts";
import type { Dialog } from "../../components/dialog.ts";
import {
  chooseOne,
  keepOf,
  nothingChosen,
  type GridSelection,
} from "../../components/grid-selection.ts";
import "../../components/menu.ts";
import type { Menu, MenuChoiceEvent } from "../../components/menu.ts";
import type { RowMenuEvent } from "../../components/virtual-list-events.ts";
import { ClockController } from "../../controllers/clock-controller.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { Actions } from "../../state/actions.ts";
import type { LibraryStore } from "../../state/library-store.ts";
import type { ManagingActions } from "../../state/managing-actions.ts";
import type { TextActions } from "../../state/text-actions.ts";
import type { TitlesStore } from "../../state/titles-store.ts";
import { t, wordError } from "../../text/text.ts";
import "../keep-dialog.ts";
import type { KeepDialog } from "../keep-dialog.ts";
import "../name-dialog.ts";
import type { NameDialog } from "../name-dialog.ts";
import { QueryEvent } from "../query-event.ts";
import "./afresh-dialog.ts";
import type { AfreshDialog } from "./afresh-dialog.ts";
import { renderNothingFound, renderNoTitles } from "./no-titles.ts";
import { performTitleAct } from "./perform-title-act.ts";
import { menuOf, type TitleAct, type TitleActEvent } from "./title-act.ts";
import { renderTitleCell, titleGridColumns } from "./title-cells.ts";
import { usualDirection, type TitleColumn } from "./title-columns.ts";
import "./title-details.ts";
import type { TitleFullTextEvent, TitleSectionEvent } from "./title-details.ts";
import type { TitleEntry } from "./title-entry.ts";
import "./title-filters.ts";
import type { TitleFilterEvent } from "./title-filters.ts";
import { TitleListing, type TitleQuestion } from "./title-listing.ts";
import { titlesDialogStyles } from "./titles-dialog-styles.ts";

/**
 * The manager of titles: a table of all that are followed, with how their visits went and when the
 * next ones are due, and what can be done with one or many of them.
 */
@customElement("bs-titles-dialog")
export class TitlesDialog extends LitElement {
  static override styles = titlesDialogStyles;

  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: titlesContext }) private readonly titles!: TitlesStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;
  @consume({ context: managingContext }) private readonly managing!: ManagingActions;
  @consume({ context: textsContext }) private readonly texts!: TextActions;

  @query(".manager") private readonly dialog!: Dialog;
  @query("bs-data-grid") private readonly grid!: DataGrid | null;
  @query("input[type=search]") private readonly searchField!: HTMLInputElement | null;
  @query("bs-menu") private readonly menu!: Menu;
  @query("bs-name-dialog") private readonly names!: NameDialog;
  @query("bs-keep-dialog") private readonly keep!: KeepDialog;
  @query("bs-afresh-dialog") private readonly afresh!: AfreshDialog;

  @state() private isOpen = false;
  @state() private selection: GridSelection = nothingChosen;
  @state() private question: TitleQuestion = {
    filter: "all",
    search: "",
    sort: { column: "title", direction: "ascending" },
  };

  readonly #clock = new ClockController(this);
  readonly #listing = new TitleListing();
  #stopWatching: (() => void) | null = null;

  constructor() {
    super();
    new StoreController(this, () => [this.library, this.titles]);
  }

  /** Opens the manager, at a title if one is named. */
  async show(feedId: FeedId | null = null): Promise<void> {
    this.#stopWatching ??= this.titles.watch();
    this.isOpen = true;
    await this.updateComplete;
    await this.dialog.show();
    if (feedId !== null) this.#showTitle(feedId);
    if (this.grid === null) this.searchField?.focus();
    else this.grid.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#onClose();
  }

  override willUpdate(): void {
    if (!this.isOpen) return;
    this.#listing.update(this.library, this.titles, this.question, this.#clock.now);
    this.selection = keepOf(this.selection, this.#listing.order);
  }

  override render(): TemplateResult {
    return html`<bs-dialog
        class="manager"
        fixed
        .heading=${t("titles.title")}
        @close=${this.#onClose}
      >
        ${this.isOpen ? this.#renderManager() : nothing}
      </bs-dialog>
      <bs-menu
        @bs-menu-choice=${(event: MenuChoiceEvent) => {
          event.entry.perform();
        }}
      ></bs-menu>
      <bs-name-dialog></bs-name-dialog>
      <bs-keep-dialog></bs-keep-dialog>
      <bs-afresh-dialog></bs-afresh-dialog>`;
  }

  #renderManager(): TemplateResult {
    const { entries, order } = this.#listing;
    const count =
      order.length === entries.size
        ? t("titles.count", { count: order.length })
        : t("titles.countOf", { shown: order.length, total: entries.size });
    const chosen = this.#chosen;
    if (entries.size === 0 && this.library.sources !== null) return renderNoTitles(this.#onAdd);
    return html`<div class="frame" @keydown=${this.#onKeyDown}>
      <div class="tools">
        <input
          type="search"
          autocomplete="off"
          spellcheck="false"
          aria-label=${t("titles.search")}
          placeholder=${t("titles.search")}
          .value=${this.question.search}
          @input=${this.#onSearch}
          @keydown=${this.#onSearchKeyDown}
        />
        <bs-title-filters
          .value=${this.question.filter}
          .counts=${this.#listing.counts}
          @bs-title-filter=${(event: TitleFilterEvent) => this.#ask({ filter: event.filter })}
        ></bs-title-filters>
        <div class="count" role="status">
          ${chosen.length > 1 ? t("titles.selected", { count: chosen.length }) : count}
        </div>
      </div>
      <div class="table">
        ${
          this.titles.failure === null
            ? nothing
            : html`<p class="problem" role="alert">
                ${t("titles.unknown", { reason: wordError(this.titles.failure) })}
              </p>`
        }
        ${order.length === 0 ? renderNothingFound(this.question, () => this.#ask({ filter: "all", search: "" })) : this.#renderTable()}
      </div>
      <div class="side ${chosen.length > 0 ? "filled" : ""}">${this.#renderSide(chosen)}</div>
    </div>`;
  }

  #renderTable(): TemplateResult {
    return html`<bs-data-grid
      .label=${t("titles.table")}
      .columns=${titleGridColumns()}
      .order=${this.#listing.order}
      .selection=${this.selection}
      .sort=${this.question.sort}
      .renderCell=${this.#renderCell}
      .nameOf=${this.#nameOf}
      .version=${[this.#listing.entries, this.#clock.now]}
      @bs-grid-select=${(event: GridSelectEvent) => (this.selection = event.selection)}
      @bs-grid-sort=${(event: GridSortEvent) => this.#sortBy(event.column)}
      @bs-grid-open=${(event: GridOpenEvent) => this.#showArticles(event.row)}
      @bs-grid-delete=${() => this.#perform("unfollow")}
      @bs-row-menu=${this.#onRowMenu}
    ></bs-data-grid>`;
  }

  #renderCell = (row: number, column: string): unknown => {
    const entry = this.#listing.entries.get(row);
    return entry === undefined
      ? ""
      : renderTitleCell(entry, column as TitleColumn, this.#clock.now);
  };

  #renderSide(chosen: readonly TitleEntry[]): TemplateResult {
    if (chosen.length === 0) {
      const count = this.#listing.counts.failing;
      return html`<div class="overview">
        <p>${count === 0 ? t("titles.overview.fine") : t("titles.overview.failing", { count })}</p>
        <p>${t("titles.overview.hint")}</p>
      </div>`;
    }
    const duplicateOf = chosen.length === 1 ? (chosen[0]?.record?.duplicateOf ?? null) : null;
    const duplicate =
      duplicateOf === null ? null : (this.#listing.entries.get(duplicateOf)?.feed.title ?? null);
    return html`<bs-title-details
      .entries=${chosen}
      .duplicate=${duplicate}
      .now=${this.#clock.now}
      @bs-title-act=${(event: TitleActEvent) => this.#perform(event.act)}
      @bs-title-section=${(event: TitleSectionEvent) =>
        void this.managing.setSection(
          chosen.map(({ feed }) => feed),
          event.section,
        )}
      @bs-title-full-text=${(event: TitleFullTextEvent) =>
        void this.texts.setFullText(
          chosen.map(({ feed }) => feed),
          event.fullText,
        )}
      @bs-title-show=${() => {
        if (duplicateOf !== null) this.#showTitle(duplicateOf);
      }}
    ></bs-title-details>`;
  }

  get #chosen(): readonly TitleEntry[] {
    const { entries, order } = this.#listing;
    return order.flatMap((row) => (this.selection.chosen.has(row) ? (entries.get(row) ?? []) : []));
  }

  #nameOf = (row: number): string => this.#listing.entries.get(row)?.feed.title ?? "";

  #ask(change: Partial<TitleQuestion>): void {
    this.question = { ...this.question, ...change };
  }

  #sortBy(key: string): void {
    const column = key as TitleColumn;
    const { sort } = this.question;
    const usual = usualDirection(column);
    const turned = sort.direction === "ascending" ? "descending" : "ascending";
    this.#ask({ sort: { column, direction: sort.column === column ? turned : usual } });
  }

  /** Shows a title, whatever hides it. */
  #showTitle(feedId: FeedId): void {
    if (!this.#listing.order.includes(feedId)) this.#ask({ filter: "all", search: "" });
    this.selection = chooseOne(feedId);
    void this.updateComplete.then(() => {
      this.grid?.scrollToRow(feedId);
      this.grid?.focus();
    });
  }

  #showArticles(row: number): void {
    const feed = this.#listing.entries.get(row)?.feed;
    if (feed === undefined) return;
    this.dialog.close();
    const scope = { kind: "feed", feedId: feed.id } as const;
    this.dispatchEvent(new QueryEvent({ scope, filter: "all", order: "newest" }));
  }

  #perform(act: TitleAct): void {
    const { actions, managing, library, names, keep, afresh } = this;
    const feeds = this.#chosen.map(({ feed }) => feed);
    const showArticles = ({ id }: { readonly id: FeedId }): void => this.#showArticles(id);
    performTitleAct(act, feeds, { actions, managing, library, names, keep, afresh, showArticles });
  }

  #onRowMenu = (event: RowMenuEvent): void => {
    const chosen = this.#chosen;
    const name =
      chosen.length > 1
        ? t("titles.selected", { count: chosen.length })
        : this.#nameOf(event.index);
    const entries = menuOf(chosen, (act) => this.#perform(act));
    if (entries.length > 0) this.menu.open(t("titles.actionsFor", { name }), entries, event.at);
  };

  #onSearch = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.#ask({ search: event.target.value });
  };

  /** Down leads into what was found; Escape first empties the field. */
  #onSearchKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      this.grid?.focus();
    } else if (event.key === "Escape" && this.question.search !== "") {
      event.preventDefault();
      this.#ask({ search: "" });
    }
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
    const isSlash = event.key === "/" && !(event.composedPath()[0] instanceof HTMLInputElement);
    if (!isFind && !isSlash) return;
    event.preventDefault();
    this.searchField?.focus();
    this.searchField?.select();
  };

  #onAdd = (): void => {
    this.dialog.close();
    this.dispatchEvent(new CommandEvent("add-title"));
  };

  #onClose = (): void => {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.isOpen = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-titles-dialog": TitlesDialog;
  }
}
