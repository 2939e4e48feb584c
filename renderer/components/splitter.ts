import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

/** A divider was moved; the width that its pane should have, in CSS pixels. */
export class ResizeEvent extends Event {
  static readonly type = "bs-resize";
  readonly width: number;

  constructor(width: number) {
    super(ResizeEvent.type);
    this.width = width;
  }
}

const step = 16;

/**
 * A divider at the end of the pane it stands in, moved with the pointer or the arrow keys; a double click resets it.
 *
 * @event bs-resize - its pane should have another width
 */
@customElement("bs-splitter")
export class Splitter extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0;
      z-index: 2;
      width: 0;
    }

    .handle {
      position: absolute;
      inset: 0 -4px;
      cursor: col-resize;
      touch-action: none;
      outline: none;
    }

    .handle::after {
      content: "";
      position: absolute;
      inset: 0 auto 0 calc(50% - 0.5px);
      width: 1px;
      background: var(--hairline);
    }

    .handle:hover::after,
    .handle:active::after {
      background: var(--hairline-strong);
    }

    .handle:focus-visible::after {
      inset-inline-start: calc(50% - 1.5px);
      width: 3px;
      background: var(--accent);
    }
  `;

  /** Its name for screen readers. */
  @property() label = "";
  /** Width of its pane, and the bounds and the usual value of that width. */
  @property({ type: Number }) width = 300;
  @property({ type: Number }) least = 200;
  @property({ type: Number }) most = 600;
  @property({ type: Number }) usual = 300;

  override render(): TemplateResult {
    return html`<div
      class="handle"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.label}
      aria-valuenow=${Math.round(this.width)}
      aria-valuemin=${this.least}
      aria-valuemax=${this.most}
      @pointerdown=${this.#onPointerDown}
      @keydown=${this.#onKeyDown}
      @dblclick=${() => this.#resize(this.usual)}
    ></div>`;
  }

  #onPointerDown = (event: PointerEvent): void => {
    const handle = event.currentTarget;
    if (event.button !== 0 || !(handle instanceof HTMLElement)) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const start = event.clientX;
    const { width } = this;
    const onMove = (move: PointerEvent): void =>
      this.#resize(width + (move.clientX - start) * this.#direction);
    handle.addEventListener("pointermove", onMove);
    handle.addEventListener(
      "lostpointercapture",
      () => handle.removeEventListener("pointermove", onMove),
      { once: true },
    );
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    const towardsEnd = this.#direction * step;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: this.width - towardsEnd,
      ArrowRight: this.width + towardsEnd,
      Home: this.least,
      End: this.most,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#resize(target);
  };

  /** 1 where “wider” is to the right, −1 where the interface is written from right to left. */
  get #direction(): number {
    return getComputedStyle(this).direction === "rtl" ? -1 : 1;
  }

  #resize(width: number): void {
    const bounded = Math.round(Math.min(this.most, Math.max(this.least, width)));
    if (bounded !== this.width) this.dispatchEvent(new ResizeEvent(bounded));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-splitter": Splitter;
  }
  interface HTMLElementEventMap {
    "bs-resize": ResizeEvent;
  }
}
