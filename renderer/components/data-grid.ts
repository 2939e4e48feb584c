import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { repeat } from "lit/directives/repeat.js";
import { SubscriptionController } from "../controllers/subscription-controller.ts";
import {
  GridDeleteEvent,
  GridOpenEvent,
  GridSelectEvent,
  GridSortEvent,
} from "./data-grid-events.ts";
import { dataGridStyles } from "./data-grid-styles.ts";
import { GridKeys } from "./grid-keys.ts";
import {
  chooseOne,
  extendTo,
  nothingChosen,
  toggle,
  type GridSelection,
} from "./grid-selection.ts";
import "./icon.ts";
import { RowMenuEvent } from "./virtual-list-events.ts";

/** A column, from the start of a line to its end. */
export interface GridColumn {
  readonly key: string;
  readonly label: string;
  /** Its share of a line, as `grid-template-columns` has it. */
  readonly width: string;
  /** Width of the grid from which it is shown, in CSS pixels. */
  readonly from: number;
  readonly isNumeric: boolean;
}

const rowHeight = 38;
const headHeight = 34;
/** How far beyond the edges rows are rendered, in pixels. */
const margin = 300;

/**
 * A table of any length with rows that can be chosen, one or many; it renders what can be seen. Its
 * owner keeps order and choice and says what stands in a cell. Keys are those of a grid in the ARIA
 * Authoring Practices (https://www.w3.org/WAI/ARIA/apg/patterns/grid/), row by row.
 *
 * @event bs-grid-select - other rows are chosen
 * @event bs-grid-sort - the head of a column was pressed
 * @event bs-grid-open - a row was opened, by Enter or a double click
 * @event bs-grid-delete - the chosen rows are to go, by Delete
 * @event bs-row-menu - a row's menu was asked for; its index is the row's number
 */
@customElement("bs-data-grid")
export class DataGrid extends LitElement {
  static override styles = dataGridStyles;

  @query(".scrolls", true) private readonly scroller!: HTMLElement;
  @query(".rows", true) private readonly rows!: HTMLElement;

  @state() private scrollPosition = 0;
  @state() private viewHeight = 600;
  @state() private viewWidth = 1000;
  /** The column whose head is in the tab order. */
  @state() private headColumn: string | null = null;

  /** The grid's name for screen readers. */
  @property() label = "";
  @property({ attribute: false }) columns: readonly GridColumn[] = [];
  /** The numbers of the rows, from top to bottom. */
  @property({ attribute: false }) order: readonly number[] = [];
  @property({ attribute: false }) selection: GridSelection = nothingChosen;
  @property({ attribute: false }) sort: {
    readonly column: string;
    readonly direction: "ascending" | "descending";
  } | null = null;
  @property({ attribute: false }) renderCell: (row: number, column: string) => unknown = () => "";
  /** What typing ahead looks at. */
  @property({ attribute: false }) nameOf: (row: number) => string = () => "";
  /** Anything: a change of it means that cells show something else now. */
  @property({ attribute: false }) version: unknown = null;

