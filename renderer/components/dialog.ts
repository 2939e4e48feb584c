import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";
import { scrolling } from "../theme/scrolling.ts";
import { t } from "../text/text.ts";
import "./icon.ts";
import { openDialogs } from "./open-dialogs.ts";
import "./toasts.ts";

/**
 * A modal dialog with a heading and a way to close it. Focus is kept and given back by the engine.
 *
 * @slot - content; what has the attribute `data-start` in it gets the focus first
 * @slot foot - buttons at the end
 * @event close - it was closed, in whatever way
 */
@customElement("bs-dialog")
export class Dialog extends LitElement {
  static override styles = [
    controls,
    scrolling,
    css`
      dialog {
        width: min(var(--dialog-width, 30rem), calc(100vw - 2rem));
        max-height: min(var(--dialog-height, 44rem), calc(100vh - 2rem));
        padding: 0;
        border: 1px solid var(--hairline-strong);
        border-radius: 12px;
        background: var(--paper);
        color: var(--ink);
        box-shadow: 0 20px 60px var(--shadow);
        overflow: hidden;
      }

      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
      }

      :host([fixed]) dialog {
        height: min(var(--dialog-height, 44rem), calc(100vh - 2rem));
      }

      dialog::backdrop {
        background: var(--shade);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 0.875rem 0.875rem 0.5rem 1.5rem;
      }

      h2 {
        margin: 0;
        font-family: var(--typeface-reading);
        font-size: 1.375rem;
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .content {
        display: grid;
        grid-template-rows: minmax(0, 1fr);
        grid-template-columns: minmax(0, 1fr);
        min-height: 0;
      }
    `,
  ];

  @query("dialog") private readonly dialog!: HTMLDialogElement;

  /** Messages are shown inside: all that lies outside a modal dialog cannot be used. */
  @state() private showsToasts = false;

  @property() heading = "";
  /** Keeps one height whatever it shows. */
  @property({ type: Boolean, reflect: true }) fixed = false;

  get isOpen(): boolean {
    return this.hasUpdated && this.dialog.open;
  }

  async show(): Promise<void> {
    await this.updateComplete;
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.querySelector<HTMLElement>("[data-start]")?.focus();
    this.showsToasts = true;
    openDialogs.add(this);
  }

  close(): void {
    if (this.isOpen) this.dialog.close();
  }

  override firstUpdated(): void {
    this.dialog.addEventListener("click", this.#onClick);
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.#onClose}>
      <div class="head">
        <h2 id="heading">${this.heading}</h2>
        <button
          class="icon-button"
          aria-label=${t("dialog.close")}
          title=${t("dialog.close")}
          @click=${() => this.close()}
        >
          <bs-icon name="x"></bs-icon>
        </button>
      </div>
      <div class="content"><slot></slot></div>
      <slot name="foot"></slot>
      ${this.showsToasts ? html`<bs-toasts .dialog=${this}></bs-toasts>` : nothing}
    </dialog>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    openDialogs.remove(this);
  }

  #onClose = (): void => {
    this.showsToasts = false;
    openDialogs.remove(this);
    this.dispatchEvent(new Event("close"));
  };

  /** A click beside the dialog closes it; its backdrop counts as the dialog itself. */
  #onClick = (event: MouseEvent): void => {
    if (event.composedPath()[0] !== this.dialog) return;
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-dialog": Dialog;
  }
}
