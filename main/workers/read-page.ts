import { section as sections, type Section } from "../../preload/contract/contract.ts";
import { decodeText, parseDate } from "../feeds/feeds.ts";
import { cleanArticle, packText, plainText } from "../offline/offline.ts";
import { readPage } from "../offline/page/read-page.ts";
import type { Jobs, ReadPage } from "./jobs.ts";

/** A page is shown rather than the feed's own text when it has so many times its words. */
const clearlyMore = 1.15;

/** Reads the article on a page and makes it safe and ready to be stored beside the feed's text. */
export function readArticlePage({
  bytes,
  contentType,
  address,
  askedFor,
  headline,
  feedHtml,
}: Jobs["readPage"]["input"]): ReadPage {
  const feedText = plainText(feedHtml);
  const read = readPage(decodeText(bytes, contentType ?? undefined), {
    address,
    askedFor,
    feedTitle: headline,
    feedText,
    readDate: parseDate,
  });
  if (!read.ok) return { ...read, isExcerpt: read.reason === "login" };
  const { leadPicture } = read;
  const cleaned = cleanArticle(read.html, {
    baseUrl: address,
    image: leadPicture?.address ?? null,
  });
  // What is left may be nothing: an article that was all script.
  if (cleaned.wordCount === 0) return { ok: false, reason: "no-article", isExcerpt: false };
  const isLeadShown = cleaned.leadPicture !== null;
  return {
    ok: true,
    isExcerpt: read.completeness === "excerpt",
    page: {
      body: packText(cleaned.html),
      pictures: cleaned.pictures,
      leadPicture: cleaned.leadPicture,
      leadCaption: isLeadShown ? (leadPicture?.caption ?? "") : "",
      leadCredit: isLeadShown ? (leadPicture?.credit ?? "") : "",
      standfirst: read.standfirst,
      author: read.byline,
      section: sectionOf(read.section),
      language: read.language,
      wordCount: cleaned.wordCount,
      isBetter: cleaned.text.length > feedText.length * clearlyMore,
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
