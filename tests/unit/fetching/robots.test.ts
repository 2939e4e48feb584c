/** What a site's `robots.txt` asks of programs. */
import { expect, test } from "vitest";
import { isAllowed, rulesForUs } from "../../../main/fetching/fetching.ts";

const at = (path: string): string => `https://news.example${path}`;

test.each<[string, string, string, boolean]>([
  ["an empty file", "", "/a", true],
  ["everything", "User-agent: *\nDisallow: /", "/a", false],
  ["nothing", "User-agent: *\nDisallow:", "/a", true],
  ["a folder", "User-agent: *\nDisallow: /private/", "/private/a", false],
  ["beside a folder", "User-agent: *\nDisallow: /private/", "/privately", true],
  ["others alone", "User-agent: GPTBot\nDisallow: /", "/a", true],
  ["us by name", "User-agent: Broadsheet\nDisallow: /\n\nUser-agent: *\nDisallow:", "/a", false],
  [
    "us by name, allowed",
    "User-agent: *\nDisallow: /\nUser-agent: broadsheet\nAllow: /",
    "/a",
    true,
  ],
  ["several names of one group", "User-agent: a\nUser-agent: *\nDisallow: /x", "/x", false],
  [
    "two groups of one name",
    "User-agent: *\nDisallow: /x\nUser-agent: b\nDisallow: /\nUser-agent: *\nDisallow: /y",
    "/y",
    false,
  ],
  ["the longer rule", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true],
  ["of equals the kind one", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true],
  ["a star", "User-agent: *\nDisallow: /*/print", "/2024/print", false],
  ["an end", "User-agent: *\nDisallow: /*.php$", "/a.php", false],
  ["an end that is none", "User-agent: *\nDisallow: /*.php$", "/a.php?x", true],
  ["a query", "User-agent: *\nDisallow: /*?page=", "/a?page=2", false],
  [
    "a comment and a carriage return",
    "User-agent: * # all\r\nDisallow: /a # private\r\n",
    "/a",
    false,
  ],
  ["letters beyond ASCII", "User-agent: *\nDisallow: /köln", "/k%C3%B6ln/a", false],
  ["no text at all", "<!doctype html><p>Disallow: /", "/a", true],
])("%s", (_name, text, path, expected) => {
  expect(isAllowed(rulesForUs(text), at(path))).toBe(expected);
});

test("a hostile pattern takes no time", () => {
  const rules = rulesForUs(`User-agent: *\nDisallow: /${"*a".repeat(20_000)}$`);
  const before = performance.now();
  expect(isAllowed(rules, at(`/${"a".repeat(5_000)}b`))).toBe(true);
  expect(performance.now() - before).toBeLessThan(1_000);
});

test("names thousands of programs, with rules for each, without being held up by it", () => {
  const names = Array.from({ length: 15_000 }, (_, number) => `User-agent: a${number}`);
  const rules = Array.from({ length: 10_000 }, (_, number) => `Allow: /${number}`);
  const begun = performance.now();
  const read = rulesForUs([...names, ...rules, "User-agent: *", "Disallow: /x"].join("\n"));
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(read).toEqual([{ isAllowed: false, path: "/x" }]);
});
