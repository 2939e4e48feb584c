import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../../theme/controls.ts";
import { formatCount } from "../../text/formats.ts";
import { t } from "../../text/text.ts";
import { quietWeeks, titleFilters, type TitleFilter } from "./filter-titles.ts";

/** Another filter was chosen. */
export class TitleFilterEvent extends Event {
  static readonly type = "bs-title-filter";
  readonly filter: TitleFilter;

  constructor(filter: TitleFilter) {
    super(TitleFilterEvent.type);
    this.filter = filter;
  }
}

/**
 * Which titles are listed, with how many each choice has; radio buttons in all but looks.
 *
 * @event bs-title-filter - another filter was chosen
 */
@customElement("bs-title-filters")
export class TitleFilters extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        margin: 0;
        padding: 0;
        border: 0;
      }

      label {
        position: relative;
        display: flex;
        align-items: baseline;
        gap: 0.35rem;
        padding: 0.25rem 0.65rem;
        border-radius: 1rem;
        font-size: var(--text-small);
        font-weight: 500;
        color: var(--ink-soft);
        white-space: nowrap;
        user-select: none;
      }

      label:hover {
        background: var(--hover);
        color: var(--ink);
      }

      label:has(:checked) {
        background: var(--selection);
        color: var(--ink);
      }

      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }

      small {
        font-size: inherit;
        font-weight: 450;
        font-variant-numeric: tabular-nums;
        color: var(--ink-faint);
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

  @property() value: TitleFilter = "all";
  @property({ attribute: false }) counts: Readonly<Record<TitleFilter, number>> | null = null;

  override render(): TemplateResult {
    return html`<fieldset role="radiogroup" aria-label=${t("titles.filter")}>
      ${titleFilters.map((filter) => this.#renderChoice(filter))}
    </fieldset>`;
  }

  #renderChoice(filter: TitleFilter): TemplateResult {
    const count = this.counts?.[filter] ?? 0;
    return html`<label
      title=${filter === "quiet" ? t("titles.quietHint", { count: quietWeeks }) : nothing}
      ><input
        type="radio"
        name="filter"
        .checked=${filter === this.value}
        @change=${() => this.dispatchEvent(new TitleFilterEvent(filter))}
      />${t(`titles.filter.${filter}`)} <small>${formatCount(count)}</small></label
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-title-filters": TitleFilters;
  }
  interface HTMLElementEventMap {
    "bs-title-filter": TitleFilterEvent;
  }
}
