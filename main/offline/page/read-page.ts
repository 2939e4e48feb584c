/** From a web page to the article on it and its facts: the public file of this folder. Pure. */
import { asWholePage } from "../choose/as-whole-page.ts";
import { pickChosen } from "../choose/pick-chosen.ts";
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
import { findNextPage, findPageCount } from "./next-page.ts";
import { findLiveReport, isLive } from "./live.ts";
import { otherVersion, wholeVersion } from "./other-version.ts";
import { findFilm, findGallery, missingFigures } from "./pictures-told.ts";
import { wantsNoCopy } from "./wishes.ts";
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
import { element, toHtml, type PageElement } from "./tree.ts";
import type { NoArticle, NoArticleReason, PageArticle, PageOrigin } from "./types.ts";

export { addsNothing, joinPages } from "./join-pages.ts";
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
  if (typeof page === "string") return { ok: false, reason: page, other: null };
  const source = surveyPage(page, origin.address);
  const wall = wallOf(source, html, origin);
  if (wall !== null) {
    const other = wall === "needs-scripts" ? otherVersion(source) : null;
    return { ok: false, reason: wall, other };
  }
  const isBarred = wantsNoCopy(source, origin.robotsTag ?? null, origin.isOrdered === true);
  if (isBarred && origin.without?.has("wishes") !== true)
    return { ok: false, reason: "publisher-wish", other: null };

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
  const { selector = null } = origin;
  const chosen = selector === null ? null : pickChosen(page, selector);
  if (chosen !== null) asWholePage(page, chosen, source.base);
  else if (!without.has("overlays")) withoutOverlays(page);
  if (!without.has("pictures")) withPictures(page);
  const report = chosen === null && isLive(source) ? findLiveReport(source, origin.readDate) : null;
  const gallery = chosen === null ? findGallery(source) : [];
  lighten(page, headline);
  const tidied = (found: PageElement | null): Found | null => {
    if (found === null) return null;
    const before = blocksOf(found);
    return { article: found, before, text: textOf(tidy(found, context, without)) };
  };
  const film = findFilm(source);
  const given = chosen ?? report;
  let found = tidied(given ?? extract(page, source.base));
  if (
    given === null &&
    !without.has("second-opinion") &&
    isSuspicious(found?.text ?? "", headline, statedLength(source))
  ) {
    const other = tidied(extractAgain(page, source.base));
    if (other !== null && (found === null || isBetter(other.text, found.text, headline)))
      found = other;
  }
  if ((found?.text.length ?? 0) < noteMinimum && gallery.length === 0 && film !== null)
    found = tidied(film.article);
  const shown = missingFigures(gallery, found?.article ?? null);
  found ??= gallery.length === 0 ? null : { article: element("article"), before: [], text: "" };
  found?.article.children.push(...shown);
  const refusal =
    gallery.length > 0
      ? isWallText(found?.text ?? "")
      : refuse(found?.text ?? "", origin, facts.next);
  if (chosen !== null && (found === null || refusal !== null)) {
    // What a choice from before the publisher changed its pages finds is no article any more.
    const usual = readPage(html, { ...origin, selector: null });
    return usual.ok ? { ...usual, ownChoice: "outdated" } : usual;
  }
  if (found === null || refusal !== null) {
    const reason = refusal ?? "no-article";
    const isElsewhere = reason === "no-article" && free !== false;
    return { ok: false, reason, other: isElsewhere ? otherVersion(source) : null };
  }

  const { text, article, before } = found;
  const all = [origin.textBefore ?? "", text].join("\n").trim();
  const completeness = completenessOf(all, before, source, free);
  const kind = report !== null ? "live" : kindOf(source, article, text);
  return {
    ok: true,
    kind,
    ...facts,
    leadPicture:
      facts.leadPicture ??
      (kind === "video" && film?.still ? { ...noWords, address: film.still } : null),
    other: facts.next === null ? otherVersion(source) : wholeVersion(source),
    isDoubtful:
      kind === "article" &&
      free !== false &&
      completeness === "whole" &&
      isSuspicious(text, headline, statedLength(source)),
    byline: authors.join(", "),
    html: article.children.map(toHtml).join(""),
    text,
    wordCount: countWords(text),
    paywalled: free === false,
    completeness,
    ownChoice: selector === null ? null : chosen === null ? "outdated" : "followed",
    problems: problemsOf(source, text, completeness),
  };
}

const noWords = { caption: "", credit: "", alt: "" };

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
  | "isDoubtful"
  | "other"
  | "ownChoice"
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
    pageCount: findPageCount(source),
    amp: findAmp(source),
    print: findPrint(source),
  };
}

/** Why a text is not stored as the article, or null. */
function refuse(
  text: string,
  { feedText = "", textBefore = "" }: PageOrigin,
  next: string | null,
): NoArticleReason | null {
  const wall = isWallText(text);
  if (wall !== null) return wall;
  if (text.length < noteMinimum) return "no-article";
  const length = textBefore.length + text.length;
  if (length < textMinimum && length <= feedText.length) return "no-article";
  // Of an article of several pages that is known only with the last of them.
  return next === null && length < feedText.length * feedShare ? "less-than-feed" : null;
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
