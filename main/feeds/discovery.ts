/** The feeds that a web page offers. */
import { decodeHTML } from "entities/decode";
import { webAddress } from "./addresses.ts";
import { attributesOf, nextTag, rawTextEnd, type Tag } from "./html.ts";
import { plainText } from "./text.ts";
import type { FeedLink } from "./types.ts";

/** More links are not looked at. */
const maximumLinks = 50;
/** A label longer than this is a text, not the name of a feed. */
const maximumLabel = 200;

const feedTypes =
  /^\s*(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x-rss\+xml|x-atom\+xml)\b/i;
const jsonType = /^\s*application\/json\b/i;
/** WordPress announces its programming interface with the same relation and type. */
const programmingInterface = /\/wp-json\//i;
/** Addresses whose last part names a feed. */
const feedAddress =
  /(?:^|[/.?=_-])(?:feeds?|rss2?|atom|rdf)(?:\.(?:xml|json|rdf|atom|rss|php|aspx?))?\/?(?:[?#].*)?$|\.(?:rss|atom|rdf)(?:[?#].*)?$|\/(?:index|rss|feed|atom)\.xml(?:[?#].*)?$|^https?:\/\/feeds\.(?!.*\.(?:html?|jpe?g|png|gif|css|js)(?:[?#]|$))/i;
const feedLabel =
  /^(?:[^a-z]*)(?:(?:subscribe|follow|get|our|my|the|via|full|news|main|site|blog|by|to|in|with)\s+)*(?:rss|atom|json feed|web feed|feed|xml feed)s?(?:\s*(?:2\.0|1\.0|feeds?|link|icon|channel|reader))*[^a-z]*$/i;

/** The feeds that a page offers, best first. Never throws. */
export function findFeedLinks(page: string, baseUrl: string): FeedLink[] {
  const declared = new Map<string, string>();
  const linked = new Map<string, string>();
  let base: string | null = baseUrl;
  for (let tag = nextTag(page, 0); tag !== null; tag = nextTag(page, tag.end)) {
    if (tag.isEnd) continue;
    if (tag.name === "script" || tag.name === "style") {
      tag = { ...tag, end: rawTextEnd(page, tag.name, tag.end) };
    } else if (tag.name === "base") {
      base = webAddress(attributesOf(page, tag).get("href"), baseUrl) ?? base;
    } else if (tag.name === "link") remember(declared, declaredFeed(attributesOf(page, tag), base));
    else if (tag.name === "a" && linked.size < maximumLinks) {
      remember(linked, linkedFeed(page, tag, base));
    }
  }
  for (const address of declared.keys()) linked.delete(address);
  const links = [...declared, ...linked].map(([address, title]) => ({ address, title }));
  return commentsLast(links).slice(0, maximumLinks);
}

/** Feeds of comments are offered by every blog and wanted by few. */
export function commentsLast<Link extends FeedLink>(links: readonly Link[]): Link[] {
  const isOfComments = ({ address, title }: Link): boolean =>
    /\/comments?(?:[/._-]|$)|[?&]feed=comments/i.test(address) ||
    /\b(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties)\b|комментари/i.test(
      title,
    );
  return [
    ...links.filter((link) => !isOfComments(link)),
    ...links.filter((link) => isOfComments(link)),
  ];
}

function remember(found: Map<string, string>, link: FeedLink | null): void {
  if (link === null) return;
  if (!found.get(link.address)) found.set(link.address, link.title);
}

/** `<link rel="alternate" type="application/rss+xml">`, or `rel="feed"`. */
function declaredFeed(
  attributes: ReadonlyMap<string, string>,
  base: string | null,
): FeedLink | null {
  const relations = (attributes.get("rel") ?? "").toLowerCase().split(/\s+/);
  const type = attributes.get("type") ?? "";
  const isFeed =
    (relations.includes("alternate") && (feedTypes.test(type) || jsonType.test(type))) ||
    (relations.includes("feed") && !relations.includes("stylesheet"));
  const address = isFeed ? feedTarget(attributes.get("href"), base) : null;
  if (address === null || programmingInterface.test(address)) return null;
  return { address, title: plainText(attributes.get("title") ?? "") };
}

function linkedFeed(page: string, tag: Tag, base: string | null): FeedLink | null {
  const attributes = attributesOf(page, tag);
  const address = feedTarget(attributes.get("href"), base);
  if (address === null || programmingInterface.test(address)) return null;
  const label = labelOf(page, tag, attributes);
  if (
    !feedTypes.test(attributes.get("type") ?? "") &&
    !feedAddress.test(address) &&
    !feedLabel.test(label)
  ) {
    return null;
  }
  return { address, title: label };
}

/** The text of a link, else what its picture or its attributes say. */
function labelOf(page: string, tag: Tag, attributes: ReadonlyMap<string, string>): string {
  const close = page.slice(tag.end, tag.end + 2_000).search(/<\/a[\s>]/i);
  const inner = close === -1 ? "" : page.slice(tag.end, tag.end + close);
  const picture = /<img[^>]*?\salt\s*=\s*["']([^"']*)["']/i.exec(inner)?.[1];
  const label =
    plainText(inner) ||
    (attributes.get("title") ?? attributes.get("aria-label") ?? decodeHTML(picture ?? ""));
  return label.length > maximumLabel ? "" : label.trim();
}

/** The absolute address; `feed:` is a way of writing http. */
function feedTarget(written: string | undefined, base: string | null): string | null {
  return webAddress(withoutFeedScheme(written?.trim() ?? ""), base);
}

/** `feed://host/…` and `feed:https://host/…` as addresses that can be fetched. */
export function withoutFeedScheme(address: string): string {
  return address
    .replace(/^(?:feed|rss|itpc|pcast):(?=https?:)/i, "")
    .replace(/^(?:feed|rss|itpc|pcast):(?:\/\/)?/i, "https://");
}
