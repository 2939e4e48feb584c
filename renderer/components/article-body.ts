import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Picture } from "../../preload/contract/contract.ts";
import { directionOf } from "../text/direction.ts";
import { findWords, type Term } from "../text/find-words.ts";
import { articleEmbeds } from "../theme/article-embeds.ts";
import { articleScripts } from "../theme/article-scripts.ts";
import { articleText } from "../theme/article-text.ts";
import { pictureBox } from "../theme/picture-box.ts";
import { articleSanitizer } from "./article-sanitizer.ts";
import { showPicture } from "./show-picture.ts";

/** A link in an article was followed. */
export class LinkEvent extends Event {
  static readonly type = "bs-link";
  readonly address: string;

  constructor(address: string) {
    super(LinkEvent.type, { bubbles: true, composed: true });
    this.address = address;
  }
}

/**
 * The text of an article. Its HTML was sanitised when it was stored and is once more by the engine
 * here; its pictures come from this disk or not at all.
 *
 * @event bs-link - a link was followed
 */
@customElement("bs-article-body")
export class ArticleBody extends LitElement {
  static override styles = [
    pictureBox,
    articleText,
    articleEmbeds,
    articleScripts,
    css`
      :host {
        display: block;
      }

      ::highlight(found) {
        background: var(--found);
        color: var(--ink);
      }
    `,
  ];

  @query(".text") private readonly text!: HTMLElement;

  @property() content = "";
  @property({ attribute: false }) pictures: readonly Picture[] = [];

  /** Words that are looked for, which are highlighted. */
  @property({ attribute: false }) terms: readonly Term[] = [];

  constructor() {
    super();
    this.addEventListener("click", this.#onClick);
    this.addEventListener("auxclick", this.#onClick);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("content")) {
      this.text.setHTML(this.content, { sanitizer: articleSanitizer });
      this.text.dir = directionOf(this.text.textContent);
      this.#makeWideThingsScroll();
    }
    if (changed.has("content") || changed.has("pictures")) this.#showPictures();
    if (changed.has("content") || changed.has("terms")) this.#highlight();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    CSS.highlights.delete("found");
  }

  override render(): TemplateResult {
    return html`<div class="text"></div>`;
  }

  /** By ranges alone: what stands in the article is not touched. */
  #highlight(): void {
    CSS.highlights.delete("found");
    if (this.terms.length === 0) return;
    const walker = document.createTreeWalker(this.text, NodeFilter.SHOW_TEXT);
    const ranges: Range[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const { start, end } of findWords(node.textContent ?? "", this.terms)) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        ranges.push(range);
      }
    }
    if (ranges.length > 0) CSS.highlights.set("found", new Highlight(...ranges));
  }

  #showPictures(): void {
    for (const image of this.text.querySelectorAll<HTMLImageElement>("img[data-picture]")) {
      const picture = this.pictures[Number(image.dataset.picture)];
      if (picture === undefined) image.remove();
      else showPicture(image, picture);
    }
  }

  /** Wide tables and code scroll inside themselves, also by keyboard; the page never does. */
  #makeWideThingsScroll(): void {
    for (const table of this.text.querySelectorAll("table")) {
      const frame = document.createElement("div");
      frame.className = "table";
      frame.tabIndex = 0;
      table.replaceWith(frame);
      frame.append(table);
    }
    for (const code of this.text.querySelectorAll("pre")) code.tabIndex = 0;
  }

  #onClick = (event: MouseEvent): void => {
    const link = event
      .composedPath()
      .find((target) => target instanceof HTMLAnchorElement && target.hasAttribute("href"));
    if (!(link instanceof HTMLAnchorElement)) return;
    // The window never leaves its page, whatever a link says and however it is clicked.
    event.preventDefault();
    const address = link.getAttribute("href") ?? "";
    if (address.startsWith("#")) this.#scrollToFragment(address.slice(1));
    else this.dispatchEvent(new LinkEvent(address));
  };

  #scrollToFragment(fragment: string): void {
    let name = fragment;
    try {
      name = decodeURIComponent(fragment);
    } catch {
      // A fragment that is no percent-encoding names what it says.
    }
    const target = this.text.querySelector(
      `[id="${CSS.escape(name)}"], [name="${CSS.escape(name)}"]`,
    );
    if (!(target instanceof HTMLElement)) return;
    target.scrollIntoView({ block: "center" });
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-article-body": ArticleBody;
  }
  interface HTMLElementEventMap {
    "bs-link": LinkEvent;
  }
}
