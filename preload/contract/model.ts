import { z } from "zod";
import { errorCode } from "./errors.ts";
import { bookmarkDetails, ownTag } from "./keeping.ts";
import { keptRecordings, shownEnclosure } from "./recordings.ts";

/** A followed title, numbered from 1; numbers are never reused. */
export const feedId = z.int().min(1).max(0x7fffffff).brand<"FeedId">();
export type FeedId = z.infer<typeof feedId>;

/** A folder of titles, numbered from 1; numbers are never reused. */
export const folderId = z.int().min(1).max(0x7fffffff).brand<"FolderId">();
export type FolderId = z.infer<typeof folderId>;

/** `<arrival day, in days since 1970-01-01 UTC>-<number within that day>`, e.g. `20780-17`. */
export const articleId = z
  .string()
  .regex(/^\d{1,6}-\d{1,7}$/)
  .brand<"ArticleId">();
export type ArticleId = z.infer<typeof articleId>;

/** A stored picture's file name: SHA-256 of its bytes and an extension, served from `media/<name>`. */
export const mediaName = z
  .string()
  .regex(/^[0-9a-f]{64}\.(?:jpg|png|gif|webp|avif|svg|bmp|ico)$/)
  .brand<"MediaName">();
export type MediaName = z.infer<typeof mediaName>;

/** Names an act in the list of undoable acts. */
export const undoId = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** Names an automatic copy: its file's name. */
export const copyId = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}$/);

/** Names something a person chose in a dialog of the system. */
export const token = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** A moment, in milliseconds since 1970-01-01 UTC. */
const moment = z.number();

/** Sections of a newspaper, in the order they are printed. */
export const section = z.enum([
  "World",
  "Politics",
  "Business",
  "Technology",
  "Science",
  "Health",
  "Climate",
  "Sport",
  "Culture",
  "Entertainment",
  "Lifestyle",
  "Opinion",
  "Investigations",
  "Local",
]);
export type Section = z.infer<typeof section>;

/** An http(s) address of a length that browsers take. */
export const webAddress = z
  .string()
  .max(4096)
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ""), "not an http(s) address");

/** Which articles a timeline is about. */
export const scope = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("bookmarks") }),
  z.strictObject({ kind: z.literal("feed"), feedId }),
  z.strictObject({ kind: z.literal("folder"), folderId }),
  z.strictObject({ kind: z.literal("section"), section }),
  /** Bookmarks with a tag that a person gave, whatever its case. */
  z.strictObject({ kind: z.literal("own-tag"), tag: ownTag }),
  /** A tag as publishers give it, whatever its case. */
  z.strictObject({ kind: z.literal("tag"), tag: z.string().min(1).max(1000) }),
]);
export type Scope = z.infer<typeof scope>;

/** Which of a scope's articles a timeline shows, and in which order. */
export const timelineQuery = z.strictObject({
  scope,
  filter: z.enum(["all", "unread", "bookmarked"]),
  /** `kept`: bookmarks that were set last come first; in lists of others as `newest`. */
  order: z.enum(["newest", "oldest", "kept"]),
});
export type TimelineQuery = z.infer<typeof timelineQuery>;

/**
 * How much of an article is on this disk:
 * `headline` – the feed gave no text; `text` – the text, pictures still to come;
 * `complete` – text and every picture it has; `failed` – text, but a picture could not be had.
 */
export const offlineState = z.enum(["headline", "text", "complete", "failed"]);
export type OfflineState = z.infer<typeof offlineState>;

/** A picture of an article. `media` is null until (or unless) it is on disk; sizes in CSS pixels. */
export const picture = z.object({
  media: mediaName.nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** Why it is not on disk, once that is known. */
  failure: errorCode.nullable(),
  alt: z.string(),
});
export type Picture = z.infer<typeof picture>;

