/** Atom 1.0 and 0.3, from the raw tree. */
import { isWebAddress, webAddress } from "./addresses.ts";
import { atomHtml, atomText } from "./atom-text.ts";
import { categoriesOf } from "./categories.ts";
import { baseOfLinks, maximumItems, type FeedDraft, type ItemDraft } from "./draft.ts";
import { firstDate } from "./element-dates.ts";
import { distinctEnclosures, enclosureOf, mediaEnclosures } from "./enclosures.ts";
import { feedExtensions, itemExtensions } from "./extensions.ts";
import { imageElement, itemImage } from "./pictures.ts";
import { distinctNames, personName } from "./people.ts";
import { resolveHtml } from "./resolve-html.ts";
import { collapseSpace, paragraphs, plainText } from "./text.ts";
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

/** Reads a document whose root is `feed`, or a lone `entry` as a feed of one item. */
export function readAtom(root: Element, fetchedFrom: string | null): FeedDraft {
  const entries = root.name === "entry" ? [root] : entriesOf(root);
  const head = root.name === "entry" ? (childOf(root, "source") ?? root) : root;
  const documentAddress = fetchedFrom ?? feedExtensions(head, null).self;
  const site = linkOf(head, baseOfLinks(head.base, documentAddress, null));
  const base = baseOfLinks(head.base, documentAddress, site);
  const feed = {
    format: "atom" as const,
    title: firstPlain(head, ["title", "dc:title"]),
    link: site,
    description: firstPlain(head, ["subtitle", "tagline", "description", "dc:description"]),
    language: head.language ?? (firstText(head, "dc:language", "language") || null),
    image: webAddress(firstText(head, "logo", "icon") || imageElement(head), base),
    icon: webAddress(firstText(head, "icon"), base),
    ...feedExtensions(head, base),
    ...readTiming(head),
  };
  const authors = authorsOf(head);
  const items = entries.map((entry) => readEntry(entry, documentAddress, feed, authors));
  return { ...feed, items };
}

/** Some publishers wrap their entries, or write `item` for `entry`. */
function entriesOf(root: Element): Element[] {
  const holders = [root, ...childrenOf(root, "entries"), ...childrenOf(root, "channel")];
  return holders
    .flatMap((holder) => [...childrenOf(holder, "entry"), ...childrenOf(holder, "item")])
    .filter(({ children }) => children.length > 0)
    .slice(0, maximumItems);
}

function firstPlain(holder: Element, names: readonly string[]): string {
  for (const name of names) {
    for (const element of childrenOf(holder, name)) {
      const text = atomText(element);
      if (text !== "") return text;
    }
  }
  return "";
}

type Relation = "alternate" | "enclosure" | "self" | "other";

/** The relation of a link; IANA's long names mean the same as the short ones. */
function relationOf(link: Element): Relation {
  const written = (attributeOf(link, "rel") ?? "").replace(
    /^https?:\/\/www\.iana\.org\/assignments\/relation\//i,
    "",
  );
  switch (written.toLowerCase()) {
    case "":
    case "alternate":
      return "alternate";
    case "enclosure":
      return "enclosure";
    case "self":
      return "self";
    default:
      return "other";
  }
}

/** The page of a feed or entry: the alternate link, of all of them the one that is HTML. */
function linkOf(holder: Element, base: string | null): string | null {
  let best: string | null = null;
  let bestRank = 0;
  for (const link of childrenOf(holder, "link")) {
    if (relationOf(link) !== "alternate") continue;
    const address = webAddress(attributeOf(link, "href") ?? textOf(link), link.base ?? base);
    const type = attributeOf(link, "type") ?? "";
    const rank = type.includes("html") ? 3 : type === "" ? 2 : 1;
    if (address !== null && rank > bestRank) [best, bestRank] = [address, rank];
  }
  return best;
}

