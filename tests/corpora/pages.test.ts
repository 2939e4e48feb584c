/** The reader of pages against pages with human-made truth; skipped where they are not at hand. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { decodePage } from "../../main/feeds/feeds.ts";
import { parseDate } from "../../main/feeds/dates.ts";
import { rules } from "../../main/offline/page/after/tidy.ts";
import { extract } from "../../main/offline/page/extract.ts";
import { readFacts, readPage } from "../../main/offline/page/read-page.ts";
import { readTree } from "../../main/offline/page/read-tree.ts";
import { surveyPage } from "../../main/offline/page/facts/survey.ts";
import { linesOf } from "../../main/offline/page/tree.ts";
import {
  folded,
  hasPages,
  loadPages,
  mean,
  nameWords,
  row,
  score,
  type Score,
  type TruePage,
} from "./pages-score.ts";

const isHere = hasPages("pages") && hasPages("pages-news");
if (!isHere) console.log("skipped: the corpora of pages are not here (../shared/corpora/pages)");

/** What publishers wish is not at stake: these pages are read to be scored. */
const scoring = "wishes";

/** Every page of both corpora on a busy machine. */
const patience = 600_000;
/** Each step left out in turn takes as many runs as there are steps. */
const isByStep = process.env.CORPORA_STEPS !== undefined;
const steps = ["overlays", "pictures", "second-opinion", "captions", ...Object.keys(rules)];

function ours(page: TruePage, without: ReadonlySet<string> = new Set()): string {
  const origin = {
    address: page.url,
    readDate: parseDate,
    without: new Set([...without, scoring]),
  };
  const read = readPage(decodePage(page.html), origin);
  return read.ok ? read.text : "";
}

/** Readability as it is, on the same page and the same document. */
function plain({ html, url }: TruePage): string {
  const tree = readTree(decodePage(html));
  const found = typeof tree === "string" ? null : extract(tree, url);
  return found === null ? "" : linesOf(found);
}

/** The facts that Readability finds by itself. */
function plainFacts({ html }: TruePage): { title: string; byline: string; published: string } {
  const { document } = parseHTML(decodePage(html)) as unknown as { document: object };
  try {
    const found = new Readability(document as never).parse();
    const { title, byline, publishedTime } = found ?? {};
    return { title: title ?? "", byline: byline ?? "", published: publishedTime ?? "" };
  } catch {
    return { title: "", byline: "", published: "" };
  }
}

const dayOf = (time: number | null): string => (time === null ? "" : new Date(time).toISOString());

