/** Pages that are made, or happen, to break readers. */
import { describe, expect, test } from "vitest";
import { readPage } from "../../../../main/offline/page/read-page.ts";
import { sentences } from "./sentences.ts";

const text = sentences("en", 5);

/** Milliseconds of this thread that any of them may take. */
const patience = 8_000;

const pages: Readonly<
  Record<string, readonly [html: string, outcome: "ok" | "too-large" | "too-deep" | "no-article"]>
> = {
  "10,000 elements deep": ["<div>".repeat(10_000) + text, "too-deep"],
  "10,000 inline elements deep": [`<p>${"<b>".repeat(10_000)}x`, "too-deep"],
  "400 elements deep": ["<div>".repeat(400) + text, "ok"],
  "10,000 empty siblings": ["<div></div>".repeat(10_000) + text, "ok"],
  "too many elements": ["<i>x</i>".repeat(100_000) + text, "too-large"],
  "more than 5 MB": ["x".repeat(5_000_001), "too-large"],
  "a script that never ends": [`<script>${"x".repeat(500_000)}${text}`, "no-article"],
  "a comment that never ends": [`<!-- ${text}`, "no-article"],
  "half a million references": ["&amp;".repeat(500_000), "no-article"],
  "5,000 attributes": [
    `<div ${Array.from({ length: 5_000 }, (_, index) => `a${index}=x`).join(" ")}>${text}`,
    "ok",
  ],
  "linked data 10,000 deep": [
    `<script type="application/ld+json">${"[".repeat(10_000)}${"]".repeat(10_000)}</script>${text}`,
    "ok",
  ],
  "linked data that refers to itself": [
    '<script type="application/ld+json">{"@type":"Article","@id":"a","author":{"@id":"a"}}</script>' +
      text,
    "ok",
  ],
  "a live report that marks its entries with underscores": [
    `<div itemtype="https://schema.org/LiveBlogPosting"></div><div class="live${"_".repeat(60)}x">${text}</div>`,
    "ok",
  ],
  "a title of separators": [`<title>${"a | ".repeat(50_000)}</title>${text}`, "ok"],
  "a megabyte of spaces": [`<p>${" ".repeat(1_000_000)}</p>${text}`, "ok"],
  "NULs and halves of characters": [`\0\ud800${text}\udc00`, "ok"],
  "a picture written into the page": [
    `<p><img src="data:image/png;base64,${"A".repeat(1_000_000)}"></p>${text}`,
    "ok",
  ],
};

describe("hostile pages", () => {
  test.each(Object.entries(pages))("%s", (_name, [html, outcome]) => {
    const before = process.threadCpuUsage();
    const read = readPage(html, {
      address: "https://news.example/town/bridge",
      readDate: () => null,
    });
    const { user, system } = process.threadCpuUsage(before);
    expect(read.ok ? "ok" : read.reason).toBe(outcome);
    expect((user + system) / 1000).toBeLessThan(patience);
    if (read.ok) expect(read.html.length).toBeLessThan(100_000);
  });
});
