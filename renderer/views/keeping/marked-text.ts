import { consume } from "@lit/context";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Article, Highlight } from "../../../preload/contract/contract.ts";
import { highlightsContext } from "../../app/contexts.ts";
import "../../components/article-body.ts";
import type { ArticleBody, HighlightEvent, PassageEvent } from "../../components/article-body.ts";
import { focused } from "../../components/focused.ts";
import type { HighlightActions } from "../../state/highlight-actions.ts";
import type { Stretch } from "../../text/find-passage.ts";
import type { Term } from "../../text/find-words.ts";
import { sentencesOf } from "../../text/sentences.ts";
import "./highlight-dialog.ts";
import type { HighlightDialog } from "./highlight-dialog.ts";
import "./highlight-list.ts";
import type { HighlightWishEvent } from "./highlight-list.ts";
import "./passage-bar.ts";
import type { PassageBar, PassageWish, PassageWishEvent } from "./passage-bar.ts";

const noHighlights: readonly Highlight[] = [];
/** CSS pixels between a passage and the bar at it. */
const distance = 8;

/** The passage that the bar stands at. */
type Held =
  | { readonly kind: "selected"; readonly place: Stretch }
  | { readonly kind: "kept"; readonly place: Stretch; readonly highlight: Highlight }
  | {
      readonly kind: "choosing";
      readonly place: Stretch;
      readonly sentences: readonly Stretch[];
      /** The first and last chosen sentence. */
      readonly first: number;
      readonly last: number;
      /** What had the focus before. */
      readonly before: HTMLElement | null;
    };

/**
 * An article's text in which passages can be marked, and the list of those that are. It renders
 * into its parent's tree, whose styles are those of the article.
 */
@customElement("bs-marked-text")
export class MarkedText extends LitElement {
  @consume({ context: highlightsContext }) private readonly actions!: HighlightActions;

  @query("bs-article-body") readonly body!: ArticleBody;
  @query("bs-passage-bar") private readonly bar!: PassageBar | null;
  @query("bs-highlight-dialog") private readonly dialog!: HighlightDialog;

  @property({ attribute: false }) article!: Article;
  @property({ attribute: false }) terms: readonly Term[] = [];

  @state() private held: Held | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Marks what is selected; where nothing is, lets the reader choose a sentence by keyboard. */
  mark(): void {
    const { selected } = this.body;
    if (selected === null) this.#beginChoosing();
    else void this.#keep(selected, false);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("article");
    if (before === undefined) return;
    // Another text, another place; of a highlight that is gone nothing can be wished.
    const isOther = before.id !== this.article.id || before.html !== this.article.html;
    const { held } = this;
    const isGone =
      held?.kind === "kept" && !this.#highlights.some(({ id }) => id === held.highlight.id);
    if (isOther || isGone) this.held = null;
  }

