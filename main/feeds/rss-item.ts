/** An item of RSS with the modules in use, from the raw tree. */
import { categoriesOf } from "./categories.ts";
import { baseOfLinks, type FeedDraft, type ItemDraft } from "./draft.ts";
import { firstDate } from "./element-dates.ts";
import { distinctEnclosures, enclosureOf, mediaEnclosures } from "./enclosures.ts";
import { itemExtensions } from "./extensions.ts";
import { distinctNames, personName } from "./people.ts";
import { itemImage } from "./pictures.ts";
import { itemLink } from "./rss-links.ts";
import { readTexts } from "./rss-texts.ts";
import { collapseSpace, plainText } from "./text.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  firstText,
  languageOf,
  textOf,
  type Element,
} from "./tree.ts";

type FeedPart = Pick<FeedDraft, "link" | "language">;

/** Reads an item; what it does not say itself, its feed says. */
export function readRssItem(
  item: Element,
  documentAddress: string | null,
  feed: FeedPart,
  feedAuthors: readonly string[],
): ItemDraft {
  const base = baseOfLinks(item.base, documentAddress, feed.link);
  const about = attributeOf(item, "rdf:about") ?? "";
  const id = firstText(item, "guid", "atom:id", "dc:identifier", "id") || about;
  const link = itemLink(item, base);
  const { summary, content } = readTexts(item, item.base ?? link ?? base);
  const enclosures = distinctEnclosures([
    ...childrenOf(item, "enclosure").map((enclosure) => enclosureOf(enclosure, base)),
    ...childrenOf(item, "atom:link")
      .filter((link) => attributeOf(link, "rel") === "enclosure")
      .map((link) => enclosureOf(link, base)),
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
    ...itemExtensions(item, base),
  };
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
