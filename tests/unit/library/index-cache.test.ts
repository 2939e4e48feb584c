import { copyFile, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Feed } from "../../../main/library/library.ts";
import { TestLibrary } from "./open-library.ts";
import { day, everything, sampleArticle } from "./samples.ts";

const base = "articles.bin";
const recent = "recent-articles.bin";

const cached = (test: TestLibrary, name: string): string => join(test.folder, "cache", name);

async function ingest(test: TestLibrary, feed: Feed, keys: readonly string[]): Promise<number> {
  // Feeds list the newest first.
  const newestFirst = keys.toReversed();
  const articles = newestFirst.map((key) => sampleArticle(key, { published: test.clock.now }));
  const { added } = await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  return added.length;
}

/** Three days: two of them sealed, in the base, the third in the recent file. */
async function makeCached(): Promise<{ test: TestLibrary; feed: Feed; keys: string[] }> {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  await ingest(test, feed, ["1", "2"]);
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  await ingest(test, feed, ["3", "4"]);
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  await test.reopen();
  await ingest(test, feed, ["5", "6"]);
  await test.library.articles.setRead([await test.idOf("1"), await test.idOf("5")], true);
  await test.library.close();
  return { test, feed, keys: ["6", "5", "4", "3", "2", "1"] };
}

/** Everything that the cache answers is as the editions say. */
async function expectWhole(test: TestLibrary, feed: Feed, keys: readonly string[]): Promise<void> {
  expect(await test.headlines()).toEqual(keys.map((key) => `Headline of ${key}`));
  const unread = keys.filter((key) => key !== "1" && key !== "5").length;
  expect(test.library.articles.counts(feed.id)).toEqual({ total: keys.length, unread });
  expect(await ingest(test, feed, keys)).toBe(0);
  expect(test.library.repairs).toEqual([]);
}

test("a library comes back out of its cache", async () => {
  const { test, feed, keys } = await makeCached();
  await test.open();
  await expectWhole(test, feed, keys);
  await test.reopen();
  await expectWhole(test, feed, keys);
});

test("closing writes nothing when nothing has changed", async () => {
  const { test } = await makeCached();
  const before = await Promise.all([base, recent].map((name) => readFile(cached(test, name))));
  await rm(cached(test, base));
  await writeFile(cached(test, base), before[0] ?? "");
  await utimes(cached(test, base), 1, 1);
  await test.open();
  await test.headlines();
  await test.library.close();
  expect((await stat(cached(test, base))).mtimeMs).toBe(1000);
  const after = await Promise.all([base, recent].map((name) => readFile(cached(test, name))));
  expect(after).toEqual(before);
});

const damages: Record<string, (path: string) => Promise<void>> = {
  missing: (path) => rm(path),
  empty: (path) => truncate(path, 0),
  "cut short": async (path) => truncate(path, (await readFile(path)).length - 1),
  "cut in its head": (path) => truncate(path, 40),
  zeroed: async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length)),
};

for (const name of [base, recent])
  for (const [kind, damage] of Object.entries(damages))
    test(`${name}: ${kind}, costs time and nothing else`, async () => {
      const { test, feed, keys } = await makeCached();
      await damage(cached(test, name));
      await test.open();
      await expectWhole(test, feed, keys);
      await test.reopen();
      await expectWhole(test, feed, keys);
    });

test("one wrong byte anywhere in a cache costs time and nothing else", async () => {
  const { test, feed, keys } = await makeCached();
  for (const name of [base, recent]) {
    const bytes = await readFile(cached(test, name));
    for (let at = 0; at < bytes.length; at += 41) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      await writeFile(cached(test, name), damaged);
      await test.open();
      await expectWhole(test, feed, keys);
      await test.library.close();
    }
  }
});

test("a cache of another library counts for nothing", async () => {
  const { test, feed, keys } = await makeCached();
  const other = await TestLibrary.make();
  const others = await other.follow();
  await ingest(other, others, ["x", "y", "z"]);
  other.clock.now += 2 * day;
  await ingest(other, others, ["u"]);
  await other.library.close();
  await copyFile(cached(other, base), cached(test, base));
  await rm(cached(test, recent));
  await test.open();
  await expectWhole(test, feed, keys);
});

test("a cache that is older than the editions counts for the days that are as they were", async () => {
  const { test, feed, keys } = await makeCached();
  const old = await Promise.all([base, recent].map((name) => readFile(cached(test, name))));
  await test.open();
  await ingest(test, feed, ["7"]);
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  await ingest(test, feed, ["8"]);
  await test.library.close();
  for (const [at, name] of [base, recent].entries())
    await writeFile(cached(test, name), old[at] ?? "");
  await test.open();
  await expectWhole(test, feed, ["8", "7", ...keys]);
});

test("a day deleted behind our back is gone, its articles can come again, under new numbers", async () => {
  const { test, feed } = await makeCached();
  const today = new Date(test.clock.now).toISOString().slice(0, 10);
  const lost = await (async () => {
    await test.open();
    const ids = [await test.idOf("5"), await test.idOf("6")];
    await test.library.close();
    return ids;
  })();
  await rm(join(test.folder, "editions", today), { recursive: true });
  await test.open();
  expect(await test.headlines()).toEqual(["4", "3", "2", "1"].map((key) => `Headline of ${key}`));
  const articles = ["5", "6"].map((key) => sampleArticle(key));
  const { added } = await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  expect(added).toHaveLength(2);
  for (const id of added) expect(lost).not.toContain(id);
  expect(test.library.articles.timeline(everything).total).toBe(6);
});

test("rows that were rewritten keep their place among those of the same second", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const take = (key: string, contentHash = key) =>
    test.library.articles.ingest([
      { feedId: feed.id, articles: [sampleArticle(key, { contentHash })] },
    ]);
  await take("1");
  test.clock.now += day;
  await take("2");
  await test.reopen();
  await take("1", "another wording");
  const before = await test.headlines();
  for (let times = 0; times < 3; times++) {
    await test.reopen();
    expect(await test.headlines()).toEqual(before);
  }
});

test.for([
  ["in the year 2300", Date.UTC(2300, 0, 1)],
  ["before 1970", Date.UTC(1960, 0, 1)],
] as const)("a clock %s loses nothing", async ([, now]) => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  test.clock.now = now;
  const articles = [sampleArticle("1", { published: null })];
  const take = () => test.library.articles.ingest([{ feedId: feed.id, articles }]);
  expect((await take()).added).toHaveLength(1);
  await test.reopen();
  expect(await test.headlines()).toEqual(["Headline of 1"]);
  expect((await take()).added).toHaveLength(0);
});
