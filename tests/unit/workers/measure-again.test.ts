import { expect, it } from "vitest";
import { readFeed, rereadFeed } from "../../../main/workers/read-feed.ts";

const sentence = "The harbour was closed on Tuesday after the crane had been moved once more. ";

/** A feed whose articles have so many sentences. */
function feedOf(names: readonly string[], sentences: number) {
  const items = names.map(
    (name) => `<item><guid>${name}</guid><title>What happened at pier ${name}</title>
<link>https://site.example/${name}</link><description>${sentence.repeat(sentences)}</description></item>`,
  );
  const text = `<rss version="2.0"><channel><title>Site</title><link>https://site.example/</link>
${items.join("")}</channel></rss>`;
  return {
    bytes: new TextEncoder().encode(text),
    contentType: "application/rss+xml",
    address: "https://site.example/feed",
    language: null,
  };
}

/** What a feed is found to be after it was another. */
function afterwards(before: ReturnType<typeof feedOf>, now: ReturnType<typeof feedOf>) {
  const read = readFeed(before);
  if (!read.ok) throw new Error(read.reason);
  const standing = read.articles.map(({ contentHash, fingerprint = "" }) => ({
    contentHash,
    fingerprint,
  }));
  const again = rereadFeed({ ...now, standing, isMeasured: true });
  if (!again.ok) throw new Error(again.reason);
  return [read.isShortened, again.isShortened];
}

it("a feed that gives whole articles from now on is no longer taken for a shortened one", () => {
  const names = ["one", "two", "three", "four"];
  expect(afterwards(feedOf(names, 1), feedOf(names, 40))).toEqual([true, false]);
  expect(afterwards(feedOf(names, 40), feedOf(names, 1))).toEqual([false, true]);
});

it("a feed that is as ever but for an article is not measured again", () => {
  const names = ["one", "two", "three", "four"];
  expect(afterwards(feedOf(names, 1), feedOf(["new", ...names], 1))).toEqual([true, null]);
});
