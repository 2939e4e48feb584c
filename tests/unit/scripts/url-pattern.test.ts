import { expect, test } from "vitest";
import { matchesAny } from "../../../scripts/chromium-host/url-pattern.ts";

test.each([
  ["<all_urls>", "https://example.com/", true],
  ["https://*/*", "https://example.com/a?b", true],
  ["https://*/*", "http://example.com/", false],
  ["*://example.com/*", "wss://example.com/", true],
  ["*://example.com/*", "ftp://example.com/", false],
  ["*://*.example.com/*", "https://example.com/", true],
  ["*://*.example.com/*", "https://a.b.example.com/", true],
  ["*://*.example.com/*", "https://evilexample.com/", false],
  ["https://example.com/*.js", "https://example.com/a/b.js", true],
  ["https://example.com/*.js", "https://example.com/bxjs", false],
])("%s and %s: %s", (pattern, address, matches) => {
  expect(matchesAny([pattern], address)).toBe(matches);
});

test("any of several is enough, none is none", () => {
  expect(matchesAny(["http://a/*", "http://b/*"], "http://b/x")).toBe(true);
  expect(matchesAny([], "http://b/x")).toBe(false);
});
