import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import "../components/icon.ts";
import "../components/splitter.ts";
import type { ResizeEvent } from "../components/splitter.ts";
import "../components/toasts.ts";
import { KeyboardController } from "../controllers/keyboard-controller.ts";
import { MediaQueryController } from "../controllers/media-query-controller.ts";
import { StoreController } from "../controllers/store-controller.ts";
import { FileDropController } from "../controllers/file-drop-controller.ts";
import { SubscriptionController } from "../controllers/subscription-controller.ts";
import { freshView } from "../state/view-memory.ts";
import type { Services } from "../state/services.ts";
import { t } from "../text/text.ts";
import "../views/article-list.ts";
import type { ArticleChosenEvent } from "../views/article-chosen-event.ts";
import type { ArticleList } from "../views/article-list.ts";
import type { QueryEvent } from "../views/query-event.ts";
import type { SearchWantedEvent } from "../views/search-wanted-event.ts";
import "../views/player/player-bar.ts";
import type { LoadedArticleWantedEvent } from "../views/player/loaded-article-wanted-event.ts";
import "../views/reading-pane.ts";
import type { ReadingPane } from "../views/reading-pane.ts";
import "../views/notices.ts";
import "../views/source-list.ts";
import type { SourceList } from "../views/source-list.ts";
import "../views/welcome.ts";
import type { CommandEvent } from "./command-event.ts";
import type { CommandId } from "./commands.ts";
import { performCommand } from "./perform-command.ts";
import { provideServices } from "./provide-services.ts";
import { Reader } from "./reader.ts";
import { shellStyles } from "./shell-styles.ts";
import type { ArticleWantedEvent, PrepareEvent } from "./prepare-event.ts";
import type { TitleWishEvent } from "./title-wish-event.ts";
import "./window-dialogs.ts";
import type { WindowDialogs } from "./window-dialogs.ts";

export type Pane = "sources" | "list" | "article";

/** The window: three panes, two or one as there is room, and what lies above them. */
@customElement("bs-shell")
export class Shell extends LitElement {
  static override styles = shellStyles;

  @query("bs-source-list") private readonly sources!: SourceList | null;
  @query("bs-article-list") private readonly list!: ArticleList | null;
  @query("bs-reading-pane") readonly pane!: ReadingPane | null;
  @query("bs-window-dialogs") readonly dialogs!: WindowDialogs;

  @state() private drawerIsOpen = false;
  /** With room for one pane: whether it is the article. */
  @state() private showsArticle = false;
  @state() private welcomeIsSkipped = false;

  /** The window's state; set once, before the shell is put into the page. */
  @property({ attribute: false })
  set services(services: Services) {
    this.#services = services;
    this.#reader = new Reader(services);
  }

  get services(): Services {
    return this.#services;
  }

  readonly #wide = new MediaQueryController(this, "(width >= 960px)");
  readonly #narrow = new MediaQueryController(this, "(width < 700px)");
  #services!: Services;
  #reader!: Reader;

