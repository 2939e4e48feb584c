import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { FeedSummary } from "../../preload/contract/contract.ts";
import "../components/icon.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";
import { wordFailure, wordNextVisit } from "./feed-facts.ts";
import { mayHelpToTryAgain, wishButtons } from "./wish-buttons.ts";

/**
 * Says above a title's articles why nothing new comes to them, and what can be done.
 *
 * @event bs-try-again - the reader wants it visited now
 * @event bs-title-wish - the reader wants something else done about it
 */
@customElement("bs-failure-notice")
export class FailureNotice extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      div {
        display: flex;
        align-items: baseline;
        gap: 0.5rem;
        margin-top: 0.6rem;
        padding: 0.5rem 0.7rem;
        border-radius: var(--corner);
        background: var(--paper-sunk);
        font-size: var(--text-small);
        line-height: 1.45;
        color: var(--ink-soft);
        --icon-size: 0.875rem;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.15rem 1rem;
      }

      bs-icon {
        position: relative;
        top: 0.15em;
        color: var(--warning);
      }
    `,
  ];

  @property({ attribute: false }) feed: FeedSummary | null = null;
  /** The time now, in milliseconds since 1970. */
  @property({ type: Number }) now = 0;

  override render(): TemplateResult | typeof nothing {
    const { feed } = this;
    const failure = feed?.failure ?? null;
    if (feed === null || failure === null) return nothing;
    return html`<div>
      <bs-icon name="warning"></bs-icon>
      <span
        >${wordFailure(failure)} ${wordNextVisit(feed, this.now)}
        <span class="acts"
          >${wishButtons(feed, this, "link-button")}${
            mayHelpToTryAgain(feed)
              ? html`<button
                  class="link-button"
                  @click=${() => this.dispatchEvent(new Event("bs-try-again"))}
                >
                  ${t("list.tryAgain")}
                </button>`
              : nothing
          }</span
        ></span
      >
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-failure-notice": FailureNotice;
  }
}
