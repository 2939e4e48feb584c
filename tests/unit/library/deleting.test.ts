import { expect, test } from "vitest";
import { TestLibrary } from "./open-library.ts";
import { day, sampleArticle } from "./samples.ts";

async function withArticles(...keys: string[]) {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const ingest = (...articles: string[]) =>
    test.library.articles.ingest([
      { feedId: feed.id, articles: articles.map((key) => sampleArticle(key)) },
    ]);
  await ingest(...keys);
  return { test, feed, ingest };
}

const bookmarks = { scope: { kind: "bookmarks" } } as const;

test("deleted articles leave lists and counts, stay away after a restart, and come back", async () => {
  const { test, feed, ingest } = await withArticles("1", "2", "3");
  const id = await test.idOf("2");
  expect(await test.library.articles.delete([id])).toEqual([id]);
  expect(await test.library.articles.delete([id])).toEqual([]);
  const check = async () => {
    expect(await test.headlines()).toEqual(["Headline of 1", "Headline of 3"]);
    expect(test.library.articles.counts(feed.id)).toEqual({ unread: 2, total: 2 });
    expect(await test.library.articles.read(id)).toBeNull();
  };
  await check();
  await test.reopen();
  await check();
  expect(await ingest("1", "2", "3")).toMatchObject({ added: [], updated: [] });
  await check();
  expect(await test.library.articles.undelete([id])).toEqual([id]);
  expect(await test.library.articles.undelete([id])).toEqual([]);
  expect(await test.headlines()).toHaveLength(3);
  expect(test.library.articles.counts(feed.id)).toEqual({ unread: 3, total: 3 });
  expect((await test.library.articles.read(id))?.html).toBe("<p>The text of 2.</p>");
  await test.reopen();
  expect(await test.headlines()).toHaveLength(3);
});

test("one deleted and another brought back between two openings are both as they should be", async () => {
  const { test } = await withArticles("1", "2", "3");
  const [one, two] = [await test.idOf("1"), await test.idOf("2")];
  await test.library.articles.delete([one]);
  await test.reopen();
  await test.library.articles.undelete([one]);
  await test.library.articles.delete([two]);
  await test.reopen();
  expect((await test.headlines()).toSorted()).toEqual(["Headline of 1", "Headline of 3"]);
  await test.library.articles.undelete([two]);
  await test.reopen();
  expect(await test.headlines()).toHaveLength(3);
});

test("an article of a sealed day can be deleted and brought back", async () => {
  const { test } = await withArticles("1", "2");
  const id = await test.idOf("1");
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  await test.library.articles.delete([id]);
  await test.reopen();
  expect(await test.headlines()).toEqual(["Headline of 2"]);
  await test.library.articles.undelete([id]);
  expect(await test.headlines()).toHaveLength(2);
});

test("a deleted bookmark is among the bookmarks, and nowhere else", async () => {
  const { test, feed } = await withArticles("1", "2");
  const id = await test.idOf("1");
  await test.library.bookmarks.add(id);
  await test.library.articles.delete([id]);
  const check = async () => {
    expect(await test.headlines()).toEqual(["Headline of 2"]);
    expect(await test.headlines(bookmarks)).toEqual(["Headline of 1"]);
    expect(test.library.articles.counts(feed.id)).toEqual({ unread: 1, total: 1 });
    expect((await test.library.articles.read(id))?.html).toBe("<p>The text of 1.</p>");
  };
  await check();
  await test.reopen();
  await check();
  await test.library.bookmarks.remove(id);
  expect(await test.headlines(bookmarks)).toEqual([]);
  await test.library.bookmarks.add(id);
  await check();
  await test.library.articles.undelete([id]);
  expect(await test.headlines()).toHaveLength(2);
  expect(await test.headlines(bookmarks)).toEqual(["Headline of 1"]);
});
