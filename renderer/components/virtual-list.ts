import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { SubscriptionController } from "../controllers/subscription-controller.ts";
import { ListGeometry, type RowGroup } from "./list-geometry.ts";
import { ChooseEvent, RangeEvent, RowMenuEvent } from "./virtual-list-events.ts";
import { virtualListStyles } from "./virtual-list-styles.ts";

/** Chromium lays out no element higher than about 33 million pixels; beyond this, the bar is scaled. */
const highest = 16_000_000;
/** How far beyond the edges rows are rendered, in pixels. */
const margin = 360;

/**
 * A list box of any length that renders what can be seen. Its owner says how a row looks and keeps
 * the selection; headings stick to the top.
 *
 * @event bs-range - other rows are rendered than before
 * @event bs-choose - a row was chosen by key or click
 * @event bs-row-menu - a row's menu was asked for
 */
@customElement("bs-virtual-list")
export class VirtualList extends LitElement {
  static override styles = virtualListStyles;

  @query(".scrolls", true) private readonly scroller!: HTMLElement;
  @query(".space", true) private readonly space!: HTMLElement;
  @query(".window", true) private readonly window!: HTMLElement;
  @query(".sticky") private readonly sticky!: HTMLElement | null;

  @state() private scrollPosition = 0;
  @state() private viewHeight = 600;

  /** The list's name for screen readers. */
  @property() label = "";
  @property({ attribute: false }) groups: readonly RowGroup[] = [];
  @property({ type: Number }) rowHeight = 100;
  @property({ type: Number }) headingHeight = 30;
  /** The selected row; −1: none. */
  @property({ type: Number }) selected = -1;
  @property({ attribute: false }) renderRow: (index: number) => TemplateResult = () => html``;
  /** Anything: a change of it means that rows look different now. */
  @property({ attribute: false }) version: unknown = null;

  #geometry = new ListGeometry([], 100, 30);
  #range = "";
  #sizes = new ResizeObserver(() => {
    this.viewHeight = this.scroller.clientHeight;
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

  /** Whether the first row can be seen whole. */
  get isAtTop(): boolean {
    return this.scrollPosition <= this.headingHeight;
  }

