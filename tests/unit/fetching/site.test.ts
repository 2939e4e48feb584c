import { expect, test } from "vitest";
import { siteOf } from "../../../main/fetching/fetching.ts";

test.each([
  ["https://www.example.com/news", "example.com"],
  ["https://rss.example.co.uk/feed.xml", "example.co.uk"],
  ["https://EXAMPLE.com./", "example.com"],
  ["https://münchen.example.de/", "example.de"],
  // Suffixes below which anybody may have a name: neighbours are not the same owner.
  ["https://ann.github.io/feed", "ann.github.io"],
  ["https://www.ann.blogspot.com/", "ann.blogspot.com"],
  ["https://github.io/", "github.io"],
  ["http://harbour-times.localhost:8080/", "harbour-times.localhost"],
  ["http://localhost:8080/", "localhost"],
  ["http://192.168.1.5/feed", "192.168.1.5"],
  ["http://[::1]:80/", "[::1]"],
  ["http://nas/feed", "nas"],
  ["ftp://example.com/", null],
  ["file:///etc/passwd", null],
  ["app://broadsheet/", null],
  ["not an address", null],
])("the site of %s is %s", (address, site) => {
  expect(siteOf(address)).toBe(site);
});