/** What a page is, where it is not the article that it should be, or brings no more than the feed. */
export const pageRefusal = z.enum([
  "consent-wall",
  "bot-wall",
  "login",
  "error-page",
  /** The publisher leads to its front page instead. */
  "front-page",
  /** It is empty before its scripts have run. */
  "needs-scripts",
  "less-than-feed",
  "no-article",
  "too-deep",
  /** The publisher asks programs not to fetch it, or to keep no copy of it. */
  "publisher-wish",
]);
export type PageRefusal = z.infer<typeof pageRefusal>;

/** Which of an article's texts: the one in the feed, or the one of its page. */
export const textSource = z.enum(["feed", "page"]);
export type TextSource = z.infer<typeof textSource>;

/** What kind of page a text is of. */
export const pageKind = z.enum(["article", "live", "gallery", "video"]);
export type PageKind = z.infer<typeof pageKind>;

/** Pages of an article of several that could not be had; `to` is null where nobody says how many there are. */
export const missingPages = z.object({ from: z.int(), to: z.int().nullable() });
export type MissingPages = z.infer<typeof missingPages>;

/** What became of the page that an article stands on at its publisher's. */
export const pageStatus = z.object({
  /** `failed` is tried again; `refused` is not, unless a person asks for it. */
  state: z.enum(["waiting", "stored", "failed", "refused"]),
  reason: z.union([pageRefusal, errorCode]).nullable(),
  /** When a failed one is tried again. */
  nextTry: moment.nullable(),
  /** The publisher gives only the beginning of the article to this person. */
  isExcerpt: z.boolean(),
  /** What its server answered, where that is the reason. */
  httpStatus: z.int().nullable(),
  /** What kind of page the stored text is of. */
  kind: pageKind,
  /** What of the stored text is missing, although its publisher has it. */
  missing: missingPages.nullable(),
});
export type PageStatus = z.infer<typeof pageStatus>;

/** What a list shows of an article. */
export const articleRow = z.object({
  id: articleId,
  feedId,
  /** The publisher's name, also when the title is no longer followed (a bookmark). */
  feedTitle: z.string(),
  headline: z.string(),
  excerpt: z.string(),
  author: z.string(),
  /** The publisher's date, or the arrival when it gave none; never in the future at arrival. */
  published: moment,
  read: z.boolean(),
  bookmarked: z.boolean(),
  /** When the publisher last changed it after it had arrived; null when it has not. */
  updated: moment.nullable(),
  offline: offlineState,
  thumbnail: mediaName.nullable(),
  wordCount: z.int(),
});
export type ArticleRow = z.infer<typeof articleRow>;

/** An article, whole. */
export const article = articleRow.extend({
  /** Address of the original, or null when the publisher gave none. */
  address: z.string().nullable(),
  section: section.nullable(),
  tags: z.array(z.string()),
  language: z.string().nullable(),
  /** Which text `html`, `pictures`, `leadPicture` and `standfirst` are of, and which are kept. */
  text: textSource,
  texts: z.array(textSource),
  /** Null: its page is not asked for. */
  page: pageStatus.nullable(),
  /** The paragraph under the headline, where the page has one; else empty. */
  standfirst: z.string(),
  /** What stands under the lead picture, and whose it is; empty where nobody says. */
  leadCaption: z.string(),
  leadCredit: z.string(),
  /** Sanitised; refers to pictures only as `<img data-picture="index">` into `pictures`. */
  html: z.string(),
  pictures: z.array(picture),
  /** Index into `pictures` of the lead picture, when the body does not show it itself. */
  leadPicture: z.int().nullable(),
  enclosures: z.array(shownEnclosure),
  arrived: moment,
  bookmarkedAt: moment.nullable(),
  /** What a person wrote to it; null: it is no bookmark. */
  bookmark: bookmarkDetails.nullable(),
});
export type Article = z.infer<typeof article>;