  readonly #keys = new GridKeys({
    order: () => this.order,
    selection: () => this.selection,
    nameOf: (row) => this.nameOf(row),
    rowsInView: () => Math.max(1, Math.floor((this.viewHeight - headHeight) / rowHeight) - 1),
    select: (selection) => this.#select(selection),
    open: (row) => this.dispatchEvent(new GridOpenEvent(row)),
    remove: () => this.dispatchEvent(new GridDeleteEvent()),
    openMenu: (row) => this.#openMenuAtRow(row),
  });
  readonly #sizes = new ResizeObserver(() => {
    this.viewHeight = this.scroller.clientHeight;
    this.viewWidth = this.scroller.clientWidth;
  });

  constructor() {
    super();
    new SubscriptionController(this, () => {
      this.#sizes.observe(this);
      return () => {
        this.#sizes.disconnect();
      };
    });
  }

  /** Moves the keyboard focus to the rows. */
  override focus(): void {
    void this.updateComplete.then(() => {
      this.scroller.focus({ preventScroll: true });
    });
  }

  /** Scrolls a row into view, no further than needed. */
  scrollToRow(row: number): void {
    const index = this.order.indexOf(row);
    if (index < 0) return;
    const top = index * rowHeight;
    const { scrollTop } = this.scroller;
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + rowHeight + headHeight > scrollTop + this.viewHeight)
      this.scroller.scrollTop = top + rowHeight + headHeight - this.viewHeight;
  }

  override updated(changed: PropertyValues<this>): void {
    const template = this.#shown.map(({ width }) => width).join(" ");
    this.style.setProperty("--columns", template);
    this.rows.style.setProperty("height", `${this.order.length * rowHeight}px`);
    for (const line of this.rows.querySelectorAll<HTMLElement>(".row"))
      line.style.setProperty("top", `${Number(line.dataset.index) * rowHeight}px`);
    const { active } = this.selection;
    const isMoved = changed.has("selection") || changed.has("sort");
    if (isMoved && active !== null) this.scrollToRow(active);
  }

  override render(): TemplateResult {
    const { active } = this.selection;
    const first = Math.max(0, Math.floor((this.scrollPosition - margin) / rowHeight));
    const last = Math.ceil((this.scrollPosition + this.viewHeight + margin) / rowHeight);
    const visible = this.order.slice(first, last);
    return html`<div
      class="scrolls"
      role="grid"
      tabindex="0"
      aria-label=${this.label}
      aria-multiselectable="true"
      aria-rowcount=${this.order.length + 1}
      aria-colcount=${this.columns.length}
      aria-activedescendant=${
        active !== null && visible.includes(active) ? `row-${active}` : nothing
      }
      @scroll=${() => (this.scrollPosition = this.scroller.scrollTop)}
      @keydown=${this.#onKeyDown}
      @click=${this.#onClick}
      @dblclick=${this.#onDoubleClick}
      @contextmenu=${this.#onContextMenu}
    >
      <div class="head" role="rowgroup">
        <div class="line" role="row" aria-rowindex="1">
          ${this.#shown.map((column) => this.#renderHead(column))}
        </div>
      </div>
      <div class="rows" role="rowgroup">
        ${repeat(
          visible,
          (row) => row,
          (row, at) => this.#renderRow(row, first + at),
        )}
      </div>
    </div>`;
  }

  #renderHead({ key, label, isNumeric }: GridColumn): TemplateResult {
    const isSorted = this.sort?.column === key;
    const direction = isSorted ? (this.sort?.direction ?? "none") : "none";
    const stop = this.#shown.find((column) => column.key === this.headColumn) ?? this.#shown[0];
    return html`<div
      class=${classMap({ cell: true, numeric: isNumeric, sorted: isSorted })}
      role="columnheader"
      aria-colindex=${this.#indexOf(key)}
      aria-sort=${direction}
    >
      <button
        data-column=${key}
        tabindex=${stop?.key === key ? "0" : "-1"}
        title=${label}
        @focus=${() => (this.headColumn = key)}
        @keydown=${this.#onHeadKeyDown}
        @click=${() => this.dispatchEvent(new GridSortEvent(key))}
      >
        <span>${label}</span>
        ${
          isSorted
            ? html`<bs-icon name=${direction === "ascending" ? "arrowUp" : "arrowDown"}></bs-icon>`
            : nothing
        }
      </button>
    </div>`;
  }

  #renderRow(row: number, index: number): TemplateResult {
    const { active, chosen } = this.selection;
    return html`<div
      class=${classMap({ line: true, row: true, active: row === active, chosen: chosen.has(row) })}
      role="row"
      id="row-${row}"
      data-row=${row}
      data-index=${index}
      aria-rowindex=${index + 2}
      aria-selected=${chosen.has(row) ? "true" : "false"}
    >
      ${this.#shown.map(
        ({ key, isNumeric }, at) =>
          html`<div
            class=${classMap({ cell: true, numeric: isNumeric })}
            role=${at === 0 ? "rowheader" : "gridcell"}
            aria-colindex=${this.#indexOf(key)}
          >
            ${this.renderCell(row, key)}
          </div>`,
      )}
    </div>`;
  }

  get #shown(): readonly GridColumn[] {
    return this.columns.filter(({ from }) => from <= this.viewWidth);
  }

  #indexOf(key: string): number {
    return this.columns.findIndex((column) => column.key === key) + 1;
  }

  #select(selection: GridSelection): void {
    this.dispatchEvent(new GridSelectEvent(selection));
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.composedPath()[0] === this.scroller) this.#keys.onKeyDown(event);
  };

  /** Left and right go along the heads, down into the rows. */
  #onHeadKeyDown = (event: KeyboardEvent): void => {
    const shown = this.#shown;
    const at = shown.findIndex(({ key }) => key === this.headColumn);
    const isRightToLeft = getComputedStyle(this).direction === "rtl";
    const step = isRightToLeft ? -1 : 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: at - step,
      ArrowRight: at + step,
      Home: 0,
      End: shown.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined && event.key !== "ArrowDown") return;
    event.preventDefault();
    if (target === undefined) this.focus();
    else
      this.renderRoot
        .querySelector<HTMLElement>(`[data-column="${shown[target]?.key ?? ""}"]`)
        ?.focus();
  };

  #onClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row === null) return;
    if (event.shiftKey) this.#select(extendTo(this.selection, row, this.order));
    else if (event.ctrlKey || event.metaKey) this.#select(toggle(this.selection, row));
    else this.#select(chooseOne(row));
  };

  #onDoubleClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row !== null) this.dispatchEvent(new GridOpenEvent(row));
  };

  #onContextMenu = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row === null) return;
    event.preventDefault();
    if (!this.selection.chosen.has(row)) this.#select(chooseOne(row));
    this.dispatchEvent(new RowMenuEvent(row, new DOMRect(event.clientX, event.clientY, 0, 0)));
  };

  #openMenuAtRow(row: number): void {
    const box = this.renderRoot.querySelector(`#row-${row}`)?.getBoundingClientRect();
    if (box === undefined) return;
    const at = new DOMRect(box.left + 24, box.top, 0, box.height / 2);
    this.dispatchEvent(new RowMenuEvent(row, at));
  }
}

function rowOf(event: Event): number | null {
  for (const target of event.composedPath())
    if (target instanceof HTMLElement && target.dataset.row !== undefined)
      return Number(target.dataset.row);
  return null;
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-data-grid": DataGrid;
  }
}