/** The picture that a page names for those who link to it: the nearest to a truth there is. */
function namedPicture({ html, url }: TruePage): string | null {
  const written = decodePage(html);
  const tag = /<meta\b[^>]*property=["']og:image["'][^>]*>/i.exec(written)?.[0] ?? "";
  const content = /content=["']([^"']+)["']/i.exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "";
  return content === "" ? null : (URL.parse(content, url)?.href ?? null);
}

function factsRow(
  name: string,
  {
    title,
    authors,
    date,
  }: { readonly title: number; readonly authors: number; readonly date: number },
  pages: number,
  dated: number,
): string {
  const shown = [title / pages, authors / pages, date / dated].map((share) => share.toFixed(3));
  return `${name.padEnd(44)} ${shown.join("  ")}`;
}

interface Scored {
  readonly half: TruePage["half"];
  readonly score: Score;
}

function scored(pages: readonly TruePage[], read: (page: TruePage) => string): Scored[] {
  return pages.map((page) => ({ half: page.half, score: score(read(page), page.articleBody) }));
}

function half(rows: readonly Scored[], name?: TruePage["half"]): Score[] {
  return rows.filter((one) => name === undefined || one.half === name).map((one) => one.score);
}

describe.skipIf(!isHere)("pages with human-made truth", () => {
  test.each([
    // The mark that was set is 0.965; 0.970 is the best that anybody publishes.
    { name: "pages", all: 0.975, check: 0.97 },
    // Its truth leaves out much that belongs to articles: tables, quoted posts, corrections.
    { name: "pages-news", all: 0.91, check: 0.91 },
  ])(
    "articles of $name",
    ({ name, all, check }) => {
      const pages = loadPages(name);
      const ourRows = scored(pages, (page) => ours(page));
      const plainRows = scored(pages, plain);
      const lines = [`${name}, ${pages.length} pages`.padEnd(44) + " F1     prec.  recall exact"];
      for (const part of [undefined, "develop", "check"] as const) {
        lines.push(row(`  Readability, ${part ?? "all"}`, mean(half(plainRows, part))));
        lines.push(row(`  this reader, ${part ?? "all"}`, mean(half(ourRows, part))));
      }
      if (isByStep) {
        for (const step of steps) {
          const rows = scored(pages, (page) => ours(page, new Set([step])));
          lines.push(row(`  without ${step}, develop`, mean(half(rows, "develop"))));
          lines.push(row(`  without ${step}, check`, mean(half(rows, "check"))));
        }
      }
      console.log(lines.join("\n"));
      expect(mean(half(ourRows)).f1).toBeGreaterThanOrEqual(all);
      expect(mean(half(ourRows, "check")).f1).toBeGreaterThanOrEqual(check);
      expect(mean(half(ourRows, "check")).f1).toBeGreaterThan(mean(half(plainRows, "check")).f1);
    },
    patience,
  );

  test(
    "facts of pages-news",
    () => {
      const pages = loadPages("pages-news");
      const counts = {
        title: 0,
        authors: 0,
        date: 0,
        dated: 0,
        picture: 0,
        pictured: 0,
        namedPicture: 0,
      };
      const theirs = { title: 0, authors: 0, date: 0 };
      for (const page of pages) {
        const isDated = page.published !== undefined && /^\d{4}-/.test(page.published);
        const day = page.published?.slice(0, 10) ?? "";
        const library = plainFacts(page);
        if (folded(library.title) === folded(page.title ?? "")) theirs.title += 1;
        if (nameWords(library.byline) === nameWords(page.authors ?? "")) theirs.authors += 1;
        if (isDated && dayOf(parseDate(library.published)).startsWith(day)) theirs.date += 1;
        if (isDated) counts.dated += 1;
        const without = new Set([scoring]);
        const origin = { address: page.url, readDate: parseDate, without };
        const read = readPage(decodePage(page.html), origin);
        if (!read.ok) continue;
        if (folded(read.headline) === folded(page.title ?? "")) counts.title += 1;
        if (nameWords(read.byline) === nameWords(page.authors ?? "")) counts.authors += 1;
        if (read.leadPicture !== null) counts.picture += 1;
        if (isDated && dayOf(read.published).startsWith(day)) counts.date += 1;
        const named = namedPicture(page);
        if (named === null) continue;
        counts.pictured += 1;
        if (read.leadPicture?.address === named) counts.namedPicture += 1;
      }
      const shares = {
        title: counts.title / pages.length,
        authors: counts.authors / pages.length,
        date: counts.date / counts.dated,
        picture: counts.picture / pages.length,
      };
      console.log(
        [
          `facts of ${pages.length} pages`.padEnd(44) + " title  author date",
          factsRow("  Readability", theirs, pages.length, counts.dated),
          factsRow("  this reader", counts, pages.length, counts.dated),
          `  with a lead picture ${shares.picture.toFixed(3)} (Readability gives none); where the page names ` +
            `one for others to show, that one: ${(counts.namedPicture / counts.pictured).toFixed(3)}`,
        ].join("\n"),
      );
      expect(shares.title).toBeGreaterThanOrEqual(0.92);
      expect(shares.authors).toBeGreaterThanOrEqual(0.81);
      expect(shares.date).toBeGreaterThanOrEqual(0.81);
    },
    patience,
  );

  test(
    "time beside Readability's own",
    () => {
      const pages = loadPages("pages").map((page) => ({ ...page, text: decodePage(page.html) }));
      const theirs = (page: (typeof pages)[number]): void => {
        const { document } = parseHTML(page.text) as unknown as { document: object };
        new Readability(document as never).parse();
      };
      const all = (page: (typeof pages)[number]): void => {
        const without = new Set([scoring]);
        readPage(page.text, { address: page.url, readDate: parseDate, without });
      };
      const facts = (page: (typeof pages)[number]): void => {
        const tree = readTree(page.text);
        if (typeof tree === "string") throw new Error(`${page.id}: ${tree}`);
        readFacts(surveyPage(tree, page.url), { address: page.url, readDate: parseDate });
      };
      const ways = [theirs, all, facts];
      // The first round only warms up.
      const rounds = Array.from({ length: 3 }, () =>
        ways.map((way) => spent(() => pages.forEach(way))),
      ).slice(1);
      const [base = 0, whole = 0, part = 0] = ways.map((_, index) =>
        Math.min(...rounds.map((round) => round[index] ?? 0)),
      );
      console.log(
        `time a page: Readability on linkedom ${(base / pages.length).toFixed(1)} ms; ` +
          `this reader ${(whole / base).toFixed(2)} times that, facts alone ${(part / base).toFixed(2)}`,
      );
      // What it takes is for the benchmark's reader to judge; this finds only what blew up.
      expect(whole / base).toBeLessThanOrEqual(5);
      expect(part / base).toBeLessThanOrEqual(1);
    },
    patience,
  );
});

/** The thread's own milliseconds: what other programs take of the machine does not count. */
function spent(act: () => void): number {
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
