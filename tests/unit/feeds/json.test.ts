import { expect, test } from "vitest";
import { parseFeed } from "../../../main/feeds/feeds.ts";
import { bytesOf, only, read } from "./read.ts";

test("JSON Feed 1.1", () => {
  const feed = read(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "J",
      home_page_url: "https://x.org/",
      language: "en",
      authors: [{ name: "Feed" }],
      items: [
        {
          id: 7,
          url: "/a",
          title: "AT&amp;T",
          content_text: "a <b> & c",
          summary: "s",
          image: "/i.png",
          date_published: "2020-01-01T00:00:00+01:00",
          tags: ["x", 5, null],
          attachments: [
            { url: "/a.mp3", mime_type: "audio/mpeg", size_in_bytes: 3 },
            { mime_type: "x" },
            "junk",
          ],
        },
      ],
    }),
    { baseUrl: "https://x.org/feed.json" },
  );
  expect(feed).toMatchObject({
    format: "json",
    title: "J",
    link: "https://x.org/",
    language: "en",
  });
  expect(only(feed)).toMatchObject({
    id: "7",
    link: "https://x.org/a",
    title: "AT&T",
    content: "a &lt;b&gt; &amp; c",
    summary: "s",
    image: "https://x.org/i.png",
    published: Date.UTC(2019, 11, 31, 23),
    authors: ["Feed"],
    categories: ["x", "5"],
    enclosures: [{ address: "https://x.org/a.mp3", type: "audio/mpeg", length: 3 }],
  });
});

test("the author of version 1.0, a BOM, and an external address", () => {
  const feed = read(
    '\ufeff{"version":"https://jsonfeed.org/version/1","items":[{"id":"a","external_url":"https://y.org/","author":{"name":"Ann"}}]}',
  );
  expect(only(feed)).toMatchObject({ id: "a", link: "https://y.org/", authors: ["Ann"] });
});

test("of a document that was cut off the complete items are kept", () => {
  const feed = read(
    '{"title":"J","items":[{"id":"1","tags":[{}]},{"id":"2","content_text":"} ]"},{"id":"3","content_te',
  );
  expect(feed.items.map(({ id }) => id)).toEqual(["1", "2"]);
  expect(feed.problems).toEqual(["the document ends before it is complete"]);
});

test.each([
  ["something else in JSON", '{"hello":"world"}', "unreadable"],
  ["a list", "[1,2]", "unreadable"],
  ["broken", "{{{", "unreadable"],
  ["a number of items", '{"items":7}', "unreadable"],
])("refused: %s", (_name, text, reason) => {
  expect(parseFeed(bytesOf(text), {})).toEqual({ ok: false, reason });
});

test("RSS in JSON", () => {
  const feed = read(
    '{"rss":{"version":"2.0","channel":{"title":"R","link":"https://x.org/","item":[{"title":"one","link":"https://x.org/1?a=1&b=2","guid":{"isPermaLink":"false","#value":"g1"},"enclosure":{"url":"https://x.org/a.mp3?a=1&b=2","type":"audio/mpeg","length":"5"}},{"title":"two"}]}}}',
  );
  expect(feed).toMatchObject({ format: "rss-in-json", title: "R", link: "https://x.org/" });
  expect(feed.items[0]).toMatchObject({
    id: "g1",
    link: "https://x.org/1?a=1&b=2",
    enclosures: [{ address: "https://x.org/a.mp3?a=1&b=2", type: "audio/mpeg", length: 5 }],
  });
  expect(feed.items[1]?.title).toBe("two");
});
