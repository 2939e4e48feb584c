import { expect, test } from "vitest";
import { canonicalLink, identify, type Identifiable } from "../../../main/feeds/identity.ts";

const bare: Identifiable = {
  id: null,
  link: null,
  published: null,
  title: "",
  summary: "",
  content: "",
};

function keys(items: readonly Partial<Identifiable>[], site: string | null = null): string[] {
  return identify(
    items.map((item) => ({ ...bare, ...item })),
    site,
  ).map(({ key }) => key);
}

test.each([
  [
    "an id",
    { id: "tag:x,1", link: "https://x.org/1", title: "t" },
    { id: "tag:x,1", link: "https://x.org/2", title: "u" },
  ],
  [
    "the link, whatever its scheme and tracking",
    { link: "http://www.x.org/1/?utm_source=rss", published: 5 },
    { link: "https://x.org/1", published: 5 },
  ],
  [
    "title and date without a link",
    { title: "t", published: 5, content: "a" },
    { title: "t", published: 5, content: "b" },
  ],
  [
    "title and text without anything else",
    { title: "t", content: "a" },
    { title: "t", content: "a" },
  ],
])("%s makes the identity", (_name, first, second) => {
  expect(keys([first])).toEqual(keys([second]));
});

test.each([
  ["another id", { id: "1" }, { id: "2" }],
  ["another link", { link: "https://x.org/?p=1" }, { link: "https://x.org/?p=2" }],
  [
    "another date at the same link",
    { link: "https://x.org/", published: 1 },
    { link: "https://x.org/", published: 2 },
  ],
  ["another text without title and link", { content: "a" }, { content: "b" }],
])("%s makes another item", (_name, first, second) => {
  expect(keys([first])).not.toEqual(keys([second]));
});

test("a repeated id is told apart by link, title and text, never by position", () => {
  const items = [
    { id: "same", link: "https://x.org/1", title: "a" },
    { id: "same", link: "https://x.org/2", title: "b" },
    { id: "same", link: "https://x.org/2", title: "c" },
    { id: "same", link: "https://x.org/2", title: "c", content: "other" },
  ];
  const forwards = keys(items);
  expect(new Set(forwards).size).toBe(4);
  expect(keys(items.toReversed())).toEqual(forwards.toReversed());
});

test("aliases: the other scheme of an id, and a link that tells", () => {
  const [one] = identify(
    [{ ...bare, id: "http://x.org/1", link: "https://x.org/1/", published: 7 }],
    null,
  );
  expect(one?.aliases).toEqual(["https://x.org/1", "link:x.org/1", "link:x.org/1|7"]);
});

test("a link that all items share, or that leads to the site, is no alias", () => {
  const shared = identify(
    [
      { ...bare, id: "1", link: "https://x.org/a" },
      { ...bare, id: "2", link: "https://x.org/a" },
    ],
    null,
  );
  expect(shared.flatMap(({ aliases }) => aliases)).toEqual([]);
  const [home] = identify(
    [{ ...bare, id: "1", link: "https://x.org/news" }],
    "http://www.x.org/news/",
  );
  expect(home?.aliases).toEqual([]);
});

test("an item without id that later gets one keeps an alias to its first key", () => {
  const link = "https://x.org/story";
  const [before] = keys([{ link, published: 9 }]);
  const [after] = identify([{ ...bare, id: "new", link, published: 9 }], null);
  expect(after?.aliases).toContain(before);
});

test("keys are short, however long an id is", () => {
  expect(keys([{ id: "x".repeat(100_000) }])[0]?.length).toBeLessThan(300);
});

test.each([
  ["https://www.Example.org/a/?utm_medium=x&b=2&a=1", "example.org/a?a=1&b=2"],
  ["http://example.org:8080//a//b/#part", "example.org:8080/a/b#part"],
  ["not an address", "not an address"],
])("canonical form of %s", (link, wanted) => {
  expect(canonicalLink(link)).toBe(wanted);
});