/** Why a title's last visit failed. */
export const feedFailure = z.object({
  code: errorCode,
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Visits that failed in a row. */
  attempts: z.int(),
  since: moment,
});
export type FeedFailure = z.infer<typeof feedFailure>;

/** Why the next visit of a title is due when it is. */
export const visitReason = z.enum([
  "never-visited",
  "interval",
  "rhythm",
  "publisher-asks",
  "no-validator",
  "backing-off",
  "host-asks",
  "merged",
  "gone",
]);
export type VisitReason = z.infer<typeof visitReason>;

/** Why a visit at a person's wish has to wait: the plan's reason, or that it was made just now. */
export const waitReason = z.enum([...visitReason.options, "just-visited"]);
export type WaitReason = z.infer<typeof waitReason>;

/** How long articles are kept, by their arrival; null: without that limit. */
export const retention = z.object({
  days: z.int().min(1).max(36_500).nullable().default(null),
  /** How many articles of one title, the newest. */
  articles: z.int().min(1).max(1_000_000).nullable().default(null),
  /** Unread articles stay, whatever the limits say. */
  keepUnread: z.boolean().default(true),
});
export type Retention = z.infer<typeof retention>;

/** The same as a request names it: whole, so that nothing is changed by leaving it out. */
export const retentionRules = z.strictObject({
  days: retention.shape.days.unwrap(),
  articles: retention.shape.articles.unwrap(),
  keepUnread: z.boolean(),
});

/**
 * Whether the pages of a title's articles are fetched for their texts; `auto`: when its feed clearly
 * gives only their beginnings.
 */
export const fullText = z.enum(["auto", "on", "off"]);
export type FullText = z.infer<typeof fullText>;

/** A title's icon on this disk; `dark`: another one for dark backgrounds, where the publisher has one. */
export const feedIcon = z.object({ media: mediaName, dark: mediaName.nullable() });
export type FeedIcon = z.infer<typeof feedIcon>;

/** A followed title, as the sidebar shows it. */
export const feedSummary = z.object({
  id: feedId,
  title: z.string(),
  address: z.string(),
  site: z.string().nullable(),
  folderId: folderId.nullable(),
  section: section.nullable(),
  unread: z.int(),
  total: z.int(),
  failure: feedFailure.nullable(),
  lastVisit: moment.nullable(),
  nextVisit: moment.nullable(),
  nextVisitReason: visitReason,
  /** How long its articles are kept; null: as the settings say. */
  retention: retention.nullable(),
  fullText,
  /** Its feed clearly gives only the beginnings of its articles; null while that is not known. */
  isShortened: z.boolean().nullable(),
  keepRecordings: keptRecordings,
  /** A person showed where the article is on its pages. */
  hasOwnExtraction: z.boolean(),
  /** Null: none was found, or not yet looked for. */
  icon: feedIcon.nullable(),
  /** Part of its address, or its password, is a secret, which is neither shown nor exported unasked. */
  isPrivate: z.boolean(),
  /** The person signed in to its publisher. */
  signedIn: z.boolean(),
});
export type FeedSummary = z.infer<typeof feedSummary>;

/** How well the pages of a title's listed articles could be read. Counts are articles. */
export const pageReport = z.object({
  stored: z.int(),
  /** Of the stored ones, those that say more than the feed. */
  better: z.int(),
  excerpts: z.int(),
  waiting: z.int(),
  failed: z.int(),
  refused: z.int(),
  /** Why most of those that failed or were refused did. */
  commonReason: pageStatus.shape.reason,
  /** Until when no more pages are asked for by themselves, because hardly any brought more than the feed. */
  stoppedUntil: moment.nullable(),
});
export type PageReport = z.infer<typeof pageReport>;

