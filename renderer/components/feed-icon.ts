import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

const hues = 10;

/** A title's mark: its first letter on a calm colour that its name decides. Decoration only. */
@customElement("bs-feed-icon")
export class FeedIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      flex: none;
    }

    span {
      --hue: 40;
      display: grid;
      place-items: center;
      width: var(--feed-icon-size, 1.125rem);
      height: var(--feed-icon-size, 1.125rem);
      border-radius: 22%;
      font-size: calc(var(--feed-icon-size, 1.125rem) * 0.6);
      font-weight: 650;
      line-height: 1;
      background: light-dark(oklch(0.88 0.045 var(--hue)), oklch(0.36 0.05 var(--hue)));
      color: light-dark(oklch(0.36 0.07 var(--hue)), oklch(0.9 0.04 var(--hue)));
      -webkit-user-select: none;
      user-select: none;
    }

    .hue-1 {
      --hue: 20;
    }

    .hue-2 {
      --hue: 75;
    }

    .hue-3 {
      --hue: 110;
    }

    .hue-4 {
      --hue: 145;
    }

    .hue-5 {
      --hue: 180;
    }

    .hue-6 {
      --hue: 215;
    }

    .hue-7 {
      --hue: 250;
    }

    .hue-8 {
      --hue: 290;
    }

    .hue-9 {
      --hue: 340;
    }
  `;

  /** The title's name. */
  @property() name = "";

  override render(): TemplateResult {
    return html`<span class=${classMap({ [`hue-${hueOf(this.name)}`]: true })} aria-hidden="true"
      >${initialOf(this.name)}</span
    >`;
  }
}

/** The first letter or digit of a name, without the article that so many begin with. */
function initialOf(name: string): string {
  const significant = name.replace(/^(?:the|der|die|das|le|la|les|el|il)\s+/i, "");
  return /[\p{L}\p{N}]/u.exec(significant)?.[0].toLocaleUpperCase() ?? "•";
}

function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hash % hues;
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-feed-icon": FeedIcon;
  }
}
