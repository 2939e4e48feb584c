/** The reader against 4,600 files of public test suites; skipped where they are not at hand. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  parseFeed,
  type FeedSource,
  type NotAFeed,
  type ParsedFeed,
} from "../../main/feeds/feeds.ts";
import { compare, type Expectation } from "./feeds-expectations.ts";

const corpus = join(import.meta.dirname, "..", "..", "..", "shared", "corpora", "feeds");
const isHere = existsSync(join(corpus, "expectations.json"));
if (!isHere) console.log("skipped: the corpus of feeds is not here (../shared/corpora/feeds)");

/** Milliseconds within which any of the files must be read, on a busy machine. */
const patience = 2_000;

/** Captured documents that hold no item at all, so that none can be found. */
const withoutItems = new Set([
  "FeedKit/Tests/FeedKitTests/Resources/xml/RSSAtom.xml",
  "FeedKit/Tests/FeedKitTests/Resources/xml/Syndication.xml",
  "feed-rs/feed-rs/fixture/rss2/rss_2.0_invalid_1.xml",
  "rome/rome/src/test/data/atom_1.0_prefix.xml",
  "simplepie/tests/data/feed-with-whitespace-before-xml-declaration.xml",
]);

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(corpus, name), "utf8"));
}

function readTimed(file: string, source: FeedSource): ParsedFeed | NotAFeed {
  const bytes = readFileSync(join(corpus, file));
  const started = performance.now();
  const feed = parseFeed(bytes, source);
  expect(performance.now() - started, `${file}: milliseconds`).toBeLessThan(patience);
  return feed;
}

function sourceOf({ contentType, baseUrl }: Expectation): FeedSource {
  return {
    ...(contentType === undefined ? {} : { contentType }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
}

describe.skipIf(!isHere)("the corpus of feeds", () => {
  test("at least 99 % of what the files must give", () => {
    const missed: string[] = [];
    let wanted = 0;
    for (const expectation of readJson("expectations.json") as Expectation[]) {
      const feed = readTimed(expectation.file, sourceOf(expectation));
      for (const outcome of compare(feed.ok ? feed : null, expectation)) {
        wanted += 1;
        if (!outcome.isMet) missed.push(`${expectation.file}: ${outcome.name}`);
      }
    }
    const share = (wanted - missed.length) / wanted;
    console.log(
      `expectations met: ${(share * 100).toFixed(2)} % of ${wanted}\n${missed.join("\n")}`,
    );
    expect(wanted, "expectations").toBeGreaterThan(1_000);
    expect(share).toBeGreaterThanOrEqual(0.99);
  });

  test("every captured feed is read, with its items", () => {
    const files = readJson("captured.json") as string[];
    expect(files.length).toBeGreaterThan(200);
    for (const file of files) {
      const feed = readTimed(file, {});
      expect(feed.ok, file).toBe(true);
      expect(feed.ok && feed.items.length > 0, `${file}: has items`).toBe(!withoutItems.has(file));
    }
  });

  test("every other file gives a feed or a refusal with its reason", () => {
    const reasons = new Set(["empty", "html", "not-a-feed", "too-large", "unreadable"]);
    let count = 0;
    for (const name of readdirSync(corpus, { recursive: true, encoding: "utf8" })) {
      if (!/\.(?:xml|json|rss|rdf|atom|html?|txt)$/.test(name)) continue;
      if (!statSync(join(corpus, name)).isFile()) continue;
      count += 1;
      const feed = readTimed(name, { baseUrl: "https://publisher.example/feed" });
      if (!feed.ok) expect(reasons, name).toContain(feed.reason);
      else {
        const keys = feed.items.map(({ key }) => key);
        expect(
          keys.every((key) => key !== "" && key.length <= 300),
          `${name}: keys`,
        ).toBe(true);
      }
    }
    expect(count, "files").toBeGreaterThan(3_000);
  });
});
