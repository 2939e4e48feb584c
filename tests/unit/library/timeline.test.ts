import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { ArticleId, Section, TimelineQuery } from "../../../preload/contract/contract.ts";
import { TestLibrary } from "./open-library.ts";
import { day, everything, hour, noon, sampleArticle, sampleFeed } from "./samples.ts";

/** Three titles (Sport, Science in a folder, without section) with two articles each. */
async function sixArticles() {
  const test = await TestLibrary.make();
  const { library } = test;
  const folder = await library.folders.add("Folder");
  const feeds = await library.feeds.add([
    sampleFeed("sport", { section: "Sport" }),
    sampleFeed("science", { section: "Science", folderId: folder }),
    sampleFeed("mixed"),
  ]);
  const sections: (Section | null)[] = [null, null, "Sport"];
  await library.articles.ingest(
    feeds.map(({ id }, at) => ({
      feedId: id,
      articles: [0, 1].map((number) =>
        sampleArticle(`${at}${number}`, {
          published: noon - (at + 3 * number) * hour,
          section: number === 0 ? (sections[at] ?? null) : null,
        }),
      ),
    })),
  );
  const keys = async (query: Partial<TimelineQuery>) =>
    (await test.headlines(query)).map((headline) => headline?.slice(-2));
  return { test, library, folder, feeds, keys };
}

test("scopes, filters and orders", async () => {
  const { test, library, folder, feeds, keys } = await sixArticles();
  expect(await keys({})).toEqual(["00", "10", "20", "01", "11", "21"]);
  expect(await keys({ order: "oldest" })).toEqual(["21", "11", "01", "20", "10", "00"]);
  const feedId = feeds[1]?.id;
  if (feedId === undefined) throw new Error("three titles were added");
  expect(await keys({ scope: { kind: "feed", feedId } })).toEqual(["10", "11"]);
  expect(await keys({ scope: { kind: "folder", folderId: folder } })).toEqual(["10", "11"]);
  expect(await keys({ scope: { kind: "section", section: "Sport" } })).toEqual(["00", "20", "01"]);
  expect(await keys({ scope: { kind: "section", section: "Opinion" } })).toEqual([]);
  await library.articles.setRead([await test.idOf("10"), await test.idOf("21")], true);
  await library.bookmarks.add(await test.idOf("21"));
  await library.bookmarks.add(await test.idOf("00"));
  expect(await keys({ filter: "unread" })).toEqual(["00", "20", "01", "11"]);
  expect(await keys({ filter: "bookmarked" })).toEqual(["00", "21"]);
  expect(await keys({ scope: { kind: "bookmarks" } })).toEqual(["00", "21"]);
  expect(await keys({ scope: { kind: "bookmarks" }, filter: "unread" })).toEqual(["00"]);
  expect(await keys({ scope: { kind: "feed", feedId }, filter: "unread" })).toEqual(["11"]);
  await library.feeds.unfollow(feeds.map(({ id }) => id));
  expect(await keys({})).toEqual([]);
  expect(await keys({ scope: { kind: "bookmarks" } })).toEqual(["00", "21"]);
});

test("a frozen list keeps what has been read since, with its mark of now", async () => {
  const { test, library } = await sixArticles();
  const timeline = library.articles.timeline({ ...everything, filter: "unread" });
  const id = await test.idOf("10");
  await library.articles.setRead([id], true);
  expect(timeline.total).toBe(6);
  expect((await timeline.page(1, 1))[0]).toMatchObject({ id, read: true });
  expect(library.articles.timeline(timeline.query).total).toBe(5);
});

