import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Highlight as Kept, Picture } from "../../preload/contract/contract.ts";
import { directionOf } from "../text/direction.ts";
import { PassageFinder, trimStretch, type Stretch } from "../text/find-passage.ts";
import { findWords, type Term } from "../text/find-words.ts";
import { articleEmbeds } from "../theme/article-embeds.ts";
import { articleScripts } from "../theme/article-scripts.ts";
import { articleText } from "../theme/article-text.ts";
import { pictureBox } from "../theme/picture-box.ts";
import { articleSanitizer } from "./article-sanitizer.ts";
import { drawRanges, forgetRanges } from "./drawn-ranges.ts";
import { PlainText } from "./plain-text.ts";
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

/** A passage was selected with the pointer or otherwise, or none any more (null). */
export class PassageEvent extends Event {
  static readonly type = "bs-passage";
  readonly passage: Stretch | null;

  constructor(passage: Stretch | null) {
    super(PassageEvent.type, { bubbles: true, composed: true });
    this.passage = passage;
  }
}

/** A highlight was pressed. */
export class HighlightEvent extends Event {
  static readonly type = "bs-highlight";
  readonly id: string;

  constructor(id: string) {
    super(HighlightEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

const noHighlights: readonly Kept[] = [];

/**
 * The text of an article. Its HTML was sanitised when it was stored and is once more by the engine
 * here; its pictures come from this disk or not at all.
 *
 * @event bs-link - a link was followed
 * @event bs-passage - a passage was selected, or none any more
 * @event bs-highlight - a highlight was pressed
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

      ::highlight(kept),
      ::highlight(noted) {
        background: var(--kept);
        color: var(--ink);
      }

      ::highlight(noted) {
        text-decoration: underline dotted var(--ink-soft);
      }

      ::highlight(choosing) {
        background: var(--choosing);
        color: var(--ink);
      }

      @media (forced-colors: active) {
        ::highlight(found),
        ::highlight(kept),
        ::highlight(noted) {
          background: Mark;
          color: MarkText;
        }

        ::highlight(choosing) {
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  @query(".text") private readonly text!: HTMLElement;

  @property() content = "";
  @property({ attribute: false }) pictures: readonly Picture[] = [];

  /** Words that are looked for, which are highlighted. */
  @property({ attribute: false }) terms: readonly Term[] = [];

  /** Passages that the reader marked. */
  @property({ attribute: false }) highlights = noHighlights;

  /** A passage that is being chosen. */
  @property({ attribute: false }) chosen: Stretch | null = null;

  #plain: PlainText | null = null;
  /** Where the highlights stand that are in this text, by their names. */
  #places = new Map<string, Stretch>();
  #isPressing = false;
  #selected: Stretch | null = null;

  constructor() {
    super();
    this.addEventListener("click", this.#onClick);
    this.addEventListener("auxclick", this.#onClick);
    this.addEventListener("pointerdown", () => (this.#isPressing = true));
  }

  /** The text that is shown, with a line break between blocks. */
  get plain(): PlainText {
    return (this.#plain ??= new PlainText(this.text));
  }

  /** The selected passage; null while there is none. */
  get selected(): Stretch | null {
    return this.#selected;
  }

  /** Where a highlight stands; null when it is not in this text. */
  placeOf(id: string): Stretch | null {
    return this.#places.get(id) ?? null;
  }

  /** Where a passage is on screen, in CSS pixels of the window; null when there is no such text. */
  boxOf(passage: Stretch): DOMRect | null {
    return this.plain.rangeOf(passage)?.getBoundingClientRect() ?? null;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("content")) {
      this.text.setHTML(this.content, { sanitizer: articleSanitizer });
      this.text.dir = directionOf(this.text.textContent);
      this.#makeWideThingsScroll();
      this.#plain = null;
    }
    if (changed.has("content") || changed.has("pictures")) this.#showPictures();
    if (changed.has("content") || changed.has("terms")) this.#drawFound();
    if (changed.has("content") || changed.has("highlights")) this.#drawKept();
    if (changed.has("content") || changed.has("chosen")) this.#drawChosen();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("selectionchange", this.#onSelectionChange);
    window.addEventListener("pointerup", this.#onPointerEnd);
    window.addEventListener("pointercancel", this.#onPointerEnd);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("selectionchange", this.#onSelectionChange);
    window.removeEventListener("pointerup", this.#onPointerEnd);
    window.removeEventListener("pointercancel", this.#onPointerEnd);
    forgetRanges(this);
  }

  override render(): TemplateResult {
    return html`<div class="text"></div>`;
  }

  /** By ranges alone: what stands in the article is not touched. */
  #drawFound(): void {
    const ranges: Range[] = [];
    if (this.terms.length > 0) {
      const walker = document.createTreeWalker(this.text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (const { start, end } of findWords(node.textContent ?? "", this.terms)) {
          const range = new Range();
          range.setStart(node, start);
          range.setEnd(node, end);
          ranges.push(range);
        }
      }
    }
    drawRanges(this, "found", ranges);
  }

  #drawKept(): void {
    this.#places = new Map();
    const ranges = { kept: [] as Range[], noted: [] as Range[] };
    if (this.highlights.length > 0) {
      const finder = new PassageFinder(this.plain.text);
      for (const highlight of this.highlights) {
        const place = finder.find(highlight);
        const range = place === null ? null : this.plain.rangeOf(place);
        if (place === null || range === null) continue;
        this.#places.set(highlight.id, place);
        ranges[highlight.note === "" ? "kept" : "noted"].push(range);
      }
    }
    drawRanges(this, "kept", ranges.kept);
    drawRanges(this, "noted", ranges.noted);
  }

  #drawChosen(): void {
    const range = this.chosen === null ? null : this.plain.rangeOf(this.chosen);
    drawRanges(this, "choosing", range === null ? [] : [range]);
  }

  /** While the pointer is pressed the selection still grows. */
  #onSelectionChange = (): void => {
    if (!this.#isPressing) this.#tellSelection();
  };

  #onPointerEnd = (): void => {
    if (!this.#isPressing) return;
    this.#isPressing = false;
    // A press on a selection takes it away only after this.
    setTimeout(() => {
      this.#tellSelection();
    });
  };

  #tellSelection(): void {
    const passage = this.#readSelection();
    const before = this.#selected;
    if (passage?.start === before?.start && passage?.end === before?.end) return;
    this.#selected = passage;
    this.dispatchEvent(new PassageEvent(passage));
  }

  #readSelection(): Stretch | null {
    const { shadowRoot } = this;
    const selection = document.getSelection();
    if (!this.hasUpdated || shadowRoot === null || selection === null) return null;
    const [range] = selection.getComposedRanges({ shadowRoots: [shadowRoot] });
    if (range === undefined) return null;
    const { plain } = this;
    const start = plain.offsetOf(range.startContainer, range.startOffset);
    const end = plain.offsetOf(range.endContainer, range.endOffset);
    // What goes beyond the text is of no concern.
    if (start === null && end === null) return null;
    return trimStretch(plain.text, { start: start ?? 0, end: end ?? plain.text.length });
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
    if (!(link instanceof HTMLAnchorElement)) {
      this.#tellHighlightAt(event);
      return;
    }
    // The window never leaves its page, whatever a link says and however it is clicked.
    event.preventDefault();
    const address = link.getAttribute("href") ?? "";
    if (address.startsWith("#")) this.#scrollToFragment(address.slice(1));
    else this.dispatchEvent(new LinkEvent(address));
  };

  /** Drawn ranges take no clicks: the place in the text says which one is meant. */
  #tellHighlightAt({ button, clientX, clientY }: MouseEvent): void {
    const { shadowRoot } = this;
    if (button !== 0 || this.#places.size === 0 || shadowRoot === null) return;
    if (this.#readSelection() !== null) return;
    const caret = document.caretPositionFromPoint(clientX, clientY, { shadowRoots: [shadowRoot] });
    if (caret === null) return;
    const at = this.plain.offsetOf(caret.offsetNode, caret.offset);
    if (at === null) return;
    for (const [id, { start, end }] of this.#places) {
      if (at < start || at > end) continue;
      this.dispatchEvent(new HighlightEvent(id));
      return;
    }
  }

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
    "bs-passage": PassageEvent;
    "bs-highlight": HighlightEvent;
  }
}
