import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { IncomingPage, PageResult } from "../../../main/library/library.ts";
import { packText } from "../../../main/offline/pack-text.ts";
import type { ArticleId, MediaName } from "../../../preload/contract/contract.ts";
import { TestLibrary } from "./open-library.ts";
import { everything, hour, noon, sampleArticle } from "./samples.ts";

const picture = (name: string) => ({
  address: `https://paper.example/${name}.jpg`,
  alt: name,
  width: 640,
  height: 480,
});

function samplePage(html: string, change: Partial<IncomingPage> = {}): IncomingPage {
  return {
    body: packText(html),
    pictures: [],
    leadPicture: null,
    leadCaption: "",
    leadCredit: "",
    standfirst: "What it is about",
    author: "B. Reporter",
    section: "Science",
    language: "de",
    wordCount: 900,
    isBetter: true,
    ...change,
  };
}

/** A library whose title wants pages, with these articles. */
async function withArticles(...keys: readonly string[]) {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const articles = keys.map((key) => sampleArticle(key, { pictures: [picture(`feed-${key}`)] }));
  const { added } = await test.library.articles.ingest([
    { feedId: feed.id, articles, wantsPages: true },
  ]);
  const idOf = (key: string): ArticleId => {
    const id = added[[...keys].reverse().indexOf(key)];
    if (id === undefined) throw new Error(`no article ${key}`);
    return id;
  };
  const store = (articleId: ArticleId, page = samplePage("<p>The whole story.</p>")) =>
    test.library.pages.record([{ articleId, kind: "stored", page, isExcerpt: false }]);
  return { test, feed, idOf, store };
}

/** Some days of use later, so that the clock is believed. */
async function purgeLater(test: TestLibrary): Promise<void> {
  for (let days = 0; days < 5; days++) {
    test.clock.now += 24 * hour;
    await test.library.upkeep.sealPastDays();
    await test.library.upkeep.purge();
  }
}

test("the pages of new articles wait, the newest first, until they are here", async () => {
  const { test, idOf, store } = await withArticles("one", "two");
  const { pages, articles } = test.library;
  expect(pages.count()).toEqual({ waiting: 2, failed: 0 });
  expect(await pages.waiting(1, noon)).toMatchObject([
    { articleId: idOf("one"), address: "https://paper.example/one", wordCount: 4, attempts: 0 },
  ]);
  expect(articles.totals()).toMatchObject({ listed: 2, ready: 0 });
  await store(idOf("one"));
  expect((await pages.waiting(9, noon)).map(({ articleId }) => articleId)).toEqual([idOf("two")]);
  await (await test.reopen()).pages.record([]);
  expect(test.library.pages.count()).toEqual({ waiting: 1, failed: 0 });
});

test("both texts are kept: the better is shown, the other when it is asked for", async () => {
  const { test, idOf, store } = await withArticles("one");
  const page = samplePage('<p>The whole story. <img data-picture="1"></p>', {
    pictures: [picture("lead"), picture("inside")],
    leadPicture: 0,
    leadCaption: "A harbour",
    leadCredit: "C. Camera",
  });
  await store(idOf("one"), page);
  for (const library of [test.library, await test.reopen()]) {
    expect(await library.articles.read(idOf("one"))).toMatchObject({
      text: "page",
      texts: ["feed", "page"],
      html: '<p>The whole story. <img data-picture="1"></p>',
      pictures: [{ alt: "lead" }, { alt: "inside" }],
      leadPicture: 0,
      leadCaption: "A harbour",
      standfirst: "What it is about",
      author: "A. Writer",
      section: "Science",
      wordCount: 900,
      page: { state: "stored", isExcerpt: false },
    });
    expect(await library.articles.read(idOf("one"), "feed")).toMatchObject({
      text: "feed",
      html: "<p>The text of one.</p>",
      pictures: [{ alt: "feed-one" }],
      leadPicture: null,
      wordCount: 4,
    });
  }
  const [row] = await test.rows();
  expect(row).toMatchObject({ wordCount: 900, author: "A. Writer" });
});

