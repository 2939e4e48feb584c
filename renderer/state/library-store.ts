import type {
  FeedIcon,
  FeedId,
  FeedSummary,
  FolderId,
  RefreshStatus,
  Scope,
  Section,
  Sources,
} from "../../preload/contract/contract.ts";
import { sections } from "../text/text.ts";
import type { Client, RequestFailure } from "./client.ts";
import { asFailure } from "./client.ts";
import { Store } from "./store.ts";
import { throttle } from "./throttle.ts";

const idle: RefreshStatus = {
  running: false,
  done: 0,
  total: 0,
  failed: 0,
  pagesWaiting: 0,
  picturesWaiting: 0,
  nextDue: null,
  disconnected: false,
  metered: false,
  storageFailure: null,
};

/** Titles, folders, counts, and how far a refresh has come; follows the main process's events. */
export class LibraryStore extends Store {
  readonly #client: Client;
  #feeds = new Map<FeedId, FeedSummary>();
  /** Null until the first answer. */
  sources: Sources | null = null;
  refresh: RefreshStatus = idle;
  failure: RequestFailure | null = null;

  constructor(client: Client) {
    super();
    this.#client = client;
    const reload = throttle(() => void this.load(), 400);
    client.listen("sources.changed", reload);
    client.listen("statuses.changed", reload);
    client.listen("articles.changed", reload);
    client.listen("refresh.progressed", (status) => {
      this.refresh = status;
      this.changed();
    });
  }

  /** Reads everything anew; a failure is kept for the sidebar to tell. */
  async load(): Promise<void> {
    try {
      const [sources, refresh] = await Promise.all([
        this.#client.request("sources.list", {}),
        this.#client.request("refresh.status", {}),
      ]);
      this.sources = sources;
      this.refresh = refresh;
      this.failure = null;
      this.#feeds = new Map(sources.feeds.map((feed) => [feed.id, feed]));
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    this.changed();
  }

  feed(id: FeedId): FeedSummary | undefined {
    return this.#feeds.get(id);
  }

  /** The icon of a title that is followed and has one. */
  iconOf(id: FeedId | undefined): FeedIcon | null {
    return (id === undefined ? null : this.#feeds.get(id)?.icon) ?? null;
  }

  feedsIn(folderId: FolderId | null): readonly FeedSummary[] {
    return this.sources?.feeds.filter((feed) => feed.folderId === folderId) ?? [];
  }

  /** The sections that a followed title belongs to, in the order of a newspaper, with unread counts. */
  sections(): readonly { readonly section: Section; readonly unread: number }[] {
    const unread = new Map<Section, number>();
    for (const feed of this.sources?.feeds ?? []) {
      if (feed.section === null) continue;
      unread.set(feed.section, (unread.get(feed.section) ?? 0) + feed.unread);
    }
    return sections.flatMap((section) => {
      const count = unread.get(section);
      return count === undefined ? [] : [{ section, unread: count }];
    });
  }

  /** Unread articles of a scope, as far as the titles' counts tell; null where they do not. */
  unreadIn(scope: Scope): number | null {
    const feeds = this.sources?.feeds ?? [];
    const sum = (some: readonly FeedSummary[]): number =>
      some.reduce((total, feed) => total + feed.unread, 0);
    switch (scope.kind) {
      case "all":
        return this.sources?.unread ?? 0;
      case "bookmarks":
      case "own-tag":
      case "tag":
        return null;
      case "feed":
        return this.feed(scope.feedId)?.unread ?? 0;
      case "folder":
        return sum(feeds.filter((feed) => feed.folderId === scope.folderId));
      case "section":
        return sum(feeds.filter((feed) => feed.section === scope.section));
    }
  }

  /** Whether a scope still exists: titles and folders can go. */
  has(scope: Scope): boolean {
    if (this.sources === null) return true;
    if (scope.kind === "feed") return this.#feeds.has(scope.feedId);
    if (scope.kind === "folder") {
      return this.sources.folders.some((folder) => folder.id === scope.folderId);
    }
    return true;
  }
}
