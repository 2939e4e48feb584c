import type { ArticleId, Scope, TimelineQuery } from "../../preload/contract/contract.ts";
import type { Services } from "../state/services.ts";
import { t } from "../text/text.ts";

/** Moves that follow each other faster than this, in milliseconds, open only the last article. */
const haste = 140;

/** What the shell does with list and article together: where the reader is, and where to next. */
export class Reader {
  readonly services: Services;
  #lastMove = 0;
  #pending: ReturnType<typeof setTimeout> | null = null;

  constructor(services: Services) {
    this.services = services;
  }

  /** Where the open article stands in the list; empty when it does not. */
  get position(): string {
    const { timeline, reading } = this.services;
    const { selected, total } = timeline;
    if (selected < 0 || reading.article === null) return "";
    return t("article.position", { position: selected + 1, total });
  }

  /** The article that commands are about: the open one. */
  get currentId(): ArticleId | null {
    return this.services.reading.articleId;
  }

  /** Opens what was open before, and says which row was at the top of the list. */
  async restore(): Promise<number | null> {
    const { library, memory, reading, timeline } = this.services;
    const { query, articleId, articleScroll, topArticleId } = memory.state;
    const known = library.has(query.scope) ? query : { ...query, scope: { kind: "all" } as const };
    await Promise.all([
      timeline.open(known, articleId),
      articleId === null ? undefined : reading.open(articleId, articleScroll),
    ]);
    // An article that is gone is no error at a start: there is just nothing open.
    if (reading.failure !== null) reading.close();
    return topArticleId === null ? null : await timeline.locate(topArticleId).catch(() => null);
  }

  /**
   * Opens a list; an open article stays open. Filtered or ordered anew, the list stays at that
   * article; a list of something else begins at its top.
   */
  async openList(query: TimelineQuery): Promise<void> {
    const { memory, reading, search, timeline } = this.services;
    search.abandon();
    const isSame = JSON.stringify(query.scope) === JSON.stringify(timeline.query.scope);
    memory.remember({ query, topArticleId: null });
    await timeline.open(query, isSame ? reading.articleId : null);
  }

  /** Opens an article, with a list of a scope that it is in. */
  async openIn(scope: Scope, id: ArticleId): Promise<void> {
    const { actions, memory, reading, search, timeline } = this.services;
    search.abandon();
    const query = { scope, filter: "all", order: "newest" } as const;
    memory.remember({ query, topArticleId: null });
    await timeline.open(query, id);
    if (timeline.selected >= 0) await actions.openAt(timeline.selected);
    else await reading.open(id);
  }

  /** Leaves a list whose title or folder is gone. */
  leaveMissingScope(): void {
    const { library, timeline } = this.services;
    const { query } = timeline;
    if (!library.has(query.scope)) void this.openList({ ...query, scope: { kind: "all" } });
  }

  /** Selects a row and opens its article, unless the next move follows at once. */
  moveTo(index: number): void {
    const { timeline, actions } = this.services;
    const now = performance.now();
    const inHaste = now - this.#lastMove < haste;
    this.#lastMove = now;
    if (this.#pending !== null) clearTimeout(this.#pending);
    this.#pending = null;
    if (!inHaste) {
      void actions.openAt(index);
      return;
    }
    timeline.select(index);
    this.#pending = setTimeout(() => {
      this.#pending = null;
      void actions.openAt(index);
    }, haste);
  }

  /** Moves by rows, within the list. */
  moveBy(rows: number): void {
    const { timeline } = this.services;
    const index = Math.min(timeline.total - 1, Math.max(0, timeline.selected + rows));
    if (index >= 0 && index !== timeline.selected) this.moveTo(index);
  }

  /** Opens the selected row, or the first when none is. */
  async openSelected(): Promise<void> {
    const { timeline, actions } = this.services;
    if (timeline.total > 0) await actions.openAt(Math.max(0, timeline.selected));
  }

  /** Goes on to the next unread article. */
  async openNextUnread(): Promise<void> {
    await this.services.actions.openNextUnread();
  }

  /** Sets or removes the open article's bookmark. */
  async toggleBookmark(): Promise<void> {
    const { article } = this.services.reading;
    if (article !== null) await this.services.actions.setBookmark(article.id, !article.bookmarked);
  }

  /** Marks the open article read or unread. */
  async toggleRead(): Promise<void> {
    const { article } = this.services.reading;
    if (article !== null) await this.services.actions.setRead(article.id, !article.read);
  }

  /** Deletes the selected article, or the open one when none is; of bookmarks, the bookmark goes. */
  async deleteCurrent(): Promise<void> {
    const { actions, reading, timeline } = this.services;
    const row = timeline.row(timeline.selected) ?? reading.article;
    if (row === null) return;
    if (timeline.query.scope.kind !== "bookmarks") await actions.deleteArticle(row);
    else if (row.bookmarked) await actions.setBookmark(row.id, false);
  }

  /** Shows unread articles only, or all again. */
  async toggleUnreadFilter(): Promise<void> {
    const { query } = this.services.timeline;
    await this.openList({ ...query, filter: query.filter === "unread" ? "all" : "unread" });
  }
}
