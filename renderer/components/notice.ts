import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";
import "./icon.ts";

/**
 * A message that stays above everything until it is dismissed or no longer true.
 *
 * @slot - what happened, and what can be done
 * @slot action - a button that does it
 * @event bs-dismiss - the reader has seen it
 */
@customElement("bs-notice")
export class Notice extends LitElement {
  static override styles = [
    controls,
    css`
      section {
        display: flex;
        align-items: start;
        gap: 0.75rem;
        padding: 0.625rem 0.625rem 0.625rem 1.125rem;
        border-bottom: 1px solid var(--hairline);
        background: var(--accent-soft);
        line-height: 1.5;
      }

      section > bs-icon {
        margin-top: 0.15rem;
        color: var(--warning);
      }

      .words {
        flex: 1;
        max-height: 8rem;
        overflow-y: auto;
      }

      h2 {
        margin: 0;
        font-size: inherit;
        font-weight: 600;
      }
    `,
  ];

  @property() heading = "";
  /** Without a way to dismiss it: it goes when it is no longer true. */
  @property({ type: Boolean }) lasting = false;

  override render(): TemplateResult {
    return html`<section role="status">
      <bs-icon name="warning"></bs-icon>
      <div class="words">
        <h2>${this.heading}</h2>
        <slot></slot>
      </div>
      <slot name="action"></slot>
      ${
        this.lasting
          ? nothing
          : html`<button
              class="icon-button"
              aria-label=${t("notice.dismiss")}
              title=${t("notice.dismiss")}
              @click=${() => this.dispatchEvent(new Event("bs-dismiss"))}
            >
              <bs-icon name="x"></bs-icon>
            </button>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-notice": Notice;
  }
}