test("pages, places and the next unread", async () => {
  const { test, library } = await sixArticles();
  const timeline = library.articles.timeline(everything);
  const all = await timeline.page(0, 200);
  expect(await timeline.page(2, 2)).toEqual(all.slice(2, 4));
  expect(await timeline.page(6, 5)).toEqual([]);
  const ids = all.flatMap((row) => row?.id ?? []);
  expect(ids.map((id) => timeline.locate(id))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(timeline.locate("1-1" as ArticleId)).toBeNull();
  expect(timeline.nextUnread(-1)).toBe(0);
  await library.articles.setRead(
    [await test.idOf("00"), await test.idOf("20"), await test.idOf("21")],
    true,
  );
  expect([-1, 0, 1, 3, 4].map((after) => timeline.nextUnread(after))).toEqual([1, 1, 3, 4, null]);
});

test("counts what matches now and is not in the list", async () => {
  const { test, library, feeds } = await sixArticles();
  const timeline = library.articles.timeline({ ...everything, filter: "unread" });
  expect(timeline.countNewer()).toBe(0);
  const feedId = feeds[0]?.id;
  if (feedId === undefined) throw new Error("three titles were added");
  await library.articles.ingest([
    { feedId, articles: [sampleArticle("new"), sampleArticle("too")] },
  ]);
  expect(timeline.countNewer()).toBe(2);
  await library.articles.setRead([await test.idOf("new")], true);
  expect(timeline.countNewer()).toBe(1);
  await library.articles.setRead([await test.idOf("00")], true);
  expect(timeline.countNewer()).toBe(1);
});

test("days are the calendar's where the reader is", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const times = [0, 3, 20, 30, 30.5, 200].map((hours) => noon - hours * hour);
  await test.library.articles.ingest([
    {
      feedId: feed.id,
      articles: times.map((published) => sampleArticle(`${published}`, { published })),
    },
  ]);
  const expected = new Map<string, number>();
  for (const time of times) {
    const date = new Date(time);
    const name = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
    expected.set(name, (expected.get(name) ?? 0) + 1);
  }
  const { days } = test.library.articles.timeline(everything);
  expect(days.map(({ day: name, count }) => [name, count])).toEqual([...expected]);
});

test("marks: what changed is told, counts follow, and all of it comes back", async () => {
  const { test, library, feeds } = await sixArticles();
  const ids = [await test.idOf("00"), await test.idOf("01")];
  const [first, second] = ids;
  if (first === undefined || second === undefined) throw new Error("two articles");
  expect(await library.articles.setRead([first, "9-9" as ArticleId], true)).toEqual([first]);
  expect(await library.articles.setRead(ids, true)).toEqual([second]);
  expect(await library.articles.setRead(ids, true)).toEqual([]);
  const feedId = feeds[0]?.id;
  if (feedId === undefined) throw new Error("three titles were added");
  expect(library.articles.counts(feedId)).toEqual({ unread: 0, total: 2 });
  const [on, off] = await Promise.all([
    library.articles.setRead([first], false),
    library.articles.setRead([first], true),
  ]);
  expect([on, off]).toEqual([[first], [first]]);
  const timeline = library.articles.timeline(everything);
  expect(new Set(await library.articles.markAllRead(timeline)).size).toBe(4);
  const again = await test.reopen();
  expect(again.articles.totals()).toMatchObject({ unread: 0, total: 6 });
  expect(await again.articles.setRead([second], false)).toEqual([second]);
  expect(again.articles.counts(feedId)).toEqual({ unread: 1, total: 2 });
});

test("marking a thousand articles of two days is one short line", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const articles = Array.from({ length: 500 }, (_, number) =>
    sampleArticle(`${number}`, { html: "" }),
  );
  for (let days = 0; days < 2; days++) {
    await test.library.articles.ingest([
      { feedId: feed.id, articles: articles.map((one) => ({ ...one, key: `${days}${one.key}` })) },
    ]);
    test.clock.now += day;
  }
  expect(
    await test.library.articles.markAllRead(test.library.articles.timeline(everything)),
  ).toHaveLength(1000);
  const journal = await readFile(`${test.folder}/statuses.0.log`, "utf8");
  expect(journal.trimEnd().split("\n")).toHaveLength(1);
  expect(journal.length).toBeLessThan(200);
});

test("a mark that comes while thousands are being set counts last", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const articles = Array.from({ length: 11_000 }, (_, at) => sampleArticle(`${at}`));
  const { added } = await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  const last = added.at(-1);
  if (last === undefined) throw new Error("nothing was added");
  const timeline = test.library.articles.timeline(everything);
  const [many, one] = await Promise.all([
    test.library.articles.markAllRead(timeline),
    test.library.articles.setRead([last], false),
  ]);
  expect([many.length, one]).toEqual([11_000, [last]]);
  expect(test.library.articles.counts(feed.id).unread).toBe(1);
  expect(await test.library.articles.setRead(added, false)).toHaveLength(10_999);
  await test.reopen();
  expect(test.library.articles.counts(feed.id).unread).toBe(11_000);
});
