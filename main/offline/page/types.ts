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
  /** Reads the dates of the page; milliseconds since 1970, or null. */
  readonly readDate: ReadDate;
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
  | "no-article";

export interface NoArticle {
  readonly ok: false;
  readonly reason: NoArticleReason;
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
  /** Addresses of the next page of this article and of its other versions. */
  readonly next: string | null;
  readonly amp: string | null;
  readonly print: string | null;
  /** What was odd about the page, in plain English. */
  readonly problems: readonly string[];
}
