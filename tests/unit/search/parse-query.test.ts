import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuery } from "../../../main/search/query/parse-query.ts";
import type { QueryNode } from "../../../main/search/query/types.ts";

const today = "2026-11-23";

/** A query as it was understood, in few signs. */
function told(node: QueryNode | null): string {
  switch (node?.kind) {
    case undefined:
      return "";
    case "words": {
      const field = node.field === null ? "" : `${node.field}=`;
      const sign = { word: "", prefix: "*", phrase: '"' }[node.match];
      return `${field}${sign === '"' ? sign : ""}${node.text}${sign}`;
    }
    case "section":
      return `§${node.section}`;
    case "state":
      return `@${node.state}`;
    case "published":
      return `[${node.from ?? ""}..${node.until ?? ""})`;
    case "not":
      return `-${told(node.of)}`;
    case "all":
      return `(${node.of.map(told).join(" ")})`;
    case "any":
      return `(${node.of.map(told).join(" | ")})`;
  }
}
const understood = (text: string): string => told(parseQuery(text, { today }).query);

test.each([
  ["", ""],
  ["   ", ""],
  ["tide", "tide"],
  ["tide table", "(tide table)"],
  ['"tide table"', '"tide table"'],
  ["“tide table”", '"tide table"'],
  ["„Ebbe und Flut“", '"Ebbe und Flut"'],
  ["«marée haute»", '"marée haute"'],
  ["「東京 大学」", '"東京 大学"'],
  ['"never closed', '"never closed"'],
  ['""', ""],
  ["tid*", "tid*"],
  ["*", ""],
  ["-moon", "-moon"],
  ["tide -moon", "(tide -moon)"],
  ["tide NOT moon", "(tide -moon)"],
  ["tide −moon", "(tide -moon)"],
  ["--moon", "moon"],
  ["tide - moon", "(tide moon)"],
  ["cats OR dogs", "(cats | dogs)"],
  ["cats | dogs", "(cats | dogs)"],
  ["cats OR", "cats"],
  ["OR cats", "cats"],
  ["OR", ""],
  ["cats or dogs", "(cats or dogs)"],
  ["a cats OR dogs b", "(a (cats | dogs) b)"],
  ["(cats dogs) OR birds", "((cats dogs) | birds)"],
  ["-(cats OR dogs)", "-(cats | dogs)"],
  ["((((tide", "tide"],
  ["tide)))) moon", "(tide moon)"],
  ["()", ""],
  ["cats AND dogs", "(cats dogs)"],
  ["author:Ann", "author=Ann"],
  ['author:"Ann Other"', 'author="Ann Other"'],
  ["by:Ann", "author=Ann"],
  ["AUTHOR:Ann", "author=Ann"],
  ["headline:flood*", "headline=flood*"],
  ["title:Example", "title=Example"],
  ["title:", ""],
  ["tag:climate", "tag=climate"],
  ["-tag:climate", "-tag=climate"],
  ["tag：climate", "tag=climate"],
  ["note:later", "note=later"],
  ["is:unread", "@unread"],
  ["is:STARRED", "@bookmarked"],
  ["is:offline tide", "(@offline tide)"],
  ["-is:read", "-@read"],
  ["section:Sport", "§Sport"],
  ["section:tech", "§Technology"],
  ["section:l", ""],
  ["before:2026", "[..2026-01-01)"],
  ["after:2026-03", "[2026-03-01..)"],
  ["after:2026-2-9", "[2026-02-09..)"],
  ["on:23.11.2026", "[2026-11-23..2026-11-24)"],
  ["on:yesterday", "[2026-11-22..2026-11-23)"],
  ["after:7d", "[2026-11-16..)"],
  ["after:1m", "[2026-10-23..)"],
  ["on:2026-11", "[2026-11-01..2026-12-01)"],
  ["before:2026-04-31", ""],
  ["before:soon", ""],
  ["vendée-globe", '"vendée-globe"'],
  ["https://example.org/a", '"https //example.org/a"'],
  ["10:30", '"10 30"'],
  ["foo:bar", '"foo bar"'],
  ["constructor:x", '"constructor x"'],
  ["is:toString", ""],
  ["東京", '"東京"'],
  ["뉴스", '"뉴스"'],
  ["C++", "C++"],
  ["!!!", ""],
  ["…", ""],
])("%s", (typed, expected) => {
  expect(understood(typed)).toBe(expected);
});

describe("what was not taken as it stands is said", () => {
  test.each([
    ["foo:bar", "unknown-operator", "foo"],
    ["is:purple", "unknown-value", "is:purple"],
    ["before:soon tide", "unknown-value", "before:soon"],
    ["-moon", "only-excluded", ""],
    ["moon OR -sun", "only-excluded", ""],
    ["x ".repeat(300), "too-long", ""],
  ])("%s", (typed, kind, text) => {
    expect(parseQuery(typed, { today }).notes).toEqual([{ kind, text }]);
  });

  test.each(["tide -moon", "is:", "https://example.org", "10:30", 'tag:"a b"', "before:"])(
    "nothing of %s",
    (typed) => {
      expect(parseQuery(typed, { today }).notes).toEqual([]);
    },
  );
});

test.each([
  ["tid", "tid*"],
  ["low tid", "(low tid*)"],
  ["low tide ", "(low tide)"],
  ['"low tid', '"low tid"'],
  ["tide -mo", "(tide -mo)"],
  ["cats OR do", "(cats | do*)"],
  ["author:An", "author=An*"],
  ["is:unread", "@unread"],
])("while it is typed, %s", (typed, expected) => {
  expect(told(parseQuery(typed, { today, isTyping: true }).query)).toBe(expected);
});

test("whatever is typed is read, quickly and without an exception", () => {
  const piece = fc.constantFrom(
    ...['"', "(", ")", "-", "OR", "*", ":", "is:", "tag:", "before:", " ", "　", "東", "\0", "a"],
  );
  const typed = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 400 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(typed, fc.boolean(), (text, isTyping) => {
      told(parseQuery(text, { today, isTyping }).query);
    }),
    { numRuns: 2000 },
  );
  expect(understood("(".repeat(100_000))).toBe("");
});
