import { expect, it } from "vitest";
import { outsideAddress } from "../../../main/electron/outside-address.ts";

it.each([
  ["https://news.example/a?b=c#d", "https://news.example/a?b=c#d"],
  ["HTTP://News.Example", "http://news.example/"],
  ["https://bank.example:secret@evil.example/", "https://evil.example/"],
  ["mailto:editor@news.example", "mailto:editor@news.example"],
  [
    "mailto:a@b.example?subject=Dear%20all&attach=/etc/passwd&body=x%26y",
    "mailto:a@b.example?subject=Dear%20all&body=x%26y",
  ],
])("%s may be opened as %s", (address, opened) => {
  expect(outsideAddress(address)).toBe(opened);
});

it.each([
  "",
  "news.example",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "smb://server/share",
  "ms-msdt:/id",
  "data:text/html,x",
  "\\\\server\\share",
  "app://broadsheet/index.html",
  `https://news.example/${"a".repeat(5000)}`,
  `https://news.example/${"ä".repeat(2000)}`,
])("%s may not be opened", (address) => {
  expect(outsideAddress(address)).toBeNull();
});
