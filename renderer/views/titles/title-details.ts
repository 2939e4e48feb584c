import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { FeedSummary, FullText, Section } from "../../../preload/contract/contract.ts";
import { TitleWishEvent, type TitleWish } from "../../app/title-wish-event.ts";
import "../../components/feed-icon.ts";
import "../../components/icon.ts";
import { sectionName, sections, t } from "../../text/text.ts";
import { fullTextChoices, sharedFullText } from "../full-text-choices.ts";
import { wishesFor, wordWish } from "../title-wishes.ts";
import { actsFor, iconOf, TitleActEvent, type TitleAct } from "./title-act.ts";
import { titleDetailsStyles } from "./title-details-styles.ts";
import type { TitleEntry } from "./title-entry.ts";
import { wordPageFacts } from "./word-pages.ts";
import { wordAccessFacts, wordArticleFacts, wordVisitFacts } from "./title-facts.ts";

/** The reader puts the chosen titles into a section. */
export class TitleSectionEvent extends Event {
  static readonly type = "bs-title-section";
  readonly section: Section | null;

  constructor(chosen: Section | null) {
    super(TitleSectionEvent.type);
    this.section = chosen;
  }
}

/** The reader decides whether the chosen titles' full texts are fetched. */
export class TitleFullTextEvent extends Event {
  static readonly type = "bs-title-full-text";
  readonly fullText: FullText;

  constructor(chosen: FullText) {
    super(TitleFullTextEvent.type);
    this.fullText = chosen;
  }
}

const mixed = "several";

/**
 * All that is known of the chosen title in sentences, or of several how many, and what can be done.
 *
 * @event bs-title-act - something is to be done
 * @event bs-title-section - another section was chosen
 * @event bs-title-full-text - it was chosen whether full texts are fetched
 * @event bs-title-show - the title is to be shown that this one is most likely the same as
 */
@customElement("bs-title-details")
export class TitleDetails extends LitElement {
  static override styles = titleDetailsStyles;

  @property({ attribute: false }) entries: readonly TitleEntry[] = [];
  /** The name of the title that the chosen one most likely is the same as; null for none. */
  @property() duplicate: string | null = null;
  /** The time now, in milliseconds since 1970. */
  @property({ type: Number }) now = 0;

  override render(): TemplateResult | typeof nothing {
    const [only, ...others] = this.entries;
    if (only === undefined) return nothing;
    return html`<div class="scrolls" tabindex="0" role="region" aria-label=${t("titles.details")}>
      ${others.length === 0 ? this.#renderOne(only) : this.#renderMany()}
    </div>`;
  }

