import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { FeedIcon } from "../../preload/contract/contract.ts";
import { feedIconStyles } from "./feed-icon-styles.ts";
import { judgeIcon, knownGround, type IconGround } from "./icon-ground.ts";
import { monogramOf } from "./monogram.ts";

/**
 * A title's mark: its icon, else its initials on a calm colour that its name decides. Decoration
 * only. `--feed-icon-size` sets its sides.
 */
@customElement("bs-feed-icon")
export class FeedIconView extends LitElement {
  static override styles = feedIconStyles;

  /** What the icon needs behind it; null until it is loaded. */
  @state() private ground: IconGround | null = null;
  /** The picture is not there, or is none. */
  @state() private isBroken = false;

  /** The title's name. */
  @property() name = "";
  /** Null: it has none. */
  @property({ attribute: false, hasChanged: isOtherIcon }) icon: FeedIcon | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("icon")) return;
    this.isBroken = false;
    this.ground = knownGround(shownOf(this.icon) ?? "") ?? null;
  }

  override render(): TemplateResult {
    return this.icon === null || this.isBroken
      ? this.#renderMonogram()
      : this.#renderIcon(this.icon);
  }

  #renderIcon({ media, dark }: FeedIcon): TemplateResult {
    return html`<span class="box ${this.ground ?? "loading"}" aria-hidden="true"
      ><picture
        >${
          dark === null
            ? nothing
            : html`<source srcset=${addressOf(dark)} media="(prefers-color-scheme: dark)" />`
        }<img
          src=${addressOf(media)}
          alt=""
          draggable="false"
          @load=${this.#onLoad}
          @error=${this.#onError} /></picture
    ></span>`;
  }

  #renderMonogram(): TemplateResult {
    const { letters, hue } = monogramOf(this.name);
    const [first, second] = letters;
    return html`<span
      class="box monogram hue-${hue} ${second === undefined ? "one" : "two"}"
      aria-hidden="true"
      ><span class="letters"
        >${first}${second === undefined ? nothing : html`<span class="second">${second}</span>`}</span
      ></span
    >`;
  }

  #onLoad = (event: Event): void => {
    this.ground = judgeIcon(event.target as HTMLImageElement);
  };

  #onError = (): void => {
    this.isBroken = true;
  };
}

function addressOf(media: string): string {
  return `media/${media}`;
}

/** The one of its pictures that is shown now. */
function shownOf(icon: FeedIcon | null): string | null {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return (isDark ? icon?.dark : null) ?? icon?.media ?? null;
}

/** Every answer of the main process brings new objects for the same icons. */
function isOtherIcon(now: FeedIcon | null, before: FeedIcon | null | undefined): boolean {
  return now?.media !== before?.media || now?.dark !== before?.dark;
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-feed-icon": FeedIconView;
  }
}
