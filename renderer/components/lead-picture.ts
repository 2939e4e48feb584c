import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Picture } from "../../preload/contract/contract.ts";
import { pictureBox } from "../theme/picture-box.ts";
import { keepPlace, wordMissingPicture } from "./show-picture.ts";

/** The picture above an article's text, with its description as the caption. */
@customElement("bs-lead-picture")
export class LeadPicture extends LitElement {
  static override styles = [
    pictureBox,
    css`
      :host {
        display: block;
        margin: 0 0 1.9rem;
        font-family: var(--typeface-interface);
        font-size: var(--text-normal);
      }

      figure {
        margin: 0;
      }

      img {
        display: block;
        width: auto;
        max-width: 100%;
        height: auto;
        margin: 0 auto;
        border-radius: 2px;
        background: var(--paper-sunk);
      }

      figcaption {
        margin-top: 0.55rem;
        line-height: 1.45;
        color: var(--ink-faint);
      }
    `,
  ];

  @property({ attribute: false }) picture: Picture | null = null;
  /** The article's headline: a description that says the same is no caption. */
  @property() headline = "";

  override updated(changed: PropertyValues<this>): void {
    const box = this.renderRoot.querySelector<HTMLElement>(".missing-picture");
    if (changed.has("picture") && this.picture !== null && box !== null) {
      keepPlace(box, this.picture);
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { picture } = this;
    if (picture === null) return nothing;
    if (picture.media === null) {
      return html`<div class="missing-picture">
        ${picture.alt === "" ? nothing : html`<span dir="auto">${picture.alt}</span>`}
        <small lang="en" dir="ltr">${wordMissingPicture(picture)}</small>
      </div>`;
    }
    return html`<figure>
      <img
        src="media/${picture.media}"
        alt=${picture.alt}
        width=${picture.width ?? nothing}
        height=${picture.height ?? nothing}
        decoding="async"
      />
      ${
        picture.alt === "" || picture.alt === this.headline
          ? nothing
          : html`<figcaption aria-hidden="true" dir="auto">${picture.alt}</figcaption>`
      }
    </figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-lead-picture": LeadPicture;
  }
}
