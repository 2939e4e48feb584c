import * as nodeFiles from "node:fs/promises";
import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FeedId, MediaName, Retention } from "../../../preload/contract/contract.ts";
import type { FileSystem } from "../../../main/library/files/disk.ts";
import { TestLibrary } from "./open-library.ts";
import { day, hour, noon, sampleArticle, sampleFeed, type SampleChange } from "./samples.ts";

const bookmarks = { scope: { kind: "bookmarks" } } as const;

/** A library to which articles come day by day. */
class Years {
  readonly test: TestLibrary;
  readonly feedId: FeedId;

  constructor(test: TestLibrary, feedId: FeedId) {
    this.test = test;
    this.feedId = feedId;
  }

  static async make(files?: FileSystem): Promise<Years> {
    const test = await TestLibrary.make(files);
    return new Years(test, (await test.follow()).id);
  }

  get library() {
    return this.test.library;
  }

  async take(keys: readonly string[], change: SampleChange = {}, feed = this.feedId) {
    const articles = keys.map((key) =>
      sampleArticle(key, { published: this.test.clock.now - hour, ...change }),
    );
    const { added } = await this.library.articles.ingest([{ feedId: feed, articles }]);
    return added;
  }

  /** Goes on by days, on each of which the library is used. */
  async pass(days: number) {
    for (let passed = 0; passed < days; passed++) {
      this.test.clock.now += day;
      await this.library.upkeep.sealPastDays();
    }
  }

  async keep(retention: Partial<Retention>) {
    const whole = { days: null, articles: null, keepUnread: false, ...retention };
    await this.library.settings.change({ retention: whole });
  }

  /** Purges, and waits until what went has left the disk. */
  async purge() {
    const report = await this.library.upkeep.purge();
    await this.library.upkeep.usage();
    return report;
  }

  async keys(query = {}) {
    return (await this.test.headlines(query)).map((headline) => headline?.slice(12)).toSorted();
  }

  days() {
    return readdir(join(this.test.folder, "editions"));
  }
}

test("articles go after so many days, whole days with their folders, and do not come back", async () => {
  const years = await Years.make();
  await years.take(["old 1", "old 2"]);
  await years.pass(1);
  await years.take(["new"]);
  await years.pass(9);
  await years.keep({ days: 9 });
  const forecast = await years.library.upkeep.forecast(
    { days: 9, articles: null, keepUnread: false },
    null,
  );
  expect(forecast.articles).toBe(2);
  const before = years.library.articles.totals().bytes;
  const report = await years.purge();
  expect(report.articles).toBe(2);
  expect(years.library.articles.totals().bytes).toBeLessThan(before);
  expect(report.bytes).toBe(forecast.bytes);
  expect(await years.keys()).toEqual(["new"]);
  expect(await years.days()).toEqual(["2026-11-24"]);
  expect(years.library.articles.counts(years.feedId)).toEqual({ unread: 1, total: 1 });
  for (const again of [false, true]) {
    if (again) await years.test.reopen();
    expect(await years.take(["old 1", "old 2", "new"])).toEqual([]);
    expect(await years.keys()).toEqual(["new"]);
    expect(years.library.repairs).toEqual([]);
  }
  expect(await years.purge()).toEqual({ articles: 0, pictures: 0, bytes: 0 });
});

test("the newest of each title stay, and unread ones where that is set", async () => {
  const years = await Years.make();
  const other = await years.test.follow("https://other.example/feed");
  for (const key of ["1", "2", "3", "4"]) {
    await years.take([key]);
    await years.pass(1);
  }
  await years.take(["other"], {}, other.id);
  await years.pass(1);
  await years.library.articles.setRead([await years.test.idOf("1")], true);
  await years.keep({ articles: 2, keepUnread: true });
  await years.purge();
  expect(await years.keys()).toEqual(["2", "3", "4", "other"]);
  await years.keep({ articles: 2 });
  await years.purge();
  expect(await years.keys()).toEqual(["3", "4", "other"]);
  const one = { days: null, articles: 1, keepUnread: false };
  await years.library.feeds.change(new Map([[years.feedId, { retention: one }]]));
  await years.purge();
  expect(await years.keys()).toEqual(["4", "other"]);
  await years.test.reopen();
  expect(await years.keys()).toEqual(["4", "other"]);
});

