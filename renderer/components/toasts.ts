import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { actionsContext, toastsContext } from "../app/contexts.ts";
import { hint } from "../app/key-names.ts";
import { StoreController } from "../controllers/store-controller.ts";
import { SubscriptionController } from "../controllers/subscription-controller.ts";
import type { Actions } from "../state/actions.ts";
import type { Toast, ToastStore } from "../state/toast-store.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";
import "./icon.ts";
import { openDialogs, type OpenDialog } from "./open-dialogs.ts";

/** How long a message stays, in milliseconds; errors stay until they are dismissed. */
const lifetime = { plain: 4000, undoable: 10_000 } as const;

/**
 * Messages at the foot of the window, said by screen readers. They wait while the pointer or the
 * focus is on them. The window has one of these, and so has each open dialog; the messages are
 * shown where they can be used.
 */
@customElement("bs-toasts")
export class Toasts extends LitElement {
  static override styles = [
    controls,
    css`
      .region {
        position: fixed;
        inset: auto 1rem 1.25rem;
        margin: 0 auto;
        padding: 0;
        border: 0;
        width: max-content;
        max-width: calc(100vw - 2rem);
        background: none;
        overflow: visible;
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        pointer-events: none;
      }

      .toast {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        max-width: 34rem;
        padding: 0.5rem 0.5rem 0.5rem 1rem;
        border-radius: var(--corner-large);
        background: light-dark(#2a2622, #ece7dd);
        color: light-dark(#f7f3ea, #211d19);
        font-size: var(--text-normal);
        line-height: 1.4;
        box-shadow: 0 6px 24px var(--shadow);
        pointer-events: auto;
        animation: arrive 180ms ease-out;
      }

      .toast bs-icon {
        --icon-size: 1rem;
      }

      .error > bs-icon {
        color: light-dark(#e8b765, #85530a);
      }

      .undo {
        padding: 0.3rem 0.7rem;
        border-radius: var(--corner);
        font-weight: 600;
        color: light-dark(#f2b3a4, #8a2b1b);
      }

      .icon-button {
        width: 1.75rem;
        height: 1.75rem;
        color: inherit;
      }

      .undo:hover,
      .icon-button:hover:not(:disabled) {
        background: light-dark(rgb(255 255 255 / 12%), rgb(0 0 0 / 8%));
        color: light-dark(#f7f3ea, #211d19);
      }

      .toast :focus-visible {
        outline-color: currentcolor;
      }

      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(0.5rem);
        }
      }

      @media (prefers-reduced-motion: reduce) {
        .toast {
          animation: none;
        }
      }

      @media (forced-colors: active) {
        .toast {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @consume({ context: toastsContext }) private readonly store!: ToastStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  @query(".region") private readonly region!: HTMLElement;

  /** The dialog that this is part of; null: the window itself. */
  @property({ attribute: false }) dialog: OpenDialog | null = null;

  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  constructor() {
    super();
    new StoreController(this, () => [this.store, openDialogs]);
    new SubscriptionController(this, () => this.#hold);
  }

  override updated(): void {
    // Its dialog may have closed in the meantime.
    if (!this.isConnected) return;
    const open = this.region.matches(":popover-open");
    // Shown anew for each message, so that it stands above what was opened since.
    if (open) this.region.hidePopover();
    if (this.#toasts.length > 0) this.region.showPopover();
    if (!this.region.matches(":hover, :focus-within")) this.#release();
  }

  override render(): TemplateResult {
    const isShown = this.#toasts.length > 0;
    return html`<div
      class="region"
      popover="manual"
      role=${isShown ? "region" : nothing}
      aria-label=${isShown ? t("toast.region") : nothing}
      aria-live="polite"
      @pointerenter=${this.#hold}
      @pointerleave=${this.#release}
      @focusin=${this.#hold}
      @focusout=${this.#release}
    >
      ${repeat(
        this.#toasts,
        ({ id }) => id,
        (toast) => this.#renderToast(toast),
      )}
    </div>`;
  }

  #renderToast({ id, text, kind, undoId }: Toast): TemplateResult {
    return html`<div class="toast ${kind}" role=${kind === "error" ? "alert" : "status"}>
      ${kind === "error" ? html`<bs-icon name="warning"></bs-icon>` : nothing}
      <span>${text}</span>
      ${
        undoId === null
          ? nothing
          : html`<button
              class="undo"
              title=${hint(t("toast.undo"), "undo")}
              @click=${() => void this.actions.undo(undoId)}
            >
              ${t("toast.undo")}
            </button>`
      }
      <button
        class="icon-button"
        aria-label=${t("toast.dismiss")}
        title=${t("toast.dismiss")}
        @click=${() => this.store.dismiss(id)}
      >
        <bs-icon name="x"></bs-icon>
      </button>
    </div>`;
  }

  /** The messages, unless a dialog shows them or lies above this one. */
  get #toasts(): readonly Toast[] {
    return openDialogs.top === this.dialog ? this.store.toasts : [];
  }

  #hold = (): void => {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  };

  #release = (): void => {
    for (const { id, kind, undoId } of this.#toasts) {
      if (kind === "error" || this.#timers.has(id)) continue;
      const time = undoId === null ? lifetime.plain : lifetime.undoable;
      const dismiss = (): void => {
        this.#timers.delete(id);
        this.store.dismiss(id);
      };
      this.#timers.set(id, setTimeout(dismiss, time));
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-toasts": Toasts;
  }
}
