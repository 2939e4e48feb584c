/** The headline of a page, without the name of the site behind it. */
import { textIn } from "./linked-data.ts";
import { metaOf, names, type PageSource } from "./survey.ts";
import { findElement, lineOf, type PageElement } from "../tree.ts";

/** Longer ones are sentences or lists, not headlines. */
const lengthLimit = 400;

/** Decides the headline: the `h1` that the page's own metadata confirm, else the metadata. */
export function findHeadline(source: PageSource): string {
  const title = pageTitle(source.page);
  const stated = [
    textIn(source.article, "headline"),
    metaOf(source, "og:title"),
    metaOf(source, "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title"),
    textIn(source.article, "name"),
  ].map((line) => withoutSite(line, source));
  const confirmations = [...stated, title].map(letters).filter((line) => line !== "");
  const headings = headingsOf(source);
  const isConfirmed = (heading: string): boolean => {
    const written = letters(heading);
    return (
      written.length >= 4 &&
      confirmations.some(
        (line) => line.includes(written) || (written.includes(line) && line.length > 15),
      )
    );
  };
  const isSiteName = (line: string): boolean => letters(line) === letters(siteName(source));
  const confirmed = headings
    .filter((line) => line.length <= lengthLimit && !isSiteName(line))
    .find(isConfirmed);
  if (confirmed !== undefined) return whole(confirmed, stated);
  const first = stated.find((line) => line !== "" && !isSiteName(line));
  return first ?? (withoutSite(title, source) || (headings[0] ?? "")).slice(0, lengthLimit);
}

/** Templates cut long headlines: the metadata then have all of it. */
function whole(heading: string, stated: readonly string[]): string {
  if (!/(?:…|\.\.\.)$/.test(heading)) return heading;
  const beginning = letters(heading);
  return (
    stated.find((line) => letters(line).startsWith(beginning) && !/(?:…|\.\.\.)$/.test(line)) ??
    heading
  );
}

/** The `title` of the page as it is written. */
export function pageTitle(page: PageElement): string {
  const title = findElement(page, ({ name }) => name === "title");
  return (title?.children.filter((child) => typeof child === "string").join("") ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What the publisher calls itself, or "". */
export function siteName(source: PageSource): string {
  const publisher = source.linked.held(source.article, "publisher")[0];
  return (
    metaOf(source, "og:site_name", "application-name", "al:android:app_name") ||
    textIn(publisher, "name")
  );
}

function headingsOf({ elements }: PageSource): string[] {
  const lines: string[] = [];
  for (const found of elements) {
    const isHeading =
      found.name === "h1" ||
      names(found, "itemprop", /^headline$/) ||
      names(found, "class", /^(?:entry|post|article)[-_]?(?:title|headline)$/i);
    if (!isHeading) continue;
    const line = found.attributes.content ?? lineOf(found);
    if (line !== "") lines.push(line);
  }
  return lines;
}

/** Letters and digits only, for comparing. */
export function letters(line: string): string {
  return line
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Cuts "Headline | Site" where the end, or the beginning, names the site. */
function withoutSite(title: string, source: PageSource): string {
  const host = letters((URL.parse(source.address)?.hostname ?? "").replace(/^www\./, ""));
  const site = letters(siteName(source));
  const namesSite = (piece: string): boolean => {
    const name = letters(piece);
    if (name.length < 2) return false;
    return (
      (site !== "" && (name === site || site.startsWith(name) || name.startsWith(site))) ||
      (name.length >= 3 && host.startsWith(name.replace(/^the/, ""))) ||
      host.startsWith(name)
    );
  };
  let line = title;
  for (;;) {
    const match = /^(.*\S)\s*(?:[|•·»›]|::|\s[-–—:/])\s*(\S.*?)$/s.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined && namesSite(match[2])) {
      line = match[1];
      continue;
    }
    const front = /^(\S.*?)\s*(?:[|•·»›]|::|\s[-–—])\s*(\S.*)$/s.exec(line);
    if (front?.[1] !== undefined && front[2] !== undefined && namesSite(front[1])) {
      line = front[2];
      continue;
    }
    return line;
  }
}
