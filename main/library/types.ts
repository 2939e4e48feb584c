/** What the library stores and answers with. Times are milliseconds since 1970-01-01 UTC. */
import type {
  Article,
  ArticleId,
  ArticleRow,
  Enclosure,
  ErrorCode,
  FeedFailure,
  FeedId,
  Folder,
  FolderId,
  MediaName,
  Section,
  Settings,
  TimelineQuery,
  ViewState,
  VisitReason,
} from "../../preload/contract/contract.ts";

/** A title as it is stored. */
export interface Feed {
  readonly id: FeedId;
  readonly address: string;
  /** The name a person gave it, or null for the publisher's own. */
  readonly ownTitle: string | null;
  readonly publisherTitle: string;
  readonly site: string | null;
  readonly folderId: FolderId | null;
  readonly section: Section | null;
  readonly language: string | null;
  readonly addedAt: number;
  /** When it was unfollowed; its articles are hidden, and can come back until they are purged. */
  readonly unfollowedAt: number | null;
  /** Host that the person typed, and so may be on a private network; null for all others. */
  readonly typedHost: string | null;
}

export type NewFeed = Omit<Feed, "id" | "addedAt" | "unfollowedAt">;
export type FeedChange = Partial<Omit<Feed, "id" | "addedAt">>;

/** How the last visit of a title went and when the next is due: its etiquette record. */
export interface Visit {
  readonly feedId: FeedId;
  /** Byte for byte as received, always replaced as a pair. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Hash of the last body, to avoid parsing one that did not change. */
  readonly bodyHash: string | null;
  readonly lastVisit: number | null;
  readonly lastStatus: number | null;
  readonly nextVisit: number;
  readonly nextVisitReason: VisitReason;
  readonly failure: FeedFailure | null;
  /** What the feed itself asked for when it was last read (`ttl`, `skipHours`, `skipDays`). */
  readonly wishes: {
    readonly waitMinutes: number | null;
    readonly skipHours: readonly number[];
    readonly skipDays: readonly number[];
  } | null;
  /** Where permanent redirects lead, and on how many visits in a row that was seen. */
  readonly movedTo: { readonly address: string; readonly seen: number } | null;
}

/** A host that asked to be left alone (429, 503). */
export interface HostPause {
  readonly host: string;
  readonly until: number;
  /** Pauses in a row, for the doubling. */
  readonly count: number;
}

/** A picture that an article refers to, before it is fetched. */
export interface IncomingPicture {
  readonly address: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** An article as it comes from a feed: sanitised, ready to be stored. */
export interface IncomingArticle {
  /** Identity within its feed, from `feeds` (publisher's id, else link, else content). */
  readonly key: string;
  /** Other spellings under which the same article may have been stored. */
  readonly aliases: readonly string[];
  readonly address: string | null;
  readonly headline: string;
  readonly author: string;
  readonly excerpt: string;
  readonly published: number | null;
  readonly section: Section | null;
  readonly tags: readonly string[];
  readonly language: string | null;
  /** Sanitised; pictures only as `<img data-picture="index">`. Empty when the feed gave no text. */
  readonly html: string;
  readonly pictures: readonly IncomingPicture[];
  readonly leadPicture: number | null;
  readonly enclosures: readonly Enclosure[];
  readonly wordCount: number;
  /** Tells whether the publisher changed it: a hash of headline and text. */
  readonly contentHash: string;
}

/** What one visit brought. */
export interface Incoming {
  readonly feedId: FeedId;
  readonly articles: readonly IncomingArticle[];
}

/** What became of one picture. */
export interface PictureResult {
  readonly articleId: ArticleId;
  /** Index into the article's pictures. */
  readonly index: number;
  /** The picture's address; a result for one that was replaced meanwhile is then passed over. */
  readonly address?: string;
  readonly media: MediaName | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  readonly failure: ErrorCode | null;
}

/** A picture that is still to be fetched. */
export interface WaitingPicture extends IncomingPicture {
  readonly articleId: ArticleId;
  readonly feedId: FeedId;
  readonly index: number;
}

/** A list of articles, frozen when it was asked for. */
export interface Timeline {
  readonly query: TimelineQuery;
  readonly total: number;
  /** Articles per local calendar day (`YYYY-MM-DD`), in the list's order. */
  readonly days: readonly { readonly day: string; readonly count: number }[];
  /** Rows from `offset`; null for an article that has been purged since. */
  page(offset: number, limit: number): Promise<(ArticleRow | null)[]>;
  locate(articleId: ArticleId): number | null;
  nextUnread(after: number): number | null;
  /** Articles matching the query now that this list does not hold. */
  countNewer(): number;
}

export interface FeedCounts {
  readonly unread: number;
  readonly total: number;
}

/** The irreplaceable part and the archive, on this disk. Only `main/library` writes there. */
export interface Library {
  /** Sentences about what was repaired or set aside at opening, for the person to read. */
  readonly repairs: readonly string[];
  readonly folder: string;

