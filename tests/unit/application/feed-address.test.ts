import { expect, it } from "vitest";
import { addressKey, meantAddresses } from "../../../main/application/feed-address.ts";

it.each([
  ["news.example", ["https://news.example/", "http://news.example/"]],
  ["News.Example/feed?x=1", ["https://news.example/feed?x=1", "http://news.example/feed?x=1"]],
  ["http://news.example/", ["http://news.example/"]],
  ["feed://news.example/a", ["https://news.example/a", "http://news.example/a"]],
  ["feed:https://news.example/a", ["https://news.example/a"]],
  ["localhost", ["http://localhost/", "https://localhost/"]],
  ["192.168.0.4:8080/feed", ["http://192.168.0.4:8080/feed", "https://192.168.0.4:8080/feed"]],
  ["[fe80::1]/feed", ["http://[fe80::1]/feed", "https://[fe80::1]/feed"]],
  ["nas:8080", ["http://nas:8080/", "https://nas:8080/"]],
  ["https:/news.example/a", ["https://news.example/a", "http://news.example/a"]],
  ["htp://news.example/a", ["https://news.example/a", "http://news.example/a"]],
  ["https//news.example", ["https://news.example/", "http://news.example/"]],
  ["http:news.example", ["https://news.example/", "http://news.example/"]],
  ["//news.example/a", ["https://news.example/a", "http://news.example/a"]],
  ["rss://news.example/a", ["https://news.example/a", "http://news.example/a"]],
  ["itpc://news.example/show", ["https://news.example/show", "http://news.example/show"]],
  ["view-source:https://news.example/a", ["https://news.example/a"]],
  [" <https://news.example/a>. ", ["https://news.example/a"]],
  ["“https://news.example/a”,", ["https://news.example/a"]],
  ["https://news.example/a_(b)", ["https://news.example/a_(b)"]],
  ["(https://news.example/a)", ["https://news.example/a"]],
  ["[News](https://news.example/a)", ["https://news.example/a"]],
  ['<a href="https://news.example/a">News</a>', ["https://news.example/a"]],
  ["Read https://news.example/a today", ["https://news.example/a"]],
  ["https://news.example/long\n-address", ["https://news.example/long-address"]],
  ["news . example", ["https://news.example/", "http://news.example/"]],
  ["news.example today", ["https://news.example/", "http://news.example/"]],
  ["\u200bnews.example", ["https://news.example/", "http://news.example/"]],
  [
    "bücher.example/ö",
    ["https://xn--bcher-kva.example/%C3%B6", "http://xn--bcher-kva.example/%C3%B6"],
  ],
  ["例え。テスト", ["https://xn--r8jz45g.xn--zckzah/", "http://xn--r8jz45g.xn--zckzah/"]],
  ["@ann@social.example", ["https://social.example/@ann"]],
  ["@ann.bsky.social", ["https://bsky.app/profile/ann.bsky.social"]],
  ["r/worldnews", ["https://www.reddit.com/r/worldnews"]],
  ["nas/feed.xml", ["http://nas/feed.xml", "https://nas/feed.xml"]],
])("%s means %j", (typed, meant) => {
  expect(meantAddresses(typed)).toEqual(meant);
});

it.each([
  "",
  "nas",
  "weather in Kyiv",
  "/etc/passwd",
  "//",
  "mailto:a@b.example",
  "data:,x",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "…",
  "https://",
])("%j is no address", (typed) => {
  expect(meantAddresses(typed)).toEqual([]);
});

it.each([
  ["https://www.news.example/feed/", "http://news.example//feed#top"],
  ["https://news.example/feed?b=2&a=1", "https://news.example/feed?a=1&b=2"],
  ["https://news.example/feed?utm_source=x&utm_medium=y", "https://news.example/feed"],
  ["https://news.example:443/feed", "https://news.example/feed"],
  ["http://feeds2.feedburner.com/X?format=xml", "https://feeds.feedburner.com/X"],
  [
    "https://ann.blogspot.com/feeds/posts/default?alt=rss",
    "http://ann.blogspot.com/feeds/posts/default",
  ],
])("%s and %s have one key", (first, second) => {
  expect(addressKey(first)).toBe(addressKey(second));
});

it.each([
  ["https://news.example/feed?a", "https://news.example/feed"],
  ["https://news.example/feed?token=1", "https://news.example/feed?token=2"],
  ["https://news.example/Feed", "https://news.example/feed"],
  ["https://a.example/feed", "https://b.example/feed"],
  ["https://news.example:8080/feed", "https://news.example/feed"],
])("%s and %s have two", (first, second) => {
  expect(addressKey(first)).not.toBe(addressKey(second));
});
