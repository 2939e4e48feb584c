import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Article, ArticleId, FeedId, MediaName } from "../../../preload/contract/contract.ts";
import type { WaitingPicture } from "../../../main/library/library.ts";
import { TestLibrary } from "./open-library.ts";
import { day, hour, sampleArticle } from "./samples.ts";

const kept = { days: null, articles: null, keepUnread: true } as const;

/** A library whose articles have a picture each, one of them a day. */
class Album {
  readonly test: TestLibrary;
  readonly feedId: FeedId;

  constructor(test: TestLibrary, feedId: FeedId) {
    this.test = test;
    this.feedId = feedId;
  }

  static async make(): Promise<Album> {
    const test = await TestLibrary.make();
    return new Album(test, (await test.follow()).id);
  }

  get library() {
    return this.test.library;
  }

  /** An article with a picture of so many bytes, the same picture for the same `content`. */
  async take(key: string, bytes: number, content = key, feedId = this.feedId): Promise<ArticleId> {
    this.test.clock.now += day;
    await this.library.upkeep.sealPastDays();
    const address = `https://paper.example/${content}.jpg`;
    const picture = { address, alt: "", width: 800, height: 600 };
    const article = sampleArticle(key, {
      published: this.test.clock.now - hour,
      pictures: [picture],
    });
    const { added } = await this.library.articles.ingest([{ feedId, articles: [article] }]);
    for (const waiting of await this.library.pictures.waiting(9))
      await this.#have(waiting, content, bytes);
    return added[0] ?? expect.fail("nothing was added");
  }

  async #have({ articleId, index }: WaitingPicture, content: string, size: number) {
    const bytes = Buffer.alloc(size, content);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const media = `${hash}.jpg` as MediaName;
    await this.library.pictures.store(media, bytes);
    await this.library.pictures.record([
      { articleId, index, media, width: 800, height: 600, bytes: size, failure: null },
    ]);
  }

  /** Purges when pictures are no longer too young to go, and waits until what went has left the disk. */
  async purge() {
    this.test.clock.now += 2 * hour;
    const report = await this.library.upkeep.purge();
    return { ...report, left: (await this.library.upkeep.usage()).pictures };
  }

  async pictureOf(id: ArticleId): Promise<Article["pictures"][number]> {
    const article = await this.library.articles.read(id);
    return article?.pictures[0] ?? expect.fail("it has no picture");
  }

  /** Which of some articles still have their pictures, all of which are there. */
  async withPictures(ids: readonly ArticleId[]): Promise<boolean[]> {
    const found: boolean[] = [];
    for (const id of ids) {
      const { media, failure } = await this.pictureOf(id);
      expect(failure).toBe(media === null ? "left-out" : null);
      if (media !== null) expect(await this.library.pictures.path(media)).not.toBeNull();
      found.push(media !== null);
    }
    return found;
  }
}

test("pictures of a title over its cap are left out: read ones first, then old ones, bookmarks never", async () => {
  const album = await Album.make();
  const { articles, bookmarks, settings } = album.library;
  const other = await album.test.follow("https://other.example/feed");
  const ids: ArticleId[] = [];
  for (const key of ["bookmarked", "oldest", "older", "read", "new"])
    ids.push(await album.take(key, 400_000));
  const elsewhere = await album.take("elsewhere", 900_000, "elsewhere", other.id);
  await bookmarks.add(ids[0] ?? expect.fail());
  await articles.setRead([ids[3] ?? expect.fail()], true);
  await settings.change({ pictureCap: 1, sizeBudget: null });
  expect(await album.library.upkeep.forecast(kept, null)).toEqual({
    articles: 0,
    pictures: 2,
    bytes: 800_000,
  });
  expect(await album.purge()).toEqual({
    articles: 0,
    pictures: 2,
    bytes: 800_000,
    left: 2_100_000,
  });
  const expected = [true, false, true, false, true];
  expect(await album.withPictures(ids)).toEqual(expected);
  expect(await album.withPictures([elsewhere])).toEqual([true]);
  await album.test.reopen();
  expect(await album.withPictures(ids)).toEqual(expected);
  // Nobody fetches them again, no list says that they are here, and another purge finds nothing.
  expect(album.library.pictures.countWaiting()).toBe(0);
  const rows = await album.test.rows();
  expect(rows.map((row) => row?.offline).filter((state) => state !== "complete")).toHaveLength(2);
  expect(await album.purge()).toMatchObject({ pictures: 0, bytes: 0 });
});