  /** Followed titles in the sidebar's order. */
  feeds(): readonly Feed[];
  /** Titles that were unfollowed and can still be brought back. */
  formerFeeds(): readonly Feed[];
  folders(): readonly Folder[];
  feed(id: FeedId): Feed | undefined;
  addFeeds(feeds: readonly NewFeed[]): Promise<Feed[]>;
  /** One write, however many titles change. */
  changeFeeds(changes: ReadonlyMap<FeedId, FeedChange>): Promise<void>;
  /** Hides titles and their articles (`restoreFeeds` undoes it); bookmarks stay. */
  unfollowFeeds(ids: readonly FeedId[]): Promise<void>;
  restoreFeeds(ids: readonly FeedId[]): Promise<void>;
  moveFeeds(
    ids: readonly FeedId[],
    folderId: FolderId | null,
    before: FeedId | null,
  ): Promise<void>;
  addFolder(name: string): Promise<FolderId>;
  renameFolder(id: FolderId, name: string): Promise<void>;
  /** Removes a folder and returns the titles that were in it, so that it can be put back. */
  removeFolder(id: FolderId): Promise<FeedId[]>;
  restoreFolder(folder: Folder, feedIds: readonly FeedId[]): Promise<void>;

  visit(id: FeedId): Visit | undefined;
  hostPauses(): readonly HostPause[];
  /** Durable once resolved; one sync for the whole batch. */
  recordVisits(visits: readonly Visit[], hostPauses?: readonly HostPause[]): Promise<void>;

  /** Stores what came, all or nothing per call; known articles are updated in place. */
  ingest(
    incoming: readonly Incoming[],
  ): Promise<{ added: readonly ArticleId[]; updated: readonly ArticleId[] }>;
  /** Stores a picture's bytes under their hash; harmless when it is there already. */
  storeMedia(name: MediaName, bytes: Uint8Array): Promise<void>;
  /** The absolute path of a stored picture, or null. */
  mediaPath(name: MediaName): Promise<string | null>;
  recordPictures(results: readonly PictureResult[]): Promise<void>;
  /** Up to `limit` pictures not yet fetched that `isWanted`, newest articles first. */
  waitingPictures(
    limit: number,
    isWanted?: (picture: WaitingPicture) => boolean,
  ): Promise<WaitingPicture[]>;
  countWaitingPictures(): number;

  counts(feedId: FeedId): FeedCounts;
  /** Over all followed titles; `bytes` is what packs and pictures take on disk. */
  totals(): {
    unread: number;
    total: number;
    bookmarks: number;
    listed: number;
    ready: number;
    bytes: number;
  };
  timeline(query: TimelineQuery): Timeline;
  /** The whole article, from its edition or, where that is purged, from its bookmark. */
  article(id: ArticleId): Promise<Article | null>;
  articleAddress(id: ArticleId): Promise<string | null>;

  /** Sets marks, durable once resolved; returns those that were not so before. */
  setRead(ids: readonly ArticleId[], read: boolean): Promise<ArticleId[]>;
  /** Marks all articles of a frozen list; returns those that were unread before. */
  markAllRead(timeline: Timeline): Promise<ArticleId[]>;
  /** Copies the article, its text and pictures, so that it outlives everything else; false: no such article. */
  addBookmark(id: ArticleId): Promise<boolean>;
  /** Moves the copy to a 30-day trash, from where `addBookmark` takes it back. */
  removeBookmark(id: ArticleId): Promise<void>;

  settings(): Settings;
  changeSettings(change: Partial<Settings>): Promise<Settings>;
  viewState(): ViewState;
  rememberView(state: ViewState): Promise<void>;

  /** Once a new day has begun, seals the days before it; cheap when there is nothing to do. */
  sealPastDays(): Promise<void>;
  /** Writes what is open and lets go of all files. */
  close(): Promise<void>;
}
