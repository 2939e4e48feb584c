import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { directionOf } from "../../text/direction.ts";
import { t } from "../../text/text.ts";
import { controls } from "../../theme/controls.ts";
import { scrolling } from "../../theme/scrolling.ts";
import { blockAt, elementOf, neighbour, numberOf, outlineOf } from "./page-outline.ts";
import type { BlockOutline } from "./page-outline.ts";
import { pageSanitizer } from "./page-sanitizer.ts";

/** Another block was chosen; `isFinal`: and is to be kept. */
export class BlockEvent extends Event {
  static readonly type = "bs-block";
  readonly block: number;
  readonly isFinal: boolean;

  constructor(block: number, isFinal: boolean) {
    super(BlockEvent.type);
    this.block = block;
    this.isFinal = isFinal;
  }
}

/**
 * A publisher's page as plain text in its structure, on which a block is chosen by pointing at it or
 * with the arrow keys.
 *
 * @event bs-block - another block was chosen, or Enter was pressed on it
 */
@customElement("bs-page-blocks")
export class PageBlocks extends LitElement {
  static override styles = [
    controls,
    scrolling,
    css`
      :host {
        display: grid;
        min-height: 0;
      }

      .page {
        min-height: 0;
        overflow: auto;
        padding: 1rem;
        font-family: var(--typeface-reading);
        font-size: var(--text-large);
        line-height: 1.5;
        color: var(--ink);
        overflow-wrap: anywhere;
        cursor: default;
        scroll-padding: 2rem;
      }

      .page:focus-visible {
        outline-offset: -2px;
      }

      p,
      ul,
      ol,
      dl,
      blockquote,
      pre,
      figure,
      table {
        margin: 0.6em 0;
      }

      pre {
        white-space: pre-wrap;
      }

      :is(h2, h3, h4, h5, h6) {
        margin: 1em 0 0.4em;
        font-size: 1.1em;
        line-height: 1.25;
      }

      [data-picture] {
        display: inline-block;
        width: 5rem;
        height: 2.5rem;
        border: 1px dashed var(--hairline-strong);
        border-radius: var(--corner-small);
        background: var(--paper-sunk);
        vertical-align: middle;
      }

      [data-pointed] {
        outline: 2px dashed var(--control-edge);
        outline-offset: 2px;
        border-radius: var(--corner-small);
      }

      [data-chosen] {
        outline: 2px solid var(--accent);
        outline-offset: 3px;
        border-radius: var(--corner-small);
        background: var(--accent-soft);
      }
    `,
  ];

  @query(".page") private readonly page!: HTMLElement;

  /** The page, as the main process wrote it. */
  @property() content = "";
  @property({ attribute: false }) chosen: number | null = null;

  #pointed: Element | null = null;

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("content")) {
      this.page.setHTML(this.content, { sanitizer: pageSanitizer });
      this.page.dir = directionOf(this.page.textContent.slice(0, 5000));
    }
    if (changed.has("content") || changed.has("chosen")) this.#mark();
  }

  /** Blocks worth naming in a list; empty before the first rendering. */
  get outline(): readonly BlockOutline[] {
    return this.hasUpdated ? outlineOf(this.page) : [];
  }

  override focus(): void {
    this.page.focus();
  }

  override render(): TemplateResult {
    return html`<div
      class="page"
      tabindex="0"
      role="group"
      aria-label=${t("extraction.page")}
      @keydown=${this.#onKey}
      @click=${this.#onClick}
      @pointermove=${this.#onPointer}
      @pointerleave=${() => this.#point(null)}
    ></div>`;
  }

  #mark(): void {
    for (const one of this.page.querySelectorAll("[data-chosen]"))
      one.removeAttribute("data-chosen");
    const element = elementOf(this.page, this.chosen);
    if (element === null) return;
    element.setAttribute("data-chosen", "");
    this.#bringIntoView(element);
  }

  /** What is larger than the view shows its beginning. */
  #bringIntoView(element: Element): void {
    const view = this.page.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    if (top >= view.top && (bottom <= view.bottom || top < view.top + view.height / 2)) return;
    this.page.scrollTop += top - view.top - 24;
  }

  #point(element: Element | null): void {
    if (this.#pointed === element) return;
    this.#pointed?.removeAttribute("data-pointed");
    element?.setAttribute("data-pointed", "");
    this.#pointed = element;
  }

  #blockOf(event: Event): HTMLElement | null {
    const [target] = event.composedPath();
    return target instanceof Element && target !== this.page ? blockAt(target) : null;
  }

  #onPointer = (event: PointerEvent): void => {
    this.#point(this.#blockOf(event));
  };

  #onClick = (event: MouseEvent): void => {
    const element = this.#blockOf(event);
    if (element !== null) this.dispatchEvent(new BlockEvent(numberOf(element), false));
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = elementOf(this.page, this.chosen) ?? this.page.querySelector("[data-block]");
    if (from === null) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.dispatchEvent(new BlockEvent(numberOf(from), true));
      return;
    }
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const to = this.chosen === null ? from : neighbour(this.page, from, event.key);
    if (numberOf(to) !== this.chosen) this.dispatchEvent(new BlockEvent(numberOf(to), false));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-page-blocks": PageBlocks;
  }
  interface HTMLElementEventMap {
    "bs-block": BlockEvent;
  }
}
