import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cleanArticle } from "../../main/offline/offline.ts";
import { readPage } from "../../main/offline/page/read-page.ts";
import { findHarm } from "../unit/offline/find-harm.ts";

const file = new URL("../../../shared/corpora/xss/vectors.json", import.meta.url);
const isThere = existsSync(file);
if (!isThere) console.log("skipped: the collection of attack vectors is not on this machine");

interface Vector {
  readonly src: string;
  readonly s: string;
}

describe.runIf(isThere)("attack vectors of five public collections", () => {
  const vectors = isThere ? (JSON.parse(readFileSync(file, "utf8")) as Vector[]) : [];
  const options = { baseUrl: "https://example.com/news/", image: null };

  test("the collection is whole", () => expect(vectors.length).toBeGreaterThan(1400));

  test("the check itself sees that the vectors are harmful", () => {
    const harmful = vectors.filter(({ s }) => findHarm(s).length > 0);
    expect(harmful.length).toBeGreaterThan(vectors.length / 2);
  });

  test("no vector survives, alone or inside an article", () => {
    const survivors = vectors.flatMap(({ s, src }) =>
      [s, `<p>Before</p><table><tr><td>${s}`, `<math><mtext>${s}`, `<svg><desc>${s}`].flatMap(
        (html) => {
          const cleaned = cleanArticle(html, options);
          const harm = findHarm(cleaned.html);
          return harm.length === 0 ? [] : [{ src, html, harm, cleaned: cleaned.html }];
        },
      ),
    );
    expect(survivors).toEqual([]);
  });

  test("no vector survives on a page that is read", { timeout: 120_000 }, () => {
    const sentence =
      "The council of the old harbour met once more on Tuesday and looked closely at the plan for a second bridge.";
    const prose = `<p>${sentence}</p>`.repeat(4);
    let read = 0;
    const survivors = vectors.flatMap(({ s, src }) => {
      const html = `<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>${prose}<div>${s}</div>`;
      const page = readPage(html, { address: options.baseUrl, readDate: () => null });
      if (!page.ok) return [];
      read += 1;
      const cleaned = cleanArticle(page.html, options);
      const harm = findHarm(cleaned.html);
      return harm.length === 0 ? [] : [{ src, html, harm, cleaned: cleaned.html }];
    });
    expect(survivors).toEqual([]);
    expect(read).toBeGreaterThan(vectors.length * 0.8);
  });
});
