import { consume } from "@lit/context";
import { Task } from "@lit/task";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { CatalogueEntry, Section } from "../../preload/contract/contract.ts";
import { clientContext, libraryContext } from "../app/contexts.ts";
import "../components/empty-state.ts";
import "../components/feed-icon.ts";
import { StoreController } from "../controllers/store-controller.ts";
import type { FeedToFollow } from "../state/actions.ts";
import { asFailure, type Client } from "../state/client.ts";
import type { LibraryStore } from "../state/library-store.ts";
import { formatCountry, formatLanguage } from "../text/formats.ts";
import { sectionName, sections, t, wordError } from "../text/text.ts";
import {
  countriesOf,
  filterCatalogue,
  languagesOf,
  preferredLanguage,
  type CatalogueFilter,
  type Choice,
} from "./catalogue-filter.ts";
import { catalogueStyles } from "./catalogue-styles.ts";

/** Other titles are chosen than before. */
export class SelectionEvent extends Event {
  static readonly type = "bs-selection";
  readonly feeds: readonly FeedToFollow[];

  constructor(feeds: readonly FeedToFollow[]) {
    super(SelectionEvent.type);
    this.feeds = feeds;
  }
}

/**
 * The built-in catalogue with search and filters, to choose titles from.
 *
 * @event bs-selection - the choice changed
 */
@customElement("bs-catalogue-picker")
export class CataloguePicker extends LitElement {
  static override styles = catalogueStyles;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: libraryContext }) private readonly library!: LibraryStore;

  @state() private filter: CatalogueFilter = { words: "", section: "", country: "", language: "" };
  /** The feeds that are ticked. */
  @state() private chosen: ReadonlySet<string> = new Set();

  readonly #entries = new Task(this, {
    args: () => [],
    task: async () => {
      const { entries } = await this.client.request("catalogue.list", {});
      const language = preferredLanguage(entries, navigator.languages);
      this.filter = { ...this.filter, language };
      return entries;
    },
  });

  constructor() {
    super();
    new StoreController(this, () => [this.library]);
  }

  /** Unticks everything. */
  clear(): void {
    this.#choose(new Set());
  }

  override render(): TemplateResult {
    return this.#entries.render({
      complete: (entries) => this.#renderEntries(entries),
      error: (thrown) =>
        html`<bs-empty-state
          icon="warning"
          .heading=${t("catalogue.failed")}
          .hint=${wordError(asFailure(thrown))}
        ></bs-empty-state>`,
    }) as TemplateResult;
  }

  #renderEntries(entries: readonly CatalogueEntry[]): TemplateResult {
    const shown = filterCatalogue(entries, this.filter);
    const followed = new Set(this.library.sources?.feeds.map((feed) => feed.address));
    return html`
      <div class="filters">
        <input
          type="search"
          aria-label=${t("catalogue.search")}
          placeholder=${t("catalogue.search")}
          .value=${this.filter.words}
          @input=${(event: Event) => this.#narrow({ words: valueOf(event) })}
        />
        ${this.#renderFilter(
          t("catalogue.section"),
          t("catalogue.allSections"),
          sections.map((value) => ({ value, label: sectionName(value) })),
          this.filter.section,
          (section) => this.#narrow({ section: section as Section | "" }),
        )}
        ${this.#renderFilter(
          t("catalogue.language"),
          t("catalogue.allLanguages"),
          languagesOf(entries),
          this.filter.language,
          (language) => this.#narrow({ language }),
        )}
        ${this.#renderFilter(
          t("catalogue.country"),
          t("catalogue.allCountries"),
          countriesOf(entries),
          this.filter.country,
          (country) => this.#narrow({ country }),
        )}
      </div>
      <div class="summary">
        <span role="status">${t("catalogue.shown", { count: shown.length })}</span>
        <span class="links">
          <button
            class="link-button"
            ?hidden=${shown.length === 0}
            @click=${() =>
              this.#choose(
                new Set([
                  ...this.chosen,
                  ...shown.map(({ feed }) => feed).filter((feed) => !followed.has(feed)),
                ]),
              )}
          >
            ${t("catalogue.selectAll")}
          </button>
          <button
            class="link-button"
            ?hidden=${this.chosen.size === 0}
            @click=${() => this.clear()}
          >
            ${t("catalogue.clear")}
          </button>
        </span>
      </div>
      ${
        shown.length === 0
          ? html`<bs-empty-state
              icon="search"
              .heading=${t("catalogue.none")}
              .hint=${t("catalogue.none.hint")}
            ></bs-empty-state>`
          : html`<ul class="scrolls entries">
              ${repeat(
                shown,
                ({ feed }) => feed,
                (entry) => this.#renderEntry(entry, followed.has(entry.feed)),
              )}
            </ul>`
      }
    `;
  }

  #renderFilter(
    label: string,
    all: string,
    choices: readonly Choice[],
    value: string,
    change: (value: string) => void,
  ): TemplateResult {
    return html`<select aria-label=${label} @change=${(event: Event) => change(valueOf(event))}>
      <option value="" ?selected=${value === ""}>${all}</option>
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${choice.value === value}>
            ${choice.label}
          </option>`,
      )}
    </select>`;
  }

  #renderEntry(entry: CatalogueEntry, isFollowed: boolean): TemplateResult {
    const facts = [
      sectionName(entry.section),
      formatCountry(entry.country),
      formatLanguage(entry.language),
    ];
    return html`<li>
      <label class="entry">
        <input
          type="checkbox"
          .checked=${isFollowed || this.chosen.has(entry.feed)}
          ?disabled=${isFollowed}
          @change=${() => this.#toggle(entry.feed)}
        />
        <bs-feed-icon name=${entry.title}></bs-feed-icon>
        <span class="words">
          <span class="name" dir="auto">${entry.title}</span>
          ${isFollowed ? html`<span class="mark">${t("add.following")}</span>` : nothing}
          ${
            entry.paywall === "hard" || entry.paywall === "metered"
              ? html`<span class="mark paywall">${t(`catalogue.paywall.${entry.paywall}`)}</span>`
              : nothing
          }
          <span class="description">${entry.description}</span>
          <span class="facts">${facts.join(" · ")}</span>
        </span>
      </label>
    </li>`;
  }

  #narrow(change: Partial<CatalogueFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.renderRoot.querySelector(".entries")?.scrollTo(0, 0);
  }

  #toggle(feed: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(feed)) chosen.add(feed);
    this.#choose(chosen);
  }

  #choose(chosen: ReadonlySet<string>): void {
    this.chosen = chosen;
    const entries = this.#entries.value ?? [];
    this.dispatchEvent(
      new SelectionEvent(
        entries
          .filter(({ feed }) => chosen.has(feed))
          .map(({ feed, title, site, section, language }) => ({
            address: feed,
            title,
            site,
            section,
            language,
          })),
      ),
    );
  }
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    ? target.value
    : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-catalogue-picker": CataloguePicker;
  }
  interface HTMLElementEventMap {
    "bs-selection": SelectionEvent;
  }
}
