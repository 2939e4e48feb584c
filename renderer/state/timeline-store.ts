import type {
  ArticleId,
  ArticleRow,
  RequestOutput,
  TimelineQuery,
} from "../../preload/contract/contract.ts";
import { asFailure, type Client, type RequestFailure } from "./client.ts";
import { HiddenRows } from "./hidden-rows.ts";
import { PageCache, pageSize } from "./page-cache.ts";
import { Store } from "./store.ts";
import { throttle } from "./throttle.ts";

type Opened = RequestOutput<"timeline.open">;
const mostRequests = 2;

/**
 * The list that is open: frozen by the main process, so rows never move; its rows are fetched by
 * pages as they are looked at. What came since is counted, and shown only when asked for.
 */
export class TimelineStore extends Store {
  readonly #client: Client;
  #cache = new PageCache();
  #hidden = new HiddenRows();
  #wanted: readonly number[] = [];
  #stale = new Set<number>();
  #fetching = new Set<number>();
  #opening = 0;

  /** Whether the list is what a search found. */
  isFound = false;
  /** Makes the search anew whose list is open. */
  searchAgain: () => Promise<void> = () => Promise.resolve();
  query: TimelineQuery = { scope: { kind: "all" }, filter: "all", order: "newest" };
  /** Null until the first answer. */
  opened: Opened | null = null;
  /** How many rows each day has, in the list's order. */
  days: readonly Opened["days"][number][] = [];
  failure: RequestFailure | null = null;
  /** Articles that have come since the list was frozen. */
  newer = 0;
  /** Of the open list: articles that are there, and those that need nothing more; null: not known. */
  readiness: RequestOutput<"timeline.readiness"> | null = null;
  /** The row that is selected; −1: none. */
  selected = -1;
  /** Whether a change may reopen the list by itself: it is at its top and nobody is using it. */
  mayRenew: () => boolean = () => true;

