import { expect, test } from "vitest";
import { isShortened } from "../../../main/feeds/is-shortened.ts";
import type { ParsedItem } from "../../../main/feeds/feeds.ts";

const sentence = "The harbour was closed on Tuesday after the crane had been moved once more. ";

function item(number: number, content: string, change: Partial<ParsedItem> = {}): ParsedItem {
  return {
    id: null,
    key: `${number}`,
    aliases: [],
    link: `https://www.paper.example/${number}`,
    title: `Headline number ${number}`,
    published: null,
    updated: null,
    authors: [],
    summary: "",
    content,
    enclosures: [],
    image: null,
    categories: [],
    language: null,
    discussion: null,
    replyTo: null,
    place: null,
    duration: null,
    ...change,
  };
}

/** A feed of ten items. */
const feed = (
  content: (number: number) => string,
  change: (number: number) => Partial<ParsedItem> = () => ({}),
) => ({
  link: "https://paper.example/",
  items: Array.from({ length: 10 }, (_, number) => item(number, content(number), change(number))),
});

test.each([
  ["one sentence", () => `<p>${sentence}</p>`],
  ["nothing at all", () => ""],
  ["a beginning that breaks off", () => `<p>${sentence.repeat(9)} and then [&#8230;]</p>`],
  ["a link to the rest", () => `<p>${sentence.repeat(9)}</p><p><a href="/1">Read more</a></p>`],
  ["the same in German", () => `<p>${sentence.repeat(9)}</p><p>Weiterlesen auf paper.example</p>`],
  ["the same in Japanese", () => "<p>港は火曜日に閉鎖された。</p><p>続きを読む</p>"],
  ["a short Arabic text", () => "<p>أغلق الميناء يوم الثلاثاء بعد نقل الرافعة مرة أخرى.</p>"],
])("a feed that gives %s is cut short", (_what, content) => {
  expect(isShortened(feed(content))).toBe(true);
});

test.each([
  ["whole articles", feed(() => `<p>${sentence.repeat(40)}</p>`)],
  [
    "whole articles that end in a link",
    feed(() => `<p>${sentence.repeat(40)}</p><p>Read more</p>`),
  ],
  ["pictures", feed(() => '<img src="1.png">')],
  ["films", feed(() => '<iframe src="https://films.example/1"></iframe>')],
  [
    "sounds",
    feed(
      () => sentence,
      () => ({
        enclosures: [{ address: "https://a.example/1.mp3", type: "audio/mpeg", length: 1 }],
      }),
    ),
  ],
  [
    "notes",
    feed(
      () => `<p>${sentence}</p>`,
      () => ({ title: "The harbour was closed on…" }),
    ),
  ],
  [
    "notes without headlines",
    feed(
      () => `<p>${sentence}</p>`,
      () => ({ title: "" }),
    ),
  ],
  [
    "links to others",
    feed(
      () => "<a>Comments</a>",
      (number) => ({ link: `https://site-${number}.example/story` }),
    ),
  ],
  [
    "films of a platform",
    feed(
      () => sentence,
      () => ({ link: "https://www.youtube.com/watch?v=1" }),
    ),
  ],
  ["mostly whole articles", feed((number) => sentence.repeat(number % 2 === 0 ? 1 : 40))],
  ["whole Chinese articles", feed(() => "港口在星期二被关闭。".repeat(80))],
])("a feed that gives %s is not", (_what, given) => {
  expect(isShortened(given)).toBe(false);
});

test("titles that left the site that their feed names are known by their articles", () => {
  const moved = feed(
    () => sentence,
    (number) => ({ link: `https://gazette.example/${number}` }),
  );
  expect(isShortened(moved)).toBe(true);
});

test("two items tell nothing", () => {
  const { link, items } = feed(() => sentence);
  expect(isShortened({ link, items: items.slice(0, 2) })).toBeNull();
});
