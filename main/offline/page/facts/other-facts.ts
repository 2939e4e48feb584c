/** The smaller facts of a page: address, standfirst, section, tags, language, other versions. */
import { listOf, textIn } from "./linked-data.ts";
import { letters } from "./headline.ts";
import { absolute, linksOf, metaOf, names, stated, type PageSource } from "./survey.ts";
import { findElement, lineOf } from "../tree.ts";

const standfirstLimit = 600;
const tagLimit = 30;

/**
 * The address that the publisher wants to be quoted. One on another site is not believed, nor is
 * a front page: both come from templates that were copied.
 */
export function findAddress(source: PageSource): string {
  const written = [
    linksOf(source, /^canonical$/i)[0]?.attributes.href,
    metaOf(source, "og:url"),
    textIn(source.article, "url"),
  ];
  const asked = new URL(source.address);
  for (const candidate of written) {
    const address = absolute(candidate, source);
    if (address === null) continue;
    const url = new URL(address);
    const isFront = url.pathname === "/" && url.search === "" && asked.pathname !== "/";
    if (!isFront && siteOf(url) === siteOf(asked)) return address;
  }
  return source.address;
}

/** The last two labels of the host, three where the last but one is short (`co.uk`). */
export function siteOf({ hostname }: URL): string {
  const labels = hostname.split(".");
  const second = labels.at(-2) ?? "";
  return labels.slice(second.length <= 3 && labels.length > 2 ? -3 : -2).join(".");
}

const standfirstClass =
  /^(?:standfirst|stand-first|dek|deck|subhead(?:line)?|sub-?head(?:ing)?|sub-?title|article[-_]?(?:dek|subtitle|summary|intro|standfirst|lead|lede)|intro|teaser|vorspann|chapo|chapeau|entradilla|bajada|sommario|occhiello|ingress|lead|summary|(?:\S+__)(?:dek|standfirst|summary|subtitle|subheadline))$/i;

/** The sentence or two under the headline; the page's own description where none is marked. */
export function findStandfirst(source: PageSource, headline: string): string {
  const marked = source.elements.find(
    (one) =>
      (names(one, "class", standfirstClass) ||
        names(one, "itemprop", /^(?:alternativeHeadline|abstract)$/)) &&
      isStandfirst(lineOf(one), headline),
  );
  const stands = [
    marked === undefined ? "" : lineOf(marked),
    textIn(source.article, "alternativeHeadline"),
    metaOf(source, "og:description", "description", "twitter:description", "dc.description"),
    textIn(source.article, "description"),
  ];
  return stands.find((line) => isStandfirst(line, headline)) ?? "";
}

function isStandfirst(line: string, headline: string): boolean {
  return line.length >= 20 && line.length <= standfirstLimit && letters(line) !== letters(headline);
}

/** The part of the publication it stands in, or null. */
export function findSection(source: PageSource): string | null {
  const section =
    textIn(source.article, "articleSection") ||
    metaOf(
      source,
      "article:section",
      "parsely-section",
      "og:article:section",
      "section",
      "category",
    ) ||
    source.elements
      .filter((one) => names(one, "itemprop", /^articleSection$/))
      .map(stated)
      .find((line) => line !== "");
  return section && section.length <= 80 && !/^https?:/.test(section) ? section : null;
}

/** What the publisher calls the subjects, each once. */
export function findTags(source: PageSource): string[] {
  const written = [
    ...(source.meta.get("article:tag") ?? []),
    ...listOf(source.article?.keywords).filter((one) => typeof one === "string"),
    metaOf(source, "parsely-tags", "news_keywords", "sailthru.tags", "keywords"),
  ];
  const tags = new Map<string, string>();
  for (const tag of written.flatMap((line) => line.split(/[,;、，]/))) {
    const tidy = tag.replace(/\s+/g, " ").trim();
    if (tidy !== "" && tidy.length <= 60 && !tags.has(letters(tidy))) tags.set(letters(tidy), tidy);
  }
  return [...tags.values()].slice(0, tagLimit);
}

/** The language as a BCP 47 tag, or null. */
export function findLanguage(source: PageSource): string | null {
  const { lang, "xml:lang": xmlLang } = source.page.attributes;
  const candidates = [
    textIn(source.article, "inLanguage"),
    lang,
    xmlLang,
    metaOf(source, "content-language", "language", "dc.language"),
    metaOf(source, "og:locale"),
  ];
  for (const candidate of candidates) {
    const tag = candidate?.trim().replaceAll("_", "-") ?? "";
    if (/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag)) return tag;
  }
  return null;
}

/** Address of the page for slow phones, or null. */
export function findAmp(source: PageSource): string | null {
  return absolute(linksOf(source, /^amphtml$/i)[0]?.attributes.href, source);
}

/** Address of the page for printing, or null: one column without anything around it. */
export function findPrint(source: PageSource): string | null {
  const link =
    linksOf(source, /^alternate$/i).find(({ attributes }) =>
      /print/i.test(attributes.media ?? ""),
    ) ??
    source.elements.find(
      ({ name, attributes }) =>
        name === "a" &&
        /^(?!javascript:).*(?:\/print(?:able)?(?:[/.?]|$)|[?&](?:print|printable|view=print)(?:[=&]|$))/i.test(
          attributes.href ?? "",
        ),
    );
  const address = absolute(link?.attributes.href, source);
  return address !== null && siteOf(new URL(address)) === siteOf(new URL(source.address))
    ? address
    : null;
}

/** The publisher's own word on whether everybody may read it; null when it says nothing. */
export function isFree(source: PageSource): boolean | null {
  const written = [source.article, ...source.linked.nodes].flatMap((node) =>
    listOf(node?.isAccessibleForFree),
  );
  for (const value of written) {
    if (value === false || /^(?:false|no|0)$|\/False$/i.test(String(value))) return false;
    if (value === true || /^(?:true|yes|1)$|\/True$/i.test(String(value))) return true;
  }
  const tier = metaOf(
    source,
    "article:content_tier",
    "cxenseparse:pai-paywall",
    "og:article:content_tier",
  );
  if (/^(?:locked|metered|paid|premium|hard|true)$/i.test(tier)) return false;
  const microdata = findElement(source.page, (one) =>
    names(one, "itemprop", /^isAccessibleForFree$/),
  );
  return microdata && /^(?:false|no)$/i.test(stated(microdata)) ? false : null;
}
