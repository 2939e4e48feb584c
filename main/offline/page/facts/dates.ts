/** When it was published and changed. */
import { textIn } from "./linked-data.ts";
import { metaOf, names, stated, type PageSource } from "./survey.ts";

/** Reads a date in milliseconds since 1970, or null; the worker hands in the feeds' reader. */
export type ReadDate = (text: string) => number | null;

const publishedNames = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date_published",
  "article:published",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dc.date.created",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "publication_date",
  "citation_publication_date",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "article.published",
  "rnews:datepublished",
  "originalpublicationdate",
  "og:published_time",
  "ptime",
  "date",
];
const updatedNames = [
  "article:modified_time",
  "og:updated_time",
  "og:article:modified_time",
  "datemodified",
  "last-modified",
  "lastmod",
  "dcterms.modified",
  "dc.date.modified",
  "article.updated",
  "revised",
];

/** Years before the web hold no pages, years to come no news. */
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/** When the article was published, or null. */
export function findPublished(source: PageSource, readDate: ReadDate): number | null {
  const read = (text: string): number | null => believed(readDate(text));
  return (
    read(textIn(source.article, "datePublished", "dateCreated", "uploadDate")) ??
    fromMeta(source, publishedNames, read) ??
    fromMicrodata(source, /^datePublished$/i, read) ??
    anyLinked(source, read) ??
    fromTimes(source, read) ??
    fromAddress(source.address)
  );
}

/** When it was last changed, or null; never before it was published. */
export function findUpdated(
  source: PageSource,
  published: number | null,
  readDate: ReadDate,
): number | null {
  const read = (text: string): number | null => believed(readDate(text));
  const updated =
    read(textIn(source.article, "dateModified")) ??
    fromMeta(source, updatedNames, read) ??
    fromMicrodata(source, /^dateModified$/i, read);
  return updated !== null && published !== null && updated < published ? null : updated;
}

function believed(time: number | null): number | null {
  return time !== null && time >= earliest && time < latest ? time : null;
}

function fromMeta(source: PageSource, known: readonly string[], read: ReadDate): number | null {
  for (const name of known) {
    const time = read(metaOf(source, name));
    if (time !== null) return time;
  }
  return null;
}

function fromMicrodata({ elements }: PageSource, property: RegExp, read: ReadDate): number | null {
  for (const one of elements) {
    if (one.name === "meta" || !names(one, "itemprop", property)) continue;
    const time = read(stated(one));
    if (time !== null) return time;
  }
  return null;
}

/** A page or a video that is described, where no article is. */
function anyLinked({ linked }: PageSource, read: ReadDate): number | null {
  for (const node of linked.nodes) {
    const time = read(textIn(node, "datePublished", "uploadDate"));
    if (time !== null) return time;
  }
  return null;
}

const dateClass =
  /^(?:(?:entry|post|article|published|publish|pub|story|meta|news|timestamp)[-_]?(?:date|time|published|timestamp)?|date|dateline|timestamp|published|datum|fecha|data|submitted)$/i;

/** The first `time` that marks the publication, then the first at all, then a line named a date. */
function fromTimes({ elements }: PageSource, read: ReadDate): number | null {
  const times = [];
  const lines = [];
  for (const one of elements) {
    if (one.name === "time") times.push(one);
    else if (names(one, "class", dateClass)) lines.push(one);
  }
  const marked = times.filter(
    (one) => "pubdate" in one.attributes || names(one, "class", /publish|entry-date|dt-published/i),
  );
  for (const one of [...marked, ...times]) {
    const time = read(one.attributes.datetime ?? "") ?? read(stated(one));
    if (time !== null) return time;
  }
  for (const one of lines.slice(0, 20)) {
    const line = stated(one).replace(/^[^\d]{0,30}?[:：|]\s*/, "");
    if (line.length > 80 || !/\d{4}/.test(line)) continue;
    const time = read(line);
    if (time !== null) return time;
  }
  return null;
}

/** `/2024/03/01/` or `/2024-03-01-`; days are told by no other part of an address. */
function fromAddress(address: string): number | null {
  const match = /[/-](20\d{2}|19\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:[/-]|$)/i.exec(
    URL.parse(address)?.pathname ?? "",
  );
  if (match === null) return null;
  const [, year = "", month = "", day = ""] = match;
  const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
  const number = /^\d/.test(month) ? Number(month) : months.indexOf(month.toLowerCase()) + 1;
  if (number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return believed(Date.UTC(Number(year), number - 1, Number(day)));
}