test("a page that says less is kept, but not shown by itself", async () => {
  const { test, idOf, store } = await withArticles("one");
  await store(idOf("one"), samplePage("<p>Less.</p>", { isBetter: false }));
  expect(await test.library.articles.read(idOf("one"))).toMatchObject({ text: "feed" });
  expect(await test.library.articles.read(idOf("one"), "page")).toMatchObject({
    text: "page",
    html: "<p>Less.</p>",
  });
});

test("an article of which the feed gave only the headline gets its text from its page", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const articles = [sampleArticle("bare", { html: "", wordCount: 0, excerpt: "", author: "" })];
  const { added } = await test.library.articles.ingest([
    { feedId: feed.id, articles, wantsPages: true },
  ]);
  const [articleId] = added;
  if (articleId === undefined) throw new Error("one article");
  expect(await test.rows()).toMatchObject([{ offline: "headline" }]);
  const page = samplePage("<p>The whole story.</p>");
  await test.library.pages.record([{ articleId, kind: "stored", page, isExcerpt: true }]);
  expect(await test.rows()).toMatchObject([
    { offline: "complete", excerpt: "What it is about", author: "B. Reporter", wordCount: 900 },
  ]);
  expect(await test.library.articles.read(articleId)).toMatchObject({
    text: "page",
    texts: ["page"],
    page: { isExcerpt: true },
  });
});

test("a page's pictures are fetched and remembered beside the feed's", async () => {
  const { test, idOf, store } = await withArticles("one");
  const inside = picture("inside");
  await store(idOf("one"), samplePage('<img data-picture="0">', { pictures: [inside] }));
  const waiting = await test.library.pictures.waiting(9);
  expect(waiting.map(({ address, index }) => [address, index])).toEqual([
    [picture("feed-one").address, 0],
    [inside.address, 1],
  ]);
  const media = `${"a".repeat(64)}.jpg` as MediaName;
  await test.library.pictures.store(media, new Uint8Array([1, 2, 3]));
  await test.library.pictures.record(
    waiting.map(({ articleId, index, address }) => {
      return { articleId, index, address, media, width: 640, height: 480, bytes: 3, failure: null };
    }),
  );
  expect(await test.rows()).toMatchObject([{ offline: "complete", thumbnail: media }]);
  // The page comes once more: what is here is not fetched again.
  await store(idOf("one"), samplePage('<img data-picture="0">', { pictures: [inside] }));
  expect(await test.library.pictures.waiting(9)).toEqual([]);
  expect(await test.library.articles.read(idOf("one"))).toMatchObject({ pictures: [{ media }] });
});

test("when the publisher changes its feed, the page's text and pictures stay", async () => {
  const { test, feed, idOf, store } = await withArticles("one");
  await store(
    idOf("one"),
    samplePage('<p>Page <img data-picture="0"></p>', {
      pictures: [picture("inside")],
      leadPicture: 0,
    }),
  );
  await test.library.bookmarks.add(idOf("one"));
  const changed = sampleArticle("one", {
    html: "<p>Corrected, and longer than before.</p>",
    contentHash: "another",
    pictures: [picture("new"), picture("feed-one")],
  });
  await test.library.articles.ingest([{ feedId: feed.id, articles: [changed], wantsPages: true }]);
  for (const library of [test.library, await test.reopen()]) {
    expect(await library.articles.read(idOf("one"))).toMatchObject({
      text: "page",
      html: '<p>Page <img data-picture="0"></p>',
      pictures: [{ alt: "inside" }],
      leadPicture: 0,
    });
    expect(await library.articles.read(idOf("one"), "feed")).toMatchObject({
      html: "<p>Corrected, and longer than before.</p>",
      pictures: [{ alt: "new" }, { alt: "feed-one" }],
    });
  }
  expect(test.library.pages.count().waiting).toBe(0);
});

