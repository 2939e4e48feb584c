/** What a feed says, whatever its format. Times are milliseconds since 1970-01-01 UTC. */

export type FeedFormat = "rss" | "rdf" | "atom" | "json" | "rss-in-json";

export interface ParsedEnclosure {
  readonly address: string;
  readonly type: string;
  /** Bytes, 0 when unknown. */
  readonly length: number;
}

export interface ParsedItem {
  /** The publisher's id, trimmed, never resolved; null when it gave none. */
  readonly id: string | null;
  /** Identity within the feed and its other spellings; see `identity.ts`. */
  readonly key: string;
  readonly aliases: readonly string[];
  readonly link: string | null;
  /** Plain text. */
  readonly title: string;
  readonly published: number | null;
  readonly updated: number | null;
  /** Plain text names. */
  readonly authors: readonly string[];
  /** HTML as published, addresses made absolute, NOT sanitised; empty when there is none. */
  readonly summary: string;
  readonly content: string;
  readonly enclosures: readonly ParsedEnclosure[];
  /** Address of the picture that stands for the item. */
  readonly image: string | null;
  readonly categories: readonly string[];
  readonly language: string | null;
  readonly discussion: Discussion | null;
  /** The id or address of what it answers (`thr:in-reply-to`), or null. */
  readonly replyTo: string | null;
  /** Where it plays, in degrees, or null. */
  readonly place: Place | null;
  /** Seconds that its sound or film lasts, or null. */
  readonly duration: number | null;
}

/** Where readers talk about an item. */
export interface Discussion {
  /** The page, and a feed of what is said there. */
  readonly page: string | null;
  readonly feed: string | null;
  /** How much has been said, or null when unknown. */
  readonly count: number | null;
}

/** A point on the earth, in degrees (WGS 84). */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface ParsedFeed {
  readonly ok: true;
  readonly format: FeedFormat;
  readonly title: string;
  readonly link: string | null;
  readonly description: string;
  readonly language: string | null;
  readonly image: string | null;
  /** The picture that it names for lists of feeds (Atom `icon`, JSON Feed `favicon`), or null. */
  readonly icon: string | null;
  /** The address that the feed gives as its own (`rel="self"`, `feed_url`), or null. */
  readonly self: string | null;
  /** Services that announce its changes (WebSub). */
  readonly hubs: readonly string[];
  /** Minutes the publisher asks to wait between visits (`ttl`, `sy:updatePeriod`), or null. */
  readonly waitMinutes: number | null;
  /** Hours (0–23, UTC) and days (0 Sunday – 6) in which the publisher wants no visit. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
  readonly items: readonly ParsedItem[];
  /** What was wrong with the document, in plain English, for the log. */
  readonly problems: readonly string[];
}

export interface NotAFeed {
  readonly ok: false;
  readonly reason: "empty" | "html" | "not-a-feed" | "too-large" | "unreadable";
}

/** Where a document came from, as far as it matters for reading it. */
export interface FeedSource {
  /** The `Content-Type` header, when there was one. */
  readonly contentType?: string;
  /** The final address, for resolving relative ones. */
  readonly baseUrl?: string;
}

/** A feed that a page points to. */
export interface FeedLink {
  readonly address: string;
  readonly title: string;
}

/** Why a page is not what was asked for. */
export type Wall =
  /** Someone has to sign in first. */
  | "login"
  /** A question about cookies or conditions stands in the way. */
  | "consent"
  /** A program that wants proof of a human visitor. */
  | "bot-wall"
  /** Nobody is there: the name is for sale. */
  | "parked";

/** What a page says of feeds, for an address that turned out not to be one. */
export interface PageFindings {
  /** The feeds that it offers, best first, those of comments last. */
  readonly links: readonly FeedLink[];
  /** Addresses at which its site may keep a feed that the page does not name, most likely first. */
  readonly guesses: readonly string[];
  readonly wall: Wall | null;
  readonly icons: PageIcons;
}

/** A picture that a site names as its icon. */
export interface IconCandidate {
  /** On the web, or `data:` with a small picture inside. */
  readonly address: string;
  /** How it was named: `<link rel="icon">`, `apple-touch-icon`, in a manifest, `fluid-icon`. */
  readonly source: "icon" | "touch" | "manifest" | "fluid";
  /** For which windows it is meant. */
  readonly scheme: "any" | "dark";
  /** Its side in pixels as it was declared; `Infinity`: a drawing; null: not said. */
  readonly side: number | null;
  /** Drawn to be cut out of its middle, and named for nothing else. */
  readonly isMaskable: boolean;
}

/** What a page says of its site's icons. */
export interface PageIcons {
  /** The page's address. */
  readonly address: string;
  readonly icons: readonly IconCandidate[];
  /** The address of the web app manifest. */
  readonly manifest: string | null;
}

/** An entry of an OPML file; `folder` is the path of outline names above it. */
export interface OutlineFeed {
  readonly address: string;
  /** The publisher's title, or the only one that the file gives; "" when it gives none. */
  readonly title: string;
  /** The name that a person gave it, where the file tells the two apart. */
  readonly ownTitle: string | null;
  readonly site: string | null;
  readonly folder: readonly string[];
  readonly section: string | null;
  readonly language: string | null;
  /** How long its articles are kept, where that was set for this title. */
  readonly retention: OutlineRetention | null;
}

/** How long articles are kept; null: without that limit. */
export interface OutlineRetention {
  readonly days: number | null;
  readonly articles: number | null;
  readonly keepUnread: boolean;
}

/** What is written into an OPML file: folders and titles in this order. */
export interface OutlineToWrite {
  readonly title: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly created: number;
  readonly feeds: readonly OutlineFeed[];
  /** Whether names and passwords inside addresses are written; false leaves them out. */
  readonly withSecrets?: boolean;
}

export interface Outline {
  readonly feeds: readonly OutlineFeed[];
  /** Names of entries that hold no usable address. */
  readonly skipped: readonly string[];
}
