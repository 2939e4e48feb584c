/** What the library offers, in groups. Whatever it promises to store is durable once resolved. */
import type {
  Article,
  ArticleId,
  BookmarkDetails,
  Enclosure,
  ErrorCode,
  FeedId,
  Folder,
  FolderId,
  Gap,
  Highlight,
  MediaName,
  RecordingName,
  Retention,
  SavedSearchId,
  Settings,
  TextSource,
  TimelineQuery,
  ViewState,
} from "../../preload/contract/contract.ts";
import type {
  AutomaticCopy,
  BackupSummary,
  CopyProgress,
  Episode,
  Feed,
  FeedChange,
  FeedCounts,
  Gaps,
  GapWishes,
  HostPause,
  Incoming,
  Ingested,
  LibraryTotals,
  NewFeed,
  PageResult,
  PictureResult,
  PurgeReport,
  Readiness,
  ReadinessWishes,
  RememberedAct,
  RemovedSearch,
  RecordingPart,
  RestoreReport,
  StandingArticle,
  StoredPreparation,
  StoredRecording,
  Timeline,
  TitleFacts,
  UndoableAct,
  Usage,
  Visit,
  WaitingPage,
  WaitingPicture,
} from "./types.ts";
import type { KeptSearch } from "./sources.ts";

/** Titles. */
export interface FeedStore {
  /** Followed titles in the sidebar's order. */
  followed(): readonly Feed[];
  /** Titles that were unfollowed and can still be brought back. */
  former(): readonly Feed[];
  get(id: FeedId): Feed | undefined;
  /** A title that is or was followed at the same address keeps its number. */
  add(feeds: readonly NewFeed[]): Promise<Feed[]>;
  /** One write, however many titles change. */
  change(changes: ReadonlyMap<FeedId, FeedChange>): Promise<void>;
  /** Hides titles and their articles (`restore` undoes it); bookmarks stay. */
  unfollow(ids: readonly FeedId[]): Promise<void>;
  restore(ids: readonly FeedId[]): Promise<void>;
  /** Files titles into a folder, in the order given, before another title or at the end. */
  move(ids: readonly FeedId[], folderId: FolderId | null, before: FeedId | null): Promise<void>;
}

/** Folders of titles. */
export interface FolderStore {
  all(): readonly Folder[];
  add(name: string): Promise<FolderId>;
  rename(id: FolderId, name: string): Promise<void>;
  /** Removes a folder and returns the titles that were in it, so that it can be put back. */
  remove(id: FolderId): Promise<FeedId[]>;
  restore(folder: Folder, feedIds: readonly FeedId[]): Promise<void>;
}

/** Etiquette records. */
export interface VisitStore {
  of(id: FeedId): Visit | undefined;
  hostPauses(): readonly HostPause[];
  /** One sync for the whole batch. */
  record(visits: readonly Visit[], hostPauses?: readonly HostPause[]): Promise<void>;
}

