import type { Lock } from "./server/lock.ts";
import type { Section } from "../../preload/contract/model.ts";

/** What a publisher's feed is written in; `rss-summary` is RSS 2.0 without full texts. */
export type FeedFormat = "rss" | "rss-summary" | "atom" | "rdf" | "json";

/** Encodings in which a feed may be sent. */
export type Charset =
  | "utf-8"
  | "utf-16le"
  | "big5"
  | "gb18030"
  | "shift_jis"
  | "euc-kr"
  | "iso-8859-1"
  | "iso-8859-2"
  | "iso-8859-7"
  | "iso-8859-8"
  | "iso-8859-9"
  | "koi8-r"
  | "windows-1251"
  | "windows-1252"
  | "windows-1256";

/** A picture that the newsstand paints when it is asked for. */
export interface StoryPicture {
  readonly address: string;
  readonly caption: string;
  readonly credit: string;
  readonly width: number;
  readonly height: number;
}

/** An article of a publisher. Times are milliseconds since 1970-01-01 UTC. */
export interface Story {
  /** Unique and stable within the publisher; also the feed's guid. */
  readonly id: string;
  readonly address: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly author: string;
  readonly section: Section;
  readonly tags: readonly string[];
  readonly published: number;
  /** When it was last revised; equal to `published` when it never was. */
  readonly updated: number;
  /** The body as the publisher marks it up, with absolute addresses. */
  readonly html: string;
  readonly pictures: readonly StoryPicture[];
  /** Names the world event that it tells; stories of several titles share it. Null: exclusive. */
  readonly event: string | null;
}

/** How a publisher misbehaves; every field at its default is a well-kept site. */
export interface Behaviour {
  /** Milliseconds between a request and its answer. */
  readonly delay: number;
  /** Answers the feed with this status in place of the feed. */
  readonly status: number | null;
  /** `Retry-After` beside `status`: seconds, or a moment sent as an HTTP date, or a literal. */
  readonly retryAfter: number | Date | string | null;
  /** Answers the feed with a redirect; `to` may be relative. */
  readonly redirect: { readonly status: 301 | 302 | 303 | 307 | 308; readonly to: string } | null;
  /** What becomes of the connection: cut before or within the answer, silence, or no end to it. */
  readonly connection: "sound" | "drop" | "hang" | "truncate" | "endless";
  /** What the feed's address gives: itself, a consent page, nothing, 40 MB of padding, or of a film. */
  readonly body: "feed" | "html" | "empty" | "oversized" | "film";
  /** Replaces the feed's `Content-Type`. */
  readonly contentType: string | null;
  /** `Content-Encoding`, used where the client accepts it. */
  readonly compression: "identity" | "gzip" | "br" | "zstd";
  readonly charset: Charset;
  /** The charset that the feed claims to be in; null: the true one. */
  readonly claimedCharset: string | null;
  /** Where the feed says what it is written in: the XML declaration, the HTTP header. */
  readonly declares: "both" | "xml" | "header" | "neither";
  readonly validators: "both" | "etag" | "last-modified" | "none";
  /** Further headers of the feed's answer, such as `Cache-Control`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly pictures: "good" | "missing" | "html" | "pixel" | "slow" | "dropped";
  /**
   * What comes in place of articles' pages, or how they come: after a while, in the feed's charset,
   * in two parts, or only their beginnings with a request to subscribe.
   */
  readonly pages: PageBehaviour;
  /** What is for readers who are signed in, as they may be at `/sign-in`: pages and pictures, or all. */
  readonly paywall: "none" | "articles" | "everything";
  /** The name and password that the feed asks for; null: none. */
  readonly lock: Lock | null;
  /** Articles try scripts, frames, forms, handlers and private addresses. */
  readonly hostile: boolean;
}

/** How a publisher's article pages come. */
export type PageBehaviour =
  "good" | "missing" | "consent" | "login" | "bot" | "slow" | "legacy" | "split" | "excerpt";

/** Something that a publisher serves beside its feed. */
export interface Resource {
  readonly body: string | Uint8Array;
  readonly contentType: string;
  readonly status?: number;
  /** Where it redirects to. */
  readonly location?: string;
}

/** A publisher made for one test. Whatever is missing is invented. */
export interface PublisherDefinition {
  /** Host label: letters, digits and hyphens. */
  readonly slug: string;
  readonly title?: string;
  readonly section?: Section;
  readonly language?: string;
  readonly country?: string;
  readonly format?: FeedFormat;
  /** Path of the feed, `/feed.xml` unless told. */
  readonly feedPath?: string;
  /** The feed as it is sent, in place of one written from `stories`. */
  readonly body?: string | Uint8Array;
  readonly contentType?: string;
  /** Its articles, newest first; none unless told. Missing fields are filled in. */
  readonly stories?: readonly Partial<Story>[];
  /** Pages, pictures and other files by path. */
  readonly resources?: Readonly<Record<string, Resource>>;
  readonly behaviour?: Partial<Behaviour>;
}

/** A title of the newsstand. */
export interface Publisher {
  readonly slug: string;
  readonly title: string;
  /** `<slug>.localhost:<port>`. */
  readonly host: string;
  readonly siteAddress: string;
  readonly feedAddress: string;
  /** The same as its readers know it: with the name and password that it asks for. */
  readonly readersAddress: string;
  readonly format: FeedFormat;
  readonly section: Section;
  readonly language: string;
  readonly country: string;
  readonly description: string;
  /** Newest first. */
  readonly stories: readonly Story[];
  readonly behaviour: Behaviour;
  /** Changes the behaviour from the next request on; without changes, back to the first one. */
  behave(changes?: Partial<Behaviour>): void;
  /** Ends the sessions of all readers who are signed in. */
  endSessions(): void;
}

/** What was asked for. */
export type RequestKind = "feed" | "page" | "picture" | "icon" | "sign-in" | "other";

/** A request as it arrived and what became of it. */
export interface RecordedRequest {
  readonly method: string;
  /** As sent, with the port. */
  readonly host: string;
  /** With the query. */
  readonly path: string;
  readonly kind: RequestKind;
  /** Names in lower case; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970-01-01 UTC by the newsstand's clock. */
  readonly time: number;
  /** Requests of the same host under way at arrival, this one counted. */
  readonly atOnce: number;
  /** The same of all hosts. */
  readonly allAtOnce: number;
  /** It came over https. */
  readonly isSecure: boolean;
  /** Bytes of the answer's body that the client took, or nearly. */
  readonly taken: number;
  /** Status sent; 0 while there is none and for a connection that was cut. */
  readonly status: number;
  /** Headers of the answer, names in lower case; lines `Set-Cookie` by line breaks. */
  readonly sent: Readonly<Record<string, string>>;
  /** A person asked for this visit, as far as that is known: it may come before its time. */
  readonly byHand?: boolean;
}

/** One rule and how it was kept. */
export interface EtiquetteCheck {
  readonly name: string;
  readonly rule: string;
  /** Occasions on which the rule could have been broken. */
  readonly occasions: number;
  /** One line for each breach. */
  readonly breaches: readonly string[];
}

/** How a client treated the publishers. */
export interface EtiquetteReport {
  readonly checks: readonly EtiquetteCheck[];
  readonly breaches: number;
  /** Rules kept among those that could be judged, in per cent. */
  readonly score: number;
}
