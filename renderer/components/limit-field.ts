import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";

/** A usual value of a limit; null: no limit. */
export interface LimitChoice {
  readonly value: number | null;
  readonly label: string;
}

/** Another limit was set. */
export class LimitEvent extends Event {
  static readonly type = "bs-limit";
  readonly value: number | null;

  constructor(value: number | null) {
    super(LimitEvent.type);
    this.value = value;
  }
}

/** The entry of the choice that asks for a number. */
const own = "own";

/**
 * A limit with its name: one of the usual values, none, or a number of one's own.
 *
 * @event bs-limit - another limit was set
 */
@customElement("bs-limit-field")
export class LimitField extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 0.5rem 0 0.6rem;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 1.5rem;
      }

      .name {
        flex: 1 1 8rem;
      }

      /* On a line of its own: it is not set anew when a number is asked for. */
      small {
        display: block;
        font-size: var(--text-small);
        line-height: 1.45;
        color: var(--ink-faint);
      }

      .value {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: end;
        gap: 0.5rem;
        margin-inline-start: auto;
      }

      select {
        width: 11.5rem;
      }

      input {
        width: 5rem;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }

      .unit {
        color: var(--ink-soft);
      }
    `,
  ];

  @query("input") private readonly input!: HTMLInputElement | null;

  /** Whether a number of one's own is asked for, also where it is a usual one. */
  @state() private isOwn = false;

  @property() label = "";
  @property() hint = "";
  @property({ type: Number }) value: number | null = null;
  @property({ attribute: false }) choices: readonly LimitChoice[] = [];
  /** What one's own number counts. */
  @property() unit = "";
  /** How many of the value one of the unit is. */
  @property({ type: Number }) factor = 1;
  @property({ type: Number }) least = 1;
  @property({ type: Number }) most = 1_000_000;

  #given: number | null | undefined = undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    // Set by the owner, it is shown as the owner would find it in the list.
    if (changed.has("value") && this.value !== this.#given) this.isOwn = false;
  }

  override render(): TemplateResult {
    const isOwn = this.isOwn || !this.choices.some(({ value }) => value === this.value);
    return html`<div class="line">
        <label class="name" for="choice">${this.label}</label>
        <div class="value">
          ${isOwn ? this.#renderNumber() : nothing}
          <select id="choice" aria-describedby="hint" @change=${this.#onChoose}>
            ${this.choices.map(
              ({ value, label }) =>
                html`<option value=${String(value)} .selected=${!isOwn && value === this.value}>
                  ${label}
                </option>`,
            )}
            <option value=${own} .selected=${isOwn}>${t("limit.own")}</option>
          </select>
        </div>
      </div>
      <small id="hint">${this.hint}</small>`;
  }

  #renderNumber(): TemplateResult {
    return html`<input
        type="number"
        aria-label=${t("limit.ownOf", { label: this.label })}
        min=${this.least / this.factor}
        max=${this.most / this.factor}
        step=${1 / this.factor < 1 ? 0.1 : 1}
        .value=${String((this.value ?? this.least) / this.factor)}
        @input=${this.#onInput}
        @change=${this.#onLeave}
      /><span class="unit">${this.unit}</span>`;
  }

  #onChoose = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const chosen = event.target.value;
    this.isOwn = chosen === own;
    if (!this.isOwn) {
      this.#give(chosen === "null" ? null : Number(chosen));
      return;
    }
    this.#give(this.value ?? this.choices.find(({ value }) => value !== null)?.value ?? this.least);
    void this.updateComplete.then(() => {
      this.input?.focus();
      this.input?.select();
    });
  };

  /** While it is typed, what is no fitting number yet is waited for. */
  #onInput = (): void => {
    const value = this.#typed();
    if (value !== null && value >= this.least && value <= this.most) this.#give(value);
  };

  #onLeave = (): void => {
    const value = this.#typed();
    this.#give(value === null ? this.value : Math.min(this.most, Math.max(this.least, value)));
    if (this.input !== null) this.input.value = String((this.value ?? this.least) / this.factor);
  };

  #typed(): number | null {
    const number = this.input?.valueAsNumber ?? Number.NaN;
    return Number.isNaN(number) ? null : Math.round(number * this.factor);
  }

  #give(value: number | null): void {
    if (value === this.value) return;
    this.#given = value;
    this.value = value;
    this.dispatchEvent(new LimitEvent(value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-limit-field": LimitField;
  }
  interface HTMLElementEventMap {
    "bs-limit": LimitEvent;
  }
}