test("bookmarks outlive every rule, with text, also where nothing else of their day is left", async () => {
  const years = await Years.make();
  await years.take(["kept", "other"]);
  const id = await years.test.idOf("kept");
  await years.library.bookmarks.add(id);
  await years.pass(40);
  await years.keep({ days: 1, articles: 1 });
  await years.library.settings.change({ sizeBudget: 100 });
  expect((await years.purge()).articles).toBe(1);
  expect(await years.days()).toEqual([]);
  for (const again of [false, true]) {
    if (again) await years.test.reopen();
    expect(await years.keys(bookmarks)).toEqual(["kept"]);
    expect(await years.keys()).toEqual(["kept"]);
    expect((await years.library.articles.read(id))?.html).toBe("<p>The text of kept.</p>");
    expect(await years.take(["kept", "other"])).toEqual([]);
    expect(years.library.repairs).toEqual([]);
  }
});

test("a day of which a part goes is written anew, and what stays is whole", async () => {
  const years = await Years.make();
  const other = await years.test.follow("https://other.example/feed");
  const going = Array.from({ length: 6 }, (_, number) => `going ${number}`);
  await years.take(going);
  await years.take(["stays 1", "stays 2"], {}, other.id);
  await years.pass(10);
  const none = { days: null, articles: null, keepUnread: true };
  await years.keep({ days: 5 });
  await years.library.feeds.change(new Map([[other.id, { retention: none }]]));
  const { bytes } = await years.purge();
  expect(bytes).toBeGreaterThan(0);
  const folder = join(years.test.folder, "editions", "2026-11-23");
  expect((await readdir(folder)).toSorted()).toEqual(["articles.json", "bodies.1.pack"]);
  for (const again of [false, true]) {
    if (again) await years.test.reopen();
    expect(await years.keys()).toEqual(["stays 1", "stays 2"]);
    const id = await years.test.idOf("stays 2");
    expect((await years.library.articles.read(id))?.html).toBe("<p>The text of stays 2.</p>");
    expect(years.library.repairs).toEqual([]);
  }
  // Damage does not bring back what was purged.
  await writeFile(join(folder, "articles.json"), "\0");
  await years.test.reopen();
  expect(await years.keys()).toEqual(["stays 1", "stays 2"]);
  expect(await years.take(going)).toEqual([]);
});

test("few articles of a day leave the lists at once, and the disk with others later", async () => {
  const years = await Years.make();
  await years.take(["1", "2", "3", "4", "5", "6", "7", "8"]);
  const ids = await Promise.all(["1", "2", "3"].map((key) => years.test.idOf(key)));
  await years.library.articles.delete(ids.slice(0, 1));
  await years.pass(31);
  await years.purge();
  const folder = join(years.test.folder, "editions", "2026-11-23");
  expect(await readdir(folder)).toContain("bodies.pack");
  expect(await years.library.articles.undelete(ids.slice(0, 1))).toEqual([]);
  await years.test.reopen();
  await years.library.articles.delete(ids.slice(1, 3));
  await years.pass(31);
  await years.purge();
  expect(await readdir(folder)).toContain("bodies.1.pack");
  await years.test.reopen();
  expect(await years.keys()).toEqual(["4", "5", "6", "7", "8"]);
  expect(await years.take(["1", "2", "3"])).toEqual([]);
});