  override render(): TemplateResult {
    const { article, held } = this;
    return html`<bs-article-body
        lang=${article.language ?? nothing}
        .content=${article.html}
        .pictures=${article.pictures}
        .terms=${this.terms}
        .highlights=${this.#highlights}
        .chosen=${held?.kind === "choosing" ? held.place : null}
        @bs-passage=${this.#onPassage}
        @bs-highlight=${this.#onHighlight}
      ></bs-article-body>
      ${
        held === null
          ? nothing
          : html`<bs-passage-bar
              lang="en"
              .kind=${held.kind}
              .passage=${this.body.plain.text.slice(held.place.start, held.place.end)}
              @bs-passage-wish=${this.#onWish}
              @focusout=${this.#onFocusOut}
            ></bs-passage-bar>`
      }
      ${
        this.#highlights.length === 0
          ? nothing
          : html`<bs-highlight-list
              lang="en"
              .highlights=${this.#highlights}
              .language=${article.language}
              @bs-highlight-wish=${this.#onListWish}
            ></bs-highlight-list>`
      }
      <bs-highlight-dialog lang="en"></bs-highlight-dialog>`;
  }

  override updated(): void {
    const { bar, held } = this;
    if (bar === null || held === null) return;
    void Promise.all([bar.updateComplete, this.body.updateComplete]).then(() => {
      this.#placeBar(bar, held.place);
    });
  }

  get #highlights(): readonly Highlight[] {
    return this.article.bookmark?.highlights ?? noHighlights;
  }

  /** Above the passage, below it where there is no room in sight; it scrolls along with the text. */
  #placeBar(bar: PassageBar, place: Stretch): void {
    const box = this.body.boxOf(place);
    if (box === null) return;
    const home = this.getBoundingClientRect();
    const visibleTop = this.closest(".scrolls")?.getBoundingClientRect().top ?? 0;
    const { width, height } = bar.getBoundingClientRect();
    const isAbove = box.top - height - distance >= visibleTop;
    const top = isAbove ? box.top - height - distance : box.bottom + distance;
    const middle = box.left + box.width / 2 - width / 2;
    const left = Math.min(Math.max(middle, home.left), home.right - width);
    bar.style.top = `${top - home.top}px`;
    bar.style.left = `${left - home.left}px`;
  }

  async #keep(place: Stretch, withNote: boolean): Promise<void> {
    const { article, body } = this;
    const { text } = body.plain;
    const overlapped = this.#overlapping(place);
    const whole = {
      start: Math.min(place.start, ...overlapped.map(({ stretch }) => stretch.start)),
      end: Math.max(place.end, ...overlapped.map(({ stretch }) => stretch.end)),
    };
    const described = this.actions.describe(article, text, whole);
    if (described === null) return;
    const [kept] = overlapped;
    const notes = overlapped.map(({ highlight }) => highlight.note).filter((note) => note !== "");
    const highlight: Highlight = {
      ...described,
      id: kept?.highlight.id ?? described.id,
      note: notes.join("\n\n"),
    };
    if (withNote && overlapped.length === 0) {
      this.#release();
      await this.dialog.ask(article, highlight, true);
      return;
    }
    if (!(await this.actions.put(article, highlight))) return;
    // What the wider one took in is in it now, with its note.
    for (const { highlight: other } of overlapped.slice(1))
      await this.actions.remove(article.id, other.id, false);
    this.#release();
    if (withNote) await this.dialog.ask(article, highlight, false);
  }

  /** Highlights that share text with a place. */
  #overlapping({ start, end }: Stretch): { highlight: Highlight; stretch: Stretch }[] {
    return this.#highlights.flatMap((highlight) => {
      const stretch = this.body.placeOf(highlight.id);
      const shares = stretch !== null && stretch.start < end && start < stretch.end;
      return shares ? [{ highlight, stretch }] : [];
    });
  }

  /** Lets go of the passage; the focus goes back to where it was. */
  #release(): void {
    const { held } = this;
    this.held = null;
    document.getSelection()?.removeAllRanges();
    if (held?.kind === "choosing") held.before?.focus({ preventScroll: true });
  }

  #beginChoosing(): void {
    const sentences = sentencesOf(this.body.plain.text, this.article.language);
    const visibleTop = this.closest(".scrolls")?.getBoundingClientRect().top ?? 0;
    const inSight = sentences.findIndex(
      (sentence) => (this.body.boxOf(sentence)?.top ?? 0) >= visibleTop,
    );
    const first = inSight < 0 ? sentences.length - 1 : inSight;
    this.#choose(sentences, first, first, focused());
    void this.updateComplete.then(() => this.bar?.focus());
  }

  #choose(
    sentences: readonly Stretch[],
    first: number,
    last: number,
    before: HTMLElement | null,
  ): void {
    const from = sentences[first];
    const to = sentences[last];
    if (from === undefined || to === undefined) return;
    const place = { start: from.start, end: to.end };
    this.held = { kind: "choosing", place, sentences, first, last, before };
    this.#bringIntoSight(last === first ? from : to);
  }

  #bringIntoSight(place: Stretch): void {
    const scroller = this.closest(".scrolls");
    const box = this.body.boxOf(place);
    if (scroller === null || box === null) return;
    const { top, bottom, height } = scroller.getBoundingClientRect();
    const room = height / 6;
    if (box.top < top + room || box.bottom > bottom - room)
      scroller.scrollBy({ top: box.top - top - height / 3, behavior: "instant" });
  }

  #step(wish: PassageWish): void {
    const { held } = this;
    if (held?.kind !== "choosing") return;
    const { sentences, first, last, before } = held;
    const end = sentences.length - 1;
    if (wish === "extend") this.#choose(sentences, first, Math.min(last + 1, end), before);
    else if (wish === "shrink") this.#choose(sentences, first, Math.max(first, last - 1), before);
    else {
      const at = wish === "next" ? Math.min(last + 1, end) : Math.max(first - 1, 0);
      this.#choose(sentences, at, at, before);
    }
  }

  #onPassage = ({ passage }: PassageEvent): void => {
    if (passage !== null) this.held = { kind: "selected", place: passage };
    else if (this.held?.kind !== "choosing") this.held = null;
  };

  #onHighlight = ({ id }: HighlightEvent): void => {
    const highlight = this.#highlights.find((one) => one.id === id);
    const place = this.body.placeOf(id);
    if (highlight !== undefined && place !== null) this.held = { kind: "kept", place, highlight };
  };

  #onWish = ({ wish }: PassageWishEvent): void => {
    const { held, article } = this;
    if (held === null) return;
    switch (wish) {
      case "highlight":
      case "highlight-with-note":
        void this.#keep(held.place, wish === "highlight-with-note");
        return;
      case "edit-note":
      case "remove": {
        if (held.kind !== "kept") return;
        this.#release();
        if (wish === "remove") void this.actions.remove(article.id, held.highlight.id);
        else void this.dialog.ask(article, held.highlight, false);
        return;
      }
      case "end": {
        this.#release();
        return;
      }
      default:
        this.#step(wish);
    }
  };

  /** Choosing ends where the reader turns to something else. */
  #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const { held, bar } = this;
    if (held?.kind !== "choosing") return;
    if (relatedTarget instanceof Node && bar?.contains(relatedTarget) === true) return;
    if (relatedTarget !== null) this.held = null;
  };

  #onListWish = ({ wish, highlight }: HighlightWishEvent): void => {
    const { article } = this;
    if (wish === "remove") void this.actions.remove(article.id, highlight.id);
    else if (wish === "edit") void this.dialog.ask(article, highlight, false);
    else this.#show(highlight);
  };

  #show(highlight: Highlight): void {
    const place = this.body.placeOf(highlight.id);
    if (place === null) {
      this.actions.tellItIsNotHere();
      return;
    }
    this.#bringIntoSight(place);
    this.held = { kind: "kept", place, highlight };
    void this.updateComplete.then(() => this.bar?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-marked-text": MarkedText;
  }
}
