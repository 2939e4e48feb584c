import { expect, test } from "vitest";
import { findFeedLinks, guessFeedAddresses } from "../../../main/feeds/feeds.ts";

const page = "https://x.org/blog/";

function addresses(html: string): string[] {
  return findFeedLinks(html, page).map(({ address }) => address);
}

test("declared feeds come first, with their titles", () => {
  const html =
    '<a href="/rss">RSS</a><head><link rel=alternate type="application/atom+xml" title="News &amp; more" href="atom.xml">' +
    "<link rel='alternate' type='application/rss+xml; charset=utf-8' href='//y.org/rss'></head>";
  expect(findFeedLinks(html, page)).toEqual([
    { address: "https://x.org/blog/atom.xml", title: "News & more" },
    { address: "https://y.org/rss", title: "" },
    { address: "https://x.org/rss", title: "RSS" },
  ]);
});

test.each([
  ["rel=feed", '<link rel="feed" href="/f">', ["https://x.org/f"]],
  [
    "JSON Feed",
    '<link rel="alternate" type="application/feed+json" href="/f.json">',
    ["https://x.org/f.json"],
  ],
  [
    "WordPress's interface is none",
    '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">',
    [],
  ],
  ["a translation is none", '<link rel="alternate" hreflang="de" href="/de/">', []],
  ["a stylesheet is none", '<link rel="alternate stylesheet" type="text/css" href="/a.css">', []],
  [
    "<base>",
    '<base href="/deep/"><link rel="alternate" type="application/rss+xml" href="r.xml">',
    ["https://x.org/deep/r.xml"],
  ],
  [
    "feed: schemes",
    '<a href="feed://x.org/a.xml">Subscribe to RSS</a><a href="feed:https://x.org/b.xml">Feed</a>',
    ["https://x.org/a.xml", "https://x.org/b.xml"],
  ],
  [
    "a link by its address",
    '<a href="/category/news/feed/">all of it</a>',
    ["https://x.org/category/news/feed/"],
  ],
  [
    "a link by its label",
    '<a href="/backend"><span>RSS feed</span></a>',
    ["https://x.org/backend"],
  ],
  [
    "a link by its picture",
    '<a href="/backend"><img src="i.png" alt="RSS"></a>',
    ["https://x.org/backend"],
  ],
  [
    "ordinary links are none",
    '<a href="/about">About</a><a href="/feedback">Feedback</a><a href="/atomic-energy">Atom power</a>',
    [],
  ],
  ["other schemes are none", '<a href="javascript:rss()">RSS</a>', []],
  [
    "each once",
    '<link rel="alternate" type="application/rss+xml" href="/r"><a href="/r">RSS</a><a href="/r">Feed</a>',
    ["https://x.org/r"],
  ],
  [
    "not in scripts and comments",
    '<script>"<a href=/rss>RSS</a>"</script><!-- <a href="/rss">RSS</a> -->',
    [],
  ],
])("%s", (_name, html, wanted) => {
  expect(addresses(html)).toEqual(wanted);
});

test("hostile pages take no time", () => {
  const started = performance.now();
  for (const piece of [
    "<a ",
    "<a href='",
    '<a href="',
    "<a href=/rss>",
    "<link rel=alternate ",
    "<!--",
    "<script>",
    "<a x=\"<a y='",
  ]) {
    findFeedLinks(piece.repeat(1_000_000 / piece.length), page);
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("guesses begin at the root, then in the page's own folder", () => {
  const guesses = guessFeedAddresses("https://news.example/blog/today.html?x=1");
  expect(guesses[0]).toBe("https://news.example/feed");
  expect(guesses).toContain("https://news.example/blog/atom.xml");
  expect(guesses.indexOf("https://news.example/feed.json")).toBeLessThan(
    guesses.indexOf("https://news.example/blog/feed"),
  );
  expect(new Set(guesses).size).toBe(guesses.length);
});
