import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { hint } from "../../app/key-names.ts";
import "../../components/icon.ts";
import { controls } from "../../theme/controls.ts";
import { t } from "../../text/text.ts";

/** What can be wished of a passage. */
export type PassageWish =
  | "highlight"
  | "highlight-with-note"
  | "edit-note"
  | "remove"
  | "previous"
  | "next"
  | "shrink"
  | "extend"
  | "end";

/** Something was wished of the passage that the bar stands at. */
export class PassageWishEvent extends Event {
  static readonly type = "bs-passage-wish";
  readonly wish: PassageWish;

  constructor(wish: PassageWish) {
    super(PassageWishEvent.type, { bubbles: true, composed: true });
    this.wish = wish;
  }
}

/**
 * The tools at a passage: one that was selected, one that is chosen by keyboard sentence by
 * sentence, or one that is a highlight.
 *
 * @event bs-passage-wish - something was wished of the passage
 */
@customElement("bs-passage-bar")
export class PassageBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        z-index: 2;
        max-width: 100%;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem;
        padding: 0.25rem;
        border: 1px solid var(--hairline-strong);
        border-radius: var(--corner);
        background: var(--paper-raised);
        box-shadow: 0 6px 24px var(--shadow);
        font-family: var(--typeface-interface);
        font-size: var(--text-small);
        line-height: 1.4;
        color: var(--ink);
        text-align: start;
      }

      .bar:focus {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }

      .tool {
        display: inline-flex;
        align-items: center;
        gap: 0.35rem;
        min-height: 2rem;
        padding: 0 0.6rem;
        border-radius: calc(var(--corner) - 2px);
        white-space: nowrap;
        --icon-size: 1rem;
      }

      .tool:hover {
        background: var(--hover);
      }

      .keys {
        padding: 0.15rem 0.6rem;
        color: var(--ink-soft);
      }
    `,
  ];

  @query(".bar") private readonly bar!: HTMLElement;

  /** What kind of passage it stands at. */
  @property() kind: "selected" | "choosing" | "kept" = "selected";
  /** The chosen passage in words, which is read out. */
  @property() passage = "";

  override focus(): void {
    void this.updateComplete.then(() => {
      this.bar.focus({ preventScroll: true });
    });
  }

  override render(): TemplateResult {
    const isChoosing = this.kind === "choosing";
    return html`<div
      class="bar"
      role=${isChoosing ? "group" : "toolbar"}
      tabindex=${isChoosing ? 0 : -1}
      aria-label=${t(isChoosing ? "highlight.choosing" : "highlight.tools")}
      aria-describedby=${isChoosing ? "keys" : nothing}
      @pointerdown=${this.#keepSelection}
      @mousedown=${this.#keepSelection}
      @keydown=${this.#onKeyDown}
    >
      ${
        this.kind === "kept"
          ? html`${this.#renderTool("edit-note", "pencil", t("highlight.editNote"))}
            ${this.#renderTool("remove", "trash", t("highlight.remove"))}`
          : html`${this.#renderTool("highlight", "highlighter", t("highlight.make"))}
            ${this.#renderTool("highlight-with-note", "pencil", t("highlight.makeWithNote"))}`
      }
      ${
        isChoosing
          ? html`<span class="keys" id="keys">${t("highlight.keys")}</span>
              <span class="visually-hidden" role="status">${this.passage}</span>`
          : nothing
      }
    </div>`;
  }

  #renderTool(
    wish: PassageWish,
    icon: "highlighter" | "pencil" | "trash",
    label: string,
  ): TemplateResult {
    return html`<button
      class="tool"
      title=${wish === "highlight" ? hint(label, "highlight-passage") : label}
      @click=${() => this.#wish(wish)}
    >
      <bs-icon name=${icon}></bs-icon>${label}
    </button>`;
  }

  /** A press here would take the selection away that it is about. */
  #keepSelection = (event: Event): void => {
    event.preventDefault();
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    const wish = this.kind === "choosing" ? wishOfKey(event) : null;
    const ends = event.key === "Escape" ? "end" : wish;
    if (ends === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#wish(ends);
  };

  #wish(wish: PassageWish): void {
    this.dispatchEvent(new PassageWishEvent(wish));
  }
}

function wishOfKey(event: KeyboardEvent): PassageWish | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return null;
  if (key === "ArrowDown" || key === "ArrowRight") return shiftKey ? "extend" : "next";
  if (key === "ArrowUp" || key === "ArrowLeft") return shiftKey ? "shrink" : "previous";
  const [pressed] = event.composedPath();
  if (key === "Enter" && !(pressed instanceof HTMLButtonElement)) return "highlight";
  return key.toLowerCase() === "n" ? "highlight-with-note" : null;
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-passage-bar": PassageBar;
  }
  interface HTMLElementEventMap {
    "bs-passage-wish": PassageWishEvent;
  }
}
