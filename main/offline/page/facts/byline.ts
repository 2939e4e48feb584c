/** Who wrote it: names of people, without addresses, roles and "By". */
import { hasType, textIn, type LinkedNode } from "./linked-data.ts";
import { letters, siteName } from "./headline.ts";
import { names, stated, type PageSource } from "./survey.ts";
import { elementsOf, isBlock, lineOf, type PageElement } from "../tree.ts";
import { byline, notNames, organisation, role } from "../words/bylines.ts";

/** Nobody's names are longer; more people than this did not write one article. */
const nameLimit = 80;
const peopleLimit = 12;

/** The people who wrote it, each once, in the order of the page. */
export function findAuthors(source: PageSource): string[] {
  for (const candidates of waysToTell(source)) {
    const people = withoutOrganisations(
      distinct(
        candidates()
          .flatMap(splitNames)
          .map(tidyName)
          .filter((name) => isName(name, source)),
      ),
    );
    if (people.length > 0) return people.slice(0, peopleLimit);
  }
  return [];
}

const metaNames = [
  "author",
  "article:author",
  "article:author_name",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "citation_author",
  "og:article:author",
  "mediator_author",
  "cxenseparse:author",
  "rbauthors",
];

/** Ways of telling, the most believable first; each is only tried when those before tell nothing. */
function* waysToTell(source: PageSource): Generator<() => string[]> {
  yield () => linkedAuthors(source);
  for (const name of metaNames) yield () => [...(source.meta.get(name) ?? [])];
  yield () => firstThat(source, (one) => one.name === "a" && names(one, "rel", /^author$/));
  yield () => microdata(source);
  yield () => firstThat(source, (one) => names(one, "class", authorClass));
  yield () => firstThat(source, (one) => names(one, "class", bylineClass));
  yield () => firstThat(source, isBylineBlock, 1);
  yield () => firstThat(source, isAuthorLink, 1);
}

const authorClass =
  /^(?:author|author[-_]?name|author[-_]?link|byline[-_]?(?:name|author)|article[-_]?author|post[-_]?author|entry[-_]?author|p-author|vcard|fn|\w+__author(?:name)?|\w*--?authname\S*|m-author-info-name)$/i;
const bylineClass =
  /^(?:byline|by[-_]line|article[-_]?byline|post[-_]?byline|byline[-_]?wrapper|autor|autore|auteur|signature)$/i;
const authorPath =
  /\/(?:authors?|writers?|contributors?|journalists?|reporters?|columnists?|staff|by|bio|profiles?|autor(?:es|en|i)?|auteurs?|redaktion|redakteur|firmas?|giornalista)\/[^/?#]+/i;

function linkedAuthors({ article, linked }: PageSource): string[] {
  const authors = ["author", "creator"].flatMap((property) => linked.held(article, property));
  const persons = authors.filter((author) => hasType(author, /^Person$/i));
  const chosen: readonly LinkedNode[] = persons.length > 0 ? persons : authors;
  return chosen.map((author) => {
    const name = textIn(author, "name");
    return name || [textIn(author, "givenName"), textIn(author, "familyName")].join(" ");
  });
}

function microdata({ elements }: PageSource): string[] {
  const found: string[] = [];
  for (const one of elements) {
    if (!names(one, "itemprop", /^(?:author|creator)$/)) continue;
    const inner = elementsOf(one).filter((held) => names(held, "itemprop", /^name$/));
    found.push(...(inner.length > 0 ? inner.map(stated) : [stated(one)]));
  }
  return found;
}

/** Texts of the first such elements: further down stand the authors of other stories. */
function firstThat(
  { elements }: PageSource,
  fits: (one: PageElement) => boolean,
  limit = 3,
): string[] {
  const found: string[] = [];
  for (const one of elements) {
    if (!fits(one)) continue;
    const line = lineOf(one);
    if (line === "" || line.length > nameLimit * 3) continue;
    found.push(line);
    if (found.length === limit) break;
  }
  return found;
}

/** A short line of its own that begins like "By Ann Author". */
function isBylineBlock(one: PageElement): boolean {
  if (!isBlock(one) || one.name === "body") return false;
  const line = lineOf(one);
  return line.length <= nameLimit && byline.line.test(line);
}

/** A link to the page of somebody with a name and a surname. */
function isAuthorLink(one: PageElement): boolean {
  if (one.name !== "a" || !authorPath.test(one.attributes.href ?? "")) return false;
  return /^\p{Lu}\S*(?: \S+){1,3}$/u.test(lineOf(one));
}

function splitNames(line: string): string[] {
  const bare = line.replace(byline.before, "").replace(/\s+/g, " ").trim();
  if (/^https?:|^www\.|^[\w.-]+@/.test(bare)) return [];
  return bare.split(byline.between);
}

function tidyName(written: string): string {
  return written
    .replace(byline.before, "")
    .replace(/\([^()]*\)|\S+@\S+\.\S+|https?:\S+|(?:^|\s)@\w+/g, " ")
    .replace(/\s+[-–—|•·/]\s.*$/s, "")
    .replace(/(?:\s(?:MS|MD|RDN?|LD|PhD|MPH|RN|CPT|DO|MBA|Jr\.?|Esq\.?))+$/, "")
    .replace(/^[\s\-–—|•·,:;]+|[\s\-–—|•·,:;]+$/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function isName(name: string, source: PageSource): boolean {
  if (name.length < 2 || name.length > nameLimit || !/\p{L}/u.test(name)) return false;
  if (/\d{2}|[<>{}=]|\.(?:com|org|net)\b/.test(name) || name.split(" ").length > 7) return false;
  // What is left of "Ann Author, MD, PhD".
  if (/^\p{Lu}{2,5}$/u.test(name) || /^PhD$/.test(name)) return false;
  if (notNames.test(name) || role.test(name)) return false;
  const written = letters(name);
  const host = letters((URL.parse(source.address)?.hostname ?? "").replace(/^www\./, ""));
  return written !== letters(siteName(source)) && !(written.length > 3 && host.startsWith(written));
}

/** An agency or a paper is an author only where no person is named. */
function withoutOrganisations(people: readonly string[]): readonly string[] {
  const persons = people.filter((name) => !organisation.test(name));
  return persons.length > 0 ? persons : people;
}

function distinct(people: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of people) if (!seen.has(letters(name))) seen.set(letters(name), name);
  return [...seen.values()];
}
