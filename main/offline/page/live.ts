/** Live reports: the newest entries, each under its time. */
import { hasType, listOf, textIn, type LinkedNode } from "./facts/linked-data.ts";
import { names, type PageSource } from "./facts/survey.ts";
import {
  copyOf,
  element,
  elementsOf,
  findElement,
  isElement,
  lineOf,
  removeElements,
  type PageElement,
  type PageNode,
} from "./tree.ts";

/** Entries that are kept: what a reader of today's paper still wants to know of. */
const entriesAtMost = 40;
/** Fewer are no report. */
const entriesAtLeast = 2;
const textMinimum = 20;

interface Entry {
  /** Milliseconds since 1970, or null. */
  readonly at: number | null;
  /** The time as the publisher shows it. */
  readonly shown: string;
  readonly headline: string;
  readonly content: PageNode[];
}

const entryMark =
  /(?:^|[\s_-])(?:live-?blog|live|ticker|timeline)(?:[_-]{1,2}[a-z\d]+)*?[_-]{1,2}(?:entry|post|update|item|block|event|eintrag|message)(?:$|\s)/i;

/** True for pages that say they are live reports. */
export function isLive({ linked, elements }: PageSource): boolean {
  return (
    linked.nodes.some((node) => hasType(node, /^LiveBlogPosting$/)) ||
    elements.some((one) => (one.attributes.itemtype ?? "").endsWith("LiveBlogPosting"))
  );
}

/** The report as an article, newest first, or null where its entries are not to be told apart. */
export function findLiveReport(
  source: PageSource,
  readDate: (written: string) => number | null,
): PageElement | null {
  const written = entriesOnPage(source, readDate);
  const entries = written.length >= entriesAtLeast ? written : entriesInData(source, readDate);
  if (entries.length < entriesAtLeast) return null;
  // Undated ones stay where they are, beside the one before them.
  const dated = entries.every(({ at }) => at !== null);
  const ordered = dated
    ? entries.toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0))
    : entries;
  return element(
    "article",
    ordered.slice(0, entriesAtMost).flatMap(({ shown, headline, content }) => {
      const title = [shown, headline].filter((text) => text !== "").join(" – ");
      return [...(title === "" ? [] : [element("h3", [title])]), ...content];
    }),
  );
}

function entriesOnPage(
  { page }: PageSource,
  readDate: (written: string) => number | null,
): Entry[] {
  return outermost(page, isEntry).flatMap((one) => entryOf(one, readDate) ?? []);
}

function isEntry(one: PageElement): boolean {
  if (names(one, "itemprop", /^liveBlogUpdate$/)) return true;
  const marks = `${one.attributes.class ?? ""} ${one.attributes.id ?? ""}`;
  return (
    /^(?:article|section|div|li)$/.test(one.name) &&
    entryMark.test(marks) &&
    findElement(one, ({ name }) => name === "time") !== undefined
  );
}

function outermost(root: PageElement, fits: (one: PageElement) => boolean): PageElement[] {
  return root.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return fits(child) ? [child] : outermost(child, fits);
  });
}

function entryOf(given: PageElement, readDate: (written: string) => number | null): Entry | null {
  const one = copyOf(given);
  const time = findElement(one, ({ name }) => name === "time");
  const heading = findElement(one, ({ name }) => /^h[1-6]$/.test(name));
  const { datetime = "" } = time?.attributes ?? {};
  const content = bodyIn(one) ?? one;
  removeElements(content, (part) => part === time || part === heading || part.name === "button");
  if (
    lineOf(content).length < textMinimum &&
    !elementsOf(content).some(({ name }) => name === "img")
  )
    return null;
  const line = time === undefined ? "" : lineOf(time);
  return {
    at: datetime === "" ? null : readDate(datetime),
    // "5 minutes ago" says nothing tomorrow.
    shown: /\d{1,2}[:.h]\d{2}/.test(line) ? line : clockOf(datetime),
    headline: heading === undefined ? "" : lineOf(heading),
    content: content === one ? one.children : [content],
  };
}

/** The part of an entry that holds its text, where it is marked. */
function bodyIn(one: PageElement): PageElement | undefined {
  return findElement(one, (part) => names(part, "itemprop", /^articleBody$/));
}

/** What the publisher lists for search engines, where the page itself builds it by programs. */
function entriesInData(
  { linked }: PageSource,
  readDate: (written: string) => number | null,
): Entry[] {
  const isUpdate = (value: unknown): value is LinkedNode =>
    typeof value === "object" && value !== null;
  return linked.nodes
    .filter((node) => hasType(node, /^LiveBlogPosting$/))
    .flatMap((node) => listOf(node.liveBlogUpdate).filter(isUpdate))
    .flatMap((update) => {
      const body = textIn(update, "articleBody", "description", "text");
      if (body.length < textMinimum) return [];
      const written = textIn(update, "datePublished", "dateModified");
      return {
        at: written === "" ? null : readDate(written),
        shown: clockOf(written),
        headline: textIn(update, "headline", "name"),
        content: [element("p", [body])],
      };
    });
}

/** The day and the time of day where the publisher is, as written: "2024-03-01 14:05". */
function clockOf(written: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::[\d.]+)?\s*(Z)?/.exec(written.trim());
  if (match === null) return "";
  return `${match[1] ?? ""} ${match[2] ?? ""}${match[3] === undefined ? "" : " UTC"}`;
}
