/** What the library stores and answers with. Times are milliseconds since 1970-01-01 UTC. */
import type {
  ArticleId,
  ArticleRow,
  Enclosure,
  ErrorCode,
  FeedFailure,
  FeedId,
  Folder,
  FullText,
  FolderId,
  Gap,
  MediaName,
  MissingPages,
  PageKind,
  PageRefusal,
  PreparationWishes,
  PageReport,
  RecordingName,
  Retention,
  SavedSearchId,
  Section,
  TimelineQuery,
  VisitReason,
  Highlight,
} from "../../preload/contract/contract.ts";
import type { StoredThumbnail } from "./editions/article-record.ts";
import type { KeptSearch } from "./sources.ts";

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
  /** How long its articles are kept; null: as the settings say. */
  readonly retention: Retention | null;
  /** Addresses of pictures that the feed names for itself: one made for lists, and any other. */
  readonly publisherIcon: string | null;
  readonly publisherImage: string | null;
  readonly fullText: FullText;
  /** Whether its feed gives only the beginnings of its articles; null while that is not known. */
  readonly isShortened: boolean | null;
  /** Its pages hardly ever brought more than its feed: until when they are left alone; null: they are not. */
  readonly pagesStopped: PagesStopped | null;
  /** Newest episodes that are kept by themselves. */
  readonly keepRecordings: number;
  /** Where a person showed the article to be on its pages; null: nobody did. */
  readonly ownExtraction: OwnExtraction | null;
  /** What a look for its icon came to; null: nobody has looked yet. */
  readonly icon: StoredIcon | null;
}

/** Milliseconds since 1970: since when and until when a title's pages are not asked for by themselves. */
export interface PagesStopped {
  readonly at: number;
  readonly until: number;
}

/** What a person chose on a title's page. */
export interface OwnExtraction {
  /** CSS selector of the block that holds the article, as `offline/choose` makes and reads them. */
  readonly selector: string;
  readonly chosenAt: number;
}

/** What a look for a title's icon came to. */
export interface StoredIcon {
  /** Null: none was found. */
  readonly media: MediaName | null;
  /** Another one for dark backgrounds, where the publisher has one. */
  readonly dark: MediaName | null;
  readonly lookedAt: number;
  /** The address it came from: titles that name the same one share it. */
  readonly from: string | null;
}

/** What becomes known of a title, or is set, once it is followed. */
type LaterFact =
  | "unfollowedAt"
  | "retention"
  | "publisherIcon"
  | "publisherImage"
  | "fullText"
  | "isShortened"
  | "pagesStopped"
  | "keepRecordings"
  | "ownExtraction"
  | "icon";
export type NewFeed = Omit<Feed, "id" | "addedAt" | LaterFact>;
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
  /** How often it publishes: the usual gap in milliseconds, and when it last did. */
  readonly rhythm: { readonly gap: number; readonly newest: number } | null;
  /** Where permanent redirects lead, and on how many visits in a row that was seen. */
  readonly movedTo: { readonly address: string; readonly seen: number } | null;
  /** A move for good of which the person has not been told: the new address, or the title there. */
  readonly moveToTell: { readonly address: string; readonly mergedInto: FeedId | null } | null;
  /** What a sign-in does for a feed that is refused without: `needed` or `useless`; null: unknown. */
  readonly signIn: "needed" | "useless" | null;
  /** New articles that it brought; null where it failed or that was not noted. */
  readonly brought: number | null;
  /** What was wrong with the feed when it was last read, in plain English. */
  readonly problems: readonly string[];
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
  /**
   * Sanitised HTML, pictures only as `<img data-picture="index">`: zstd of its UTF-8, so that the
   * main thread never holds a text. Empty when the feed gave none.
   */
  readonly body: Uint8Array;
  readonly pictures: readonly IncomingPicture[];
  readonly leadPicture: number | null;
  readonly enclosures: readonly Enclosure[];
  readonly wordCount: number;
  /** Tells whether the publisher changed it: of the SHA-256 of headline and text 16 hexadecimal digits. */
  readonly contentHash: string;
  /** Of all that it was made from 16 hexadecimal digits, where it is to be known again by them. */
  readonly fingerprint?: string;
}

/** An article that stands in the library as its publisher listed it; both as `IncomingArticle` has them. */
export interface StandingArticle {
  readonly fingerprint: string;
  readonly contentHash: string;
}

/** An article that is listed as it was before, and was not made anew: it stands here already. */
export interface UnchangedArticle
  extends StandingArticle, Pick<IncomingArticle, "key" | "aliases" | "published"> {
  readonly body?: never;
}

/** What one visit brought. */
export interface Incoming {
  readonly feedId: FeedId;
  /** In the order in which they are listed. */
  readonly articles: readonly (IncomingArticle | UnchangedArticle)[];
  /** New articles' pages are to be fetched. */
  readonly wantsPages?: boolean;
}