/** Articles, their lists and their read marks. */
export interface ArticleStore {
  /** Stores what came, all or nothing per call; known articles are updated in place. */
  ingest(incoming: readonly Incoming[]): Promise<Ingested>;
  /**
   * Of what a title listed when it was last read, the articles that stand here as they were: from
   * whoever comes as one of them, `ingest` takes an `UnchangedArticle`.
   */
  standing(feedId: FeedId): Promise<readonly StandingArticle[]>;
  /** Reads what a list takes beforehand: nothing but for lists of a tag or own tag, which need it. */
  prepare(query: TimelineQuery): Promise<void>;
  /** The list that a query gives now. */
  timeline(query: TimelineQuery): Timeline;
  /**
   * The whole article, from its edition or, where that is purged, from its bookmark; with the text
   * that is wanted, where there are two, else with the better one.
   */
  read(id: ArticleId, text?: TextSource): Promise<Article | null>;
  address(id: ArticleId): Promise<string | null>;
  counts(feedId: FeedId): FeedCounts;
  /** Of a frozen list: articles that are still there, and those that need nothing more; in slices. */
  listReadiness(timeline: Timeline): Promise<{ readonly articles: number; readonly ready: number }>;
  /**
   * The first `limit` articles of a list of which something is missing, and how many there are in
   * all; what is not wished for does not count. In slices; reads the records of what it tells.
   */
  gaps(timeline: Timeline, wishes: GapWishes, limit: number): Promise<Gaps>;
  /** What is missing of one article; null: there is none. */
  gapOf(id: ArticleId): Promise<Gap | null>;
  /** What is here of a scope's articles and what is still to come: from the index, in slices. */
  readiness(scope: TimelineQuery["scope"], wishes: ReadinessWishes): Promise<Readiness>;
  /** Articles of a scope whose pages are wanted and were never asked for, the newest first. */
  withoutPages(
    scope: TimelineQuery["scope"],
    wantsPages: (feedId: FeedId) => boolean,
    limit: number,
  ): Promise<ArticleId[]>;
  /** Over all followed titles. */
  totals(): LibraryTotals;
  /** What the articles of each followed title come to, from the index; in slices. */
  facts(): Promise<ReadonlyMap<FeedId, TitleFacts>>;
  /** Addresses of the newest articles of titles, so many of each at most. Reads their records. */
  recentAddresses(
    feedIds: readonly FeedId[],
    count: number,
  ): Promise<ReadonlyMap<FeedId, readonly string[]>>;
  /** Sets marks; returns those that were not so before. */
  setRead(ids: readonly ArticleId[], read: boolean): Promise<ArticleId[]>;
  /** Marks all articles of a frozen list; returns those that were unread before. */
  markAllRead(timeline: Timeline): Promise<ArticleId[]>;
  /**
   * Hides articles for good; for 30 days `undelete` brings them back. Bookmarks keep their copies
   * and stay among the bookmarks. Both return the articles that were not so before.
   */
  delete(ids: readonly ArticleId[]): Promise<ArticleId[]>;
  undelete(ids: readonly ArticleId[]): Promise<ArticleId[]>;
}

/** Searches that a person keeps. */
export interface KeptSearchStore {
  /** In their order. */
  all(): readonly KeptSearch[];
  /** Keeps a search behind the others, under a number that none ever had. */
  add(name: string, text: string): Promise<SavedSearchId>;
  /** False, like `move`: there is no such search. */
  change(
    id: SavedSearchId,
    change: { name?: string | undefined; text?: string | undefined },
  ): Promise<boolean>;
  /** Puts one before another (null: at the end). */
  move(id: SavedSearchId, before: SavedSearchId | null): Promise<boolean>;
  /** Returns what `restore` takes; null: there is no such search. */
  remove(id: SavedSearchId): Promise<RemovedSearch | null>;
  /** Puts a removed search back where it was; harmless when it is there already. */
  restore(removed: RemovedSearch): Promise<void>;
}

/** Bookmarks: whole copies. */
export interface BookmarkStore {
  /** Copies the article, its text and pictures, so that it outlives everything else; false: no such article. */
  add(id: ArticleId): Promise<boolean>;
  /** Moves the copy to a 30-day trash, from where `add` takes it back with all written to it. */
  remove(id: ArticleId): Promise<void>;
  /** What a person wrote to a bookmark; null: it is none. */
  details(id: ArticleId): Promise<BookmarkDetails | null>;
  /** What a person wrote to all bookmarks; read in slices, soon after opening, and then at hand. */
  allDetails(): Promise<ReadonlyMap<ArticleId, BookmarkDetails>>;
  /** These three make an article a bookmark that is none; false: no such article. */
  write(id: ArticleId, own: Pick<BookmarkDetails, "tags" | "note">): Promise<boolean>;
  /** Adds a highlight, or changes the one of that number. */
  putHighlight(id: ArticleId, highlight: Highlight): Promise<boolean>;
  removeHighlight(id: ArticleId, highlightId: string): Promise<boolean>;
  /** All own tags by name; such as differ in case alone are one. */
  tags(): Promise<readonly { readonly tag: string; readonly count: number }[]>;
}