test("a page that could not be had is tried again when it is due, not before", async () => {
  const { test, idOf } = await withArticles("one");
  const fail = (nextTry: number): PageResult => {
    return { articleId: idOf("one"), kind: "failed", reason: "timed-out", nextTry };
  };
  await test.library.settings.change({ keepPictures: false });
  await test.library.pages.record([fail(noon + hour)]);
  const library = await test.reopen();
  expect(library.pages.count()).toEqual({ waiting: 0, failed: 1 });
  expect(await library.pages.waiting(9, noon)).toEqual([]);
  expect(await library.pages.waiting(9, noon + hour)).toMatchObject([{ attempts: 1 }]);
  expect(await test.rows()).toMatchObject([{ offline: "failed" }]);
  expect(await library.articles.read(idOf("one"))).toMatchObject({
    page: { state: "failed", reason: "timed-out", nextTry: noon + hour },
  });
});

test("a page that is no article is not asked for again, unless a person wants it", async () => {
  const { test, idOf } = await withArticles("one");
  const { pages, articles } = test.library;
  await pages.record([
    { articleId: idOf("one"), kind: "refused", reason: "login", isExcerpt: true },
  ]);
  expect(await pages.waiting(9, noon + 1000 * hour)).toEqual([]);
  expect(await articles.read(idOf("one"))).toMatchObject({
    text: "feed",
    page: { state: "refused", reason: "login", isExcerpt: true },
  });
  expect(await pages.want([idOf("one")], "yes")).toBe(0);
  expect(await pages.want([idOf("one")], "again")).toBe(1);
  expect(await pages.waiting(9, noon)).toHaveLength(1);
});

test("what was had stays when it is fetched again in vain, and when pages are no longer wanted", async () => {
  const { test, idOf, store } = await withArticles("one", "two");
  await store(idOf("one"));
  const { pages, articles } = test.library;
  await pages.want([idOf("one")], "again");
  await pages.record([
    { articleId: idOf("one"), kind: "failed", reason: "unreachable", nextTry: noon + hour },
  ]);
  expect(await articles.read(idOf("one"))).toMatchObject({
    text: "page",
    html: "<p>The whole story.</p>",
    page: { state: "failed" },
  });
  expect(await pages.want([idOf("one"), idOf("two")], "no")).toBe(2);
  expect(pages.count()).toEqual({ waiting: 0, failed: 0 });
  expect(await articles.read(idOf("one"))).toMatchObject({ page: { state: "stored" } });
  expect(await articles.read(idOf("two"))).toMatchObject({ page: null });
});

test("a bookmark keeps both texts, whichever came first, and outlives its article", async () => {
  const { test, idOf, store } = await withArticles("early", "late");
  await test.library.bookmarks.add(idOf("early"));
  await store(idOf("early"));
  await store(idOf("late"));
  await test.library.bookmarks.add(idOf("late"));
  await test.library.close();
  await rm(join(test.folder, "editions"), { recursive: true });
  await rm(join(test.folder, "cache"), { recursive: true, force: true });
  const library = await test.open();
  for (const key of ["early", "late"]) {
    expect(await library.articles.read(idOf(key))).toMatchObject({
      html: "<p>The whole story.</p>",
    });
    expect(await library.articles.read(idOf(key), "feed")).toMatchObject({
      html: `<p>The text of ${key}.</p>`,
    });
  }
});

test("texts survive sealing, a purge that rewrites their day, and the loss of the day's list", async () => {
  const { test, feed, idOf, store } = await withArticles("kept", "gone");
  await store(idOf("kept"));
  await test.library.articles.setRead([idOf("gone")], true);
  await test.library.settings.change({ retention: { days: 1, articles: null, keepUnread: true } });
  await purgeLater(test);
  const library = await test.reopen();
  expect(await test.headlines(everything)).toEqual(["Headline of kept"]);
  expect(await library.articles.read(idOf("kept"))).toMatchObject({
    html: "<p>The whole story.</p>",
  });
  expect(library.feeds.get(feed.id)).toBeDefined();
});
