import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Article } from "../../preload/contract/contract.ts";
import { CommandEvent } from "../app/command-event.ts";
import type { CommandId } from "../app/commands.ts";
import { actionsContext, libraryContext, textsContext, timelineContext } from "../app/contexts.ts";
import { ExtractionWishEvent } from "../app/extraction-wish-event.ts";
import { hint } from "../app/key-names.ts";
import { focused } from "../components/focused.ts";
import "../components/icon.ts";
import type { IconName } from "../components/icons.ts";
import "../components/menu.ts";
import type { Menu, MenuChoiceEvent } from "../components/menu.ts";
import type { Actions } from "../state/actions.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { TextActions } from "../state/text-actions.ts";
import type { TimelineStore } from "../state/timeline-store.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";
import { articleMenu } from "./article-menu.ts";
import "./text-settings.ts";

/**
 * The tools above an article; each button asks for the command that its key would.
 *
 * @slot before - a button at the start
 */
@customElement("bs-reading-toolbar")
export class ReadingToolbar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
        z-index: 1;
        border-bottom: 1px solid var(--hairline);
      }

      [role="toolbar"] {
        display: flex;
        align-items: center;
        gap: 0.125rem;
        height: var(--bar-height);
        padding: 0 0.75rem;
      }

      .position {
        flex: 1;
        min-width: 0;
        padding-inline: 0.5rem;
        font-size: var(--text-small);
        font-variant-numeric: tabular-nums;
        color: var(--ink-faint);
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  @consume({ context: actionsContext }) private readonly actions!: Actions;
  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: textsContext }) private readonly texts!: TextActions;
  @consume({ context: timelineContext }) private readonly timeline!: TimelineStore;

  @query("[popovertarget]") private readonly textButton!: HTMLElement;
  @query("bs-menu") private readonly menu!: Menu;

  @property({ attribute: false }) article: Article | null = null;
  /** Where the article stands in the list. */
  @property() position = "";

  override render(): TemplateResult {
    const { article } = this;
    const bookmarked = article?.bookmarked ?? false;
    const read = article?.read ?? true;
    return html`<div role="toolbar" aria-label=${t("article.toolbar")}>
      <slot name="before"></slot>
      ${this.#renderButton("previous-article", "arrowUp", t("article.previous"))}
      ${this.#renderButton("next-article", "arrowDown", t("article.next"))}
      <span class="position">${this.position}</span>
      ${
        article === null
          ? ""
          : html`${article.texts.length > 1 ? this.#renderTextSwitch(article) : ""}
              <button
                class="icon-button"
                aria-pressed=${bookmarked ? "true" : "false"}
                aria-label=${t("article.bookmark")}
                title=${hint(
                  t(bookmarked ? "article.removeBookmark" : "article.bookmark"),
                  "toggle-bookmark",
                )}
                @click=${() => this.#ask("toggle-bookmark")}
              >
                <bs-icon name="bookmark" ?filled=${bookmarked}></bs-icon>
              </button>
              ${this.#renderButton("write-to-bookmark", "pencil", t("bookmark.edit"))}
              ${this.#renderButton(
                "toggle-read",
                read ? "circle" : "unread",
                t(read ? "article.markUnread" : "article.markRead"),
              )}
              ${
                article.address === null
                  ? ""
                  : this.#renderButton("open-original", "externalLink", t("article.original"))
              }`
      }
      <button
        class="icon-button"
        popovertarget="text"
        aria-label=${t("article.text")}
        title=${t("article.text")}
      >
        <bs-icon name="textSettings"></bs-icon>
      </button>
      <bs-text-settings id="text" popover @toggle=${this.#onTextToggle}></bs-text-settings>
      ${
        article === null
          ? nothing
          : html`<button
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${t("article.more")}
              title=${t("article.more")}
              @click=${(event: Event) => this.#openMenu(article, event)}
            >
              <bs-icon name="ellipsis"></bs-icon>
            </button>`
      }
      <bs-menu
        @bs-menu-choice=${(event: MenuChoiceEvent) => {
          event.entry.perform();
        }}
      ></bs-menu>
    </div>`;
  }

  #renderTextSwitch({ text }: Article): TemplateResult {
    const isFull = text === "page";
    return html`<button
      class="icon-button"
      aria-pressed=${isFull ? "true" : "false"}
      aria-label=${t("article.fullText")}
      title=${hint(t(isFull ? "article.showFeedText" : "article.showFullText"), "switch-text")}
      @click=${() => this.#ask("switch-text")}
    >
      <bs-icon name="fullText"></bs-icon>
    </button>`;
  }

  #renderButton(command: CommandId, icon: IconName, label: string): TemplateResult {
    return html`<button
      class="icon-button"
      aria-label=${label}
      title=${hint(label, command)}
      @click=${() => this.#ask(command)}
    >
      <bs-icon name=${icon}></bs-icon>
    </button>`;
  }

  /** What had the focus in there cannot be seen any more, and the engine does not give it back. */
  #onTextToggle = (event: ToggleEvent): void => {
    const isLost = focused()?.checkVisibility() !== true;
    if (event.newState === "closed" && isLost) this.textButton.focus();
  };

  #openMenu(article: Article, event: Event): void {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const label = t("article.actions", { headline: article.headline });
    const feed = this.library.feed(article.feedId);
    const showOnPage =
      feed === undefined
        ? null
        : () => void this.dispatchEvent(new ExtractionWishEvent(feed, article.id));
    const { scope } = this.timeline.query;
    const entries = articleMenu(article, scope, this.actions, this.texts, showOnPage);
    this.menu.open(label, entries, event.currentTarget.getBoundingClientRect());
  }

  #ask(command: CommandId): void {
    this.dispatchEvent(new CommandEvent(command));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-reading-toolbar": ReadingToolbar;
  }
}