/** Pictures by content. */
export interface PictureStore {
  /** Stores a picture's bytes under their hash; harmless when it is there already. */
  store(name: MediaName, bytes: Uint8Array): Promise<void>;
  /** The absolute path of a stored picture, or null. */
  path(name: MediaName): Promise<string | null>;
  /** Lets pictures of titles that their publishers refused (`http-status`) wait once more. */
  tryRefusedAgain(feedIds: readonly FeedId[]): Promise<void>;
  /** Notes what became of pictures. */
  record(results: readonly PictureResult[]): Promise<void>;
  /**
   * Up to `limit` pictures not yet fetched that `isWanted`, newest articles first; with a scope only
   * those of its articles, and also while the settings say that no pictures are kept.
   */
  waiting(
    limit: number,
    isWanted?: (picture: WaitingPicture) => boolean,
    scope?: TimelineQuery["scope"],
  ): Promise<WaitingPicture[]>;
  /**
   * Lets those pictures of a scope's articles wait once more that could not be had for one of some
   * reasons. Returns how many that are.
   */
  tryFailedAgain(scope: TimelineQuery["scope"], reasons: readonly ErrorCode[]): Promise<number>;
  countWaiting(): number;
}

/** Articles' own pages at their publishers'. */
export interface PageStore {
  /**
   * Up to `limit` pages to be fetched at `now` (milliseconds since 1970), newest articles first; with
   * a scope only those of its articles.
   */
  waiting(
    limit: number,
    now: number,
    isWanted?: (page: WaitingPage) => boolean,
    scope?: TimelineQuery["scope"],
  ): Promise<WaitingPage[]>;
  /** Notes what became of pages, in the bookmarks too; durable once resolved. */
  record(results: readonly PageResult[]): Promise<void>;
  /** Of followed titles: pages that wait, and that failed and are tried again. */
  count(): { readonly waiting: number; readonly failed: number };
  /**
   * Asks for articles' pages (`again`: also for those that were had or refused before), or no
   * longer for those that still wait. Returns how many that changed.
   */
  want(ids: readonly ArticleId[], wanted: "yes" | "again" | "no"): Promise<number>;
  /**
   * Of a title's newest pages that were had or refused, up to `limit` and the oldest first, whether
   * they were better than the feed; only of articles that arrived on a later day than `since`.
   */
  outcomes(feedId: FeedId, since: number, limit: number): Promise<boolean[]>;
}

/** A recording that is arriving. */
export interface ArrivingRecording {
  /** Bytes that are here. */
  readonly size: number;
  /** The first of them, 64 at the most, by which its kind is known. */
  readonly start: Uint8Array;
  append(bytes: Uint8Array): Promise<void>;
  /** Makes what is here durable. */
  sync(): Promise<void>;
  /** Lets go of the file, which stays. */
  close(): Promise<void>;
}

/** Sounds and films that came with articles. */
export interface RecordingStore {
  /** Everything that is known of any. */
  all(): Iterable<StoredRecording>;
  /** What is known of one of an article's enclosures. */
  of(
    articleId: ArticleId,
    enclosures: readonly Enclosure[],
    index: number,
  ): StoredRecording | undefined;
  /** An article's enclosure; null when it is none that can be heard or seen. */
  episode(articleId: ArticleId, index: number): Promise<Episode | null>;
  /** The newest of a title, of each article the first. */
  newestOf(feedId: FeedId, count: number): Promise<Episode[]>;
  /** All of a list, which reads its articles' records. */
  among(list: Timeline): Promise<Episode[]>;
  put(entries: readonly StoredRecording[]): Promise<void>;
  /** Forgets them, with their files. */
  forget(entries: readonly StoredRecording[]): Promise<void>;
  /** Removes their files; where the person stopped stays known. */
  letGo(entries: readonly StoredRecording[]): Promise<void>;
  /** The absolute path of a kept one, or null. */
  path(name: RecordingName): Promise<string | null>;
  /** Opens what has arrived of one version of an address; what was not durable is cut off. */
  openPart(
    address: string,
    version: Pick<RecordingPart, "etag" | "lastModified">,
    received: number,
  ): Promise<ArrivingRecording>;
  /** Gives a whole one the name of its content; durable once resolved, and to be `put` then. */
  keep(
    part: ArrivingRecording,
    extension: string,
  ): Promise<{ readonly name: RecordingName; readonly bytes: number }>;
  removePart(address: string, version: Pick<RecordingPart, "etag" | "lastModified">): Promise<void>;
  isBookmarked(articleId: ArticleId): boolean;
}

