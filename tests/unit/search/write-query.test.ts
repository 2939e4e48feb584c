import fc from "fast-check";
import { expect, test } from "vitest";
import { loosen, parseQuery, writeQuery } from "../../../main/search/search.ts";

const today = "2026-11-24";
const typed = [
  "harbour",
  "harbour wall",
  '"harbour wall" -storm',
  "harb*",
  "title:post author:miller tag:sea note:later text:wall headline:storm",
  "is:unread is:read is:bookmarked is:offline",
  "section:World after:2026-01-02 before:2026-05",
  "on:2026-10-01",
  "-on:2026-10-01 storm",
  "storm OR flood",
  "(storm OR flood) harbour",
  "-(storm OR flood) harbour",
  "(storm harbour) OR flood",
  "vendée-globe",
  "東京 図書館",
  '"OR"',
  'author:"Ann Miller"',
];

test.each(typed)("what is written of “%s” is read as the same", (text) => {
  const { query } = parseQuery(text, { today });
  if (query === null) throw new Error("nothing was understood");
  expect(parseQuery(writeQuery(query), { today })).toEqual({ query, notes: [] });
});

test("looser queries ask for less, and can be written", () => {
  const { query } = parseQuery('storm "harbour wall" after:2026-10-01', { today });
  if (query === null) throw new Error("nothing was understood");
  const written = loosen(query).map(writeQuery);
  expect(written).toContain('storm "harbour wall"');
  expect(written).toContain('storm* "harbour wall" after:2026-10-01');
  expect(written).toContain('storm OR "harbour wall"');
  expect(written).not.toContain('storm "harbour wall" after:2026-10-01');
});

test("whatever is typed can be written and loosened", () => {
  const words = fc.stringMatching(/^[a-zé東*"():\- ORisunead]{0,40}$/);
  fc.assert(
    fc.property(words, (text) => {
      const { query } = parseQuery(text, { today });
      if (query === null) return;
      for (const one of [query, ...loosen(query)])
        expect(parseQuery(writeQuery(one), { today }).query).not.toBeNull();
    }),
  );
});
