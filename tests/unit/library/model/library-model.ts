import type { Feed, FeedCounts, LibraryTotals, Visit } from "../../../../main/library/library.ts";
import {
  settings,
  type FeedId,
  type Folder,
  type FolderId,
  type TimelineQuery,
} from "../../../../preload/contract/contract.ts";
import { hour, noon, sampleFeed, sampleVisit } from "../samples.ts";
import type { Act, StoryName } from "./acts.ts";
import {
  byPublication,
  countWaiting,
  dayOf,
  isShown,
  leaveOutPictures,
  waiting,
  type ModelArticle,
  type ModelPage,
} from "./model-article.ts";
import { isBare, pictureFile, storyArticle, titleAddress, type Story } from "./stories.ts";

/** What the library holds in one document: titles in the sidebar's order, folders, settings. */
export interface ModelSources {
  readonly feeds: readonly Feed[];
  readonly folders: readonly Folder[];
  readonly settings: LibraryModel["sources"]["settings"];
}

/** What an act changed, by the names of stories. */
export type Changed = ReadonlySet<string>;

/** How a story goes by in the model. */
export function nameOf({ title, number }: StoryName): string {
  return `${title}/${number}`;
}

/**
 * The library as it should be, in memory, without files, caches or cleverness: what it is compared
 * with after any acts.
 */
export class LibraryModel {
  now = noon;
  sources = {
    feeds: [] as readonly Feed[],
    folders: [] as readonly Folder[],
    settings: settings.parse({}),
  };
  articles = new Map<string, ModelArticle>();
  visits = new Map<FeedId, Visit>();
  /** The last day on which the library was sealed or purged, in days since 1970-01-01 UTC. */
  lastUse = dayOf(noon);
  nextFeedId = 1;
  nextFolderId = 1;

  clone(): LibraryModel {
    const copy = Object.assign(new LibraryModel(), this);
    copy.sources = { ...this.sources };
    copy.articles = new Map(
      Array.from(this.articles, ([name, one]) => [name, { ...one, pictures: [...one.pictures] }]),
    );
    copy.visits = new Map(this.visits);
    return copy;
  }

  get followed(): readonly Feed[] {
    return this.sources.feeds.filter(({ unfollowedAt }) => unfollowedAt === null);
  }

  get former(): readonly Feed[] {
    return this.sources.feeds.filter(({ unfollowedAt }) => unfollowedAt !== null);
  }

  feed(title: number): Feed | undefined {
    return this.sources.feeds.find(({ address }) => address === titleAddress(title));
  }

  isFollowed(title: number): boolean {
    return this.feed(title)?.unfollowedAt === null;
  }

  find(story: StoryName): ModelArticle | undefined {
    return this.articles.get(nameOf(story));
  }

