import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startNewsstand, type Newsstand } from "../../newsstand/newsstand.ts";
import { startApplication } from "./start-application.ts";

let newsstand: Newsstand;
beforeAll(async () => {
  newsstand = await startNewsstand({ publishers: 12, articlesPerPublisher: 6 });
});
beforeEach(() => {
  newsstand.reset();
});
afterAll(() => newsstand.close());

const feedRequests = (host: string) =>
  newsstand.requests().filter((request) => request.kind === "feed" && request.host === host);

describe("following by address", () => {
  it("finds the feed of a site, and following it costs no second request", async () => {
    const { ask, settled } = await startApplication();
    const publisher = newsstand.publishers[0] ?? expect.fail();
    const { candidates } = await ask("sources.discover", { address: publisher.siteAddress });
    expect(candidates.map((candidate) => candidate.address)).toContain(publisher.feedAddress);
    const candidate = candidates.find(({ address }) => address === publisher.feedAddress);
    expect(candidate).toMatchObject({
      title: publisher.title,
      itemCount: publisher.stories.length,
      followedAs: null,
    });
    const { followed } = await ask("sources.follow", {
      feeds: [{ address: publisher.feedAddress }],
      folderId: null,
    });
    expect(followed).toHaveLength(1);
    await settled();
    const { feeds, total } = await ask("sources.list", {});
    expect(feeds[0]).toMatchObject({ title: publisher.title, failure: null });
    expect(total).toBe(publisher.stories.length);
    expect(feedRequests(publisher.host)).toHaveLength(1);
  });

  it("takes an address without its scheme, and a feed: link", async () => {
    const { ask } = await startApplication();
    const { host, feedAddress } = newsstand.publishers[1] ?? expect.fail();
    for (const address of [host, feedAddress.replace("http:", "feed:"), `feed:${feedAddress}`]) {
      const { candidates } = await ask("sources.discover", { address });
      expect(
        candidates.map((candidate) => candidate.address),
        address,
      ).toContain(feedAddress);
    }
  });

  it("recognises a followed title under another spelling", async () => {
    const { ask, settled } = await startApplication();
    const { feedAddress } = newsstand.publishers[2] ?? expect.fail();
    const feeds = [{ address: feedAddress }, { address: `${feedAddress}#top` }];
    const first = await ask("sources.follow", { feeds, folderId: null });
    expect(first.followed).toHaveLength(1);
    const again = await ask("sources.follow", { feeds, folderId: null });
    expect(again).toEqual({ followed: [], alreadyFollowed: first.followed });
    await settled();
    const { candidates } = await ask("sources.discover", { address: feedAddress });
    expect(candidates[0]?.followedAs).toBe(first.followed[0]);
  });

  it.each([
    ["", "invalid-input"],
    ["not an address", "bad-address"],
    ["javascript:alert(1)", "bad-address"],
    ["file:///etc/passwd", "bad-address"],
    ["nowhere.invalid", "unreachable"],
  ])("answers %j with a reason: %s", async (address, code) => {
    const { ask } = await startApplication();
    await expect(ask("sources.discover", { address })).rejects.toMatchObject({ code });
  });

  it("says when a page has no feed, and when the server refuses", async () => {
    const { ask } = await startApplication();
    const bare = newsstand.add({
      slug: "no-feed-here",
      feedPath: "/hidden.xml",
      resources: { "/bare": { body: "<title>x</title><p>nothing", contentType: "text/html" } },
    });
    bare.behave({ status: 404 });
    await expect(
      ask("sources.discover", { address: `http://${bare.host}/bare` }),
    ).rejects.toMatchObject({ code: "no-feed-found" });
    await expect(
      ask("sources.discover", { address: `http://${bare.host}/missing-page` }),
    ).rejects.toMatchObject({ code: "http-status", details: { status: 404 } });
  });
});

