/** OPML 1.0 and 2.0: lists of feeds in folders, as other readers export them. */
import { isWebAddress, webAddress } from "./addresses.ts";
import { withoutFeedScheme } from "./discovery.ts";
import { readTree } from "./read-tree.ts";
import { closeOpenSection } from "./repair.ts";
import { collapseSpace, plainText } from "./text.ts";
import { attributeOf, childrenOf, type Element } from "./tree.ts";
import type { Outline, OutlineFeed, OutlineRetention } from "./types.ts";

/** The text is no OPML document. */
export class OutlineError extends Error {
  override readonly name = "OutlineError";
}

/** More entries than anyone follows. */
const maximumEntries = 50_000;
const maximumName = 500;

/** Types of entries that are feeds, in the words of all programs. */
const feedTypes: ReadonlySet<string> = new Set(
  "rss rss1 rss2 atom feed pie rdf json podcast podcastfeed xml".split(" "),
);

/** Reads an OPML file. Throws `OutlineError` when it is not one. */
export function parseOutline(text: string): Outline {
  const root = readTree(closeOpenSection(text), null)?.root;
  if (root?.name !== "opml") throw new OutlineError("this is not an OPML file");
  const name = attributeOf(root, "xmlns:broadsheet") === undefined ? lenientName : exactName;
  const feeds: OutlineFeed[] = [];
  const skipped: string[] = [];
  const collect = (holder: Element, folder: readonly string[]): void => {
    for (const entry of childrenOf(holder, "outline")) {
      if (feeds.length + skipped.length >= maximumEntries) return;
      const title = nameOf(entry, name);
      const children = childrenOf(entry, "outline");
      const written = addressOf(entry);
      if (written !== undefined) {
        const address = webAddress(withoutFeedScheme(written), null);
        if (address === null) skipped.push(title || written);
        else feeds.push(readEntry(entry, address, name, folder));
      } else if (children.length === 0 && title !== "") skipped.push(title);
      collect(entry, written !== undefined || title === "" ? folder : [...folder, title]);
    }
  };
  for (const holder of [root, ...childrenOf(root, "body")]) collect(holder, []);
  return { feeds, skipped };
}

function readEntry(
  entry: Element,
  address: string,
  name: ReadName,
  folder: readonly string[],
): OutlineFeed {
  const shown = nameOf(entry, name);
  const publisherTitle = name(attributeOf(entry, "broadsheet:publishertitle") ?? "");
  return {
    address,
    title: publisherTitle || shown,
    ownTitle: publisherTitle === "" ? null : shown,
    site: siteOf(entry),
    folder,
    section: attributeOf(entry, "broadsheet:section") ?? categoryOf(entry),
    language: languageOf(entry),
    retention: retentionOf(entry),
  };
}

/** The feed's address; old exports write it into `url` of an entry that says it is RSS. */
function addressOf(entry: Element): string | undefined {
  for (const attribute of ["xmlurl", "feedurl", "rssurl", "xml_url"]) {
    const written = attributeOf(entry, attribute);
    if (written !== undefined && written !== "") return written.replace(/\s+/g, "");
  }
  const type = attributeOf(entry, "type")?.toLowerCase() ?? "";
  if (!feedTypes.has(type)) return undefined;
  const written = attributeOf(entry, "url") ?? attributeOf(entry, "href");
  return written === "" ? undefined : written?.replace(/\s+/g, "");
}

type ReadName = (written: string) => string;

/** Other programs write the HTML of titles into their files, escaped once or twice. */
const lenientName: ReadName = (written) => plainText(written).slice(0, maximumName);
/** Our own files hold names as they are; "How <b> works" is one. */
const exactName: ReadName = (written) => collapseSpace(written);

function nameOf(entry: Element, name: ReadName): string {
  return name(attributeOf(entry, "title") ?? "") || name(attributeOf(entry, "text") ?? "");
}

function siteOf(entry: Element): string | null {
  const written = attributeOf(entry, "htmlurl") ?? attributeOf(entry, "html_url") ?? "";
  return isWebAddress(written) ? webAddress(written, null) : null;
}

/** `category` of OPML 2.0: lists of paths such as `/News/Politics,/Mine`; the last part of the first. */
function categoryOf(entry: Element): string | null {
  const [first = ""] = (attributeOf(entry, "category") ?? "").split(",");
  return (
    first
      .split("/")
      .findLast((part) => part.trim() !== "")
      ?.trim() ?? null
  );
}

/** A language tag; programs also write "unknown" and names. */
function languageOf(entry: Element): string | null {
  const written = (attributeOf(entry, "language") ?? "").replaceAll("_", "-");
  return /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(written) ? written : null;
}

function retentionOf(entry: Element): OutlineRetention | null {
  const keepUnread = attributeOf(entry, "broadsheet:keepunread");
  const days = wholeNumber(attributeOf(entry, "broadsheet:keepdays"), 36_500);
  const articles = wholeNumber(attributeOf(entry, "broadsheet:keeparticles"), 1_000_000);
  if (keepUnread === undefined && days === null && articles === null) return null;
  return { days, articles, keepUnread: keepUnread !== "false" };
}

function wholeNumber(written: string | undefined, most: number): number | null {
  const number = /^\d{1,9}$/.test(written ?? "") ? Number(written) : 0;
  return number >= 1 && number <= most ? number : null;
}