/** What is being prepared for a time without a network, or was last. */
export interface PreparationStore {
  current(): StoredPreparation | null;
  /** Durable once resolved. */
  save(preparation: StoredPreparation | null): Promise<void>;
}

/** What a person set. */
export interface SettingsStore {
  current(): Settings;
  change(change: Partial<Settings>): Promise<Settings>;
}

/** Where the reader was; worth little, written without a sync. */
export interface ViewStore {
  current(): ViewState;
  remember(state: ViewState): Promise<void>;
}

/** Work that keeps the library small and quick. */
export interface Upkeep {
  /** Once a new day has begun, seals the days before it; cheap when there is nothing to do. */
  sealPastDays(): Promise<void>;
  /**
   * Removes what the settings do not keep any longer; bookmarks and their copies stay. No list shows
   * it then, and no start; some of its bytes leave the disk in the background.
   */
  purge(): Promise<PurgeReport>;
  /** What `purge` would remove under other rules for titles that have none of their own. */
  forecast(retention: Retention, sizeBudget: number | null): Promise<PurgeReport>;
  /** What the library takes on disk, in bytes. */
  usage(): Promise<Usage>;
}

/** Acts that can be taken back, also after a restart. */
export interface UndoStore {
  /**
   * Remembers an act that has just been done, and what it was about where that is one title,
   * folder or article. The oldest of more than 50 is forgotten.
   */
  remember(act: UndoableAct, name: string | null): Promise<string>;
  /** Those of the last 30 days, newest first. */
  list(): readonly RememberedAct[];
  get(undoId: string): Promise<UndoableAct | null>;
  /** Forgets an act: it was taken back. */
  forget(undoId: string): Promise<void>;
}

/**
 * Takes the secrets out of titles' addresses: they are kept elsewhere, durably, once resolved.
 * Returns what is left of those addresses that had any.
 */
export type TakeSecrets = (addresses: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Copies of the irreplaceable part (titles, settings, marks, bookmarks), and ways to leave. */
export interface CopyStore {
  /** Where the automatic copies lie. */
  readonly folder: string;
  /** The automatic copies, newest first. */
  automatic(): Promise<readonly AutomaticCopy[]>;
  /** Makes the automatic copy of today when there is none yet, and lets go of outdated ones. */
  rotate(): Promise<void>;
  /** Writes one file with everything irreplaceable; whole or not at all. */
  backUp(path: string, onProgress?: (progress: CopyProgress) => void): Promise<void>;
  /** What a backup holds, checked to its end. Throws `LibraryError` `damaged`. */
  inspect(path: string): Promise<BackupSummary>;
  /**
   * Takes a backup in. Nothing is removed before everything new is stored. Backups of earlier
   * versions hold secrets in titles' addresses; without `takeSecrets` they come into the library.
   */
  restore(
    path: string,
    mode: "merge" | "replace",
    onProgress?: (progress: CopyProgress) => void,
    takeSecrets?: TakeSecrets,
  ): Promise<RestoreReport>;
  /**
   * Writes everything in open formats into a new or empty folder: OPML, JSON, pictures. Throws
   * `LibraryError` `folder-not-empty`, or the signal's reason; then nothing is left of it.
   */
  exportEverything(
    folder: string,
    onProgress?: (progress: CopyProgress) => void,
    signal?: AbortSignal,
  ): Promise<void>;
}
