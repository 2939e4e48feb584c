import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";
import { focused } from "./focused.ts";
import "./icon.ts";
import type { IconName } from "./icons.ts";

/** A line of a menu. */
export interface MenuEntry {
  readonly label: string;
  readonly icon: IconName;
  readonly perform: () => void;
  /** A line parts it from those before. */
  readonly startsGroup?: boolean;
  /** One of several that shut each other out, and whether it holds. */
  readonly isChosen?: boolean;
}

/** A line of the menu was chosen. */
export class MenuChoiceEvent extends Event {
  static readonly type = "bs-menu-choice";
  readonly entry: MenuEntry;

  constructor(entry: MenuEntry) {
    super(MenuChoiceEvent.type);
    this.entry = entry;
  }
}

/**
 * A menu at the pointer or under an element, in the top layer; closes by a choice, Escape or a
 * click beside it, and gives the focus back.
 *
 * @event bs-menu-choice - a line was chosen
 */
@customElement("bs-menu")
export class Menu extends LitElement {
  static override styles = [
    controls,
    css`
      [role="menu"] {
        position: fixed;
        inset: var(--y) auto auto var(--x);
        margin: 0;
        min-width: 12rem;
        padding: 0.3rem;
        border: 1px solid var(--hairline-strong);
        border-radius: var(--corner-large);
        background: var(--paper-raised);
        color: var(--ink);
        box-shadow: 0 8px 28px var(--shadow);
        font-size: var(--text-normal);
      }

      hr {
        margin: 0.3rem 0.6rem;
        border: 0;
        border-top: 1px solid var(--hairline);
      }

      button {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        width: 100%;
        min-height: 1.875rem;
        padding: 0.2rem 0.6rem;
        border-radius: var(--corner);
        text-align: start;
        --icon-size: 0.9375rem;
      }

      button bs-icon {
        color: var(--ink-faint);
      }

      button:hover,
      button:focus-visible {
        background: var(--selection);
        outline-offset: -2px;
      }
    `,
  ];

  @query("[role=menu]") private readonly surface!: HTMLElement;

  @state() private label = "";
  @state() private entries: readonly MenuEntry[] = [];

  #before: HTMLElement | null = null;

  get isOpen(): boolean {
    return this.hasUpdated && this.surface.matches(":popover-open");
  }

  /** Opens the menu below a place in the window, moved where it would leave the window. */
  open(label: string, entries: readonly MenuEntry[], at: DOMRect): void {
    // A menu key may be said twice, as a key and as a wish for a menu.
    if (this.isOpen) return;
    this.label = label;
    this.entries = entries;
    this.#before = focused();
    void this.updateComplete.then(() => {
      this.surface.showPopover();
      const { offsetWidth, offsetHeight } = this.surface;
      const x = Math.max(4, Math.min(at.left + 2, window.innerWidth - offsetWidth - 4));
      const y = Math.max(4, Math.min(at.bottom + 2, window.innerHeight - offsetHeight - 4));
      this.surface.style.setProperty("--x", `${x}px`);
      this.surface.style.setProperty("--y", `${y}px`);
      this.#buttons()[0]?.focus();
    });
  }

  override render(): TemplateResult {
    return html`<div
      role="menu"
      popover
      tabindex="-1"
      aria-label=${this.label}
      @keydown=${this.#onKeyDown}
      @toggle=${this.#onToggle}
    >
      ${this.entries.map(
        (entry) =>
          html`${entry.startsGroup === true ? html`<hr />` : nothing}<button
              role=${entry.isChosen === undefined ? "menuitem" : "menuitemradio"}
              aria-checked=${entry.isChosen ?? nothing}
              tabindex="-1"
              @click=${() => this.#choose(entry)}
            >
              <bs-icon name=${entry.icon}></bs-icon>${entry.label}
            </button>`,
      )}
    </div>`;
  }

  #choose(entry: MenuEntry): void {
    this.surface.hidePopover();
    this.#before?.focus();
    this.dispatchEvent(new MenuChoiceEvent(entry));
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    const buttons = this.#buttons();
    const index = buttons.findIndex((button) => button.matches(":focus"));
    const count = buttons.length;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: (index + 1) % count,
      ArrowUp: (index - 1 + count) % count,
      Home: 0,
      End: count - 1,
    };
    event.stopPropagation();
    if (event.key === "Tab") this.surface.hidePopover();
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    buttons[target]?.focus();
  };

  #onToggle = (event: ToggleEvent): void => {
    // Escape and clicks beside it close a popover natively; the focus must not be lost then.
    if (event.newState === "closed" && focused() === null) this.#before?.focus();
  };

  #buttons(): HTMLElement[] {
    return [...this.surface.querySelectorAll<HTMLElement>("button")];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-menu": Menu;
  }
  interface HTMLElementEventMap {
    "bs-menu-choice": MenuChoiceEvent;
  }
}
