import { expect, test } from "vitest";
import type { Feed } from "../../../main/library/library.ts";
import { feedId, viewState } from "../../../preload/contract/contract.ts";
import { TestLibrary } from "./open-library.ts";
import { hour, noon, sampleArticle, sampleFeed, sampleVisit } from "./samples.ts";

const names = (feeds: readonly Feed[]) => feeds.map(({ address }) => address);

test("titles, folders and settings come back after closing", async () => {
  const test = await TestLibrary.make();
  const { library } = test;
  const folder = await library.folders.add("Morning");
  const [one, two] = await library.feeds.add([
    sampleFeed("a"),
    sampleFeed("b", { section: "Sport" }),
  ]);
  if (one === undefined || two === undefined) throw new Error("two titles were added");
  await library.feeds.move([two.id], folder, null);
  await library.feeds.change(new Map([[one.id, { ownTitle: "Mine" }]]));
  await library.settings.change({ theme: "dark", refreshMinutes: 90 });
  await library.folders.rename(folder, "Evening");
  const again = await test.reopen();
  expect(again.feeds.followed()).toEqual([
    {
      ...sampleFeed("a"),
      id: one.id,
      ownTitle: "Mine",
      addedAt: noon,
      unfollowedAt: null,
      retention: null,
      publisherIcon: null,
      publisherImage: null,
      fullText: "auto",
      isShortened: null,
      pagesStopped: null,
      keepRecordings: 0,
      ownExtraction: null,
      icon: null,
    },
    {
      ...sampleFeed("b"),
      id: two.id,
      section: "Sport",
      folderId: folder,
      addedAt: noon,
      unfollowedAt: null,
      retention: null,
      publisherIcon: null,
      publisherImage: null,
      fullText: "auto",
      isShortened: null,
      pagesStopped: null,
      keepRecordings: 0,
      ownExtraction: null,
      icon: null,
    },
  ]);
  expect(again.folders.all()).toEqual([{ id: folder, name: "Evening" }]);
  expect(again.settings.current()).toMatchObject({
    theme: "dark",
    refreshMinutes: 90,
    textSize: 100,
  });
  expect(again.feeds.get(two.id)?.address).toBe("b");
  expect(again.feeds.get(feedId.parse(99))).toBeUndefined();
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
  const feeds = await library.feeds.add(["a", "b", "c", "d"].map((name) => sampleFeed(name)));
  const idOf = (name: string) =>
    feeds.find(({ address }) => address === name)?.id ?? feedId.parse(99);
  await library.feeds.move(move.map(idOf), null, before === null ? null : idOf(before));
  expect(names(library.feeds.followed())).toEqual(order);
});

test("unfollowing hides a title and its articles, restoring brings both back in place", async () => {
  const test = await TestLibrary.make();
  const [a, b] = await test.library.feeds.add([sampleFeed("a"), sampleFeed("b")]);
  if (a === undefined || b === undefined) throw new Error("two titles were added");
  await test.library.articles.ingest([
    { feedId: a.id, articles: [sampleArticle("1")] },
    { feedId: b.id, articles: [sampleArticle("2")] },
  ]);
  await test.library.feeds.unfollow([a.id]);
  expect(names(test.library.feeds.followed())).toEqual(["b"]);
  expect(names(test.library.feeds.former())).toEqual(["a"]);
  expect(await test.headlines()).toEqual(["Headline of 2"]);
  expect(await test.headlines({ scope: { kind: "feed", feedId: a.id } })).toEqual([]);
  expect(test.library.articles.totals()).toMatchObject({ unread: 1, total: 1, listed: 1 });
  await test.reopen();
  expect(await test.headlines()).toEqual(["Headline of 2"]);
  await test.library.feeds.restore([a.id]);
  expect(names(test.library.feeds.followed())).toEqual(["a", "b"]);
  expect(await test.headlines()).toHaveLength(2);
});

test("following an unfollowed address again keeps its number and so its articles", async () => {
  const { library } = await TestLibrary.make();
  const [first] = await library.feeds.add([sampleFeed("a")]);
  await library.feeds.unfollow(first === undefined ? [] : [first.id]);
  const [second, twice] = await library.feeds.add([sampleFeed("a"), sampleFeed("a")]);
  expect(second?.id).toBe(first?.id);
  expect(twice?.id).toBe(first?.id);
  expect(library.feeds.followed()).toHaveLength(1);
});

test("a removed folder leaves its titles, and can be put back where it was", async () => {
  const test = await TestLibrary.make();
  const one = await test.library.folders.add("One");
  const two = await test.library.folders.add("Two");
  const feed = await test.follow();
  await test.library.feeds.move([feed.id], one, null);
  expect(await test.library.folders.remove(one)).toEqual([feed.id]);
  expect(test.library.feeds.followed()[0]?.folderId).toBeNull();
  await test.reopen();
  await test.library.folders.restore({ id: one, name: "One" }, [feed.id]);
  expect(test.library.folders.all().map(({ id }) => id)).toEqual([one, two]);
  expect(test.library.feeds.followed()[0]?.folderId).toBe(one);
  expect(await test.library.folders.add("Three")).toBeGreaterThan(two);
});

test("numbers of titles and folders are never given out twice", async () => {
  const test = await TestLibrary.make();
  const folder = await test.library.folders.add("One");
  await test.library.folders.remove(folder);
  await test.reopen();
  expect(await test.library.folders.add("Two")).toBe(folder + 1);
});

test("visits and pauses of hosts are replaced one by one and come back", async () => {
  const test = await TestLibrary.make();
  const [a, b] = [feedId.parse(1), feedId.parse(2)];
  await test.library.visits.record(
    [sampleVisit(a), sampleVisit(b)],
    [
      { host: "slow.example", until: noon + hour, count: 1 },
      { host: "other.example", until: noon, count: 2 },
    ],
  );
  await test.library.visits.record(
    [sampleVisit(a, { etag: null, lastStatus: 304 })],
    [{ host: "other.example", until: 0, count: 0 }],
  );
  for (const library of [test.library, await test.reopen()]) {
    expect(library.visits.of(a)).toEqual(sampleVisit(a, { etag: null, lastStatus: 304 }));
    expect(library.visits.of(b)).toEqual(sampleVisit(b));
    expect(library.visits.hostPauses()).toEqual([
      { host: "slow.example", until: noon + hour, count: 1 },
    ]);
  }
});

test("the window's state comes back, and a damaged one is forgotten", async () => {
  const test = await TestLibrary.make();
  const state = viewState.parse({ sidebarWidth: 300, collapsedFolders: [4] });
  await Promise.all([
    test.library.view.remember(viewState.parse({ sidebarWidth: 200 })),
    test.library.view.remember(state),
  ]);
  expect(test.library.view.current()).toEqual(state);
  expect((await test.reopen()).view.current()).toEqual(state);
});