describe("OPML", () => {
  it("brings titles with their folders, and sections by the folders' names", async () => {
    const { application, announced, ask, settled } = await startApplication();
    await application.followOutline(newsstand.opml());
    await settled();
    const { feeds, folders } = await ask("sources.list", {});
    expect(feeds).toHaveLength(newsstand.publishers.length);
    expect(folders.length).toBeGreaterThan(1);
    for (const publisher of newsstand.publishers) {
      const feed = feeds.find(({ address }) => address === publisher.feedAddress);
      expect(feed?.folderId, publisher.title).not.toBeNull();
    }
    const report = await ask("opml.import", { bytes: new TextEncoder().encode(newsstand.opml()) });
    expect(report).toMatchObject({ followed: 0, foldersCreated: 0 });
    const total = newsstand.publishers.length;
    expect(report.alreadyFollowed).toBe(total);
    const told = announced.flatMap(({ name, payload }) =>
      name === "task.progressed" ? [payload] : [],
    );
    expect(told.at(-1)).toEqual({ task: "import", done: total, total, finished: true });
  });

  it("refuses what is no OPML file", async () => {
    const { ask } = await startApplication();
    await expect(
      ask("opml.import", { bytes: new TextEncoder().encode("<html>hello</html>") }),
    ).rejects.toMatchObject({
      code: "unreadable-file",
    });
  });
});

describe("unfollowing", () => {
  it("hides a title's articles, and undo brings all of them back", async () => {
    const { application, ask, settled } = await startApplication();
    await application.followOutline(newsstand.opml());
    await settled();
    const before = await ask("sources.list", {});
    const feedIds = before.feeds.slice(0, 3).map(({ id }) => id);
    const { undoId: remembered, count } = await ask("sources.unfollow", { feedIds });
    expect(count).toBe(3);
    const undoId = remembered ?? expect.fail();
    const without = await ask("sources.list", {});
    expect(without.feeds).toHaveLength(before.feeds.length - 3);
    expect(without.total).toBeLessThan(before.total);
    await ask("undo.perform", { undoId });
    const after = await ask("sources.list", {});
    expect(after.feeds.map(({ id }) => id).toSorted()).toEqual(
      before.feeds.map(({ id }) => id).toSorted(),
    );
    expect(after.total).toBe(before.total);
    await expect(ask("undo.perform", { undoId })).rejects.toMatchObject({ code: "not-found" });
  });

  it("a title followed again comes back with its articles and marks", async () => {
    const { ask, settled } = await startApplication();
    const { feedAddress, siteAddress } = newsstand.publishers[3] ?? expect.fail();
    await ask("sources.discover", { address: siteAddress });
    const { followed } = await ask("sources.follow", {
      feeds: [{ address: feedAddress }],
      folderId: null,
    });
    await settled();
    const { timelineId, total } = await ask("timeline.open", {
      scope: { kind: "all" },
      filter: "all",
      order: "newest",
    });
    await ask("timeline.markAllRead", { timelineId });
    await ask("sources.unfollow", { feedIds: followed });
    const again = await ask("sources.follow", {
      feeds: [{ address: feedAddress }],
      folderId: null,
    });
    expect(again.followed).toEqual(followed);
    await settled();
    expect(await ask("sources.list", {})).toMatchObject({ total, unread: 0 });
  });

  it("a title followed again after its articles were removed is fetched whole", async () => {
    let now = Date.now();
    const { ask, library, settled } = await startApplication({ now: () => now });
    const { feedAddress, siteAddress, stories } = newsstand.publishers[4] ?? expect.fail();
    await ask("sources.discover", { address: siteAddress });
    const follow = { feeds: [{ address: feedAddress }], folderId: null };
    const { followed } = await ask("sources.follow", follow);
    await settled();
    await ask("sources.unfollow", { feedIds: followed });
    // A clock that is so far ahead is believed on its third day.
    for (const day of [31, 32, 33]) {
      now = Date.now() + day * 86_400_000;
      await library.upkeep.sealPastDays();
    }
    expect((await library.upkeep.purge()).articles).toBe(stories.length);
    expect((await ask("sources.follow", follow)).followed).toEqual(followed);
    await settled();
    expect(await ask("sources.list", {})).toMatchObject({ total: stories.length });
  });
});
