/** What a page is read with, and what comes of it. */
import type { ReadDate } from "./facts/dates.ts";
import type { LeadPicture } from "./facts/lead-picture.ts";
import type { Refusal } from "./read-tree.ts";

/** Where a page comes from, and what is known of its article already. */
export interface PageOrigin {
  /** The final address, after redirects. */
  readonly address: string;
  /** The address that was asked for, when it is another. */
  readonly askedFor?: string;
  /** The headline and the plain text that the feed gave. */
  readonly feedTitle?: string;
  readonly feedText?: string;
  /** The header `X-Robots-Tag` that came with it. */
  readonly robotsTag?: string | null;
  /** A person said of this very title that its pages are to be had. */
  readonly isOrdered?: boolean;
  /** The text of the pages of the same article that come before it. */
  readonly textBefore?: string;
  /** Reads the dates of the page; milliseconds since 1970, or null. */
  readonly readDate: ReadDate;
  /** Where a person showed the article to be on this title's pages, as `offline/choose` wrote it. */
  readonly selector?: string | null;
  /** Steps to leave out, for measuring what each is worth. */
  readonly without?: ReadonlySet<string>;
}

/** Why a page gives no article; nothing of it may be stored as one. */
export type NoArticleReason =
  | Refusal
  /** It asks to agree to something first. */
  | "consent-wall"
  /** It wants to know whether we are a person. */
  | "bot-wall"
  /** It wants a password. */
  | "login"
  /** "Not found", whatever its status said. */
  | "error-page"
  /** The publisher sent us to its front page instead. */
  | "front-page"
  /** It holds nothing before its scripts have run. */
  | "needs-scripts"
  /** What was found is less than what the feed gave. */
  | "less-than-feed"
  /** The publisher asks programs to keep no copy of it. */
  | "publisher-wish"
  | "no-article";

export interface NoArticle {
  readonly ok: false;
  readonly reason: NoArticleReason;
  /** Another version of the page that may hold the article; null: there is none, or it is not to be asked for. */
  readonly other: string | null;
}

/** What kind of page the article stands on. */
export type PageKind = "article" | "live" | "gallery" | "video";

export interface PageArticle {
  readonly ok: true;
  readonly kind: PageKind;
  /** The address that the publisher wants to be quoted. */
  readonly address: string;
  readonly headline: string;
  readonly standfirst: string;
  /** The people who wrote it, parted by ", ". */
  readonly byline: string;
  /** Milliseconds since 1970. */
  readonly published: number | null;
  readonly updated: number | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly language: string | null;
  readonly leadPicture: LeadPicture | null;
  /** Raw HTML with absolute addresses: it must be cleaned before it is stored. */
  readonly html: string;
  /** Plain text, blocks parted by line feeds, without headline, byline and captions. */
  readonly text: string;
  readonly wordCount: number;
  /** The publisher says that not everybody may read all of it. */
  readonly paywalled: boolean;
  readonly completeness: "whole" | "excerpt";
  /** What `selector` did: it was `followed`, or `outdated`: the usual way was gone; null: none given. */
  readonly ownChoice: "followed" | "outdated" | null;
  /** Another version of the page is worth a look: this one seems to hold little or something else. */
  readonly isDoubtful: boolean;
  /** The version to look at then, or the one that has all pages of an article of several; or null. */
  readonly other: string | null;
  /** How many pages the article has, by the numbers that lead to them; null for one, or where none do. */
  readonly pageCount: number | null;
  /** Addresses of the next page of this article and of its other versions. */
  readonly next: string | null;
  readonly amp: string | null;
  readonly print: string | null;
  /** What was odd about the page, in plain English. */
  readonly problems: readonly string[];
}
