/** Facts of a page as it states them: metadata by name, microdata, the language, its addresses. */
import { LinkedData, type LinkedNode } from "./linked-data.ts";
import { elementsOf, lineOf, type PageElement } from "../tree.ts";

/** What is known of a page before any of its facts is decided. */
export interface PageSource {
  readonly page: PageElement;
  /** Every element of the page, in its order. */
  readonly elements: readonly PageElement[];
  /** Address the page was asked for, after redirects. */
  readonly address: string;
  /** What relative addresses are relative to. */
  readonly base: string;
  readonly linked: LinkedData;
  readonly article: LinkedNode | undefined;
  /** The first content of each `meta`, by its lower-case name. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
}

/** Looks through the page once for what its facts are decided from. */
export function surveyPage(page: PageElement, address: string): PageSource {
  const meta = new Map<string, string[]>();
  let base = address;
  let hasBase = false;
  const elements = elementsOf(page);
  for (const found of elements) {
    if (found.name === "base" && !hasBase && found.attributes.href) {
      base = URL.parse(found.attributes.href, address)?.href ?? address;
      hasBase = true;
    }
    if (found.name !== "meta") continue;
    const content = (found.attributes.content ?? "").replace(/\s+/g, " ").trim();
    if (content === "") continue;
    for (const key of ["name", "property", "itemprop"]) {
      const name = found.attributes[key]?.trim().toLowerCase();
      if (name) meta.set(name, [...(meta.get(name) ?? []), content]);
    }
  }
  const linked = new LinkedData(elements);
  return { page, elements, address, base, linked, article: linked.article(), meta };
}

/** The first content of the first of these names that the page has, or "". */
export function metaOf({ meta }: PageSource, ...names: readonly string[]): string {
  for (const name of names) {
    const first = meta.get(name)?.[0];
    if (first !== undefined) return first;
  }
  return "";
}

/** An absolute http(s) address, or null. */
export function absolute(written: string | undefined, { base }: PageSource): string | null {
  if (!written?.trim()) return null;
  const url = URL.parse(written.trim(), base);
  return url?.protocol === "http:" || url?.protocol === "https:" ? url.href : null;
}

/** The addresses of the page's `link`s of a relation. */
export function linksOf({ elements }: PageSource, relation: RegExp): PageElement[] {
  return elements.filter(
    (found) => found.name === "link" && relation.test(found.attributes.rel ?? ""),
  );
}

/** The text that an element of microdata states, by its attribute or its text. */
export function stated(found: PageElement): string {
  const { content, datetime } = found.attributes;
  return (content ?? datetime ?? lineOf(found)).replace(/\s+/g, " ").trim();
}

/** True for an element with one of these names in an attribute that lists names. */
export function names(found: PageElement, attribute: string, fits: RegExp): boolean {
  const written = found.attributes[attribute];
  return written?.split(/\s+/).some((name) => fits.test(name)) ?? false;
}
