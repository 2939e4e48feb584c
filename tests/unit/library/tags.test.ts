import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TimelineQuery } from "../../../preload/contract/contract.ts";
import { TestLibrary } from "./open-library.ts";
import { day, sampleArticle } from "./samples.ts";

const tagged = (tag: string): TimelineQuery => ({
  scope: { kind: "tag", tag },
  filter: "all",
  order: "oldest",
});

async function headlines(test: TestLibrary, tag: string): Promise<(string | undefined)[]> {
  await test.library.articles.prepare(tagged(tag));
  return test.headlines(tagged(tag));
}

async function makeTagged(): Promise<TestLibrary> {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const ingest = (key: string, tags: string[], hash = key) =>
    test.library.articles.ingest([
      { feedId: feed.id, articles: [sampleArticle(key, { tags, contentHash: hash })] },
    ]);
  await ingest("1", ["Energy", "Climate change"]);
  await ingest("2", ["ENERGY", "café"]);
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  await ingest("3", ["climate  Change", "ｅｎｅｒｇｙ"]);
  await ingest("2", ["politics", "café"], "another wording");
  return test;
}

async function expectTags(test: TestLibrary): Promise<void> {
  expect(await headlines(test, "energy")).toEqual(["Headline of 1", "Headline of 3"]);
  expect(await headlines(test, "Climate Change")).toEqual(["Headline of 1", "Headline of 3"]);
  expect(await headlines(test, "Cafe\u0301")).toEqual(["Headline of 2"]);
  expect(await headlines(test, "politics")).toEqual(["Headline of 2"]);
  expect(await headlines(test, "ener")).toEqual([]);
}

test("lists articles by tag, whatever its case and spelling, also after closing", async () => {
  const test = await makeTagged();
  await expectTags(test);
  await test.reopen();
  await expectTags(test);
  await test.reopen();
  await expectTags(test);
});

test("what comes after a list was made is newer", async () => {
  const test = await makeTagged();
  await test.reopen();
  const { articles } = test.library;
  await articles.prepare(tagged("energy"));
  const timeline = articles.timeline(tagged("energy"));
  const feed = await test.follow();
  await articles.ingest([
    {
      feedId: feed.id,
      articles: [sampleArticle("4", { tags: ["Energy"] }), sampleArticle("5", { tags: [] })],
    },
  ]);
  expect([timeline.total, timeline.countNewer()]).toEqual([2, 1]);
});

test("a list of a tag that was not prepared is refused", async () => {
  const test = await makeTagged();
  expect(() => test.library.articles.timeline(tagged("energy"))).toThrow();
});

test("tags that were damaged in the cache are read from the editions", async () => {
  const test = await makeTagged();
  await test.library.close();
  const path = join(test.folder, "cache", "articles.bin");
  const bytes = await readFile(path);
  // The tags stand last.
  await truncate(path, bytes.length - 12);
  await writeFile(path, Buffer.alloc(12, 7), { flag: "a" });
  await test.open();
  await expectTags(test);
  await test.reopen();
  await expectTags(test);
});
