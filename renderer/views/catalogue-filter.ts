import type { CatalogueEntry, Section } from "../../preload/contract/contract.ts";
import { formatCountry, formatLanguage } from "../text/formats.ts";
import { locale } from "../text/text.ts";

/** What to show of the catalogue; empty: everything. */
export interface CatalogueFilter {
  readonly words: string;
  readonly section: Section | "";
  readonly country: string;
  /** A language without region: `pt` finds Portugal's and Brazil's titles. */
  readonly language: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A language's code without its region. */
export function baseLanguage(code: string): string {
  return code.split("-")[0] ?? code;
}

/** The titles that a filter lets through; words are looked for in name, description and site. */
export function filterCatalogue(
  entries: readonly CatalogueEntry[],
  { words, section, country, language }: CatalogueFilter,
): readonly CatalogueEntry[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return entries.filter(
    (entry) =>
      (section === "" || entry.section === section) &&
      (country === "" || entry.country === country) &&
      (language === "" || baseLanguage(entry.language) === language) &&
      matches(entry, wanted),
  );
}

/** The countries of the catalogue by name; what belongs to no country comes first. */
export function countriesOf(entries: readonly CatalogueEntry[]): readonly Choice[] {
  const codes = [...new Set(entries.map((entry) => entry.country))];
  const international = codes.filter((code) => code === "INT");
  const others = codes.filter((code) => code !== "INT");
  return [...named(international, formatCountry), ...named(others, formatCountry)];
}

/** The languages of the catalogue by name. */
export function languagesOf(entries: readonly CatalogueEntry[]): readonly Choice[] {
  return named([...new Set(entries.map((entry) => baseLanguage(entry.language)))], formatLanguage);
}

/** The first of the reader's languages that the catalogue has titles in; empty when it has none. */
export function preferredLanguage(
  entries: readonly CatalogueEntry[],
  languages: readonly string[],
): string {
  const known = new Set(entries.map((entry) => baseLanguage(entry.language)));
  return languages.map(baseLanguage).find((language) => known.has(language)) ?? "";
}

function named(codes: readonly string[], name: (code: string) => string): Choice[] {
  return codes
    .map((value) => ({ value, label: name(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

function matches({ title, description, site }: CatalogueEntry, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const text = fold(`${title} ${description} ${site}`);
  return wanted.every((word) => text.includes(word));
}

/** Lower case without accents, so that “uber” finds “Über”. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
