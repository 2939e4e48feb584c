/** RSS 0.9x, 1.0 (RDF) and 2.0 with the modules in use, from the raw tree. */
import { webAddress } from "./addresses.ts";
import { baseOfLinks, maximumItems, type FeedDraft } from "./draft.ts";
import { feedExtensions } from "./extensions.ts";
import { personName } from "./people.ts";
import { imageElement } from "./pictures.ts";
import { readRssItem } from "./rss-item.ts";
import { channelLink } from "./rss-links.ts";
import { plainText } from "./text.ts";
import { readTiming } from "./timing.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  firstText,
  languageOf,
  type Element,
} from "./tree.ts";

/** Reads a document whose root is `rss`, `rdf:RDF` or `channel`. */
export function readRss(root: Element, fetchedFrom: string | null): FeedDraft {
  const channels = root.name === "channel" ? [root] : childrenOf(root, "channel");
  const channel = channels[0] ?? root;
  const documentAddress = fetchedFrom ?? feedExtensions(channel, null).self;
  const base = baseOfLinks(channel.base, documentAddress, null);
  const site = channelLink(channel, base);
  const feed = {
    format: root.name.startsWith("rdf") ? ("rdf" as const) : ("rss" as const),
    title: plainText(firstText(channel, "title", "dc:title", "atom:title", "itunes:title")),
    link: site,
    description: plainText(
      firstText(
        channel,
        "description",
        "itunes:summary",
        "dc:description",
        "itunes:subtitle",
        "abstract",
      ),
    ),
    language: languageOf(channel),
    image: channelImage(root, channel, baseOfLinks(channel.base, documentAddress, site)),
    icon: channelIcon(channel, baseOfLinks(channel.base, documentAddress, site)),
    ...feedExtensions(channel, base),
    ...readTiming(channel),
  };
  const authors = channelAuthors(channel);
  const items = itemsOf(root, channels).map((item) =>
    readRssItem(item, documentAddress, feed, authors),
  );
  return { ...feed, items };
}

/** `<item/>` says nothing; some programs write one into every item. */
function isFilled(item: Element): boolean {
  return item.children.length > 0 || attributeOf(item, "rdf:about") !== undefined;
}

/** Items stand in the channel, beside it (RSS 1.0), or in an `items` list. */
function itemsOf(root: Element, channels: readonly Element[]): Element[] {
  const holders = new Set([...channels, root]);
  const lists = [...holders].flatMap((holder) => childrenOf(holder, "items"));
  return [...holders, ...lists]
    .flatMap((holder) => childrenOf(holder, "item"))
    .filter(isFilled)
    .slice(0, maximumItems);
}

function channelImage(root: Element, channel: Element, base: string | null): string | null {
  const written =
    imageElement(channel) ??
    imageElement(root) ??
    (childText(channel, "atom:logo") || childText(channel, "atom:icon"));
  return webAddress(written, base);
}

/** Atom's element, or the one that feedly reads, which is a drawing more often than not. */
function channelIcon(channel: Element, base: string | null): string | null {
  return webAddress(firstText(channel, "atom:icon", "webfeeds:icon"), base);
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
