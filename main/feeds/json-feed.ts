/** JSON Feed 1.0 and 1.1 (jsonfeed.org). Whatever has the wrong type counts as absent. */
import { webAddress } from "./addresses.ts";
import { distinctCategories } from "./categories.ts";
import { parseDate } from "./dates.ts";
import { baseOfLinks, maximumItems, type FeedDraft, type ItemDraft } from "./draft.ts";
import { distinctEnclosures, makeEnclosure } from "./enclosures.ts";
import { parseDuration } from "./extensions.ts";
import { firstPicture } from "./pictures.ts";
import { distinctNames, personName } from "./people.ts";
import { resolveHtml } from "./resolve-html.ts";
import { collapseSpace, paragraphs, plainText } from "./text.ts";
import { noTiming } from "./timing.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for an object that can only be a JSON Feed. */
export function isJsonFeed(value: JsonObject): boolean {
  return Array.isArray(value.items) || /jsonfeed/i.test(textIn(value, "version"));
}

export function readJsonFeed(document: JsonObject, fetchedFrom: string | null): FeedDraft {
  const documentAddress = fetchedFrom ?? webAddress(textIn(document, "feed_url"), null);
  const site = webAddress(textIn(document, "home_page_url"), documentAddress);
  const feed = {
    format: "json" as const,
    title: plainText(textIn(document, "title")),
    link: site,
    description: plainText(textIn(document, "description")),
    language: textIn(document, "language") || null,
    image: webAddress(textIn(document, "icon") || textIn(document, "favicon"), documentAddress),
    icon: webAddress(textIn(document, "favicon") || textIn(document, "icon"), documentAddress),
    self: webAddress(textIn(document, "feed_url"), documentAddress),
    hubs: hubsOf(document),
    ...noTiming,
  };
  const authors = authorsOf(document);
  const items = listIn(document, "items")
    .slice(0, maximumItems)
    .filter(isObject)
    .map((item) => readItem(item, documentAddress, feed, authors));
  return { ...feed, items };
}

function readItem(
  item: JsonObject,
  documentAddress: string | null,
  feed: Pick<FeedDraft, "link" | "language">,
  feedAuthors: readonly string[],
): ItemDraft {
  const base = baseOfLinks(null, documentAddress, feed.link);
  const id = collapseSpace(textIn(item, "id")) || null;
  const link =
    webAddress(textIn(item, "url"), base) ??
    webAddress(textIn(item, "external_url"), base) ??
    webAddress(id ?? "", null);
  const enclosures = distinctEnclosures(
    listIn(item, "attachments")
      .filter(isObject)
      .map((attachment) =>
        makeEnclosure(
          textIn(attachment, "url"),
          textIn(attachment, "mime_type"),
          textIn(attachment, "size_in_bytes"),
          base,
        ),
      ),
  );
  const content = resolveHtml(
    textIn(item, "content_html").trim() || paragraphs(textIn(item, "content_text")),
    link ?? base,
  );
  const own = authorsOf(item);
  return {
    id,
    link,
    title: plainText(textIn(item, "title")),
    published: parseDate(textIn(item, "date_published")),
    updated: parseDate(textIn(item, "date_modified")),
    authors: own.length > 0 ? own : feedAuthors,
    summary: paragraphs(textIn(item, "summary")),
    content,
    enclosures,
    image:
      webAddress(textIn(item, "image") || textIn(item, "banner_image"), base) ??
      firstPicture(content, base),
    categories: distinctCategories(listIn(item, "tags").map(asText)),
    language: textIn(item, "language") || feed.language,
    discussion: null,
    replyTo: null,
    place: null,
    duration: durationOf(item),
  };
}

/** Services that announce changes: `[{ "type": "WebSub", "url": … }]`. */
function hubsOf(document: JsonObject): string[] {
  return listIn(document, "hubs")
    .filter(isObject)
    .filter((hub) => /^websub$/i.test(textIn(hub, "type")))
    .map((hub) => webAddress(textIn(hub, "url"), null))
    .filter((address) => address !== null);
}

function durationOf(item: JsonObject): number | null {
  const [first = null] = listIn(item, "attachments")
    .filter(isObject)
    .map((attachment) => parseDuration(textIn(attachment, "duration_in_seconds")))
    .filter((seconds) => seconds !== null);
  return first;
}

/** `authors` of version 1.1, `author` of 1.0, as objects or bare names. */
function authorsOf(holder: JsonObject): string[] {
  const named = [...listIn(holder, "authors"), holder.authors, holder.author].map((author) =>
    personName(isObject(author) ? textIn(author, "name") : asText(author)),
  );
  return distinctNames(named);
}

/** A member as text; numbers count (ids are often numeric). "" when it is anything else. */
export function textIn(holder: JsonObject, name: string): string {
  return Object.hasOwn(holder, name) ? asText(holder[name]) : "";
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "bigint" ? String(value) : "";
}

function listIn(holder: JsonObject, name: string): readonly unknown[] {
  const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
  return Array.isArray(value) ? value : [];
}