  readonly #drop = new FileDropController(this, (file) => {
    this.dialogs.showAdd("file", file);
  });

  constructor() {
    super();
    new KeyboardController(this, this.#perform);
    // From the panes as well as from the dialogs beside them.
    this.addEventListener("bs-command", ({ command }: CommandEvent) => {
      this.#perform(command);
    });
    this.addEventListener("bs-title-wish", this.#onWish);
    this.addEventListener("bs-extraction-wish", (event) => {
      this.dialogs.askExtraction(event);
    });
    this.addEventListener("bs-prepare", ({ scope }: PrepareEvent) => {
      this.dialogs.showPreparation(scope, true);
    });
    this.addEventListener("bs-article-wanted", (event: ArticleWantedEvent) => {
      void this.#reader.openIn(event.scope, event.articleId).then(() => this.goTo("article"));
    });
    new StoreController(this, () => {
      const { library, timeline, reading, settings } = this.services;
      return [library, timeline, reading, settings];
    });
    new SubscriptionController(this, () => {
      const { client, library, timeline } = this.services;
      timeline.mayRenew = () => (this.list?.isAtTop ?? true) && timeline.selected < 0;
      const ends = [
        client.listen("command.chosen", ({ command }) => {
          this.#perform(command);
        }),
        library.subscribe(() => {
          this.#reader.leaveMissingScope();
        }),
      ];
      return () => {
        for (const end of ends) end();
      };
    });
  }

  override willUpdate(): void {
    if (!this.hasUpdated) provideServices(this, this.services);
  }

  /** Opens what was open when the window was closed. */
  async restore(): Promise<void> {
    const index = await this.#reader.restore();
    await this.updateComplete;
    if (index !== null) await this.list?.scrollToTop(index);
    this.list?.focus();
  }

  /** Moves the focus into a pane, opening it where it is out of sight. */
  async goTo(pane: Pane): Promise<void> {
    this.drawerIsOpen = pane === "sources" && !this.#wide.matches;
    if (pane !== "sources") this.showsArticle = pane === "article";
    await this.updateComplete;
    const views = { sources: this.sources, list: this.list, article: this.pane };
    views[pane]?.focus();
  }

  /** Opens the search, and puts the focus into its field. */
  async beginSearch(): Promise<void> {
    if (this.#isFirstRun()) return;
    this.services.search.begin();
    await this.goTo("list");
    this.list?.focusSearch();
  }

  /** The pane that has the focus. */
  get currentPane(): Pane | null {
    const focused = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
    if (focused === null) return null;
    if (focused === this.sources) return "sources";
    if (focused === this.list) return "list";
    return focused === this.pane ? "article" : null;
  }

  /** Goes back a step: from the drawer or the article to the list. */
  goBack(): void {
    void this.goTo("list");
  }

  override updated(): void {
    const { state } = this.services.memory;
    this.style.setProperty("--sidebar-width", `${state.sidebarWidth}px`);
    this.style.setProperty("--list-width", `${state.listWidth}px`);
  }

  override render(): TemplateResult {
    return html`
      <div class="window">
        <bs-notices></bs-notices>
        ${
          this.#isFirstRun()
            ? html`<bs-welcome @bs-skip=${() => (this.welcomeIsSkipped = true)}></bs-welcome>`
            : this.#renderPanes()
        }
        <bs-player @bs-loaded-article-wanted=${this.#onLoadedWanted}></bs-player>
      </div>
      <bs-window-dialogs @bs-query=${this.#onQuery}></bs-window-dialogs>
      <bs-toasts></bs-toasts>
      ${this.#drop.isOver ? html`<div class="drop"><span>${t("opml.dropHere")}</span></div>` : nothing}
    `;
  }

  #renderPanes(): TemplateResult {
    const wide = this.#wide.matches;
    const narrow = this.#narrow.matches;
    return html`<div
      class="panes ${wide ? "three" : narrow ? "one" : "two"}"
      @bs-search-wanted=${this.#onSearchWanted}
      @bs-query=${this.#onQuery}
      @bs-article-chosen=${this.#onChosen}
      @bs-source-entered=${() => void this.goTo("list")}
    >
      ${wide || this.drawerIsOpen ? this.#renderSources(wide) : nothing}
      ${narrow && this.showsArticle ? nothing : this.#renderList(wide, narrow)}
      ${narrow && !this.showsArticle ? nothing : this.#renderArticle(narrow)}
    </div>`;
  }

  #renderSources(wide: boolean): TemplateResult {
    return html`<bs-source-list role="navigation" aria-label=${t("pane.sources")}
        >${
          wide
            ? this.#renderSplitter("sidebarWidth", t("pane.resizeSources"), 180, 420)
            : this.#renderDrawerButton("list.closeSources")
        }</bs-source-list
      >${
        wide
          ? nothing
          : html`<button
              class="shade"
              tabindex="-1"
              aria-label=${t("list.closeSources")}
              @click=${() => (this.drawerIsOpen = false)}
            ></button>`
      }`;
  }

  #renderList(wide: boolean, narrow: boolean): TemplateResult {
    return html`<bs-article-list
      role=${narrow ? "main" : "region"}
      aria-label=${t("pane.list")}
      ?inert=${this.#drawerCovers}
      >${wide ? nothing : this.#renderDrawerButton("list.openSources")}${
        narrow ? nothing : this.#renderSplitter("listWidth", t("pane.resizeList"), 260, 680)
      }</bs-article-list
    >`;
  }

  #renderArticle(narrow: boolean): TemplateResult {
    return html`<bs-reading-pane
      role="main"
      .position=${this.#reader.position}
      ?inert=${this.#drawerCovers}
      >${
        narrow
          ? html`<button
              slot="before"
              class="icon-button"
              aria-label=${t("article.back")}
              title=${t("article.back")}
              @click=${() => void this.goTo("list")}
            >
              <bs-icon name="arrowLeft"></bs-icon>
            </button>`
          : nothing
      }</bs-reading-pane
    >`;
  }

  get #drawerCovers(): boolean {
    return this.drawerIsOpen && !this.#wide.matches;
  }

  #renderSplitter(
    width: "sidebarWidth" | "listWidth",
    label: string,
    least: number,
    most: number,
  ): TemplateResult {
    return html`<bs-splitter
      slot="edge"
      .label=${label}
      .width=${this.services.memory.state[width]}
      .least=${least}
      .most=${most}
      .usual=${freshView[width]}
      @bs-resize=${(event: ResizeEvent) => {
        this.services.memory.remember({ [width]: event.width });
        this.requestUpdate();
      }}
    ></bs-splitter>`;
  }

  #renderDrawerButton(label: "list.openSources" | "list.closeSources"): TemplateResult {
    return html`<button
      slot="before"
      class="icon-button"
      aria-label=${t(label)}
      aria-expanded=${this.drawerIsOpen ? "true" : "false"}
      title=${t(label)}
      @click=${() => void this.goTo(label === "list.openSources" ? "sources" : "list")}
    >
      <bs-icon name="menu"></bs-icon>
    </button>`;
  }

  #isFirstRun(): boolean {
    const { sources } = this.services.library;
    if (this.welcomeIsSkipped || sources === null) return false;
    return sources.feeds.length === 0 && sources.total === 0 && sources.bookmarks === 0;
  }

  #perform = (command: CommandId): void => {
    performCommand(command, this, this.#reader);
  };

  #onWish = ({ wish, feed }: TitleWishEvent): void => {
    if (wish === "sign-out") void this.services.access.signOutOf(feed);
    else if (wish === "reset-extraction") void this.services.texts.resetExtraction(feed);
    else if (wish === "show-details") this.dialogs.showTitles(feed.id);
    else this.dialogs.ask(wish, feed);
  };

  #onSearchWanted = ({ text }: SearchWantedEvent): void => {
    this.services.search.begin();
    void this.services.search.lookFor(text);
  };

  #onQuery = (event: QueryEvent): void => {
    void this.#reader.openList(event.query);
  };

  #onLoadedWanted = ({ loaded }: LoadedArticleWantedEvent): void => {
    void this.services.reading.open(loaded.articleId).then(() => this.goTo("article"));
  };

  #onChosen = (event: ArticleChosenEvent): void => {
    if (event.by === "click") {
      if (this.#narrow.matches) this.showsArticle = true;
      void this.services.actions.openAt(event.index);
    } else if (this.#narrow.matches) {
      this.services.timeline.select(event.index);
    } else {
      this.#reader.moveTo(event.index);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-shell": Shell;
  }
}
