import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state, property } from "lit/decorators.js";
import type { FeedCandidate, FolderId } from "../../preload/contract/contract.ts";
import { actionsContext, clientContext, libraryContext } from "../app/contexts.ts";
import "../components/feed-icon.ts";
import type { Actions } from "../state/actions.ts";
import { asFailure, type Client } from "../state/client.ts";
import type { LibraryStore } from "../state/library-store.ts";
import { controls } from "../theme/controls.ts";
import { formatFullDate } from "../text/formats.ts";
import { t, wordError } from "../text/text.ts";
import { suggestionOf, wordDiscovery, type Suggestion } from "./word-discovery.ts";

/** Looks for feeds at an address and follows the one that is chosen. */
@customElement("bs-add-address")
export class AddAddress extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      label {
        display: block;
        margin-bottom: 0.35rem;
        font-weight: 500;
      }

      form {
        margin: 0;
      }

      .field {
        display: flex;
        gap: 0.5rem;
      }

      input {
        flex: 1;
      }

      p {
        margin: 0.5rem 0 0;
        line-height: 1.5;
        color: var(--ink-faint);
      }

      .error {
        color: var(--warning);
      }

      ul {
        list-style: none;
        margin: 1rem 0 0;
        padding: 0;
        border-top: 1px solid var(--hairline);
      }

      li {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.75rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      .suggestion {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        margin-top: 1rem;
      }

      bs-feed-icon {
        --feed-icon-size: 1.75rem;
      }

      .words {
        flex: 1;
        min-width: 0;
        line-height: 1.45;
      }

      .name {
        font-weight: 600;
      }

      .facts {
        display: block;
        font-size: var(--text-small);
        color: var(--ink-faint);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: actionsContext }) private readonly actions!: Actions;

  @query("input") private readonly input!: HTMLInputElement;

  /** The address that is looked at; null when none is. */
  @state() private searching: string | null = null;
  @state() private candidates: readonly FeedCandidate[] | null = null;
  @state() private failure = "";
  /** What may have been meant by an address at which nothing was found. */
  @state() private suggestion: Suggestion | null = null;

  /** The folder for what is followed: asked for at that moment, since it may have to be made. */
  @property({ attribute: false }) folder: () => Promise<FolderId | null> = () =>
    Promise.resolve(null);

  override focus(): void {
    this.input.focus();
    this.input.select();
  }

  override render(): TemplateResult {
    return html`<form @submit=${this.#onSubmit}>
        <label for="address">${t("add.address.label")}</label>
        <div class="field">
          <input
            id="address"
            type="text"
            inputmode="url"
            autocomplete="off"
            spellcheck="false"
            required
            maxlength="4096"
            placeholder="https://"
          />
          <button class="button primary" ?disabled=${this.searching !== null}>
            ${t("add.address.search")}
          </button>
        </div>
      </form>
      <div role="status">${this.#renderStatus()}</div>
      ${this.suggestion === null ? nothing : this.#renderSuggestion(this.suggestion)}
      ${
        this.candidates === null || this.candidates.length === 0
          ? nothing
          : html`<ul>
              ${this.candidates.map((candidate) => this.#renderCandidate(candidate))}
            </ul>`
      }`;
  }

  #renderStatus(): TemplateResult {
    if (this.searching !== null) {
      return html`<p>${t("add.address.searching", { address: this.searching })}</p>`;
    }
    if (this.failure !== "") return html`<p class="error">${this.failure}</p>`;
    if (this.candidates === null) return html`<p>${t("add.address.hint")}</p>`;
    return html`<p>${t("add.address.found", { count: this.candidates.length })}</p>`;
  }

  #renderSuggestion({ title, address }: Suggestion): TemplateResult {
    return html`<div class="suggestion">
      <span class="words">
        <span dir="auto">${t("add.address.suggested", { title })}</span>
        <span class="facts">${address}</span>
      </span>
      <button class="button" @click=${() => this.#lookAt(address)}>
        ${t("add.address.suggestedAction")}
      </button>
    </div>`;
  }

  #renderCandidate(candidate: FeedCandidate): TemplateResult {
    const facts = [t("add.items", { count: candidate.itemCount })];
    if (candidate.newest !== null) {
      facts.push(t("add.address.newest", { date: formatFullDate(candidate.newest) }));
    }
    const name = candidate.title === "" ? candidate.address : candidate.title;
    return html`<li>
      <bs-feed-icon
        name=${name}
        .icon=${this.library.iconOf(candidate.followedAs ?? undefined)}
      ></bs-feed-icon>
      <span class="words">
        <span class="name" dir="auto">${name}</span>
        ${
          candidate.description === ""
            ? nothing
            : html`<span class="facts" dir="auto">${candidate.description}</span>`
        }
        <span class="facts">${candidate.address}</span>
        <span class="facts">${facts.join(" · ")}</span>
      </span>
      <button
        class="button"
        ?disabled=${candidate.followedAs !== null}
        aria-label="${t(candidate.followedAs === null ? "add.follow" : "add.following")}: ${name}"
        @click=${() => void this.#follow(candidate)}
      >
        ${t(candidate.followedAs === null ? "add.follow" : "add.following")}
      </button>
    </li>`;
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    const address = this.input.value.trim();
    if (address !== "" && this.searching === null) void this.#discover(address);
  };

  #lookAt(address: string): void {
    this.input.value = address;
    this.focus();
    void this.#discover(address);
  }

  async #discover(address: string): Promise<void> {
    this.searching = address;
    this.failure = "";
    this.suggestion = null;
    this.candidates = null;
    try {
      const { candidates } = await this.client.request("sources.discover", { address });
      if (candidates.length === 0) this.failure = wordError({ code: "no-feed-found" });
      else this.candidates = candidates;
    } catch (thrown) {
      const failure = asFailure(thrown);
      this.failure = wordDiscovery(failure);
      this.suggestion = suggestionOf(failure);
    }
    this.searching = null;
  }

  async #follow(candidate: FeedCandidate): Promise<void> {
    const { address, title, site } = candidate;
    const feed = {
      address,
      ...(title === "" ? {} : { title: title.slice(0, 200) }),
      ...(site === null ? {} : { site }),
    };
    const result = await this.actions.follow([feed], await this.folder());
    const followedAs = result?.followed[0] ?? result?.alreadyFollowed[0];
    if (followedAs === undefined) return;
    this.candidates =
      this.candidates?.map((other) => (other === candidate ? { ...other, followedAs } : other)) ??
      null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-add-address": AddAddress;
  }
}