  #renderOne(entry: TitleEntry): TemplateResult {
    const { feed, record } = entry;
    return html`<div class="name">
        <bs-feed-icon name=${feed.title} .icon=${feed.icon}></bs-feed-icon>
        <h3><bdi>${feed.title}</bdi></h3>
      </div>
      <p class="address"><bdi>${feed.address}</bdi></p>
      ${this.#renderFacts(wordVisitFacts(entry, this.now), feed.failure !== null)}
      ${this.#renderWishes(feed, wishesFor(feed), "wishes")} ${this.#renderDuplicate()}
      ${this.#renderButtons()} ${this.#renderSection()} ${this.#renderFullText()}
      ${this.#renderPages(wordPageFacts(record?.pages ?? null))}
      ${this.#renderFacts(wordArticleFacts(entry, this.now))}
      ${this.#renderFacts(wordAccessFacts(entry))}
      ${
        record === null || record.problems.length === 0
          ? nothing
          : html`<p>${t("titles.fact.problems")}</p>
              <ul lang="en">
                ${record.problems.map((problem) => html`<li>${problem}</li>`)}
              </ul>`
      }
      ${this.#renderWishes(feed, otherWishes(feed), "more")}`;
  }

  #renderMany(): TemplateResult {
    return html`<h3>${t("titles.selected", { count: this.entries.length })}</h3>
      ${this.#renderButtons()} ${this.#renderSection()} ${this.#renderFullText()}`;
  }

  #renderFacts(sentences: readonly string[], isFailing = false): TemplateResult[] {
    return sentences.map(
      (sentence, at) => html`<p class=${isFailing && at === 0 ? "failing" : ""}>${sentence}</p>`,
    );
  }

  #renderPages(sentences: readonly string[]): TemplateResult | typeof nothing {
    return sentences.length === 0 ? nothing : html`<p>${sentences.join(" ")}</p>`;
  }

  #renderDuplicate(): TemplateResult | typeof nothing {
    if (this.duplicate === null) return nothing;
    return html`<p>
      ${t("titles.fact.duplicate", { title: this.duplicate })}
      <button class="link-button" @click=${() => this.dispatchEvent(new Event("bs-title-show"))}>
        ${t("titles.do.showDuplicate")}
      </button>
    </p>`;
  }

  #renderButtons(): TemplateResult {
    return html`<div class="buttons">
      ${actsFor(this.entries).map((act) => this.#renderButton(act))}
    </div>`;
  }

  #renderButton(act: TitleAct): TemplateResult {
    return html`<button
      class=${act === "visit" ? "button primary" : "button"}
      @click=${() => this.dispatchEvent(new TitleActEvent(act))}
    >
      <bs-icon name=${iconOf(act)}></bs-icon>${t(`titles.do.${act}`)}
    </button>`;
  }

  #renderSection(): TemplateResult {
    const chosen = new Set(this.entries.map(({ feed }) => feed.section));
    const [only = null] = chosen;
    const value = chosen.size > 1 ? mixed : (only ?? "");
    return html`<label
      >${t("titles.section")}
      <select .value=${value} @change=${this.#onSection}>
        ${
          chosen.size > 1
            ? html`<option value=${mixed} disabled selected>${t("titles.section.several")}</option>`
            : nothing
        }
        <option value="" ?selected=${value === ""}>${t("titles.section.none")}</option>
        ${sections.map(
          (name) =>
            html`<option value=${name} ?selected=${value === name}>${sectionName(name)}</option>`,
        )}
      </select></label
    >`;
  }

  #renderFullText(): TemplateResult {
    const feeds = this.entries.map(({ feed }) => feed);
    const value = sharedFullText(feeds);
    return html`<label class="wide" title=${t("fullText.hint")}
      >${t("fullText.label")}
      <select .value=${value ?? mixed} @change=${this.#onFullText}>
        ${
          value === null
            ? html`<option value=${mixed} disabled selected>${t("fullText.several")}</option>`
            : nothing
        }
        ${fullTextChoices(feeds).map(
          (choice) =>
            html`<option value=${choice.value} ?selected=${choice.value === value}>
              ${choice.label}
            </option>`,
        )}
      </select></label
    >`;
  }

  #renderWishes(
    feed: FeedSummary,
    wishes: readonly TitleWish[],
    kind: "wishes" | "more",
  ): TemplateResult | typeof nothing {
    if (wishes.length === 0) return nothing;
    return html`<div class=${kind}>
      ${wishes.map(
        (wish) =>
          html`<button
            class=${kind === "wishes" ? "button" : "link-button"}
            @click=${() => this.dispatchEvent(new TitleWishEvent(wish, feed))}
          >
            ${wordWish(wish, feed)}
          </button>`,
      )}
    </div>`;
  }

  #onSection = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    this.dispatchEvent(new TitleSectionEvent(sections.find((name) => name === value) ?? null));
  };

  #onFullText = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    const chosen = fullTextChoices([]).find((choice) => choice.value === value);
    if (chosen !== undefined) this.dispatchEvent(new TitleFullTextEvent(chosen.value));
  };
}

/** What can be asked of a title beside what its failure calls for. */
function otherWishes(feed: FeedSummary): readonly TitleWish[] {
  const fitting = wishesFor(feed);
  const all: readonly TitleWish[] = [
    "choose-extraction",
    ...(feed.hasOwnExtraction ? (["reset-extraction"] as const) : []),
    "change-address",
    "give-credentials",
    feed.signedIn ? "sign-out" : "sign-in",
  ];
  return all.filter((wish) => !fitting.includes(wish));
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-title-details": TitleDetails;
  }
  interface HTMLElementEventMap {
    "bs-title-full-text": TitleFullTextEvent;
    "bs-title-section": TitleSectionEvent;
  }
}
