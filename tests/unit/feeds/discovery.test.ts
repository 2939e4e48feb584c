import { expect, test } from "vitest";
import { findFeedLinks } from "../../../main/feeds/discovery.ts";
import { lookIntoPage } from "../../../main/feeds/feeds.ts";
import { guessFeedAddresses } from "../../../main/feeds/guesses.ts";

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
    '"feedUrl":"https://',
    "<meta name=generator ",
    "<input type=password ",
    "<title>",
    "buy this domain",
  ]) {
    lookIntoPage(piece.repeat(1_000_000 / piece.length), page, "<".repeat(20_000));
    lookIntoPage(piece.repeat(1_000_000 / piece.length), "https://www.youtube.com/@x");
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("feeds of comments come last", () => {
  const html =
    '<link rel="alternate" type="application/rss+xml" title="A story &raquo; Comments" href="/story/feed">' +
    '<link rel="alternate" type="application/rss+xml" title="x" href="/comments/feed">' +
    '<link rel="alternate" type="application/rss+xml" title="All" href="/feed">';
  expect(addresses(html)).toEqual([
    "https://x.org/feed",
    "https://x.org/story/feed",
    "https://x.org/comments/feed",
  ]);
});

test.each([
  [
    "one",
    '</feed>; rel="alternate"; type="application/rss+xml"; title="All"',
    ["https://x.org/feed"],
  ],
  [
    "several, some of them other things",
    '<https://x.org/wp-json/>; rel="https://api.w.org/", </a.css>; rel=preload; as=style, <b.xml>; rel=feed',
    ["https://x.org/blog/b.xml"],
  ],
  ["a translation", '</de/>; rel="alternate"; hreflang="de"', []],
  ["another scheme", "<javascript:x>; rel=feed", []],
  ["nonsense", "<<<;;;,=", []],
])("the HTTP header Link: %s", (_name, header, wanted) => {
  expect(lookIntoPage("", page, header).links.map(({ address }) => address)).toEqual(wanted);
});

test("guesses are few and begin with what the page's program does", () => {
  const guesses = (html: string, address = page): string[] => guessFeedAddresses(address, html);
  expect(guesses('<meta name="generator" content="WordPress 6.9">')[0]).toBe("https://x.org/feed/");
  expect(guesses('<meta name="generator" content="Ghost 5.1">')[0]).toBe("https://x.org/rss/");
  expect(guesses("<meta content='Hugo 0.140' name='generator'>")[0]).toBe(
    "https://x.org/index.xml",
  );
  expect(guesses('<img src="https://substackcdn.com/x.png">')[0]).toBe("https://x.org/feed");
  expect(guesses("<p>A story about a ghost who wrote hugo.</p>")[0]).toBe("https://x.org/feed/");
  expect(guesses("", "https://x.org/category/news/page/2")[0]).toBe(
    "https://x.org/category/news/feed/",
  );
  expect(guesses("", "https://social.example/@ann")[0]).toBe("https://social.example/@ann.rss");
  expect(guesses("")).toContain("https://x.org/blog/rss.xml");
  for (const address of [page, "https://x.org/", "https://x.org/a/b/c/d.html"]) {
    const found = guesses("", address);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeLessThanOrEqual(10);
  }
  expect(guesses("", "no address")).toEqual([]);
});

const words = "<p>word word word</p>";
test.each([
  [
    "bot-wall",
    "https://x.org/",
    "<title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x></script>",
  ],
  [
    "bot-wall",
    "https://x.org/",
    '<title>x.org</title><script src="https://ct.captcha-delivery.com/c.js">',
  ],
  [
    "login",
    "https://x.org/login?next=/",
    `<title>x</title><form><input name=u><input type="password"></form>${words.repeat(300)}`,
  ],
  ["login", "https://x.org/", '<title>Members</title><form><input type="password"></form>'],
  ["consent", "https://consent.youtube.com/m?continue=x", "<title>Before you continue</title>"],
  ["consent", "https://x.org/", "<title>We value your privacy</title><button>Accept</button>"],
  ["parked", "https://x.org/", "<title>x.org</title><p>This domain may be for sale!</p>"],
  [
    null,
    "https://x.org/",
    `<title>News</title><p>Buy this domain, they said.</p>${words.repeat(300)}`,
  ],
  [
    null,
    "https://x.org/",
    `<title>News</title><form class=login><input type=password></form>${words.repeat(300)}`,
  ],
  [null, "https://x.org/about", "<title>About us</title><p>Hello.</p>"],
])("what stands in the way: %s at %s", (wanted, address, html) => {
  expect(lookIntoPage(html, address).wall).toBe(wanted);
});
