import { englishErrors, englishStatuses } from "./en-errors.ts";
import { englishSections } from "./en-sections.ts";
import { english } from "./en.ts";
import type { ErrorCode, Section } from "../../preload/contract/contract.ts";

type Catalogue = typeof english;
export type TextKey = keyof Catalogue;

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type NamesOf<Key extends TextKey> = Catalogue[Key] extends { one: infer One; other: infer Other }
  ? NamesIn<One> | NamesIn<Other> | "count"
  : NamesIn<Catalogue[Key]>;
type Values<Key extends TextKey> = [NamesOf<Key>] extends [never]
  ? []
  : [values: Readonly<Record<NamesOf<Key>, string | number>>];

/** The catalogue is English, in the regional form that the reader's system prefers, if it names one. */
export const locale: string =
  navigator.languages.find((language) => language.split("-")[0] === "en") ?? "en-GB";

const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** A text of the catalogue with its values filled in; numbers are written the reader's way. */
export function t<Key extends TextKey>(key: Key, ...[values]: Values<Key>): string {
  const entry: string | { readonly one: string; readonly other: string } = english[key];
  const given: Readonly<Record<string, string | number>> = values ?? {};
  if (typeof entry === "string") return fill(entry, given);
  return fill(plurals.select(Number(given.count)) === "one" ? entry.one : entry.other, given);
}

/** What went wrong, in words, from an error's code and details. */
export function wordError(error: {
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}): string {
  const details = error.details ?? {};
  const text =
    (error.code === "http-status" ? englishStatuses[details.status ?? ""] : undefined) ??
    englishErrors[error.code];
  if (error.code === "http-status" && details.status === undefined) {
    return fill(text.replace(" with status {status}", ""), details);
  }
  // A status is a name, not a quantity: never with a thousands separator.
  return fill(
    text,
    Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)])),
  );
}

/** A section's name. */
export function sectionName(section: Section): string {
  return englishSections[section];
}

/** All sections, in the order they are printed. */
export const sections = Object.keys(englishSections) as readonly Section[];

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}
