/** Compares what a feed file must give with what the reader makes of it. */
import { decodeHTML } from "entities/decode";
import { Parser } from "htmlparser2";
import type { ParsedFeed, ParsedItem } from "../../main/feeds/feeds.ts";

export interface Expectation {
  readonly file: string;
  readonly contentType?: string;
  readonly baseUrl?: string;
  readonly group: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

export interface Outcome {
  readonly name: string;
  readonly wanted: unknown;
  readonly found: unknown;
  readonly isMet: boolean;
}

/** Each thing that the file must give, and whether the reader gave it. */
export function compare(feed: ParsedFeed | null, { expect }: Expectation): Outcome[] {
  const wantedTitle = expect.findItem;
  return Object.entries(expect)
    .filter(([name]) => name !== "findItem")
    .map(([name, wanted]) => {
      const { found, isMet } = look(feed, name, wanted, wantedTitle);
      return { name, wanted, found, isMet };
    });
}

function look(
  feed: ParsedFeed | null,
  name: string,
  wanted: unknown,
  title: unknown,
): { found: unknown; isMet: boolean } {
  if (feed === null) return { found: null, isMet: false };
  if (name === "items.length") {
    return { found: feed.items.length, isMet: feed.items.length === wanted };
  }
  const [, index, field = name.slice(name.indexOf(".") + 1)] =
    /^items?\[?(\d*)\]?\.(.+)$/.exec(name) ?? [];
  const item =
    index === undefined
      ? undefined
      : typeof title === "string"
        ? feed.items.find((one) => asText(one.title) === asText(title))
        : feed.items[Number(index || 0)];
  const found = name.startsWith("feed.") ? feedField(feed, field) : itemField(item, field);
  const isMet = found.some((one) => isSame(field, one, wanted));
  return { found, isMet };
}

function feedField(feed: ParsedFeed, field: string): unknown[] {
  switch (field) {
    case "title":
      return [feed.title];
    case "link":
      return [feed.link];
    case "language":
      return [feed.language];
    case "description":
      return [feed.description];
    default:
      throw new Error(`an expectation that is not known: feed.${field}`);
  }
}

function itemField(item: ParsedItem | undefined, field: string): unknown[] {
  if (item === undefined) return [undefined];
  switch (field) {
    case "title":
      return [item.title];
    case "link":
      return [item.link];
    case "id":
      return [item.id];
    case "author":
      return [item.authors.join(", "), ...item.authors];
    case "contentText":
      return [item.content, item.summary];
    case "contentHrefs":
      return [item.content + item.summary];
    case "publishedISO":
      return [item.published];
    case "updatedISO":
      return [item.updated];
    case "enclosures[0].url":
      return [item.enclosures[0]?.address];
    default:
      throw new Error(`an expectation that is not known: item.${field}`);
  }
}

function isSame(field: string, found: unknown, wanted: unknown): boolean {
  if (field.endsWith("ISO")) return found === Date.parse(String(wanted));
  if (typeof found !== "string") return found === wanted;
  if (field === "contentHrefs" && Array.isArray(wanted)) {
    return wanted.every((address) => decodeHTML(found).includes(String(address)));
  }
  if (typeof wanted !== "string") return false;
  switch (field) {
    case "link":
    case "enclosures[0].url":
      return URL.parse(found)?.href === URL.parse(wanted)?.href;
    case "language":
      return found.toLowerCase().replaceAll("_", "-") === wanted.toLowerCase().replaceAll("_", "-");
    case "id":
      return found.trim() === wanted.trim();
    default:
      return (
        asText(found) === wanted || collapse(found) === wanted || asText(found) === asText(wanted)
      );
  }
}

/** The text of an HTML fragment as a browser's `textContent`, white space collapsed. */
export function asText(html: string): string {
  let text = "";
  const parser = new Parser({ ontext: (data) => (text += data) });
  parser.end(html);
  return collapse(text);
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