  /** Scrolls a row into view: no further than needed, or to the top. */
  scrollToRow(index: number, where: "nearest" | "top" = "nearest"): void {
    if (index < 0 || index >= this.#geometry.count) return;
    const top = this.#geometry.rowTop(index) - this.headingHeight;
    const bottom = top + this.headingHeight + this.rowHeight;
    const position = this.#virtualPosition;
    if (where === "top" || top < position) this.#scrollTo(top);
    else if (bottom > position + this.viewHeight) this.#scrollTo(bottom - this.viewHeight);
  }

  /** Moves the keyboard focus to the list. */
  override focus(): void {
    // Focused as soon as it is in the page, it has nothing yet that could take the focus.
    void this.updateComplete.then(() => {
      this.scroller.focus({ preventScroll: true });
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("groups") || changed.has("rowHeight") || changed.has("headingHeight")) {
      const top = this.#geometry.rowAt(this.#virtualPosition);
      const keepsRow = changed.has("rowHeight") && this.#virtualPosition > 0;
      this.#geometry = new ListGeometry(this.groups, this.rowHeight, this.headingHeight);
      this.style.setProperty("--row-height", `${this.rowHeight}px`);
      this.style.setProperty("--heading-height", `${this.headingHeight}px`);
      if (keepsRow) void this.updateComplete.then(() => this.scrollToRow(top, "top"));
    }
  }

  override updated(): void {
    const { first, last, top } = this.#visible();
    const position = this.#virtualPosition;
    const windowTop = this.#windowTop(first) - position + this.scrollPosition;
    const nextGroup = this.#geometry.groupOf(top) + 1;
    const room =
      nextGroup < this.groups.length
        ? this.#geometry.groupTop(nextGroup) - position - this.headingHeight
        : 0;
    const push = Math.max(-this.headingHeight, Math.min(0, room));
    // On the elements themselves: a custom property would restyle every row at each step.
    this.space.style.setProperty("height", `${this.#physicalHeight}px`);
    this.window.style.setProperty("transform", `translateY(${windowTop}px)`);
    this.sticky?.style.setProperty("transform", `translateY(${push}px)`);
    // What stands behind the heading at the top cannot be seen.
    const seen = this.#geometry.rowAt(position + this.headingHeight);
    const range = `${first} ${last} ${seen} ${this.groups.length} ${this.#geometry.count}`;
    if (range === this.#range) return;
    this.#range = range;
    this.dispatchEvent(new RangeEvent(first, last, seen));
  }

  override render(): TemplateResult {
    const { first, last, top } = this.#visible();
    const here = this.groups[this.#geometry.groupOf(top)];
    return html`
      <div
        class="scrolls"
        role="listbox"
        tabindex="0"
        aria-label=${this.label}
        aria-activedescendant=${
          this.selected >= first && this.selected <= last ? `row-${this.selected}` : nothing
        }
        @scroll=${this.#onScroll}
        @keydown=${this.#onKeyDown}
        @click=${this.#onClick}
        @contextmenu=${this.#onContextMenu}
      >
        <div class="space" role="presentation">
          <div class="window" role="presentation">${this.#renderGroups(first, last)}</div>
        </div>
      </div>
      ${
        here === undefined || this.scrollPosition <= 0
          ? nothing
          : html`<div class="clip" aria-hidden="true">
              <div class="heading sticky">${here.label}</div>
            </div>`
      }
    `;
  }

  #renderGroups(first: number, last: number): unknown {
    if (last < first) return nothing;
    const from = this.#geometry.groupOf(first);
    const to = this.#geometry.groupOf(last);
    const groups = this.groups.slice(from, to + 1).map((group, step) => ({
      group,
      start: this.#geometry.firstRow(from + step),
    }));
    return repeat(
      groups,
      ({ group }) => group.key,
      ({ group, start }) => {
        const begin = Math.max(first, start);
        const end = Math.min(last, start + group.count - 1);
        const rows = Array.from({ length: Math.max(0, end - begin + 1) }, (_, i) => begin + i);
        return html`<div role="group" aria-label=${group.label}>
          ${
            begin === start
              ? html`<div class="heading" role="presentation">
                  <span aria-hidden="true">${group.label}</span>
                </div>`
              : nothing
          }
          ${repeat(
            rows,
            (index) => index,
            (index) => this.#renderOption(index),
          )}
        </div>`;
      },
    );
  }

  #renderOption(index: number): TemplateResult {
    return html`<div
      class="option"
      role="option"
      id="row-${index}"
      data-index=${index}
      aria-selected=${index === this.selected ? "true" : "false"}
      aria-setsize=${this.#geometry.count}
      aria-posinset=${index + 1}
    >
      ${this.renderRow(index)}
    </div>`;
  }

  #visible(): { first: number; last: number; top: number } {
    if (this.#geometry.count === 0) return { first: 0, last: -1, top: 0 };
    const position = this.#virtualPosition;
    return {
      first: this.#geometry.rowAt(position - margin),
      last: this.#geometry.rowAt(position + this.viewHeight + margin),
      top: this.#geometry.rowAt(position),
    };
  }

  /** Where the rendered part begins: at a heading when its first row is rendered, else at the row. */
  #windowTop(first: number): number {
    const top = this.#geometry.rowTop(first);
    const group = this.#geometry.groupOf(first);
    return this.#geometry.firstRow(group) === first ? top - this.headingHeight : top;
  }

  get #physicalHeight(): number {
    return Math.min(this.#geometry.height, highest);
  }

  /** Virtual pixels to one physical pixel: 1 for all but gigantic lists. */
  get #scale(): number {
    const physical = this.#physicalHeight - this.viewHeight;
    return physical <= 0 ? 1 : (this.#geometry.height - this.viewHeight) / physical;
  }

  get #virtualPosition(): number {
    return this.scrollPosition * this.#scale;
  }

  #scrollTo(virtualPosition: number): void {
    this.scroller.scrollTop = virtualPosition / this.#scale;
    this.#onScroll();
  }

  #onScroll = (): void => {
    this.scrollPosition = this.scroller.scrollTop;
  };

  #onClick = (event: Event): void => {
    const option = optionOf(event);
    if (option === null) return;
    this.dispatchEvent(new ChooseEvent(Number(option.dataset.index), "click"));
  };

  #onContextMenu = (event: MouseEvent): void => {
    const option = optionOf(event);
    if (option === null) return;
    event.preventDefault();
    const at = new DOMRect(event.clientX, event.clientY, 0, 0);
    this.dispatchEvent(new RowMenuEvent(Number(option.dataset.index), at));
  };

  #askForMenu(): void {
    const option = this.renderRoot.querySelector(`#row-${this.selected}`);
    if (option === null) return;
    const { left, top, width, height } = option.getBoundingClientRect();
    // Inside the row, so that one sees which it is about.
    const at = new DOMRect(left + width / 8, top, 0, height / 2);
    this.dispatchEvent(new RowMenuEvent(this.selected, at));
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      event.preventDefault();
      this.#askForMenu();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const last = this.#geometry.count - 1;
    const page = Math.max(1, Math.floor(this.viewHeight / this.rowHeight) - 1);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: this.selected + 1,
      ArrowUp: this.selected < 0 ? 0 : this.selected - 1,
      PageDown: Math.max(this.selected, 0) + page,
      PageUp: this.selected - page,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined || last < 0) return;
    event.preventDefault();
    const index = Math.min(last, Math.max(0, target));
    if (index !== this.selected) this.dispatchEvent(new ChooseEvent(index, "key"));
  };
}

function optionOf(event: Event): HTMLElement | null {
  const option = event
    .composedPath()
    .find((target) => target instanceof HTMLElement && target.role === "option");
  return option instanceof HTMLElement ? option : null;
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-virtual-list": VirtualList;
  }
}
