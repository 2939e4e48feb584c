import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startNewsstand, type Newsstand } from "../../newsstand/newsstand.ts";
import { FailingFiles } from "../library/failing-files.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const hour = 3_600_000;
let newsstand: Newsstand;
/** The time in the program, moved by hand. */
let now = 0;

beforeEach(async () => {
  now = Date.now();
  newsstand = await startNewsstand({
    publishers: 8,
    articlesPerPublisher: 5,
    clock: () => now,
  });
});
afterEach(() => newsstand.close());

async function followAll(): Promise<RunningApplication> {
  const running = await startApplication({ now: () => now });
  await running.application.followOutline(newsstand.opml());
  await running.settled();
  return running;
}

async function later({ ask, application, settled }: RunningApplication, hours: number) {
  now += hours * hour;
  application.wake();
  await settled();
  return ask("sources.list", {});
}

const allFeedRequests = () => newsstand.requests().filter(({ kind }) => kind === "feed");

describe("a refresh", () => {
  it("lists every article with its pictures on disk, and treats publishers well", async () => {
    const running = await followAll();
    const { total, offline, feeds } = await running.ask("sources.list", {});
    const stories = newsstand.publishers.flatMap((publisher) => publisher.stories);
    expect(total).toBe(stories.length);
    expect(feeds.filter((feed) => feed.failure !== null)).toEqual([]);
    expect(offline).toMatchObject({ listed: total, ready: total });
    const second = await later(running, 30);
    expect(second.total).toBe(total);
    const repeated = allFeedRequests().filter(({ status }) => status === 304);
    expect(repeated.length).toBeGreaterThan(0);
    const { checks } = newsstand.etiquette();
    expect(checks.filter(({ breaches }) => breaches.length > 0)).toEqual([]);
    expect(running.logged).toEqual([]);
  });

  it("brings a new article and updates a changed one in place", async () => {
    const running = await followAll();
    const before = await running.ask("sources.list", {});
    const { slug, stories } = newsstand.publishers[0] ?? expect.fail();
    newsstand.publishStory(slug, { headline: "A bridge for the harbour" });
    newsstand.reviseStory(slug, stories[0]?.id ?? "", { headline: "Corrected headline" });
    const after = await later(running, 30);
    expect(after.total).toBe(before.total + 1);
    const { timelineId } = await running.ask("timeline.open", {
      scope: { kind: "all" },
      filter: "all",
      order: "newest",
    });
    const { rows } = await running.ask("timeline.page", { timelineId, offset: 0, limit: 200 });
    const headlines = rows.map((row) => row?.headline);
    expect(headlines).toContain("A bridge for the harbour");
    expect(headlines).toContain("Corrected headline");
    expect(rows.find((row) => row?.headline === "Corrected headline")?.updated).not.toBeNull();
  });

  it("waits at a start where a refresh at start is not wanted, and says until when", async () => {
    const running = await followAll();
    await running.ask("settings.change", { refreshOnStart: false, refreshMinutes: 120 });
    now += 30 * hour;
    const asked = allFeedRequests().length;
    running.application.start();
    await running.settled();
    expect(allFeedRequests().length).toBe(asked);
    expect((await running.ask("refresh.status", {})).nextDue).toBe(now + 2 * hour);
    await later(running, 3);
    expect(allFeedRequests().length).toBeGreaterThan(asked);
  });

  it("asks nobody before it is due", async () => {
    const running = await followAll();
    const asked = allFeedRequests().length;
    await later(running, 0.5);
    expect(allFeedRequests().length).toBe(asked);
  });
});

