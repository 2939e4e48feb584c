import { section as sections, type Section } from "../../preload/contract/contract.ts";
import { decodePage, parseDate } from "../feeds/feeds.ts";
import { cleanArticle, packText, plainText } from "../offline/offline.ts";
import { addsNothing, joinPages, readPage, type PageArticle } from "../offline/page/read-page.ts";
import type { Jobs, ReadPage } from "./jobs.ts";

/** A page is shown rather than the feed's own text when it has so many times its words. */
const clearlyMore = 1.15;

/**
 * Reads the article on a page, joined to what the pages before it gave, and makes it safe and ready
 * to be stored beside the feed's text.
 */
export function readArticlePage({
  bytes,
  contentType,
  address,
  askedFor,
  headline,
  feedHtml,
  robotsTag,
  isOrdered,
  selector,
  before,
}: Jobs["readPage"]["input"]): ReadPage {
  const feedText = plainText(feedHtml);
  const [first, ...between] = before;
  const joined = first === undefined ? null : joinPages(first, between);
  const read = readPage(decodePage(bytes, contentType ?? undefined), {
    address,
    askedFor,
    feedTitle: headline,
    feedText,
    robotsTag,
    isOrdered,
    selector,
    textBefore: joined?.text ?? "",
    readDate: parseDate,
  });
  if (!read.ok) return { ...read, isExcerpt: read.reason === "login" };
  const article = first === undefined ? read : joinPages(first, [...between, read]);
  if (joined !== null && addsNothing(joined, article))
    return { ok: false, reason: "no-article", isExcerpt: false, other: null };
  return cleaned(article, { parts: [...before, read], address, feedText });
}

interface Cleaning {
  /** Of which pages the article was joined. */
  readonly parts: readonly PageArticle[];
  /** What relative addresses are relative to. */
  readonly address: string;
  readonly feedText: string;
}

function cleaned(article: PageArticle, { parts, address, feedText }: Cleaning): ReadPage {
  const { leadPicture, next, isDoubtful, pageCount } = article;
  const safe = cleanArticle(article.html, {
    baseUrl: address,
    image: leadPicture?.address ?? null,
  });
  const isPictured = safe.pictures.length > 0 && article.kind !== "article";
  // What is left may be nothing: an article that was all script.
  if (safe.wordCount === 0 && !isPictured)
    return { ok: false, reason: "no-article", isExcerpt: false, other: article.other };
  const isLeadShown = safe.leadPicture !== null;
  const isMore = safe.text.length > feedText.length * clearlyMore;
  return {
    ok: true,
    isExcerpt: article.completeness === "excerpt",
    next: next === null ? null : { address: next, before: parts },
    pageCount,
    other: isDoubtful || (next !== null && parts.length === 1) ? article.other : null,
    page: {
      body: packText(safe.html),
      pictures: safe.pictures,
      leadPicture: safe.leadPicture,
      leadCaption: isLeadShown ? (leadPicture?.caption ?? "") : "",
      leadCredit: isLeadShown ? (leadPicture?.credit ?? "") : "",
      standfirst: article.standfirst,
      author: article.byline,
      section: sectionOf(article.section),
      language: article.language,
      wordCount: safe.wordCount,
      isBetter: isMore || (isPictured && safe.text.length >= feedText.length),
      ...(article.kind !== "article" && { kind: article.kind }),
    },
  };
}

const sectionNames = new Map<string, Section>(
  sections.options.map((name) => [name.toLowerCase(), name]),
);

/** The section of ours that a publisher's own is called after, or null. */
function sectionOf(written: string | null): Section | null {
  return sectionNames.get(written?.trim().toLowerCase() ?? "") ?? null;
}
