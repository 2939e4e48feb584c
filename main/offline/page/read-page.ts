/** From a web page to the article on it and its facts: the public file of this folder. Pure. */
import { countWords } from "../count-words.ts";
import { textOf, tidy } from "./after/tidy.ts";
import { lighten, withoutOverlays, withPictures } from "./before.ts";
import { blocksOf, type Block } from "./blocks.ts";
import { findAuthors } from "./facts/byline.ts";
import { completenessOf, statedLength } from "./completeness.ts";
import { findPublished, findUpdated } from "./facts/dates.ts";
import { extract } from "./extract.ts";
import { isWallText, wallOf } from "./gates.ts";
import { findHeadline, siteName } from "./facts/headline.ts";
import { kindOf } from "./kind.ts";
import { findLeadPicture } from "./facts/lead-picture.ts";
import { findNextPage } from "./next-page.ts";
import {
  findAddress,
  findAmp,
  findLanguage,
  findPrint,
  findSection,
  findStandfirst,
  findTags,
  isFree,
} from "./facts/other-facts.ts";
import { readTree } from "./read-tree.ts";
import { extractAgain, isBetter, isSuspicious } from "./second-opinion.ts";
import { surveyPage, type PageSource } from "./facts/survey.ts";
import { toHtml, type PageElement } from "./tree.ts";
import type { NoArticle, NoArticleReason, PageArticle, PageOrigin } from "./types.ts";

export type { ReadDate } from "./facts/dates.ts";
export type { LeadPicture } from "./facts/lead-picture.ts";
export type * from "./types.ts";

/** Fewer characters are no article, unless the feed gave still fewer. */
const textMinimum = 250;
/** A note of fewer is none at all. */
const noteMinimum = 60;
/** Share of the feed's own text below which the page gave less. */
const feedShare = 0.4;

/**
 * Reads the article on a page (decoded HTML). Takes up to seconds on large pages and must run in a
 * worker with a limit of time. Never throws for what a page holds.
 */
export function readPage(html: string, origin: PageOrigin): PageArticle | NoArticle {
  const page = readTree(html);
  if (typeof page === "string") return { ok: false, reason: page };
  const source = surveyPage(page, origin.address);
  const wall = wallOf(source, html, origin);
  if (wall !== null) return { ok: false, reason: wall };

  const { authors, siteName: publisher, isFree: free, ...facts } = readFacts(source, origin);
  const { headline, standfirst, section } = facts;

  // From here on the page is taken apart.
  const without = origin.without ?? new Set<string>();
  const context = {
    headline,
    standfirst,
    section,
    authors,
    siteName: publisher,
    address: origin.address,
  };
  if (!without.has("overlays")) withoutOverlays(page);
  if (!without.has("pictures")) withPictures(page);
  lighten(page, headline);
  const tidied = (found: PageElement | null): Found | null => {
    if (found === null) return null;
    const before = blocksOf(found);
    return { article: found, before, text: textOf(tidy(found, context, without)) };
  };
  let found = tidied(extract(page, source.base));
  if (
    !without.has("second-opinion") &&
    isSuspicious(found?.text ?? "", headline, statedLength(source))
  ) {
    const other = tidied(extractAgain(page, source.base));
    if (other !== null && (found === null || isBetter(other.text, found.text, headline)))
      found = other;
  }
  const refusal = refuse(found?.text ?? "", origin);
  if (found === null || refusal !== null) return { ok: false, reason: refusal ?? "no-article" };

  const { text, article, before } = found;
  const completeness = completenessOf(text, before, source, free);
  return {
    ok: true,
    kind: kindOf(source, article, text),
    ...facts,
    byline: authors.join(", "),
    html: article.children.map(toHtml).join(""),
    text,
    wordCount: countWords(text),
    paywalled: free === false,
    completeness,
    problems: problemsOf(source, text, completeness),
  };
}

interface Found {
  readonly article: PageElement;
  readonly before: readonly Block[];
  readonly text: string;
}

/** Everything that the page states of its article. */
export interface PageFacts extends Omit<
  PageArticle,
  | "ok"
  | "kind"
  | "byline"
  | "html"
  | "text"
  | "wordCount"
  | "paywalled"
  | "completeness"
  | "problems"
> {
  readonly authors: readonly string[];
  readonly siteName: string;
  /** Null when the publisher does not say whether everybody may read it. */
  readonly isFree: boolean | null;
}

/** The facts alone, without looking for the text. */
export function readFacts(source: PageSource, { readDate, feedTitle = "" }: PageOrigin): PageFacts {
  const headline = findHeadline(source) || feedTitle;
  const published = findPublished(source, readDate);
  return {
    headline,
    standfirst: findStandfirst(source, headline),
    authors: findAuthors(source),
    section: findSection(source),
    siteName: siteName(source),
    isFree: isFree(source),
    address: findAddress(source),
    published,
    updated: findUpdated(source, published, readDate),
    tags: findTags(source),
    language: findLanguage(source),
    leadPicture: findLeadPicture(source),
    next: findNextPage(source),
    amp: findAmp(source),
    print: findPrint(source),
  };
}

/** Why a text is not stored as the article, or null. */
function refuse(text: string, { feedText = "" }: PageOrigin): NoArticleReason | null {
  const wall = isWallText(text);
  if (wall !== null) return wall;
  if (text.length < noteMinimum) return "no-article";
  if (text.length < textMinimum && text.length <= feedText.length) return "no-article";
  return text.length < feedText.length * feedShare ? "less-than-feed" : null;
}

function problemsOf(
  source: PageSource,
  text: string,
  completeness: PageArticle["completeness"],
): string[] {
  const problems: string[] = [];
  const stated = statedLength(source);
  if (completeness === "excerpt") problems.push("only the beginning of the article is on the page");
  else if (stated > 1_000 && text.length < stated * 0.7)
    problems.push(`the publisher states ${stated} characters of text, ${text.length} were found`);
  if (source.article === undefined) problems.push("the page does not say that it is an article");
  return problems;
}
