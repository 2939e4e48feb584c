import { expect, test } from "vitest";
import type { Feed } from "../../../main/library/library.ts";
import { feedId, viewState } from "../../../preload/contract/contract.ts";
import { TestLibrary } from "./open-library.ts";
import { hour, noon, sampleArticle, sampleFeed, sampleVisit } from "./samples.ts";

const names = (feeds: readonly Feed[]) => feeds.map(({ address }) => address);

test("titles, folders and settings come back after closing", async () => {
  const test = await TestLibrary.make();
  const { library } = test;
  const folder = await library.addFolder("Morning");
  const [one, two] = await library.addFeeds([
    sampleFeed("a"),
    sampleFeed("b", { section: "Sport" }),
  ]);
  if (one === undefined || two === undefined) throw new Error("two titles were added");
  await library.moveFeeds([two.id], folder, null);
  await library.changeFeeds(new Map([[one.id, { ownTitle: "Mine" }]]));
  await library.changeSettings({ theme: "dark", refreshMinutes: 90 });
  await library.renameFolder(folder, "Evening");
  const again = await test.reopen();
  expect(again.feeds()).toEqual([
    { ...sampleFeed("a"), id: one.id, ownTitle: "Mine", addedAt: noon, unfollowedAt: null },
    {
      ...sampleFeed("b"),
      id: two.id,
      section: "Sport",
      folderId: folder,
      addedAt: noon,
      unfollowedAt: null,
    },
  ]);
  expect(again.folders()).toEqual([{ id: folder, name: "Evening" }]);
  expect(again.settings()).toMatchObject({ theme: "dark", refreshMinutes: 90, textSize: 100 });
  expect(again.feed(two.id)?.address).toBe("b");
  expect(again.feed(feedId.parse(99))).toBeUndefined();
});

test.for([
  { what: "to the end", move: ["a"], before: null, order: ["b", "c", "d", "a"] },
  { what: "before another", move: ["d"], before: "b", order: ["a", "d", "b", "c"] },
  {
    what: "several, in the order given",
    move: ["d", "a"],
    before: "c",
    order: ["b", "d", "a", "c"],
  },
  { what: "before itself: stays", move: ["b"], before: "b", order: ["a", "b", "c", "d"] },
  {
    what: "with its neighbour, before itself",
    move: ["b", "c"],
    before: "b",
    order: ["a", "b", "c", "d"],
  },
])("moves titles $what", async ({ move, before, order }) => {
  const { library } = await TestLibrary.make();
  const feeds = await library.addFeeds(["a", "b", "c", "d"].map((name) => sampleFeed(name)));
  const idOf = (name: string) =>
    feeds.find(({ address }) => address === name)?.id ?? feedId.parse(99);
  await library.moveFeeds(move.map(idOf), null, before === null ? null : idOf(before));
  expect(names(library.feeds())).toEqual(order);
});

test("unfollowing hides a title and its articles, restoring brings both back in place", async () => {
  const test = await TestLibrary.make();
  const [a, b] = await test.library.addFeeds([sampleFeed("a"), sampleFeed("b")]);
  if (a === undefined || b === undefined) throw new Error("two titles were added");
  await test.library.ingest([
    { feedId: a.id, articles: [sampleArticle("1")] },
    { feedId: b.id, articles: [sampleArticle("2")] },
  ]);
  await test.library.unfollowFeeds([a.id]);
  expect(names(test.library.feeds())).toEqual(["b"]);
  expect(names(test.library.formerFeeds())).toEqual(["a"]);
  expect(await test.headlines()).toEqual(["Headline of 2"]);
  expect(await test.headlines({ scope: { kind: "feed", feedId: a.id } })).toEqual([]);
  expect(test.library.totals()).toMatchObject({ unread: 1, total: 1, listed: 1 });
  await test.reopen();
  expect(await test.headlines()).toEqual(["Headline of 2"]);
  await test.library.restoreFeeds([a.id]);
  expect(names(test.library.feeds())).toEqual(["a", "b"]);
  expect(await test.headlines()).toHaveLength(2);
});

test("following an unfollowed address again keeps its number and so its articles", async () => {
  const { library } = await TestLibrary.make();
  const [first] = await library.addFeeds([sampleFeed("a")]);
  await library.unfollowFeeds(first === undefined ? [] : [first.id]);
  const [second, twice] = await library.addFeeds([sampleFeed("a"), sampleFeed("a")]);
  expect(second?.id).toBe(first?.id);
  expect(twice?.id).toBe(first?.id);
  expect(library.feeds()).toHaveLength(1);
});

test("a removed folder leaves its titles, and can be put back where it was", async () => {
  const test = await TestLibrary.make();
  const one = await test.library.addFolder("One");
  const two = await test.library.addFolder("Two");
  const feed = await test.follow();
  await test.library.moveFeeds([feed.id], one, null);
  expect(await test.library.removeFolder(one)).toEqual([feed.id]);
  expect(test.library.feeds()[0]?.folderId).toBeNull();
  await test.reopen();
  await test.library.restoreFolder({ id: one, name: "One" }, [feed.id]);
  expect(test.library.folders().map(({ id }) => id)).toEqual([one, two]);
  expect(test.library.feeds()[0]?.folderId).toBe(one);
  expect(await test.library.addFolder("Three")).toBeGreaterThan(two);
});

test("numbers of titles and folders are never given out twice", async () => {
  const test = await TestLibrary.make();
  const folder = await test.library.addFolder("One");
  await test.library.removeFolder(folder);
  await test.reopen();
  expect(await test.library.addFolder("Two")).toBe(folder + 1);
});

test("visits and pauses of hosts are replaced one by one and come back", async () => {
  const test = await TestLibrary.make();
  const [a, b] = [feedId.parse(1), feedId.parse(2)];
  await test.library.recordVisits(
    [sampleVisit(a), sampleVisit(b)],
    [
      { host: "slow.example", until: noon + hour, count: 1 },
      { host: "other.example", until: noon, count: 2 },
    ],
  );
  await test.library.recordVisits(
    [sampleVisit(a, { etag: null, lastStatus: 304 })],
    [{ host: "other.example", until: 0, count: 0 }],
  );
  for (const library of [test.library, await test.reopen()]) {
    expect(library.visit(a)).toEqual(sampleVisit(a, { etag: null, lastStatus: 304 }));
    expect(library.visit(b)).toEqual(sampleVisit(b));
    expect(library.hostPauses()).toEqual([{ host: "slow.example", until: noon + hour, count: 1 }]);
  }
});

test("the window's state comes back, and a damaged one is forgotten", async () => {
  const test = await TestLibrary.make();
  const state = viewState.parse({ sidebarWidth: 300, collapsedFolders: [4] });
  await Promise.all([
    test.library.rememberView(viewState.parse({ sidebarWidth: 200 })),
    test.library.rememberView(state),
  ]);
  expect(test.library.viewState()).toEqual(state);
  expect((await test.reopen()).viewState()).toEqual(state);
});
