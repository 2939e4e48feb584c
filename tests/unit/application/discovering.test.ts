import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { discoverFeeds } from "../../../main/application/discover-feeds.ts";
import type { Searching } from "../../../main/application/feed-search.ts";
import { RecentFeeds } from "../../../main/application/recent-feeds.ts";
import { createHttpClient, type HttpClient } from "../../../main/fetching/fetching.ts";
import { createWorkerPool } from "../../../main/workers/workers.ts";
import type { CatalogueEntry, FeedCandidate } from "../../../preload/contract/contract.ts";
import { startNewsstand, type Newsstand } from "../../newsstand/newsstand.ts";
import { addPlatforms, channelId, playedHosts } from "../../newsstand/platforms.ts";
import { workerEntry } from "../../worker-entry.ts";

const workers = createWorkerPool({
  entry: workerEntry,
  size: 1,
});
const realClient = createHttpClient({
  userAgent: "Broadsheet/0.1.0 (+https://broadsheet.example)",
  spacing: 0,
});
let newsstand: Newsstand;

beforeAll(async () => {
  newsstand = await startNewsstand({ publishers: 0 });
});
beforeEach(() => {
  newsstand.reset();
  addPlatforms(newsstand);
});
afterAll(async () => {
  await Promise.all([newsstand.close(), workers.close(), realClient.close()]);
});

/** Reaches the newsstand where the program means the platforms that it plays. */
const client: HttpClient = {
  ...realClient,
  async fetch(request) {
    const url = new URL(request.address);
    const slug = playedHosts.get(url.host);
    if (slug === undefined) return realClient.fetch(request);
    const host = `${slug}.localhost:${newsstand.port}`;
    const address = `http://${host}${url.pathname}${url.search}`;
    const resource = await realClient.fetch({ ...request, address, typedHost: host });
    return resource.address === address ? { ...resource, address: request.address } : resource;
  },
};

const catalogueEntry = (title: string, site: string): CatalogueEntry => ({
  title,
  site,
  feed: `${site}feed`,
  section: "World",
  country: "GB",
  language: "en",
  description: "",
  kind: "newspaper",
  paywall: null,
});

function search(
  typed: string,
  followed: readonly { id: number; address: string; publisherTitle: string }[] = [],
): Promise<FeedCandidate[]> {
  const collaborators = {
    client,
    workers,
    recentFeeds: new RecentFeeds(Date.now),
    hosts: { pausedUntil: () => null },
    library: { feeds: { followed: () => followed } },
    catalogue: () =>
      Promise.resolve([
        catalogueEntry("The Guardian", "https://www.theguardian.com/"),
        catalogueEntry("The Daily Planet", "https://www.daily-planet.invalid/"),
        catalogueEntry("BBC News – Top Stories", "https://www.bbc.com/news/"),
      ]),
  };
  return discoverFeeds(typed, collaborators as unknown as Searching);
}

const at = (slug: string, path = "/"): string => `${slug}.localhost:${newsstand.port}${path}`;
const asked = (): string[] =>
  newsstand.requests().map(({ host, path }) => `${host.split(".", 1)[0] ?? ""}${path}`);

describe("platforms", () => {
  test.each([
    [`https://www.youtube.com/channel/${channelId}`, 1],
    ["https://www.youtube.com/@handle", 2],
    ["youtube.com/watch?v=abc", 2],
  ])("%s: the channel, in %i requests", async (typed, requests) => {
    const [candidate, ...more] = await search(typed.replace(/^youtube/, "www.youtube"));
    expect(more).toEqual([]);
    expect(candidate).toMatchObject({
      address: `https://www.youtube.com/feeds/videos.xml?channel_id=${channelId}`,
      title: "A channel",
      itemCount: 2,
      followedAs: null,
    });
    expect(candidate?.newest).not.toBeNull();
    expect(asked()).toHaveLength(requests);
  });

  test("a repository offers three feeds, the empty one last, and its page is not asked", async () => {
    const found = await search("https://github.com/lit/lit");
    expect(found.map(({ address, itemCount }) => [address, itemCount])).toEqual([
      ["https://github.com/lit/lit/releases.atom", 2],
      ["https://github.com/lit/lit/commits.atom", 3],
      ["https://github.com/lit/lit/tags.atom", 0],
    ]);
    expect(asked()).toHaveLength(3);
  });

  test("a broadcast: the page holds the address, or it is said that none is there", async () => {
    const [candidate] = await search("https://podcasts.apple.com/us/podcast/known/id1");
    expect(candidate?.title).toBe("A channel");
    const silent = search("https://podcasts.apple.com/us/podcast/silent/id2");
    await expect(silent).rejects.toMatchObject({
      code: "no-feed-found",
      details: { platform: "Apple Podcasts", tried: 0 },
    });
    expect(asked(), "and nobody else is asked about it").toHaveLength(3);
  });

  test("a platform without feeds is not asked at all", async () => {
    await expect(search("https://www.instagram.com/ann")).rejects.toMatchObject({
      code: "no-feed-found",
      details: { platform: "Instagram", reason: "platform-without-feeds" },
    });
    expect(asked()).toEqual([]);
  });

  test("one that wants to be left alone is believed at once", async () => {
    await expect(search("r/news")).rejects.toMatchObject({ code: "http-status" });
    expect(asked()).toEqual(["reddit/r/news/.rss"]);
  });

  test("a person on Mastodon, by page and by name", async () => {
    for (const typed of [at("social", "/@ann"), `@ann@${at("social", "")}`]) {
      const [candidate] = await search(typed);
      expect(candidate?.title, typed).toBe("Ann");
      expect(candidate?.address).toMatch(/\/@ann\.rss$/);
    }
    expect(asked().length).toBeLessThanOrEqual(8);
  });
});