test("what a purge leaves to the time after it is done after a restart too", async () => {
  const years = await Years.make();
  const other = await years.test.follow("https://other.example/feed");
  await years.take(["stays"], {}, other.id);
  await years.take(["1", "2", "3"]);
  await years.pass(1);
  await years.take(["4", "5"]);
  await years.pass(10);
  const none = { days: null, articles: null, keepUnread: true };
  await years.library.feeds.change(new Map([[other.id, { retention: none }]]));
  await years.keep({ days: 5 });
  expect((await years.library.upkeep.purge()).articles).toBe(5);
  expect(await years.keys()).toEqual(["stays"]);
  expect(await years.days()).not.toContain("2026-11-24");
  await years.test.reopen();
  expect(await years.keys()).toEqual(["stays"]);
  expect(years.library.articles.totals().total).toBe(1);
  await years.library.upkeep.sealPastDays();
  expect(await years.days()).toEqual(["2026-11-23"]);
  const folder = join(years.test.folder, "editions", "2026-11-23");
  expect((await readdir(folder)).toSorted()).toEqual(["articles.json", "bodies.1.pack"]);
  expect(await years.take(["1", "2", "3", "4", "5"])).toEqual([]);
  expect(years.library.repairs).toEqual([]);
});

test("an unfollowed title's articles go after 30 days, and not before", async () => {
  const years = await Years.make();
  await years.take(["1"]);
  await years.pass(1);
  await years.library.feeds.unfollow([years.feedId]);
  await years.pass(29);
  expect((await years.purge()).articles).toBe(0);
  await years.library.feeds.restore([years.feedId]);
  expect(await years.keys()).toEqual(["1"]);
  await years.library.feeds.unfollow([years.feedId]);
  await years.pass(30);
  expect((await years.purge()).articles).toBe(1);
});

test("a title followed again long after shows what it lists, but not what was deleted by hand", async () => {
  const years = await Years.make();
  const other = await years.test.follow("https://other.example/feed");
  await years.take(["1", "2"]);
  await years.take(["a", "b", "c", "d", "e", "f", "g", "h", "i"], {}, other.id);
  await years.library.articles.delete([await years.test.idOf("2")]);
  await years.pass(1);
  await years.library.feeds.unfollow([years.feedId]);
  await years.pass(31);
  expect((await years.purge()).articles).toBe(1);
  const [again] = await years.library.feeds.add([sampleFeed("https://paper.example/feed")]);
  expect(again?.id).toBe(years.feedId);
  expect(await years.take(["1", "2", "3"])).toHaveLength(2);
  expect(await years.take(["1", "2", "3"])).toEqual([]);
  await years.test.reopen();
  expect(await years.take(["1", "2", "3"])).toEqual([]);
  expect(await years.keys({ scope: { kind: "feed", feedId: years.feedId } })).toEqual(["1", "3"]);
});

test("read articles make room first, the oldest of them, until the rest fits", async () => {
  const years = await Years.make();
  // Random text does not compress: half a megabyte each on disk.
  const text = (seed: number) => {
    let state = seed;
    return Array.from({ length: 120_000 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8).toString(36);
    }).join(" ");
  };
  const ids: string[] = [];
  for (let number = 0; number < 8; number++) {
    ids.push(...(await years.take([`${number}`], { html: text(number + 1) })));
    await years.pass(1);
  }
  await years.library.articles.setRead(
    [await years.test.idOf("2"), await years.test.idOf("5")],
    true,
  );
  const { articles } = await years.library.upkeep.usage();
  // A budget is at least 100 MB: a picture takes up the rest of it.
  const name = `${"ab".repeat(32)}.jpg` as MediaName;
  await years.library.pictures.store(
    name,
    new Uint8Array(100_000_000 - Math.round(articles * 0.9)),
  );
  await years.keep({ keepUnread: true });
  await years.library.settings.change({ sizeBudget: 100 });
  await years.purge();
  expect(await years.keys()).toEqual(["0", "1", "3", "4", "5", "6", "7"]);
  const left = await years.library.upkeep.usage();
  expect(left.articles + left.pictures).toBeLessThanOrEqual(100_000_000);
  expect(left.articleCount).toBe(7);
  expect(left.oldest).toBe(noon);
});

