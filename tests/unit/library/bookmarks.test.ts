import { existsSync } from "node:fs";
import { readdir, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { packText } from "../../../main/offline/pack-text.ts";
import type { ArticleId, MediaName } from "../../../preload/contract/contract.ts";
import { TestLibrary } from "./open-library.ts";
import { day, noon, sampleArticle } from "./samples.ts";

const media = `${"a".repeat(64)}.jpg` as MediaName;
const picture = { address: "https://a.example/1.jpg", alt: "", width: 600, height: 400 };
const bookmarks = { scope: { kind: "bookmarks" } } as const;

/** An article with one picture on disk, bookmarked. */
async function oneBookmark() {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const incoming = sampleArticle("1", { pictures: [picture] });
  await test.library.articles.ingest([
    { feedId: feed.id, articles: [incoming, sampleArticle("2")] },
  ]);
  const id = await test.idOf("1");
  await test.library.pictures.store(media, new Uint8Array(5));
  const result = {
    articleId: id,
    index: 0,
    media,
    width: null,
    height: null,
    bytes: 5,
    failure: null,
  };
  await test.library.pictures.record([result]);
  await test.library.bookmarks.add(id);
  return { test, feed, id, copy: join(test.folder, "bookmarks", id), incoming };
}

test("a bookmark is a whole copy that outlives title, edition and pictures", async () => {
  const { test, feed, id, copy } = await oneBookmark();
  expect(await readdir(copy)).toEqual([media, "bookmark.json"]);
  await test.library.feeds.unfollow([feed.id]);
  await test.library.close();
  for (const name of ["editions", "media", "cache"])
    await rm(join(test.folder, name), { recursive: true });
  const library = await test.open();
  expect(await test.headlines(bookmarks)).toEqual(["Headline of 1"]);
  expect(await library.articles.read(id)).toMatchObject({
    html: "<p>The text of 1.</p>",
    feedTitle: "Title of https://paper.example/feed",
    bookmarked: true,
    bookmarkedAt: noon,
    offline: "complete",
  });
  expect(await library.pictures.path(media)).toBe(join(copy, media));
  expect(library.articles.totals()).toMatchObject({ bookmarks: 1, total: 0 });
  await library.articles.setRead([id], true);
  await test.reopen();
  expect((await test.rows(bookmarks))[0]).toMatchObject({ read: true, bookmarked: true });
});

test("works while the library is open and its edition is deleted behind its back", async () => {
  const { test, id } = await oneBookmark();
  const timeline = test.library.articles.timeline({
    scope: { kind: "all" },
    filter: "all",
    order: "newest",
  });
  await test.reopen();
  await rm(join(test.folder, "editions"), { recursive: true });
  const again = test.library.articles.timeline(timeline.query);
  const headlines = (await again.page(0, 9)).map((row) => row?.headline);
  expect(headlines).toEqual(["Headline of 1", undefined]);
  expect((await test.library.articles.read(id))?.html).toBe("<p>The text of 1.</p>");
  await vi.waitFor(() => expect(test.library.articles.timeline(timeline.query).total).toBe(1));
});

test("also without library.json the copy knows its title's name", async () => {
  const { test, id } = await oneBookmark();
  await test.library.close();
  await rm(join(test.folder, "library.json"));
  await rm(join(test.folder, "library.previous.json"), { force: true });
  const library = await test.open();
  expect((await library.articles.read(id))?.feedTitle).toBe("Title of https://paper.example/feed");
  // A title followed now must not inherit the lost one's articles.
  expect(library.articles.counts((await test.follow("https://new.example")).id).total).toBe(0);
});

test("removing moves the copy to the trash, adding takes it back, 30 days later it is gone", async () => {
  const { test, id, copy } = await oneBookmark();
  const trash = join(test.folder, "trash", id);
  await test.library.bookmarks.remove(id);
  expect([existsSync(copy), existsSync(trash)]).toEqual([false, true]);
  expect(await test.headlines(bookmarks)).toEqual([]);
  await test.library.bookmarks.add(id);
  expect([existsSync(copy), existsSync(trash)]).toEqual([true, false]);
  expect(await test.headlines(bookmarks)).toEqual(["Headline of 1"]);
  await test.library.bookmarks.remove(id);
  await test.reopen();
  expect(test.library.articles.totals().bookmarks).toBe(0);
  // Such a jump of the clock is believed on the third day of use.
  test.clock.now += 29 * day;
  await test.library.upkeep.sealPastDays();
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  expect(existsSync(trash)).toBe(true);
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  expect(existsSync(trash)).toBe(false);
});

test("an article that only its bookmark had comes back from the trash", async () => {
  const { test, id } = await oneBookmark();
  await test.library.close();
  await rm(join(test.folder, "editions"), { recursive: true });
  await test.open();
  await test.library.bookmarks.remove(id);
  expect(await test.headlines(bookmarks)).toEqual([]);
  expect(await test.library.articles.read(id)).toBeNull();
  await test.library.bookmarks.add(id);
  expect(await test.headlines(bookmarks)).toEqual(["Headline of 1"]);
  expect((await test.library.articles.read(id))?.html).toBe("<p>The text of 1.</p>");
});

test("pictures that arrive later, and corrections, are copied too", async () => {
  const { test, feed, id, copy, incoming } = await oneBookmark();
  const second = `${"b".repeat(64)}.png` as MediaName;
  const changed = {
    ...incoming,
    body: packText("<p>Corrected.</p>"),
    contentHash: "another",
    pictures: [picture, { ...picture, address: "https://a.example/2.png" }],
  };
  await test.library.articles.ingest([{ feedId: feed.id, articles: [changed] }]);
  await test.library.pictures.store(second, new Uint8Array(7));
  await test.library.pictures.record([
    { articleId: id, index: 1, media: second, width: null, height: null, bytes: 7, failure: null },
  ]);
  expect(await readdir(copy)).toEqual([media, second, "bookmark.json"]);
  await test.library.close();
  await rm(join(test.folder, "editions"), { recursive: true });
  await test.open();
  const article = await test.library.articles.read(id);
  expect(article?.html).toBe("<p>Corrected.</p>");
  expect(article?.pictures.map((one) => one.media)).toEqual([media, second]);
});

test("an article that the publisher empties keeps its text in the bookmark", async () => {
  const { test, feed, id, incoming } = await oneBookmark();
  const emptied = { ...incoming, body: packText(""), contentHash: "emptied" };
  await test.library.articles.ingest([{ feedId: feed.id, articles: [emptied] }]);
  await test.library.close();
  await rm(join(test.folder, "editions"), { recursive: true });
  await test.open();
  expect((await test.library.articles.read(id))?.html).toBe("<p>The text of 1.</p>");
});

test("bookmarking what is not there says so and marks nothing", async () => {
  const { test } = await oneBookmark();
  expect(await test.library.bookmarks.add("20780-99" as ArticleId)).toBe(false);
  expect(test.library.articles.totals().bookmarks).toBe(1);
});

test.for([
  ["cut short", (path: string) => truncate(path, 50)],
  ["deleted", (path: string) => rm(path)],
  ["with its folder", (path: string) => rm(join(path, ".."), { recursive: true })],
] as const)("a copy that is lost (%s) is made again from the article", async ([, damage]) => {
  const { test, id, copy } = await oneBookmark();
  await test.library.close();
  await damage(join(copy, "bookmark.json"));
  await test.open();
  await vi.waitFor(() =>
    expect(test.library.repairs.join()).toContain(`bookmark ${id} was copied`),
  );
  await test.library.close();
  await rm(join(test.folder, "editions"), { recursive: true });
  await test.open();
  expect((await test.library.articles.read(id))?.html).toBe("<p>The text of 1.</p>");
});

test("copies become bookmarks again when all marks are lost", async () => {
  const { test, id } = await oneBookmark();
  await test.library.close();
  for (const name of await readdir(test.folder))
    if (name.startsWith("statuses.")) await writeFile(join(test.folder, name), "lost");
  await test.open();
  expect((await test.rows(bookmarks)).map((row) => row?.id)).toEqual([id]);
  expect(test.library.repairs.join()).toContain("had lost its mark");
});