describe("a failing title", () => {
  it.each([
    ["not found", { status: 404 }, "http-status"],
    ["an error of the server", { status: 500 }, "http-status"],
    ["a dropped connection", { connection: "drop" }, "unreachable"],
    ["a web page in place of the feed", { body: "html", validators: "none" }, "not-a-feed"],
    ["nothing", { body: "empty", validators: "none" }, "not-a-feed"],
    ["far too much", { body: "oversized", validators: "none" }, "too-large"],
  ] as const)("%s: says why, keeps its articles and harms no other", async (_, fault, code) => {
    const running = await followAll();
    const before = await running.ask("sources.list", {});
    const publisher = newsstand.publishers[1] ?? expect.fail();
    publisher.behave(fault);
    const after = await later(running, 30);
    expect(after.total).toBe(before.total);
    const failing = after.feeds.filter((feed) => feed.failure !== null);
    expect(failing.map(({ address }) => address)).toEqual([publisher.feedAddress]);
    expect(failing[0]?.failure).toMatchObject({ code, attempts: 1 });
    publisher.behave();
    const healed = await later(running, 48);
    expect(healed.feeds.filter((feed) => feed.failure !== null)).toEqual([]);
  });

  it("410 is never visited again", async () => {
    const running = await followAll();
    const publisher = newsstand.publishers[1] ?? expect.fail();
    publisher.behave({ status: 410 });
    const sources = await later(running, 30);
    const gone = sources.feeds.find(({ address }) => address === publisher.feedAddress);
    expect(gone).toMatchObject({ nextVisit: null, nextVisitReason: "gone" });
    const asked = newsstand.requests().filter(({ host }) => host === publisher.host).length;
    await later(running, 24 * 60);
    expect(newsstand.requests().filter(({ host }) => host === publisher.host).length).toBe(asked);
  });

  it("429 is left alone until Retry-After, even when asked by hand", async () => {
    const running = await followAll();
    const publisher = newsstand.publishers[1] ?? expect.fail();
    publisher.behave({ status: 429, retryAfter: 7200 });
    const sources = await later(running, 30);
    const paused = sources.feeds.find(({ address }) => address === publisher.feedAddress);
    expect(paused).toMatchObject({ nextVisitReason: "host-asks" });
    publisher.behave();
    now += hour;
    await expect(
      running.ask("refresh.start", {
        scope: { kind: "feed", feedId: paused?.id ?? expect.fail() },
      }),
    ).rejects.toMatchObject({ code: "too-soon" });
    const healed = await later(running, 1.5);
    expect(healed.feeds.every((feed) => feed.failure === null)).toBe(true);
  });

  /** A title whose feed is at two addresses of its host, both of which can be asked. */
  async function followMoving(status: 301 | 302) {
    const feed = (headline: string): string => `<rss version="2.0"><channel><title>Mover</title>
      <item><guid>${headline}</guid><title>${headline}</title></item></channel></rss>`;
    const publisher = newsstand.add({
      slug: "mover",
      feedPath: "/old.xml",
      body: feed("Before the move"),
      contentType: "application/rss+xml",
      resources: { "/new.xml": { body: feed("After it"), contentType: "application/rss+xml" } },
    });
    const running = await followAll();
    publisher.behave({ redirect: { status, to: "/new.xml" } });
    const addressAfterVisit = async (): Promise<string | undefined> =>
      (await later(running, 30)).feeds.find(({ title }) => title === "Mover")?.address;
    return { running, old: publisher.feedAddress, addressAfterVisit };
  }

  it("a permanent move is believed on the third visit, and articles stay", async () => {
    const { running, old, addressAfterVisit } = await followMoving(301);
    const before = await running.ask("sources.list", {});
    expect(await addressAfterVisit()).toBe(old);
    expect(await addressAfterVisit()).toBe(old);
    expect(await addressAfterVisit()).toBe(old.replace("old.xml", "new.xml"));
    expect((await running.ask("sources.list", {})).total).toBe(before.total + 1);
  });

  it("a temporary move is followed and not believed", async () => {
    const { running, old, addressAfterVisit } = await followMoving(302);
    const before = await running.ask("sources.list", {});
    for (let visit = 0; visit < 4; visit += 1) expect(await addressAfterVisit()).toBe(old);
    expect((await running.ask("sources.list", {})).total).toBe(before.total + 1);
  });
});

describe("a full disk", () => {
  it("is told, asks nobody over and over, and loses nothing once there is space", async () => {
    const disk = new FailingFiles();
    const running = await startApplication({ now: () => now, files: disk.files });
    await running.application.followOutline(newsstand.opml());
    await running.settled();
    const before = await running.ask("sources.list", {});
    const { slug } = newsstand.publishers[0] ?? expect.fail();
    newsstand.publishStory(slug, { headline: "While the disk was full" });
    disk.writesLeft = 0;
    const during = await later(running, 30);
    expect((await running.ask("refresh.status", {})).storageFailure).toBe("storage-full");
    expect(during.total).toBe(before.total);
    const asked = allFeedRequests().length;
    await later(running, 0.1);
    expect(allFeedRequests().length).toBe(asked);

    disk.recover();
    const after = await later(running, 30);
    expect((await running.ask("refresh.status", {})).storageFailure).toBeNull();
    expect(after.total).toBe(before.total + 1);
  });
});