test("pictures go with the last article that refers to them", async () => {
  const years = await Years.make();
  const [shared, lone] = ["ab", "cd"].map((two) => `${two.repeat(32)}.jpg` as MediaName);
  if (shared === undefined || lone === undefined) throw new Error("no names");
  const waiting = { address: "https://paper.example/1.jpg", alt: "", width: 1, height: 1 };
  const withPictures = {
    pictures: [waiting, { ...waiting, address: "https://paper.example/2.jpg" }],
  };
  const keep = async (key: string, media: MediaName[]) => {
    const [articleId] = await years.take([key], withPictures);
    if (articleId === undefined) throw new Error("nothing was stored");
    for (const name of media) await years.library.pictures.store(name, new Uint8Array(1000));
    await years.library.pictures.record(
      media.map((name, index) => {
        return { articleId, index, media: name, width: 1, height: 1, bytes: 1000, failure: null };
      }),
    );
  };
  await keep("old", [shared, lone]);
  await years.pass(8);
  await keep("new", [shared]);
  await years.pass(2);
  await years.library.pictures.store(`${"ef".repeat(32)}.jpg` as MediaName, new Uint8Array(1000));
  await years.keep({ days: 5 });
  const before = await years.library.upkeep.usage();
  expect(before.pictures).toBe(3000);
  const { bytes } = await years.purge();
  expect(bytes).toBeGreaterThan(1000);
  expect(await years.library.pictures.path(shared)).not.toBeNull();
  expect(await years.library.pictures.path(lone)).toBeNull();
  // It was stored just now, and its record may be on its way.
  expect((await years.library.upkeep.usage()).pictures).toBe(2000);
});

test("a clock that jumps ahead purges nothing until it has proved right", async () => {
  const years = await Years.make();
  await years.take(["1"]);
  await years.pass(2);
  await years.keep({ days: 30 });
  const purge = async () => (await years.purge()).articles;
  years.test.clock.now += 400 * day;
  await years.test.reopen();
  expect(await purge()).toBe(0);
  years.test.clock.now -= 400 * day;
  expect(await purge()).toBe(0);
  years.test.clock.now += 400 * day;
  expect(await purge()).toBe(0);
  years.test.clock.now += day;
  await years.test.reopen();
  expect(await purge()).toBe(0);
  years.test.clock.now += day;
  expect(await purge()).toBe(1);
});

test("a clock set back harms nothing", async () => {
  const years = await Years.make();
  await years.take(["1", "2"]);
  await years.pass(20);
  await years.keep({ days: 5 });
  await years.purge();
  years.test.clock.now = noon;
  await years.test.reopen();
  const [id] = await years.take(["1", "2", "3"]);
  expect(id).toBe("20780-3");
  await years.purge();
  expect(await years.keys()).toEqual(["3"]);
});

test("a purge that is cut off before its days are removed is finished after the next start", async () => {
  let isCut = false;
  const rename: FileSystem["rename"] = (from, to) =>
    isCut && String(from).includes("editions")
      ? Promise.reject(Object.assign(new Error("cut"), { code: "EIO" }))
      : nodeFiles.rename(from, to);
  const years = await Years.make({ ...nodeFiles, rename });
  await years.take(["1", "2"]);
  await years.pass(10);
  await years.keep({ days: 5 });
  isCut = true;
  await expect(years.purge()).rejects.toThrow();
  isCut = false;
  await years.test.reopen();
  expect(await years.keys()).toEqual([]);
  expect(await years.days()).toEqual(["2026-11-23"]);
  await years.library.upkeep.sealPastDays();
  expect(await years.days()).toEqual([]);
  expect(await years.take(["1", "2"])).toEqual([]);
  expect(years.library.repairs).toEqual([]);
});

test("what a crash left of a removed day goes with the next purge", async () => {
  const years = await Years.make();
  await years.take(["1", "2"]);
  await years.pass(10);
  await years.keep({ days: 5 });
  const editions = join(years.test.folder, "editions");
  await writeFile(join(editions, ".removed-2026-11-20"), "");
  await years.purge();
  expect(await readdir(editions)).toEqual([]);
  await expect(stat(join(years.test.folder, "clock.json"))).resolves.toBeDefined();
});