  /** Makes an act, and tells which articles it changed. */
  apply(act: Act): Changed {
    const changed = new Set<string>();
    switch (act.kind) {
      case "follow":
        this.#follow(act.titles, act.folder);
        break;
      case "unfollow":
        this.#changeFeeds(act.titles, (feed) => ({
          ...feed,
          unfollowedAt: feed.unfollowedAt ?? this.now,
        }));
        break;
      case "restore":
        this.#changeFeeds(act.titles, (feed) => ({ ...feed, unfollowedAt: null }));
        break;
      case "change title":
        this.#changeFeeds([act.title], (feed) => ({
          ...feed,
          ownTitle: act.ownTitle,
          section: act.section,
        }));
        break;
      case "move":
        this.#move(act.title, act.folder, act.before);
        break;
      case "add folder": {
        const folder = { id: this.nextFolderId++ as FolderId, name: act.name };
        this.sources.folders = [...this.sources.folders, folder];
        break;
      }
      case "rename folder":
        this.sources.folders = this.sources.folders.map((one) =>
          one.id === act.folder ? { ...one, name: act.name } : one,
        );
        break;
      case "remove folder":
        this.sources.folders = this.sources.folders.filter(({ id }) => id !== act.folder);
        this.sources.feeds = this.sources.feeds.map((feed) =>
          feed.folderId === act.folder ? { ...feed, folderId: null } : feed,
        );
        break;
      case "settings":
        this.sources.settings = { ...this.sources.settings, ...act.change };
        break;
      case "ingest":
        for (const story of act.stories) if (this.#ingest(story)) changed.add(nameOf(story));
        break;
      case "mark":
        for (const story of act.stories) {
          const article = this.find(story);
          if (article === undefined || !isShown(article) || article.read === act.read) continue;
          article.read = act.read;
          changed.add(nameOf(story));
        }
        break;
      case "mark all read":
        for (const article of this.list(act.query)) {
          if (article.read) continue;
          article.read = true;
          changed.add(nameOf(article.story));
        }
        break;
      case "bookmark": {
        const article = this.find(act.story);
        if (article !== undefined && isShown(article))
          article.bookmarkedAt = act.on ? (article.bookmarkedAt ?? this.now) : null;
        break;
      }
      case "delete":
      case "undelete":
        for (const story of act.stories) {
          const article = this.find(story);
          const deleted = act.kind === "delete";
          if (article === undefined || article.purged || article.deleted === deleted) continue;
          article.deleted = deleted;
          changed.add(nameOf(story));
        }
        break;
      case "picture":
        this.#notePicture(act);
        break;
      case "want pages":
        for (const story of act.stories) this.#wantPage(story, act.wanted);
        break;
      case "page": {
        const article = this.find(act.story);
        if (article === undefined || !isShown(article) || isBare(act.story.number)) break;
        const hasText = act.became === "stored" || article.page?.hasText === true;
        article.page = { state: act.became, hasText };
        break;
      }
      case "visit":
        for (const title of act.titles) {
          const feed = this.feed(title);
          if (feed !== undefined)
            this.visits.set(feed.id, sampleVisit(feed.id, { etag: act.etag }));
        }
        break;
      case "pass time":
        this.now += act.hours * hour;
        break;
      case "purge":
        for (const article of this.#outdated()) {
          article.purged = true;
          changed.add(nameOf(article.story));
        }
        leaveOutPictures(this.articles.values(), this.sources.settings.pictureCap, this.now);
        this.lastUse = dayOf(this.now);
        break;
      case "seal":
        this.lastUse = dayOf(this.now);
        break;
      case "reopen":
        break;
    }
    return changed;
  }

  /**
   * Whether what a purge leaves can be told. A clock that has jumped is doubted, and of an earlier
   * day a bookmark's copy may be all that stays; both have tests of their own.
   */
  canPurge(): boolean {
    const today = dayOf(this.now);
    const isOld = ({ id }: ModelArticle) => Number((id ?? "").split("-")[0]) < today;
    const hasOldBookmark = [...this.articles.values()].some(
      (article) => article.bookmarkedAt !== null && isOld(article),
    );
    return today <= this.lastUse + 7 && !hasOldBookmark;
  }

  /** Articles that the rules of the settings do not keep. */
  #outdated(): ModelArticle[] {
    const { days, articles, keepUnread } = this.sources.settings.retention;
    const counts = new Map<FeedId, number>();
    const listed = [...this.articles.values()].filter((one) => !one.deleted && !one.purged);
    return listed
      .sort(byPublication)
      .reverse()
      .filter((article) => {
        const count = (counts.get(article.feedId) ?? 0) + 1;
        counts.set(article.feedId, count);
        const [arrival = 0] = (article.id ?? "").split("-").map(Number);
        const isOld = days !== null && arrival < dayOf(this.now) - days;
        const isMore = articles !== null && count > articles;
        const isKept = article.bookmarkedAt !== null || (keepUnread && !article.read);
        return (isOld || isMore) && !isKept;
      });
  }

  /** What a query lists, in its order. */
  list({ scope, filter, order }: TimelineQuery): ModelArticle[] {
    const isInScope = (article: ModelArticle): boolean => {
      if (article.purged) return false;
      const feed = this.sources.feeds.find(({ id }) => id === article.feedId);
      if (scope.kind === "bookmarks") return article.bookmarkedAt !== null;
      if (article.deleted) return false;
      if (feed?.unfollowedAt !== null) return false;
      switch (scope.kind) {
        case "all":
          return true;
        case "feed":
          return article.feedId === scope.feedId;
        case "folder":
          return feed.folderId === scope.folderId;
        case "own-tag":
          return false;
        case "tag":
          return article.content.tags.some((tag) => tag.toLowerCase() === scope.tag.toLowerCase());
        case "section":
          return (article.content.section ?? feed.section) === scope.section;
      }
    };
    const isWanted = (article: ModelArticle): boolean =>
      filter === "all" || (filter === "unread" ? !article.read : article.bookmarkedAt !== null);
    const listed = [...this.articles.values()]
      .filter((article) => isInScope(article) && isWanted(article))
      .sort(byPublication);
    return order === "newest" ? listed.reverse() : listed;
  }

  counts(feedId: FeedId): FeedCounts {
    const own = [...this.articles.values()].filter(
      (article) => article.feedId === feedId && !article.deleted && !article.purged,
    );
    return { total: own.length, unread: own.filter(({ read }) => !read).length };
  }

  totals(): Omit<LibraryTotals, "bytes"> {
    const all = this.list({ scope: { kind: "all" }, filter: "all", order: "newest" });
    const ready = all.filter((article) => {
      const failed = article.pictures.some((one) => one.media === null && one.failure !== null);
      if (article.page?.state === "waiting" || article.page?.state === "failed") return false;
      return !failed && (!this.sources.settings.keepPictures || countWaiting(article) === 0);
    });
    return {
      total: all.length,
      listed: all.length,
      unread: all.filter(({ read }) => !read).length,
      bookmarks: [...this.articles.values()].filter((one) => one.bookmarkedAt !== null).length,
      ready: ready.length,
    };
  }

  /** How many pages of followed titles wait, and how many failed. */
  pages(): { waiting: number; failed: number } {
    const all = this.list({ scope: { kind: "all" }, filter: "all", order: "newest" });
    const count = (wanted: ModelPage["state"]) =>
      all.filter(({ page }) => page?.state === wanted).length;
    return { waiting: count("waiting"), failed: count("failed") };
  }

  /** How many pictures of followed titles are still to be fetched. */
  waitingPictures(): number {
    if (!this.sources.settings.keepPictures) return 0;
    const all = this.list({ scope: { kind: "all" }, filter: "all", order: "newest" });
    return all.reduce((sum, article) => sum + countWaiting(article), 0);
  }

  #follow(titles: readonly number[], folder: number | null): void {
    const folderId = this.sources.folders.find(({ id }) => id === folder)?.id ?? null;
    for (const title of titles) {
      const known = this.feed(title);
      if (known?.unfollowedAt === null) continue;
      const feed: Feed = {
        ...sampleFeed(titleAddress(title), { folderId }),
        id: known?.id ?? (this.nextFeedId++ as FeedId),
        addedAt: this.now,
        unfollowedAt: null,
        retention: known?.retention ?? null,
        publisherIcon: null,
        publisherImage: null,
        fullText: "auto",
        isShortened: null,
        pagesStopped: null,
        keepRecordings: 0,
        ownExtraction: null,
        icon: null,
      };
      this.sources.feeds = [...this.sources.feeds.filter((one) => one !== known), feed];
    }
  }

  #changeFeeds(titles: readonly number[], alter: (feed: Feed) => Feed): void {
    const addresses = new Set(titles.map(titleAddress));
    this.sources.feeds = this.sources.feeds.map((feed) =>
      addresses.has(feed.address) ? alter(feed) : feed,
    );
  }

  #move(title: number, folder: number | null, before: number | null): void {
    const moved = this.feed(title);
    if (moved === undefined) return;
    const folderId = this.sources.folders.find(({ id }) => id === folder)?.id ?? null;
    const feeds = [...this.sources.feeds];
    let at = before === null ? -1 : feeds.findIndex((one) => one === this.feed(before));
    if (feeds[at] === moved) at++;
    const anchor = feeds[at];
    feeds.splice(feeds.indexOf(moved), 1);
    feeds.splice(anchor === undefined ? feeds.length : feeds.indexOf(anchor), 0, {
      ...moved,
      folderId,
    });
    this.sources.feeds = feeds;
  }

  #ingest(story: Story): boolean {
    const feed = this.feed(story.title);
    if (feed === undefined) return false;
    const content = storyArticle(story);
    const known = this.find(story);
    if (known === undefined) {
      this.articles.set(nameOf(story), {
        id: null,
        feedId: feed.id,
        story,
        content,
        published: Math.min(content.published ?? this.now, this.now),
        arrived: this.now,
        updated: null,
        read: false,
        bookmarkedAt: null,
        deleted: false,
        purged: false,
        pictures: content.pictures.map(({ address }) => waiting(address)),
        page: null,
      });
      return true;
    }
    if (known.deleted || known.purged || known.story.version === story.version) return false;
    const before = new Map(known.pictures.map((picture) => [picture.address, picture]));
    known.story = story;
    known.content = content;
    known.updated = this.now;
    known.pictures = content.pictures.map(({ address }) => before.get(address) ?? waiting(address));
    return true;
  }

  #wantPage(story: StoryName, wanted: "yes" | "again" | "no"): void {
    const article = this.find(story);
    if (article === undefined || !isShown(article)) return;
    const { page } = article;
    if (wanted === "no") {
      if (page?.state !== "waiting" && page?.state !== "failed") return;
      article.page = page.hasText ? { state: "stored", hasText: true } : null;
    } else if (page === null || wanted === "again")
      article.page = { state: "waiting", hasText: page?.hasText ?? false };
  }

  #notePicture({ story, index, found }: Extract<Act, { kind: "picture" }>): void {
    const article = this.find(story);
    const picture = article?.pictures[index];
    if (article === undefined || picture === undefined || !isShown(article)) return;
    if (found !== null)
      article.pictures[index] = { ...picture, media: pictureFile(found).name, failure: null };
    else if (picture.media === null) article.pictures[index] = { ...picture, failure: "not-found" };
  }
}