  constructor(client: Client) {
    super();
    this.#client = client;
    const lookForNewer = throttle(() => void this.#lookForNewer(), 1000);
    client.listen("articles.changed", () => {
      this.#renew(null);
      lookForNewer();
    });
    const countReady = throttle(() => void this.#countReady(), 1000);
    client.listen("statuses.changed", countReady);
    client.listen("statuses.changed", ({ articleIds }) => {
      this.#renew(articleIds === null ? null : new Set(articleIds));
    });
  }

  get total(): number {
    return (this.opened?.total ?? 0) - this.#hidden.count;
  }

  /** Opens a list and closes the one before; `select` keeps an article selected where it has it. */
  async open(query: TimelineQuery, select: ArticleId | null = null): Promise<void> {
    this.isFound = false;
    await this.#open(query, () => this.#client.request("timeline.open", query), select);
  }

  /** Shows what a search found, in place of the list before; what is selected stays so. */
  async openFound(opened: Opened): Promise<void> {
    const { query, selected } = this;
    this.isFound = true;
    const id = this.row(selected)?.id ?? null;
    const all = { scope: { kind: "all" }, filter: "all", order: query.order } as const;
    await this.#open(all, () => Promise.resolve(opened), id);
  }

  async #open(
    query: TimelineQuery,
    ask: () => Promise<Opened>,
    select: ArticleId | null,
  ): Promise<void> {
    const turn = ++this.#opening;
    const before = this.opened;
    const selectedBefore = this.selected;
    this.query = query;
    this.changed();
    try {
      const opened = await ask();
      if (turn !== this.#opening) {
        this.#close(opened);
        return;
      }
      const first = await this.#client.request("timeline.page", {
        timelineId: opened.timelineId,
        offset: 0,
        limit: pageSize,
      });
      // A row that was chosen in the list before, while this one was on its way, stays chosen.
      const chosen = this.selected === selectedBefore ? null : this.row(this.selected)?.id;
      const kept = chosen ?? select;
      const index = kept === null ? null : await this.#locateIn(opened, kept);
      if (turn !== this.#opening) {
        this.#close(opened);
        return;
      }
      this.opened = opened;
      this.days = opened.days;
      this.#cache = new PageCache();
      this.#hidden = new HiddenRows();
      this.#cache.put(0, first.rows);
      this.#stale.clear();
      // The same rows may stay on screen: then nobody says anew which they are.
      this.#wanted = this.#wanted.filter((page) => page * pageSize < opened.total);
      if (this.#wanted.length === 0) this.#wanted = [0];
      this.selected = index ?? -1;
      this.newer = 0;
      this.readiness = null;
      this.failure = null;
    } catch (thrown) {
      if (turn !== this.#opening) return;
      this.opened = null;
      this.failure = asFailure(thrown);
    }
    if (before !== null) this.#close(before);
    this.changed();
    this.#fetchWanted();
    void this.#countReady();
  }

  /** A row; undefined while it is on its way, null when the article is gone. */
  row(index: number): ArticleRow | null | undefined {
    return this.#cache.row(this.#hidden.frozenAt(index));
  }

  /** Says which rows are on screen; their pages are fetched, the middle first, never too many. */
  want(first: number, last: number): void {
    const from = pageOf(this.#hidden.frozenAt(Math.max(0, first)));
    const to = pageOf(this.#hidden.frozenAt(Math.min(last, this.total - 1)));
    this.#wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
    this.#cache.touch(from, to);
    this.#fetchWanted();
  }

  /** The row at an index, fetched when it is not here yet; null when it is gone or out of range. */
  async rowAt(index: number): Promise<ArticleRow | null> {
    if (index < 0 || index >= this.total) return null;
    const here = this.row(index);
    if (here !== undefined) return here;
    await this.#fetchPage(pageOf(this.#hidden.frozenAt(index)));
    return this.row(index) ?? null;
  }

  async locate(articleId: ArticleId): Promise<number | null> {
    if (this.opened === null) return null;
    const index = await this.#locateIn(this.opened, articleId);
    return index === null ? null : this.#hidden.shownAt(index);
  }

  async nextUnread(after: number): Promise<number | null> {
    if (this.opened === null) return null;
    const { timelineId } = this.opened;
    let from = after < 0 ? -1 : this.#hidden.frozenAt(after);
    for (;;) {
      const { index } = await this.#client.request("timeline.nextUnread", {
        timelineId,
        after: from,
      });
      const shown = index === null ? null : this.#hidden.shownAt(index);
      if (index === null || shown !== null) return shown;
      from = index;
    }
  }

  /** Takes an article's row out of the list; what is selected stays so, or its next one is. */
  async hide(id: ArticleId): Promise<void> {
    const { opened } = this;
    if (opened === null || this.#hidden.has(id)) return;
    const frozenIndex = this.#cache.indexOf(id) ?? (await this.#locateIn(opened, id));
    if (frozenIndex === null || this.opened !== opened) return;
    const shown = this.#hidden.shownAt(frozenIndex);
    if (shown === null) return;
    this.#hidden.hide(id, frozenIndex);
    if (shown < this.selected) this.selected--;
    this.selected = Math.min(this.selected, this.total - 1);
    this.days = this.#hidden.countDays(opened.days);
    this.changed();
    this.#fetchWanted();
  }

  /** Puts rows that were taken out, and whose articles are there again, back where they stood. */
  async showReturned(): Promise<void> {
    const { opened } = this;
    for (const page of new Set(this.#hidden.frozenIndexes.map(pageOf))) await this.#fetchPage(page);
    if (this.opened !== opened) return;
    for (const index of this.#hidden.frozenIndexes) {
      const row = this.#cache.row(index);
      if (row !== null && row !== undefined) this.show(row.id);
    }
  }

  /** Opens the list anew where it lacks articles; what is selected stays so. */
  async takeInNewer(): Promise<void> {
    for (let { opened } = this; opened !== null; { opened } = this) {
      const count = await this.#countNewer(opened);
      // Another list, which was on its way, may have taken its place, and may lack them too.
      if (this.opened !== opened) continue;
      if (count > 0) await this.reopen();
      return;
    }
  }

  /** Opens the list anew, after many articles have gone from it; what is selected stays so. */
  async reopen(): Promise<void> {
    if (this.isFound) {
      await this.searchAgain();
      return;
    }
    await this.open(this.query, this.row(this.selected)?.id ?? null);
  }

  /** Puts an article's row back that was taken out. */
  show(id: ArticleId): void {
    const shown = this.#hidden.show(id);
    if (shown === null) return;
    if (shown <= this.selected) this.selected++;
    this.days = this.#hidden.countDays(this.opened?.days ?? []);
    this.changed();
  }

  select(index: number): void {
    this.selected = index;
    this.changed();
  }

  /** Shows a change of articles ahead of the main process's word. */
  patch(ids: readonly ArticleId[], change: Partial<ArticleRow>): void {
    this.#cache.patch(new Set(ids), change);
    this.changed();
  }

  /** Shows every row read or unread, after the whole list was marked; pages are read anew. */
  renewAll(): void {
    this.#renew(null);
  }

  async #lookForNewer(): Promise<void> {
    const { opened } = this;
    if (opened === null) return;
    try {
      const count = await this.#countNewer(opened);
      if (this.opened !== opened) return;
      if (count > 0 && (opened.total === 0 || this.mayRenew())) {
        await this.open(this.query);
        return;
      }
      if (count === this.newer) return;
      this.newer = count;
      this.changed();
    } catch {
      // Not knowing what is new is no reason to disturb; the next event asks again.
    }
  }

  async #countReady(): Promise<void> {
    const { opened } = this;
    if (opened === null) return;
    const { timelineId } = opened;
    const readiness = await this.#client
      .request("timeline.readiness", { timelineId })
      // What was counted before is better than nothing.
      .catch(() => this.readiness);
    if (this.opened !== opened || isSame(readiness, this.readiness)) return;
    this.readiness = readiness;
    this.changed();
  }

  /** Has pages fetched anew, shown as they were until then; pages out of sight are dropped. */
  #renew(ids: ReadonlySet<ArticleId> | null): void {
    for (const page of this.#cache.pagesWith(ids)) {
      if (this.#wanted.includes(page)) this.#stale.add(page);
      else this.#cache.drop(page);
    }
    this.#fetchWanted();
  }

  #fetchWanted(): void {
    const missing = this.#wanted.filter(
      (page) => (!this.#cache.has(page) || this.#stale.has(page)) && !this.#fetching.has(page),
    );
    for (const page of missing) {
      if (this.#fetching.size >= mostRequests) return;
      void this.#fetchPage(page);
    }
  }

  async #fetchPage(page: number): Promise<void> {
    const { opened } = this;
    if (opened === null) return;
    this.#fetching.add(page);
    this.#stale.delete(page);
    try {
      const { rows } = await this.#client.request("timeline.page", {
        timelineId: opened.timelineId,
        offset: page * pageSize,
        limit: pageSize,
      });
      if (this.opened === opened) this.#cache.put(page, rows);
    } catch {
      // Not asked for again until it is looked at again: a page that fails must not be a loop.
      this.#wanted = this.#wanted.filter((wanted) => wanted !== page);
    } finally {
      this.#fetching.delete(page);
      if (this.opened === opened) {
        this.changed();
        this.#fetchWanted();
      }
    }
  }

  async #countNewer({ timelineId }: Opened): Promise<number> {
    return (await this.#client.request("timeline.countNewer", { timelineId })).count;
  }

  async #locateIn(opened: Opened, articleId: ArticleId): Promise<number | null> {
    const { timelineId } = opened;
    return (await this.#client.request("timeline.locate", { timelineId, articleId })).index;
  }

  #close({ timelineId }: Opened): void {
    this.#client.request("timeline.close", { timelineId }).catch(() => undefined);
  }
}

function pageOf(index: number): number {
  return Math.floor(index / pageSize);
}

function isSame(
  one: RequestOutput<"timeline.readiness"> | null,
  other: RequestOutput<"timeline.readiness"> | null,
): boolean {
  return one?.articles === other?.articles && one?.ready === other?.ready;
}
