import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Feed } from "../../../main/library/library.ts";
import { TestLibrary } from "./open-library.ts";
import { day, sampleArticle, type SampleChange } from "./samples.ts";

async function setUp() {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const ingest = async (key: string, change: SampleChange = {}) => {
    const articles = [sampleArticle(key, { contentHash: "as it was", ...change })];
    const { added, updated } = await test.library.articles.ingest([{ feedId: feed.id, articles }]);
    return { added: added.length, updated: updated.length };
  };
  return { test, feed, ingest };
}

const nothing = { added: 0, updated: 0 };

test("an article under another key is remembered under both, in its record", async () => {
  const { test, ingest } = await setUp();
  await ingest("old", { aliases: ["link"] });
  expect(await ingest("new", { aliases: ["link"] })).toEqual(nothing);
  // From here on neither the old key nor the link is listed any more.
  const reworded = { contentHash: "another", published: 1000 };
  expect(await ingest("new", reworded)).toEqual({ added: 0, updated: 1 });
  await test.reopen();
  await rm(join(test.folder, "cache"), { recursive: true });
  await test.reopen();
  expect(await ingest("new", reworded)).toEqual(nothing);
  expect(await ingest("old", reworded)).toEqual(nothing);
  expect(await test.headlines()).toHaveLength(1);
});

test("a publisher that makes up a key at every visit does not make the record grow for ever", async () => {
  const { test, ingest } = await setUp();
  await ingest("0", { aliases: ["link"] });
  for (let visit = 1; visit < 20; visit++)
    expect(await ingest(`${visit}`, { aliases: ["link"] })).toEqual(nothing);
  await test.reopen();
  expect(await ingest("20", { aliases: ["link"] })).toEqual(nothing);
  expect(await ingest("0")).toEqual(nothing);
});

test("the same key in two titles is two articles", async () => {
  const { test, ingest } = await setUp();
  const other: Feed = await test.follow("https://other.example/feed");
  await ingest("1");
  const articles = [sampleArticle("1")];
  const take = () => test.library.articles.ingest([{ feedId: other.id, articles }]);
  expect((await take()).added).toHaveLength(1);
  await test.reopen();
  expect((await take()).added).toHaveLength(0);
  expect(await ingest("1")).toEqual(nothing);
});

test("a deleted article neither comes again nor is it updated", async () => {
  const { test, ingest } = await setUp();
  await ingest("1");
  await test.library.articles.delete([await test.idOf("1")]);
  for (let times = 0; times < 2; times++) {
    expect(await ingest("1")).toEqual(nothing);
    expect(await ingest("1", { contentHash: "another" })).toEqual(nothing);
    await test.reopen();
  }
  expect(await test.headlines()).toEqual([]);
});

test("an article that only its bookmark has does not come again", async () => {
  const { test, ingest } = await setUp();
  await ingest("1");
  const id = await test.idOf("1");
  await test.library.bookmarks.add(id);
  test.clock.now += day;
  await test.library.close();
  await rm(join(test.folder, "editions", "2026-11-23"), { recursive: true });
  await test.open();
  expect(await ingest("1")).toEqual(nothing);
  expect(await ingest("1", { contentHash: "another" })).toEqual(nothing);
  expect((await test.rows()).map((row) => row?.id)).toEqual([id]);
});

test("keys are known whether they come from the cache, from today's journal or both", async () => {
  const { test, ingest } = await setUp();
  for (let key = 0; key < 30; key++) {
    await ingest(`${key}`, { aliases: [`alias of ${key}`] });
    if (key % 7 === 6) await test.reopen();
    if (key % 11 === 10) {
      test.clock.now += day;
      await test.library.upkeep.sealPastDays();
    }
    for (let known = 0; known <= key; known += 5) expect(await ingest(`${known}`)).toEqual(nothing);
  }
  await test.reopen();
  for (let key = 0; key < 30; key++) {
    expect(await ingest(`${key}`)).toEqual(nothing);
    expect(await ingest(`another ${key}`, { aliases: [`alias of ${key}`] })).toEqual(nothing);
  }
  expect(await test.headlines()).toHaveLength(30);
});