/** The text of an article's page: cleaned, ready to be stored. */
export interface IncomingPage {
  /** As `IncomingArticle` has it; refers to `pictures` by their places here. */
  readonly body: Uint8Array;
  readonly pictures: readonly IncomingPicture[];
  /** Among `pictures`. */
  readonly leadPicture: number | null;
  readonly leadCaption: string;
  readonly leadCredit: string;
  readonly standfirst: string;
  readonly author: string;
  readonly section: Section | null;
  readonly language: string | null;
  readonly wordCount: number;
  /** Whether it says more than the feed's own text, and is the one to be shown. */
  readonly isBetter: boolean;
  readonly kind?: PageKind;
  readonly missing?: MissingPages;
}

/** What became of one article's page. */
export type PageResult = { readonly articleId: ArticleId } & (
  | {
      readonly kind: "stored";
      readonly page: IncomingPage;
      readonly isExcerpt: boolean;
      /** What is missing of it may come later: it is asked for again at `nextTry`. */
      readonly retry?: { readonly reason: ErrorCode; readonly nextTry: number };
    }
  /** It is tried again: at `nextTry`, in milliseconds since 1970. */
  | {
      readonly kind: "failed";
      readonly reason: ErrorCode;
      readonly nextTry: number;
      readonly httpStatus?: number;
    }
  /** It is not tried again by itself. */
  | {
      readonly kind: "refused";
      readonly reason: PageRefusal | ErrorCode;
      readonly isExcerpt: boolean;
      readonly httpStatus?: number;
    }
);

/** A page that is still to be fetched, and what the feed gave. */
export interface WaitingPage {
  readonly articleId: ArticleId;
  readonly feedId: FeedId;
  readonly address: string;
  readonly headline: string;
  readonly excerpt: string;
  /** Words of the feed's own text. */
  readonly wordCount: number;
  /** Tries that failed before. */
  readonly attempts: number;
}

/** What became of what visits brought. */
export interface Ingested {
  readonly added: readonly ArticleId[];
  readonly updated: readonly ArticleId[];
  /** How many were added to each title that got some. */
  readonly addedTo: ReadonlyMap<FeedId, number>;
  /**
   * Titles of which an article came as unchanged that does not stand here any more: they are to be
   * read once more, as if they had never been visited.
   */
  readonly incomplete: readonly FeedId[];
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
  /** A smaller one for lists, where one was made; it is stored already. */
  readonly thumbnail?: StoredThumbnail | null;
}

/** A picture that is still to be fetched. */
export interface WaitingPicture extends IncomingPicture {
  /** Lists may come to show it. */
  readonly mayLead: boolean;
  readonly articleId: ArticleId;
  readonly feedId: FeedId;
  readonly index: number;
}

/** A sound or film that came with an article; `index` is its place among the `enclosures`. */
export interface Episode {
  readonly articleId: ArticleId;
  readonly feedId: FeedId;
  readonly index: number;
  readonly enclosure: Enclosure;
  /** Everything that came with the article. */
  readonly enclosures: readonly Enclosure[];
}

/** What has arrived of a recording, and of which version (byte for byte as received). */
export interface RecordingPart {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Bytes that are durable. */
  readonly received: number;
}

