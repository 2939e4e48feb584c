import { expect, test } from "vitest";
import { OutlineError, parseOutline } from "../../../main/feeds/feeds.ts";

test("folders, sites, titles, and what cannot be used", () => {
  const outline = parseOutline(
    '<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>' +
      '<outline text="News"><outline text="World &amp; more" title="World" type="rss" xmlUrl="https://w.org/rss" htmlUrl="https://w.org"/>' +
      '<outline text="Deep"><outline text="D" xmlurl="feed://d.org/feed"/></outline></outline>' +
      '<outline text="Old" type="rss" url="http://old.org/rss"/><outline text="Broken" xmlUrl="ftp://x"/><outline text="A note"/></body></opml>',
  );
  expect(outline).toEqual({
    feeds: [
      { address: "https://w.org/rss", title: "World", site: "https://w.org/", folder: ["News"] },
      { address: "https://d.org/feed", title: "D", site: null, folder: ["News", "Deep"] },
      { address: "http://old.org/rss", title: "Old", site: null, folder: [] },
    ],
    skipped: ["Broken", "A note"],
  });
});

test.each([
  [
    "bare ampersands",
    '<opml><body><outline text="A & B" xmlUrl="https://x.org/?a=1&b=2"/></body></opml>',
    "https://x.org/?a=1&b=2",
  ],
  ["no body", '<opml><outline text="A" xmlUrl="https://x.org/a"/></opml>', "https://x.org/a"],
  [
    "capitals",
    '<OPML><BODY><OUTLINE TEXT="A" XMLURL="https://x.org/a"/></BODY></OPML>',
    "https://x.org/a",
  ],
  [
    "cut off",
    '<opml><body><outline text="A" xmlUrl="https://x.org/a"/><outline text="B" xml',
    "https://x.org/a",
  ],
  [
    "a single quote and dirt before",
    "\n<?xml version='1.0'?>\n\n<opml><body><outline text='A' xmlUrl='https://x.org/a'></outline></body></opml>",
    "https://x.org/a",
  ],
])("tolerates %s", (_name, text, address) => {
  expect(parseOutline(text).feeds.map((feed) => feed.address)).toEqual([address]);
});

test.each([
  ["nothing", ""],
  ["a feed", "<rss><channel/></rss>"],
  ["a page", "<!doctype html><p>hi"],
  ["words", "hello"],
])("refuses %s", (_name, text) => {
  expect(() => parseOutline(text)).toThrow(OutlineError);
});