/** What the manager of titles shows of a title besides. */
export const titleRecord = z.object({
  feedId,
  /** HTTP status of the last answer; null before the first. */
  lastStatus: z.int().nullable(),
  /** New articles that the last visit brought; null where it failed or that was not noted. */
  brought: z.int().nullable(),
  /** What was wrong with its feed when it was last read, in plain English. */
  problems: z.array(z.string()),
  /** Until when its host wants to be left alone; null: it does not. */
  hostPausedUntil: moment.nullable(),
  /** Articles a week, as they came over the last weeks; null while that is not known. */
  articlesAWeek: z.number().nullable(),
  /** When its newest article was published. */
  newest: moment.nullable(),
  /** Null: no page was ever asked for. */
  pages: pageReport.nullable(),
  /** Listed articles that need nothing more from the network. */
  ready: z.int(),
  /** What its articles and pictures take on disk, in bytes; nearly. */
  bytes: z.number(),
  addedAt: moment,
  /** Another followed title that most likely is the same one. */
  duplicateOf: feedId.nullable(),
});
export type TitleRecord = z.infer<typeof titleRecord>;

/** A publisher that the person signed in to; `site` is its registrable domain, such as `example.co.uk`. */
export const signIn = z.object({ site: z.string(), since: moment, feedIds: z.array(feedId) });
export type SignIn = z.infer<typeof signIn>;

/** A folder of titles. */
export const folder = z.object({ id: folderId, name: z.string() });
export type Folder = z.infer<typeof folder>;

/** Everything the sidebar shows, in its order. */
export const sources = z.object({
  folders: z.array(folder),
  feeds: z.array(feedSummary),
  unread: z.int(),
  total: z.int(),
  bookmarks: z.int(),
  /** Listed articles, and those of them that need nothing more from the network. */
  offline: z.object({ listed: z.int(), ready: z.int(), bytes: z.number() }),
});
export type Sources = z.infer<typeof sources>;

/** A title of the built-in catalogue. `feed` is its identity. */
export const catalogueEntry = z.object({
  title: z.string(),
  site: z.string(),
  feed: z.string(),
  section,
  country: z.string(),
  language: z.string(),
  description: z.string(),
  kind: z.string(),
  paywall: z.enum(["none", "metered", "hard"]).nullable(),
});
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

/** A feed that was found at an address someone gave. */
export const feedCandidate = z.object({
  address: z.string(),
  title: z.string(),
  description: z.string(),
  site: z.string().nullable(),
  itemCount: z.int(),
  newest: moment.nullable(),
  followedAs: feedId.nullable(),
});
export type FeedCandidate = z.infer<typeof feedCandidate>;

/** How far a refresh has come; counts are titles. */
export const refreshStatus = z.object({
  running: z.boolean(),
  done: z.int(),
  total: z.int(),
  failed: z.int(),
  /** Articles whose pages, and pictures that are still to be fetched. */
  pagesWaiting: z.int(),
  picturesWaiting: z.int(),
  /** When the next title is due; null when none is followed. */
  nextDue: moment.nullable(),
  /** No network is there at all. */
  disconnected: z.boolean(),
  /** The connection costs by the byte, as the system or the person says. */
  metered: z.boolean(),
  /** Why what came last could not be stored; null when it was. It is fetched again later. */
  storageFailure: errorCode.nullable(),
});
export type RefreshStatus = z.infer<typeof refreshStatus>;