/** What became of one sound or film of one article. */
export interface StoredRecording {
  readonly articleId: ArticleId;
  readonly feedId: FeedId;
  readonly address: string;
  /** Its place among the article's enclosures when it was asked for. */
  readonly index: number;
  readonly state: "none" | "waiting" | "kept" | "failed";
  /** Who wants it: what a person asked for is never removed by a rule. */
  readonly wish: "person" | "preparation" | "rule";
  readonly askedAt: number;
  readonly file: RecordingName | null;
  /** Size of the file; 0 until it is kept. */
  readonly bytes: number;
  readonly part: RecordingPart | null;
  readonly failure: ErrorCode | null;
  readonly nextTry: number | null;
  /** Tries that failed since it was asked for. */
  readonly attempts: number;
  /** Where the person stopped, in seconds, how long it is, and when it was last heard. */
  readonly position: number;
  readonly duration: number | null;
  readonly playedAt: number | null;
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

/** Whether pages and pictures that are missing count. */
export interface GapWishes {
  readonly pages: boolean;
  readonly pictures: boolean;
}

/** Articles of which something is missing: how many in all, and the first of them. */
export interface Gaps {
  readonly total: number;
  readonly gaps: Gap[];
}

export interface FeedCounts {
  readonly unread: number;
  readonly total: number;
}

/** What became of the pages of a title's articles. */
export type PageCounts = Omit<PageReport, "stoppedUntil">;

/** What a title's articles come to. */
export interface TitleFacts {
  /** When its newest article was published. */
  readonly newest: number | null;
  /** Listed articles that need nothing more from the network. */
  readonly ready: number;
  /** As they came over the last weeks; null while that is not known. */
  readonly articlesAWeek: number | null;
  /** What they take on disk with their pictures, in bytes; nearly. */
  readonly bytes: number;
  /** What became of the pages of its listed articles; null: none was ever asked for. */
  readonly pages: PageCounts | null;
}

/** What is wished for of a scope's articles. */
export interface ReadinessWishes {
  readonly pictures: boolean;
  /** Titles whose articles' pages are wanted; asked once a title, and only for followed ones. */
  readonly wantsPages: (feedId: FeedId) => boolean;
}

/** What is here of a scope's articles, by what is wished for, and what is still to come. */
export interface Readiness {
  readonly articles: number;
  /** All that is wished for is here. */
  readonly ready: number;
  /** Nothing more is to come, but something stays missing: refused, failed or left out. */
  readonly incomplete: number;
  /** Pages that wait, those that failed and are tried again, and those nobody asked for yet. */
  readonly pagesWaiting: number;
  readonly pagesFailed: number;
  readonly pagesUnasked: number;
  /** Also while the settings say that no pictures are kept. */
  readonly picturesWaiting: number;
  /** What all that is believed to take on disk. */
  readonly bytes: number;
}

/** Sums over all followed titles. */
export interface LibraryTotals {
  readonly unread: number;
  readonly total: number;
  readonly bookmarks: number;
  readonly listed: number;
  /** Listed articles that need nothing more from the network. */
  readonly ready: number;
  /** What articles, pictures and recordings take on disk. */
  readonly bytes: number;
}

/** What `purge` removed or would remove. */
export interface PurgeReport {
  readonly articles: number;
  /** Pictures of articles that stay, left out to save room. */
  readonly pictures: number;
  readonly bytes: number;
}

/** What the library takes on disk, in bytes. */
export interface Usage {
  readonly articles: number;
  readonly pictures: number;
  readonly bookmarks: number;
  /** Sounds and films, with what has arrived so far of those on their way. */
  readonly recordings: number;
  /** Automatic copies. */
  readonly copies: number;
  /** Bytes that the disk still has; null where it does not say. */
  readonly free: number | null;
  /** Number of stored articles, and the arrival of the oldest; null when there is none. */
  readonly articleCount: number;
  readonly oldest: number | null;
}

/** What a person wanted to have on disk, and how far that has come. */
export interface StoredPreparation {
  readonly wishes: PreparationWishes;
  /** The person said that it may cost. */
  readonly evenMetered: boolean;
  readonly pausedAt: number | null;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  /** As `Preparation` of the contract has them. */
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
}

/** A kept search that was removed, and the one that it stood before (null: it was the last). */
export interface RemovedSearch {
  readonly search: KeptSearch;
  readonly before: SavedSearchId | null;
}

/** An act as data, so that it can be taken back after a restart. */
export type UndoableAct =
  | { readonly kind: "mark-read"; readonly articleIds: readonly ArticleId[] }
  | { readonly kind: "delete-articles"; readonly articleIds: readonly ArticleId[] }
  | { readonly kind: "unfollow"; readonly feedIds: readonly FeedId[] }
  | { readonly kind: "remove-folder"; readonly folder: Folder; readonly feedIds: readonly FeedId[] }
  | { readonly kind: "remove-bookmark"; readonly articleId: ArticleId }
  | ({ readonly kind: "remove-search" } & RemovedSearch)
  | {
      readonly kind: "remove-highlight";
      readonly articleId: ArticleId;
      readonly highlight: Highlight;
    }
  | {
      readonly kind: "write-bookmark";
      readonly articleId: ArticleId;
      /** As they were before. */
      readonly tags: string[];
      readonly note: string;
    };

/** What is said of an act that can be taken back. */
export interface RememberedAct {
  readonly undoId: string;
  readonly kind: UndoableAct["kind"];
  readonly at: number;
  /** How many articles or titles it was about. */
  readonly count: number;
  /** The name of the title or folder, or the headline, where it was about one. */
  readonly name: string | null;
}

/** An automatic copy of the irreplaceable part. */
export interface AutomaticCopy {
  readonly path: string;
  readonly at: number;
  readonly bytes: number;
}

export interface CopyProgress {
  readonly done: number;
  readonly total: number;
}

/** What a backup holds. */
export interface BackupSummary {
  readonly at: number;
  readonly titles: number;
  readonly bookmarks: number;
  readonly bytes: number;
}

/** What a restore brought. */
export interface RestoreReport {
  readonly titlesAdded: number;
  readonly bookmarksAdded: number;
  readonly marksSet: number;
  /** Sentences about what could not be taken in. */
  readonly problems: readonly string[];
}
