import { createHash } from "node:crypto";
import type { Enclosure } from "../../preload/contract/contract.ts";
import { parseFeed, type NotAFeed, type ParsedFeed, type ParsedItem } from "../feeds/feeds.ts";
import type { IncomingArticle, IncomingPicture } from "../library/types.ts";
import { cleanArticle, excerpt, packText, plainText } from "../offline/offline.ts";
import type { Document, ReadFeed } from "./jobs.ts";

/** Characters of an item's text that stand in for a missing headline. */
const headlineLimit = 80;
/** Shorter summaries ("Comments", "By Ann Author") say nothing. */
const summaryMinimum = 20;
const pictureName = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:$|\?)/i;

/** Reads a feed and makes each of its items an article that is safe and ready to be stored. */
export function readFeed({ bytes, contentType, address }: Document): ReadFeed | NotAFeed {
  const parsed = parseFeed(bytes, {
    baseUrl: address,
    ...(contentType === null ? {} : { contentType }),
  });
  if (!parsed.ok) return parsed;
  const { items, ...feed } = parsed;
  return { ...feed, articles: items.map((item) => toArticle(item, parsed, address)) };
}

function toArticle(item: ParsedItem, feed: ParsedFeed, feedAddress: string): IncomingArticle {
  const isSummaryShown = item.summary.length > item.content.length;
  const baseUrl = item.link ?? feed.link ?? feedAddress;
  const pictureEnclosure = item.enclosures.find(isPicture);
  const cleaned = cleanArticle(isSummaryShown ? item.summary : item.content, {
    baseUrl,
    image: item.image ?? pictureEnclosure?.address ?? null,
  });
  const { pictures, leadPicture, text, opening } = cleaned;
  const headline =
    item.title.trim() || excerpt(opening, headlineLimit) || (URL.parse(baseUrl)?.hostname ?? "");
  const hasText = text !== "" && text !== headline;
  // A cartoon or a photograph needs no words.
  const isShown = hasText || cleaned.html.includes("<img") || cleaned.html.includes("data-embed");
  return {
    key: item.key,
    aliases: item.aliases,
    address: item.link,
    headline,
    author: item.authors.join(", "),
    excerpt: chooseExcerpt(isSummaryShown ? "" : plainText(item.summary), opening, headline),
    published: item.published ?? item.updated,
    section: null,
    tags: item.categories,
    language: item.language ?? feed.language,
    body: packText(isShown ? cleaned.html : ""),
    pictures,
    leadPicture,
    enclosures: item.enclosures.filter((enclosure) => !isPicture(enclosure)),
    wordCount: cleaned.wordCount,
    contentHash: hashContent(headline, text, pictures),
  };
}

/** The publisher's own summary when it says something, else the beginning of the text. */
function chooseExcerpt(summary: string, text: string, headline: string): string {
  const isReal = summary.length >= summaryMinimum && summary !== headline;
  const chosen = excerpt(isReal ? summary : text);
  if (chosen === headline) return "";
  const [firstLine, ...rest] = text.split("\n");
  return !isReal && firstLine === headline ? excerpt(rest.join("\n")) : chosen;
}

function isPicture({ type, address }: Enclosure): boolean {
  return type.startsWith("image/") || (type === "" && pictureName.test(address));
}

/** Addresses count without their query, where many publishers put a signature that changes. */
function hashContent(headline: string, text: string, pictures: readonly IncomingPicture[]): string {
  const addresses = pictures.map(({ address }) => address.replace(/[?#].*$/s, ""));
  return createHash("sha256")
    .update(JSON.stringify([headline, text, addresses]))
    .digest("hex")
    .slice(0, 16);
}