/** What a person can set. */
export const settings = z.object({
  /** For titles that have no rules of their own. */
  retention: retention.prefault({}),
  /** Megabytes (10^6 bytes) that articles and pictures may take together; null: no limit. */
  sizeBudget: z.int().min(100).max(100_000_000).nullable().default(10_000),
  theme: z.enum(["system", "light", "dark"]).default("system"),
  /** Size of article text, in per cent of the default. */
  textSize: z.int().min(70).max(200).default(100),
  textWidth: z.enum(["narrow", "medium", "wide"]).default("medium"),
  density: z.enum(["compact", "comfortable"]).default("comfortable"),
  refreshOnStart: z.boolean().default(true),
  /** Minutes between visits of a title that publishes often and does not ask for longer. */
  refreshMinutes: z.int().min(30).max(1440).default(60),
  keepPictures: z.boolean().default(true),
  /** Titles whose feeds give only beginnings have their articles' pages fetched, unless set otherwise. */
  keepFullTexts: z.boolean().default(true),
  /** Whether the connection costs by the byte; `auto`: as the system says. */
  connection: z.enum(["auto", "metered", "unmetered"]).default("auto"),
  /** What is fetched by itself on a metered connection: no visits either, feeds and pages, or all. */
  onMetered: z.enum(["nothing", "texts", "everything"]).default("texts"),
  /** Megabytes (10^6 bytes) that the pictures of one title may take; null: no limit. */
  pictureCap: z.int().min(1).max(100_000_000).nullable().default(1_000),
  /** How fast sounds and films are played. */
  playbackRate: z.number().min(0.5).max(3).default(1),
});
export type Settings = z.infer<typeof settings>;

/** Where the reader was: restored at the next start. Widths in CSS pixels. */
export const viewState = z.object({
  sidebarWidth: z.number().min(120).max(1000).default(260),
  listWidth: z.number().min(200).max(1600).default(380),
  query: timelineQuery.default({ scope: { kind: "all" }, filter: "all", order: "newest" }),
  articleId: articleId.nullable().default(null),
  /** Scroll position inside the open article, 0–1. */
  articleScroll: z.number().min(0).max(1).default(0),
  /** First article visible in the list; null at the top. */
  topArticleId: articleId.nullable().default(null),
  collapsedFolders: z.array(folderId).max(1000).default([]),
});
export type ViewState = z.infer<typeof viewState>;

/** Long work that announces how far it has come. */
export const longTask = z.enum(["purge", "backup", "restore", "export", "move", "import"]);
export type LongTask = z.infer<typeof longTask>;

/** What the library takes on disk, in bytes. */
export const storageUsage = z.object({
  articles: z.number(),
  pictures: z.number(),
  bookmarks: z.number(),
  /** Sounds and films. */
  recordings: z.number(),
  /** Automatic copies. */
  copies: z.number(),
  /** Bytes that the disk still has; null where it does not say. */
  free: z.number().nullable(),
  /** Number of stored articles, and the arrival of the oldest; null when there is none. */
  articleCount: z.int(),
  oldest: moment.nullable(),
  dataFolder: z.string(),
  backupsFolder: z.string(),
  readOnly: z.boolean(),
});
export type StorageUsage = z.infer<typeof storageUsage>;

/** What removing old articles removed or would remove. */
export const purgeReport = z.object({ articles: z.int(), pictures: z.int(), bytes: z.number() });

/** An act that can be taken back. */
export const undoableAct = z.object({
  undoId,
  kind: z.enum([
    "mark-read",
    "delete-articles",
    "unfollow",
    "remove-folder",
    "remove-bookmark",
    "remove-search",
    "remove-highlight",
    "write-bookmark",
  ]),
  /** How many articles or titles it was about. */
  count: z.int(),
  at: moment,
  /** Of the title, folder or headline, where there is just one. */
  name: z.string().nullable(),
});
export type UndoableActSummary = z.infer<typeof undoableAct>;

/** An automatic copy of what cannot be replaced. */
export const automaticCopy = z.object({ id: copyId, at: moment, bytes: z.number() });

/** What a backup holds that was chosen to be restored; `token` names it until the program ends. */
export const chosenBackup = z.object({
  token,
  at: moment,
  titles: z.int(),
  bookmarks: z.int(),
  bytes: z.number(),
});

/** What restoring a backup brought. */
export const restoreReport = z.object({
  titlesAdded: z.int(),
  bookmarksAdded: z.int(),
  marksSet: z.int(),
  /** Sentences about what could not be taken in. */
  problems: z.array(z.string()),
});
