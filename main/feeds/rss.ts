/** RSS 0.9x, 1.0 (RDF) and 2.0 with the modules in use, from the raw tree. */
import { isWebAddress, webAddress } from "./addresses.ts";
import { categoriesOf } from "./categories.ts";
import { parseDate } from "./dates.ts";
import { baseOfLinks, maximumItems, type FeedDraft, type ItemDraft } from "./draft.ts";
import { hasMarkup, innerHtml, xhtmlContent } from "./markup.ts";
import {
  distinctEnclosures,
  imageElement,
  itemImage,
  makeEnclosure,
  mediaEnclosures,
} from "./media.ts";
import { distinctNames, personName } from "./people.ts";
import { resolveHtml } from "./resolve-html.ts";
import { collapseSpace, plainText } from "./text.ts";
import { readTiming } from "./timing.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  firstText,
  textOf,
  type Element,
} from "./tree.ts";

/** Reads a document whose root is `rss`, `rdf:RDF` or `channel`. */
export function readRss(root: Element, documentAddress: string | null): FeedDraft {
  const channels = root.name === "channel" ? [root] : childrenOf(root, "channel");
  const channel = channels[0] ?? root;
  const base = baseOfLinks(channel.base, documentAddress, null);
  const site = channelLink(channel, base);
  const feed = {
    format: root.name.startsWith("rdf") ? ("rdf" as const) : ("rss" as const),
    title: plainText(firstText(channel, "title", "dc:title", "atom:title", "itunes:title")),
    link: site,
    description: plainText(
      firstText(channel, "description", "itunes:summary", "dc:description", "itunes:subtitle"),
    ),
    language: languageOf(channel),
    image: channelImage(root, channel, baseOfLinks(channel.base, documentAddress, site)),
    ...readTiming(channel),
  };
  const authors = channelAuthors(channel);
  const items = itemsOf(root, channels).map((item) =>
    readItem(item, documentAddress, feed, authors),
  );
  return { ...feed, items };
}

/** Items stand in the channel, beside it (RSS 1.0), or in an `items` list. */
function itemsOf(root: Element, channels: readonly Element[]): Element[] {
  const holders = new Set([...channels, root]);
  const lists = [...holders].flatMap((holder) => childrenOf(holder, "items"));
  return [...holders, ...lists]
    .flatMap((holder) => childrenOf(holder, "item"))
    .slice(0, maximumItems);
}

function channelLink(channel: Element, base: string | null): string | null {
  const about = attributeOf(channel, "rdf:about");
  return (
    plainLink(channel, base) ??
    atomLink(channel, base) ??
    (about !== undefined && isWebAddress(about) && childOf(channel, "link") === undefined
      ? webAddress(about, base)
      : null)
  );
}

/** The first `link` with an address as text or attribute; an empty one does not win. */
function plainLink(holder: Element, base: string | null): string | null {
  for (const link of childrenOf(holder, "link")) {
    const relation = attributeOf(link, "rel") ?? "alternate";
    const written = textOf(link) || (relation === "alternate" ? attributeOf(link, "href") : "");
    const address = webAddress(written, base);
    if (address !== null) return address;
  }
  return null;
}

function atomLink(holder: Element, base: string | null): string | null {
  const links = childrenOf(holder, "atom:link");
  const alternate = links.find((link) => (attributeOf(link, "rel") ?? "alternate") === "alternate");
  return alternate === undefined ? null : webAddress(attributeOf(alternate, "href"), base);
}

function channelImage(root: Element, channel: Element, base: string | null): string | null {
  const written =
    imageElement(channel) ??
    imageElement(root) ??
    (childText(channel, "atom:logo") || childText(channel, "atom:icon"));
  return webAddress(written, base);
}

function channelAuthors(channel: Element): string[] {
  const owner = childOf(channel, "itunes:owner");
  const names = [
    firstText(
      channel,
      "managingeditor",
      "itunes:author",
      "author",
      "dc:creator",
      "googleplay:author",
    ),
    owner === undefined ? "" : firstText(owner, "itunes:name", "itunes:email"),
    firstText(channel, "webmaster", "googleplay:owner"),
  ];
  const first = names.map(personName).find((name) => name !== "");
  return first === undefined ? [] : [first];
}

function languageOf(holder: Element): string | null {
  return firstText(holder, "language", "dc:language") || holder.language;
}

type FeedPart = Pick<FeedDraft, "link" | "language">;