test("a picture that several articles show counts once, and stays while one of them needs it", async () => {
  const album = await Album.make();
  const ids: ArticleId[] = [];
  for (const key of ["1", "2", "3"]) ids.push(await album.take(key, 600_000, "logo"));
  await album.library.settings.change({ pictureCap: 1, sizeBudget: null });
  expect(await album.purge()).toMatchObject({ pictures: 0, left: 600_000 });
  const large = await album.take("4", 900_000);
  expect(await album.purge()).toMatchObject({ pictures: 3, left: 900_000 });
  expect(await album.withPictures([...ids, large])).toEqual([false, false, false, true]);
});

test("when room is short, pictures go before articles, and articles only when that is not enough", async () => {
  const album = await Album.make();
  const { upkeep } = album.library;
  const old = await album.take("old", 1_000_000);
  const read = await album.take("read", 1_000_000);
  await album.take("today", 1_000_000);
  await album.library.articles.setRead([read], true);
  const foretell = (megabytes: number) => upkeep.forecast(kept, megabytes);
  expect(await foretell(3.5)).toEqual({ articles: 0, pictures: 0, bytes: 0 });
  expect(await foretell(2.5)).toEqual({ articles: 0, pictures: 1, bytes: 1_000_000 });
  expect(await foretell(1.5)).toEqual({ articles: 0, pictures: 2, bytes: 2_000_000 });
  expect(await foretell(0.5)).toMatchObject({ articles: 1, pictures: 1 });
  await album.library.bookmarks.add(old);
  expect(await foretell(1.5)).toMatchObject({ articles: 1, pictures: 0 });
});

test("the budget is kept on disk, and left-out pictures wait again when they are asked for", async () => {
  const album = await Album.make();
  const { pictures, settings } = album.library;
  const ids: ArticleId[] = [];
  for (const key of ["1", "2", "3"]) ids.push(await album.take(key, 40_000_000));
  await settings.change({ pictureCap: null, sizeBudget: 100 });
  expect(await album.purge()).toMatchObject({ articles: 0, pictures: 1, left: 80_000_000 });
  expect(await album.withPictures(ids)).toEqual([false, true, true]);
  expect(await pictures.tryFailedAgain({ kind: "all" }, ["left-out"])).toBe(1);
  expect((await pictures.waiting(9)).map(({ articleId }) => articleId)).toEqual(ids.slice(0, 1));
});

test("what a crash left of pictures goes within a week, though nothing is removed", async () => {
  const album = await Album.make();
  const { media } = await album.pictureOf(await album.take("kept", 5000));
  if (media === null) throw new Error("it has no picture");
  const unnamed = `${"cd".repeat(32)}.jpg` as MediaName;
  await album.library.pictures.store(unnamed, Buffer.alloc(3000));
  const folder = join(album.test.folder, "media", media.slice(0, 2));
  await writeFile(join(folder, `.${media}.tmp`), "half of a pict");
  album.test.clock.now += 8 * day;
  await album.test.reopen();
  await album.library.upkeep.sealPastDays();
  expect(await album.library.pictures.path(unnamed)).toBeNull();
  expect(await album.library.pictures.path(media)).not.toBeNull();
  expect(await readdir(folder)).toEqual([media]);
  expect((await album.library.upkeep.usage()).pictures).toBe(5000);
});
