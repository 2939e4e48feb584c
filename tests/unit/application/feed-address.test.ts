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
  ["nas/feed.xml", ["http://nas/feed.xml", "https://nas/feed.xml"]],
])("%s means %j", (typed, meant) => {
  expect(meantAddresses(typed)).toEqual(meant);
});

it.each(["", "nas", "weather in Kyiv", "/etc/passwd", "//", "mailto:a@b.example", "data:,x"])(
  "%j is no address",
  (typed) => {
    expect(meantAddresses(typed)).toEqual([]);
  },
);

it("spellings of one address have one key, other addresses another", () => {
  const keys = ["https://www.news.example/feed/", "http://news.example//feed#top"].map(addressKey);
  expect(new Set(keys).size).toBe(1);
  expect(addressKey("https://news.example/feed?a")).not.toBe(keys[0]);
});
