import { hash } from "node:crypto";
import type { Enclosure } from "../../preload/contract/contract.ts";
import {
  isShortened,
  parseFeed,
  type NotAFeed,
  type ParsedFeed,
  type ParsedItem,
} from "../feeds/feeds.ts";
import type {
  IncomingArticle,
  IncomingPicture,
  StandingArticle,
  UnchangedArticle,
} from "../library/types.ts";
import { cleanArticle, excerpt, packText, plainText } from "../offline/offline.ts";
import type { Document, Jobs, ReadFeed, RereadFeed } from "./jobs.ts";

/** Characters of an item's text that stand in for a missing headline. */
const headlineLimit = 80;
/** Shorter summaries ("Comments", "By Ann Author") say nothing. */
const summaryMinimum = 20;
const pictureName = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:$|\?)/i;

/**
 * Part of every fingerprint. To be raised when the same item becomes another article than before:
 * what publishers still list is then cleaned once more.
 */
const cleaningVersion = 2;

/** Characters of a publication's name: it stands in every list, and is written with all titles. */
const nameLimit = 300;

/** An item, and what else decides over the article that it becomes. */
interface Source {
  readonly item: ParsedItem;
  readonly baseUrl: string;
  readonly language: string | null;
}

/** Reads a feed and makes each of its items an article that is safe and ready to be stored. */
export function readFeed(document: Document): ReadFeed | NotAFeed {
  const parsed = parse(document);
  if (!parsed.ok) return parsed;
  const { items, ...feed } = parsed;
  const articles = items.map((item) => {
    const source = sourceOf(item, parsed, document);
    return toArticle(source, fingerprintOf(source));
  });
  return { ...feed, articles, isShortened: isShortened(parsed) };
}

/** The same, but of items that became articles which stand in the library only their names. */
export function rereadFeed({
  standing,
  isMeasured,
  ...document
}: Jobs["rereadFeed"]["input"]): RereadFeed | NotAFeed {
  const parsed = parse(document);
  if (!parsed.ok) return parsed;
  const { items, ...feed } = parsed;
  const known = new Map(standing.map((article) => [article.fingerprint, article]));
  const articles = items.map((item) => {
    const source = sourceOf(item, parsed, document);
    const fingerprint = fingerprintOf(source);
    const same = known.get(fingerprint);
    return same === undefined ? toArticle(source, fingerprint) : toUnchanged(item, same);
  });
  // Who changes how much of the articles is given changes most of those that are listed, too.
  const changed = articles.filter(({ body }) => body !== undefined).length;
  const isAnother = changed * 2 > articles.length;
  return { ...feed, articles, isShortened: isMeasured && !isAnother ? null : isShortened(parsed) };
}

function parse({ bytes, contentType, address, language }: Document): ParsedFeed | NotAFeed {
  const parsed = parseFeed(bytes, {
    baseUrl: address,
    ...(contentType === null ? {} : { contentType }),
  });
  if (!parsed.ok) return parsed;
  const { title } = parsed;
  return {
    ...parsed,
    title: title.length > nameLimit ? excerpt(title, nameLimit) : title,
    language: parsed.language ?? language ?? null,
  };
}

function sourceOf(item: ParsedItem, feed: ParsedFeed, { address }: Document): Source {
  return {
    item,
    baseUrl: item.link ?? feed.link ?? address,
    language: item.language ?? feed.language,
  };
}

/** Of everything that reaches the article but its date, which is told in any case. */
function fingerprintOf({ item, baseUrl, language }: Source): string {
  const { key, link, title, authors, summary, content, enclosures, image, categories } = item;
  const place = [cleaningVersion, key, link, baseUrl, language];
  const said = [title, authors, summary, content, enclosures, image, categories];
  return shortHash(JSON.stringify([place, said]));
}

function toUnchanged(
  { key, aliases, published }: ParsedItem,
  same: StandingArticle,
): UnchangedArticle {
  return { ...same, key, aliases, published };
}

function toArticle({ item, baseUrl, language }: Source, fingerprint: string): IncomingArticle {
  const isSummaryShown = item.summary.length > item.content.length;
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
    published: item.published,
    section: null,
    tags: item.categories,
    language,
    body: packText(isShown ? cleaned.html : ""),
    pictures,
    leadPicture,
    enclosures: withDuration(
      item.enclosures.filter((enclosure) => !isPicture(enclosure)),
      item.duration,
    ),
    wordCount: cleaned.wordCount,
    contentHash: hashContent(headline, text, pictures),
    fingerprint,
  };
}

/** Feeds say of an item how long it is: that is its first sound or film. */
function withDuration(enclosures: readonly Enclosure[], duration: number | null): Enclosure[] {
  const at = enclosures.findIndex(({ type }) => /^(?:audio|video)\//.test(type));
  return enclosures.map((enclosure, index) =>
    index === at && duration !== null && duration > 0 ? { ...enclosure, duration } : enclosure,
  );
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
  return shortHash(JSON.stringify([headline, text, addresses]));
}

function shortHash(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}