function readItem(
  item: Element,
  documentAddress: string | null,
  feed: FeedPart,
  feedAuthors: readonly string[],
): ItemDraft {
  const base = baseOfLinks(item.base, documentAddress, feed.link);
  const guid = childOf(item, "guid");
  const about = attributeOf(item, "rdf:about") ?? "";
  const id = firstText(item, "guid", "atom:id", "dc:identifier", "id") || about;
  const link =
    plainLink(item, base) ??
    atomLink(item, base) ??
    webAddress(childText(item, "feedburner:origlink"), base) ??
    permalink(guid, base) ??
    absoluteOnly(about);
  const { summary, content } = readTexts(item, item.base ?? link ?? base);
  const enclosures = distinctEnclosures([
    ...childrenOf(item, "enclosure").map((enclosure) =>
      makeEnclosure(
        attributeOf(enclosure, "url") ?? attributeOf(enclosure, "href"),
        attributeOf(enclosure, "type"),
        attributeOf(enclosure, "length"),
        base,
      ),
    ),
    ...childrenOf(item, "atom:link")
      .filter((atom) => attributeOf(atom, "rel") === "enclosure")
      .map((atom) =>
        makeEnclosure(
          attributeOf(atom, "href"),
          attributeOf(atom, "type"),
          attributeOf(atom, "length"),
          base,
        ),
      ),
    ...mediaEnclosures(item, base),
  ]);
  return {
    id: collapseSpace(id) || null,
    link,
    title: itemTitle(item),
    published: firstDate(item, [
      "pubdate",
      "dc:date",
      "dcterms:issued",
      "dcterms:created",
      "dcterms:date",
      "atom:published",
      "published",
      "date",
    ]),
    updated: firstDate(item, ["atom:updated", "dcterms:modified", "updated", "lastbuilddate"]),
    authors: itemAuthors(item, feedAuthors),
    summary,
    content,
    enclosures,
    image: itemImage(item, enclosures, content || summary, base),
    categories: categoriesOf(item),
    language: languageOf(item) ?? feed.language,
  };
}

/** A guid is a link only when it is an address and does not deny it. */
function permalink(guid: Element | undefined, base: string | null): string | null {
  if (guid === undefined) return null;
  const claim = attributeOf(guid, "ispermalink")?.toLowerCase();
  if (claim === "false") return null;
  return claim === "true" ? webAddress(textOf(guid), base) : absoluteOnly(textOf(guid));
}

function absoluteOnly(written: string): string | null {
  return isWebAddress(written) ? webAddress(written, null) : null;
}

function itemTitle(item: Element): string {
  const title = childrenOf(item, "title").find((found) => textOf(found) !== "");
  const written =
    title !== undefined
      ? textOf(title)
      : firstText(item, "dc:title", "itunes:title", "media:title");
  if (written !== "") return plainText(written);
  const group = childOf(item, "media:group") ?? childOf(item, "media:content");
  return group === undefined ? "" : plainText(childText(group, "media:title"));
}

function firstDate(item: Element, names: readonly string[]): number | null {
  for (const name of names) {
    for (const element of childrenOf(item, name)) {
      const date = parseDate(textOf(element));
      if (date !== null) return date;
    }
  }
  return null;
}

function itemAuthors(item: Element, feedAuthors: readonly string[]): readonly string[] {
  for (const name of [
    "author",
    "dc:creator",
    "itunes:author",
    "atom:author",
    "dc:author",
    "dc:contributor",
    "media:credit",
  ]) {
    const found = childrenOf(item, name).map((author) =>
      // Some publishers nest the names of Atom into the element of RSS.
      personName(firstText(author, "name", "atom:name", "email") || textOf(author)),
    );
    const names = distinctNames(found);
    if (names.length > 0) return names;
  }
  return feedAuthors;
}

/** The longer text is the content; a different shorter one is the summary. */
function readTexts(item: Element, base: string | null): { summary: string; content: string } {
  const full = firstHtml(item, [
    "content:encoded",
    "encoded",
    "xhtml:body",
    "xhtml:div",
    "atom:content",
    "content",
    "fulltext",
    "fullitem",
    "body",
  ]);
  const brief = firstHtml(item, [
    "description",
    "atom:summary",
    "summary",
    "itunes:summary",
    "dc:description",
    "media:description",
    "itunes:subtitle",
  ]);
  const [content, summary] = full.length >= brief.length ? [full, brief] : [brief, full];
  return {
    content: resolveHtml(content, base),
    summary: summary === content ? "" : resolveHtml(summary, base),
  };
}

function firstHtml(item: Element, names: readonly string[]): string {
  for (const name of names) {
    for (const element of childrenOf(item, name)) {
      const html = htmlOf(element);
      if (html !== "") return html;
    }
  }
  const group = childOf(item, "media:group");
  return group === undefined || !names.includes("media:description")
    ? ""
    : childText(group, "media:description");
}

/** Escaped HTML is the rule; some publishers forget to escape it, or mean XHTML. */
function htmlOf(element: Element): string {
  if (!hasMarkup(element)) return textOf(element);
  if (element.name.startsWith("xhtml:")) return innerHtml(element, "text").trim();
  return xhtmlContent(element, "html");
}
