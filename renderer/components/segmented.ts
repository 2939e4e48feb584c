import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";

/** One of the choices was taken. */
export class SegmentEvent extends Event {
  static readonly type = "bs-segment";
  readonly value: string;

  constructor(value: string) {
    super(SegmentEvent.type);
    this.value = value;
  }
}

/**
 * A few choices side by side, of which one holds; radio buttons in all but looks.
 *
 * @event bs-segment - another choice was taken
 */
@customElement("bs-segmented")
export class Segmented extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }

      fieldset {
        display: inline-flex;
        margin: 0;
        padding: 2px;
        border: 0;
        border-radius: var(--corner);
        background: color-mix(in oklab, var(--ink), transparent 93%);
      }

      label {
        position: relative;
        display: block;
        padding: 0.1875rem 0.7rem;
        border-radius: calc(var(--corner) - 1px);
        font-size: var(--text-small);
        font-weight: 500;
        color: var(--ink-soft);
        white-space: nowrap;
        user-select: none;
      }

      label:hover {
        color: var(--ink);
      }

      label:has(:checked) {
        background: light-dark(
          var(--paper-raised),
          color-mix(in oklab, var(--ink), transparent 78%)
        );
        color: var(--ink);
        box-shadow: 0 0.5px 2px var(--shadow);
      }

      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }

      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
      }

      @media (forced-colors: active) {
        label:has(:checked) {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  /** The name of the whole for screen readers. */
  @property() label = "";
  @property() value = "";
  @property({ attribute: false }) choices: readonly {
    readonly value: string;
    readonly label: string;
  }[] = [];

  override render(): TemplateResult {
    return html`<fieldset role="radiogroup" aria-label=${this.label}>
      ${this.choices.map(
        ({ value, label }) =>
          html`<label
            ><input
              type="radio"
              name="choice"
              .value=${value}
              .checked=${value === this.value}
              @change=${() => this.dispatchEvent(new SegmentEvent(value))}
            />${label}</label
          >`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-segmented": Segmented;
  }
  interface HTMLElementEventMap {
    "bs-segment": SegmentEvent;
  }
}
