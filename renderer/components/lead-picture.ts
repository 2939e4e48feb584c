import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Picture } from "../../preload/contract/contract.ts";
import { pictureBox } from "../theme/picture-box.ts";
import { keepPlace, wordMissingPicture } from "./show-picture.ts";

/** The picture above an article's text, with its caption, else its description, and its credit. */
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

      figcaption:has(> :not(.credit)) .credit::before {
        content: "· ";
      }
    `,
  ];

  @property({ attribute: false }) picture: Picture | null = null;
  /** What stands under it in the paper; empty: its description does. */
  @property() caption = "";
  /** Whose it is; empty where nobody says. */
  @property() credit = "";
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
    const description = picture.alt === "" ? this.caption : picture.alt;
    if (picture.media === null) {
      return html`<div class="missing-picture">
        ${description === "" ? nothing : html`<span dir="auto">${description}</span>`}
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
      ${this.#renderCaption(picture)}
    </figure>`;
  }

  #renderCaption({ alt }: Picture): TemplateResult | typeof nothing {
    const { caption, credit, headline } = this;
    const words = caption === "" && alt !== headline ? alt : caption;
    if (words === "" && credit === "") return nothing;
    // Said already as the picture's description.
    const isSaid = words === alt;
    return html`<figcaption>
      ${
        words === ""
          ? nothing
          : html`<span dir="auto" aria-hidden=${isSaid ? "true" : nothing}>${words}</span>`
      }
      ${credit === "" ? nothing : html`<span class="credit" dir="auto">${credit}</span>`}
    </figcaption>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-lead-picture": LeadPicture;
  }
}
