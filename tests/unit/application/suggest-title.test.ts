import { expect, test } from "vitest";
import { editDistance, suggestTitle } from "../../../main/application/suggest-title.ts";
import type { CatalogueEntry } from "../../../preload/contract/contract.ts";

const entry = (title: string, site: string): CatalogueEntry => ({
  title,
  site,
  feed: `${site}rss`,
  section: "World",
  country: "FR",
  language: "fr",
  description: "",
  kind: "newspaper",
  paywall: null,
});
const catalogue = [
  entry("Le Monde – À la une", "https://www.lemonde.fr/"),
  entry("The Guardian – World", "https://www.theguardian.com/world/"),
  entry("Die Zeit", "https://www.zeit.de/"),
];

test.each([
  ["lemode.fr", "Le Monde – À la une"],
  ["https://www.lemonde.fr/nothing/here", "Le Monde – À la une"],
  ["theguardain.com", "The Guardian – World"],
  ["theguardian.con", "The Guardian – World"],
  ["le monde", "Le Monde – À la une"],
  ["LE MONDE a la une", "Le Monde – À la une"],
  ["die ziet", "Die Zeit"],
])("%s may mean %s", async (typed, wanted) => {
  expect(await suggestTitle(typed, catalogue)).toMatchObject({ suggestedTitle: wanted });
});

test.each(["example.com", "x.de", "the", "Le Figaro", "", "zdf.de"])(
  "%j means none",
  async (typed) => {
    expect(await suggestTitle(typed, catalogue)).toEqual({});
  },
);

test.each([
  ["abc", "abc", 0],
  ["abc", "acb", 1],
  ["abc", "ab", 1],
  ["abc", "xbc", 1],
  ["abcd", "badc", 2],
  ["abc", "xyz", 3],
  ["a", "abcdef", 3],
])("from %s to %s: %i", (first, second, wanted) => {
  expect(editDistance(first, second, 3)).toBe(wanted);
});
