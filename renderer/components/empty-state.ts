import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import "./icon.ts";
import type { IconName } from "./icons.ts";

/**
 * What a view says when it has nothing to show.
 *
 * @slot - what can be done about it, such as a button
 */
@customElement("bs-empty-state")
export class EmptyState extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      place-items: center;
      align-content: center;
      gap: 0.5rem;
      padding: 2rem;
      text-align: center;
      color: var(--ink-soft);
    }

    bs-icon {
      --icon-size: 1.75rem;
      color: var(--ink-faint);
      margin-bottom: 0.5rem;
    }

    h2 {
      margin: 0;
      font-family: var(--typeface-reading);
      font-size: 1.25rem;
      font-weight: 500;
      color: var(--ink);
      text-wrap: balance;
    }

    p {
      margin: 0;
      max-width: 34ch;
      line-height: 1.5;
      text-wrap: pretty;
    }
  `;

  @property() heading = "";
  @property() hint = "";
  @property() icon: IconName = "newspaper";

  override render(): TemplateResult {
    return html`
      <bs-icon name=${this.icon}></bs-icon>
      <h2>${this.heading}</h2>
      ${this.hint === "" ? nothing : html`<p>${this.hint}</p>`}
      <slot></slot>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-empty-state": EmptyState;
  }
}
