import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ArticleId, MediaName } from "../../../preload/contract/contract.ts";
import type { PictureResult } from "../../../main/library/library.ts";
import { TestLibrary } from "./open-library.ts";
import { hour, noon, sampleArticle } from "./samples.ts";

const picture = (name: string, width: number | null = 600) => ({
  address: `https://a.example/${name}`,
  alt: name,
  width,
  height: 400,
});
const mediaOf = (letter: string) => `${letter.repeat(64)}.jpg` as MediaName;
const arrived = (articleId: ArticleId, index: number, letter: string): PictureResult => ({
  articleId,
  index,
  media: mediaOf(letter),
  width: 640,
  height: 480,
  bytes: 3,
  failure: null,
});
const failed = (articleId: ArticleId, index: number): PictureResult => ({
  ...arrived(articleId, index, "f"),
  media: null,
  bytes: 0,
  failure: "http-status",
});

async function threeArticles() {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  await test.library.articles.ingest([
    {
      feedId: feed.id,
      articles: [
        sampleArticle("two", {
          pictures: [picture("1"), picture("2")],
          leadPicture: 1,
          published: noon - hour,
        }),
        sampleArticle("one", { pictures: [picture("3", 60)], published: noon - 2 * hour }),
        sampleArticle("headline only", { html: "", published: noon - 3 * hour }),
      ],
    },
  ]);
  const states = async () => {
    const rows = await test.rows();
    return Object.fromEntries(
      rows.map((row) => [row?.headline.slice(12) ?? "", row?.offline] as const),
    );
  };
  return { test, feed, states, two: await test.idOf("two"), one: await test.idOf("one") };
}

test("waits for pictures, newest articles first, and knows what is complete", async () => {
  const { test, feed, states, two, one } = await threeArticles();
  expect(await states()).toEqual({ two: "text", one: "text", "headline only": "headline" });
  expect(test.library.pictures.countWaiting()).toBe(3);
  expect(test.library.articles.totals().ready).toBe(1);
  expect(await test.library.pictures.waiting(2)).toEqual([
    { articleId: two, feedId: feed.id, index: 0, mayLead: false, ...picture("1") },
    { articleId: two, feedId: feed.id, index: 1, mayLead: true, ...picture("2") },
  ]);
  expect(await test.library.pictures.waiting(50)).toHaveLength(3);
  await test.library.pictures.record([arrived(two, 0, "a"), failed(one, 0)]);
  expect(await states()).toEqual({ two: "text", one: "failed", "headline only": "headline" });
  await test.library.pictures.record([arrived(two, 1, "b")]);
  expect(await states()).toEqual({ two: "complete", one: "failed", "headline only": "headline" });
  const again = await test.reopen();
  expect(await states()).toEqual({ two: "complete", one: "failed", "headline only": "headline" });
  expect(again.pictures.countWaiting()).toBe(0);
  expect(await again.pictures.waiting(50)).toEqual([]);
  expect(again.articles.totals()).toMatchObject({ listed: 3, ready: 2 });
  expect((await again.articles.read(two))?.pictures[1]).toEqual({
    media: mediaOf("b"),
    width: 640,
    height: 480,
    failure: null,
    alt: "2",
  });
  expect((await again.articles.read(one))?.pictures[0]).toMatchObject({
    media: null,
    failure: "http-status",
  });
});

test("a picture that failed can still come, and never goes again", async () => {
  const { test, states, one } = await threeArticles();
  await test.library.pictures.record([failed(one, 0)]);
  await test.library.pictures.record([arrived(one, 0, "a")]);
  await test.library.pictures.record([failed(one, 0)]);
  expect(await states()).toMatchObject({ one: "complete" });
});

test("the thumbnail is the lead picture, else the first one wide enough", async () => {
  const { test, two, one } = await threeArticles();
  const thumbnails = async () => (await test.rows()).map((row) => row?.thumbnail);
  expect(await thumbnails()).toEqual([null, null, null]);
  await test.library.pictures.record([
    arrived(two, 0, "a"),
    { ...arrived(one, 0, "c"), width: 60 },
  ]);
  expect(await thumbnails()).toEqual([mediaOf("a"), null, null]);
  await test.library.pictures.record([arrived(two, 1, "b")]);
  expect(await thumbnails()).toEqual([mediaOf("b"), null, null]);
});

test("results for unknown articles, pictures and replaced pictures are passed over", async () => {
  const { test, states, two } = await threeArticles();
  await test.library.pictures.record([
    arrived("1-1" as ArticleId, 0, "a"),
    arrived(two, 7, "a"),
    { ...arrived(two, 0, "a"), address: "https://a.example/another" },
  ]);
  expect(test.library.pictures.countWaiting()).toBe(3);
  expect(await states()).toMatchObject({ two: "text" });
});

test("without keeping pictures nothing waits for them", async () => {
  const { test, states } = await threeArticles();
  await test.library.settings.change({ keepPictures: false });
  expect(await test.library.pictures.waiting(10)).toEqual([]);
  expect(test.library.pictures.countWaiting()).toBe(0);
  expect(await states()).toEqual({ two: "complete", one: "complete", "headline only": "headline" });
  expect(test.library.articles.totals().ready).toBe(3);
});

test("unfollowed titles' pictures are not fetched", async () => {
  const { test, feed } = await threeArticles();
  await test.library.feeds.unfollow([feed.id]);
  expect(test.library.pictures.countWaiting()).toBe(0);
  expect(await test.library.pictures.waiting(10)).toEqual([]);
});

test("stores pictures once, finds them, counts them, mends torn ones", async () => {
  const { test } = await threeArticles();
  const before = test.library.articles.totals().bytes;
  const name = mediaOf("a");
  const bytes = new Uint8Array([1, 2, 3]);
  expect(await test.library.pictures.path(name)).toBeNull();
  await Promise.all([
    test.library.pictures.store(name, bytes),
    test.library.pictures.store(name, bytes),
  ]);
  await test.library.pictures.store(name, bytes);
  const path = join(test.folder, "media", "aa", name);
  expect(await test.library.pictures.path(name)).toBe(path);
  expect(test.library.articles.totals().bytes - before).toBe(3);
  await writeFile(path, "");
  expect(await test.library.pictures.path(name)).toBeNull();
  await test.library.pictures.store(name, bytes);
  expect(await test.library.pictures.path(name)).toBe(path);
  expect(await test.library.pictures.path("../../library.json" as MediaName)).toBeNull();
});