describe("without a network", () => {
  it("no title is blamed, everything is still there, and it goes on when the network is back", async () => {
    const running = await followAll();
    const before = await running.ask("sources.list", {});
    const { port } = newsstand;
    await newsstand.close();
    const after = await later(running, 30);
    expect(after.feeds.filter((feed) => feed.failure !== null)).toEqual([]);
    expect(after.total).toBe(before.total);
    expect((await running.ask("refresh.status", {})).disconnected).toBe(true);
    newsstand = await startNewsstand({ publishers: 8, articlesPerPublisher: 5, port });
    await later(running, 1);
    expect((await running.ask("refresh.status", {})).disconnected).toBe(false);
  });
});

describe("cancelling", () => {
  it("ends at once, keeps what came, and can be taken up again", async () => {
    for (const publisher of newsstand.publishers.slice(2)) publisher.behave({ connection: "hang" });
    const running = await startApplication({ now: () => now });
    await running.application.followOutline(newsstand.opml());
    await expect
      .poll(async () => (await running.ask("refresh.status", {})).done, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(2);
    await running.ask("refresh.cancel", {});
    expect(await running.ask("refresh.status", {})).toMatchObject({ running: false });
    const { total, feeds } = await running.ask("sources.list", {});
    expect(total).toBe(10);
    expect(feeds.filter((feed) => feed.failure !== null)).toEqual([]);
    for (const publisher of newsstand.publishers) publisher.behave();
    await running.ask("refresh.start", { scope: { kind: "all" } });
    await running.settled();
    expect((await running.ask("sources.list", {})).total).toBe(40);
  });
});

describe("pictures", () => {
  it("that cannot be had are said to be missing, with the reason", async () => {
    const publisher = newsstand.publishers[0] ?? expect.fail();
    publisher.behave({ pictures: "missing" });
    const running = await followAll();
    const { timelineId } = await running.ask("timeline.open", {
      scope: { kind: "all" },
      filter: "all",
      order: "newest",
    });
    const { rows } = await running.ask("timeline.page", { timelineId, offset: 0, limit: 200 });
    const failed = rows.filter((row) => row?.offline === "failed");
    expect(failed.length).toBeGreaterThan(0);
    const article = await running.ask("article.open", {
      articleId: failed[0]?.id ?? expect.fail(),
    });
    expect(article.feedTitle).toBe(publisher.title);
    expect(article.pictures.some((picture) => picture.failure === "http-status")).toBe(true);
  });

  it("on a private network are refused in a feed from elsewhere", async () => {
    let asked = 0;
    const { createServer } = await import("node:http");
    const router = createServer((_, response) => {
      asked += 1;
      response.end("secret");
    });
    await new Promise<void>((resolve) => {
      router.listen(0, "127.0.0.1", resolve);
    });
    const address = router.address();
    const port = typeof address === "object" ? address?.port : 0;
    newsstand.add({
      slug: "spy",
      body: `<rss version="2.0"><channel><title>Spy</title><item><guid>1</guid><title>x</title>
        <description>&lt;p&gt;Some text here &lt;img src="http://127.0.0.1:${port}/admin"&gt;&lt;/p&gt;</description>
        </item></channel></rss>`,
      contentType: "application/rss+xml",
    });
    const running = await followAll();
    const { feeds } = await running.ask("sources.list", {});
    const feedId = feeds.find(({ title }) => title === "Spy")?.id ?? expect.fail();
    const { timelineId } = await running.ask("timeline.open", {
      scope: { kind: "feed", feedId },
      filter: "all",
      order: "newest",
    });
    const { rows } = await running.ask("timeline.page", { timelineId, offset: 0, limit: 1 });
    const { pictures } = await running.ask("article.open", {
      articleId: rows[0]?.id ?? expect.fail(),
    });
    expect(pictures).toMatchObject([{ media: null, failure: "refused-address" }]);
    expect(asked).toBe(0);
    router.close();
  });
});