function authorsOf(holder: Element): string[] {
  const nested = childrenOf(holder, "author").map((author) =>
    personName(
      firstText(author, "name", "dc:creator") || childText(author, "email") || directText(author),
    ),
  );
  const names = distinctNames(nested);
  if (names.length > 0) return names;
  return distinctNames(
    ["dc:creator", "itunes:author"].flatMap((name) =>
      childrenOf(holder, name).map((author) => personName(textOf(author))),
    ),
  );
}

/** Text of an author that has no elements inside. */
function directText(author: Element): string {
  return author.children.every((child) => typeof child === "string") ? textOf(author) : "";
}

function readEntry(
  entry: Element,
  documentAddress: string | null,
  feed: Pick<FeedDraft, "link" | "language">,
  feedAuthors: readonly string[],
): ItemDraft {
  const base = baseOfLinks(entry.base, documentAddress, feed.link);
  const id = collapseSpace(firstText(entry, "id", "guid", "dc:identifier")) || null;
  const content = childrenOf(entry, "content").find((found) => !isMedia(found));
  const link = entryLink(entry, content, id, base);
  const enclosures = distinctEnclosures([
    ...childrenOf(entry, "link")
      .filter((found) => relationOf(found) === "enclosure")
      .map((found) => enclosureOf(found, base)),
    ...mediaEnclosures(entry, base),
  ]);
  const contentHtml = content === undefined ? "" : htmlOf(content, link ?? base);
  const summary = summaryOf(entry, link ?? base);
  const source = childOf(entry, "source");
  const authors = [authorsOf(entry), source === undefined ? [] : authorsOf(source), feedAuthors];
  return {
    id,
    link,
    title:
      firstPlain(entry, ["title", "dc:title", "media:title"]) || groupText(entry, "media:title"),
    published: firstDate(entry, [
      "published",
      "issued",
      "created",
      "dc:date",
      "pubdate",
      "dcterms:issued",
    ]),
    updated: firstDate(entry, ["updated", "modified", "dcterms:modified"]),
    authors: authors.find((names) => names.length > 0) ?? [],
    summary: summary === contentHtml ? "" : summary,
    content: contentHtml,
    enclosures,
    image: itemImage(entry, enclosures, contentHtml || summary, base),
    categories: categoriesOf(entry),
    language: (firstText(entry, "dc:language") || entry.language) ?? feed.language,
    ...itemExtensions(entry, base),
  };
}

/** The alternate link; else where the content lies; else the entry's own address or its id. */
function entryLink(
  entry: Element,
  content: Element | undefined,
  id: string | null,
  base: string | null,
): string | null {
  const own = childrenOf(entry, "link").find((link) => relationOf(link) === "self");
  return (
    linkOf(entry, base) ??
    (content === undefined
      ? null
      : webAddress(attributeOf(content, "src"), content.base ?? base)) ??
    webAddress(childText(entry, "feedburner:origlink"), base) ??
    (id !== null && isWebAddress(id) ? webAddress(id, null) : null) ??
    (own === undefined ? null : webAddress(attributeOf(own, "href"), own.base ?? base))
  );
}

function isMedia(content: Element): boolean {
  return /^(?:image|audio|video)\//.test(attributeOf(content, "type") ?? "");
}

/** `base` holds only where the document declares none itself. */
function htmlOf(element: Element, base: string | null): string {
  return resolveHtml(atomHtml(element), element.base ?? base);
}

function summaryOf(entry: Element, base: string | null): string {
  for (const name of ["summary", "subtitle", "description", "itunes:summary"]) {
    const found = childOf(entry, name);
    const html = found === undefined ? "" : htmlOf(found, base);
    if (html !== "") return html;
  }
  const described = childText(entry, "media:description") || groupText(entry, "media:description");
  return paragraphs(described);
}

function groupText(entry: Element, name: string): string {
  const group = childOf(entry, "media:group");
  return group === undefined
    ? ""
    : name === "media:title"
      ? plainText(childText(group, name))
      : childText(group, name);
}