describe("sites", () => {
  test("a story leads to its blog, comments come last", async () => {
    const found = await search(at("blog", "/a-story/"));
    expect(found.map(({ title }) => title)).toEqual(["A blog", "Comments on: A story"]);
    expect(asked()).toEqual(["blog/a-story/", "blog/feed/", "blog/a-story/feed/"]);
  });

  test.each(["/bare-story/", "/gone/"])("the front page helps where %s does not", async (path) => {
    const [candidate] = await search(at("blog", path));
    expect(candidate?.title).toBe("A blog");
    expect(asked()).toEqual([`blog${path}`, "blog/", "blog/feed/"]);
  });

  test("the same feed in two formats is offered once", async () => {
    newsstand.add({
      slug: "twice",
      stories: [{ headline: "First" }],
      resources: {
        "/": {
          contentType: "text/html",
          body: "<link rel=feed href=/feed.xml><link rel=feed href=/feed.xml?alt=rss>",
        },
      },
    });
    const found = await search(at("twice"));
    expect(found.map(({ address }) => address)).toEqual([`http://${at("twice", "/feed.xml")}`]);
  });

  test("a site that names no feed: few requests, the likeliest first", async () => {
    const [candidate] = await search(at("ghostly"));
    expect(candidate?.address).toMatch(/\/rss\/$/);
    expect(asked()).toEqual(["ghostly/", "ghostly/rss/"]);
    newsstand.reset();
    addPlatforms(newsstand);
    await expect(search(at("empty-handed", "/a/b/c"))).rejects.toMatchObject({
      code: "http-status",
    });
    await expect(search(at("empty-handed"))).rejects.toMatchObject({
      code: "no-feed-found",
      details: { tried: 7 },
    });
    expect(asked().length).toBeLessThanOrEqual(12);
  });

  test("what is followed already is recognised under other spellings", async () => {
    const feed = newsstand.publisher("blog").feedAddress;
    for (const address of [
      feed,
      feed.replace("http:", "https:").replace(/\/$/, ""),
      `${feed}?utm_source=x#top`,
    ]) {
      const [candidate] = await search(at("blog"), [{ id: 7, address, publisherTitle: "Old" }]);
      expect(candidate?.followedAs, address).toBe(7);
    }
  });

  test("a feed's own address counts only where the title agrees", async () => {
    const own = "https://moved.example/feed";
    newsstand.add({
      slug: "copied",
      title: "Copied",
      body: `<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><title>Copied</title><a:link rel="self" href="${own}"/><item><title>a</title></item></channel></rss>`,
    });
    const followedAs = async (publisherTitle: string): Promise<unknown> =>
      (await search(at("copied", "/feed.xml"), [{ id: 3, address: own, publisherTitle }]))[0]
        ?.followedAs;
    expect(await followedAs("Copied")).toBe(3);
    expect(await followedAs("Another")).toBeNull();
  });
});

describe("answers that help", () => {
  test.each([
    ["guarded", "bot-wall"],
    ["members", "login"],
    ["asking", "consent"],
  ])("%s: %s, and no guessing behind it", async (slug, reason) => {
    await expect(search(at(slug))).rejects.toMatchObject({
      code: "no-feed-found",
      details: { reason, host: at(slug, "") },
    });
    expect(asked()).toHaveLength(1);
  });

  test("the question about cookies that a platform asks first", async () => {
    await expect(search("https://consent.youtube.com/")).rejects.toMatchObject({
      code: "no-feed-found",
      details: { reason: "consent", platform: "YouTube" },
    });
    expect(asked()).toHaveLength(1);
  });

  test("a feed that is named but does not come", async () => {
    newsstand.publisher("blog").behave({ status: 403 });
    await expect(search(at("blog"))).rejects.toMatchObject({
      code: "no-feed-found",
      details: { reason: "feed-broken", status: 403 },
    });
  });

  test("a host that asked to be left alone stops the search", async () => {
    const host = at("blog", "");
    const hosts = { pausedUntil: () => 5 };
    const collaborators = { client, workers, hosts, catalogue: () => Promise.resolve([]) };
    await expect(
      discoverFeeds(host, {
        ...collaborators,
        recentFeeds: new RecentFeeds(Date.now),
        library: { feeds: { followed: () => [] } },
      }),
    ).rejects.toMatchObject({ code: "too-soon", details: { nextVisit: 5 } });
    expect(asked()).toEqual([]);
  });

  test.each([
    ["daily-planet.invalid/news", "unreachable", "The Daily Planet"],
    ["weekly-moon.invalid", "unreachable", undefined],
    ["daily-plante.invalid", "unreachable", "The Daily Planet"],
    ["the guardian", "bad-address", "The Guardian"],
    ["bbc news", "bad-address", "BBC News – Top Stories"],
    ["weather in Kyiv", "bad-address", undefined],
    ["ftp://theguardian.com", "bad-address", undefined],
  ])("%s: %s, suggesting %s", async (typed, code, suggestedTitle) => {
    const error: unknown = await search(typed).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code });
    expect((error as { details: Record<string, unknown> }).details.suggestedTitle).toBe(
      suggestedTitle,
    );
  });
});
