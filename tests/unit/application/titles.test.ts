import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startNewsstand, type Newsstand } from "../../newsstand/newsstand.ts";
import { serveSite } from "./serve-site.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const minute = 60_000;
const hour = 60 * minute;
let newsstand: Newsstand;
/** The time in the program, moved by hand. */
let now = 0;

beforeEach(async () => {
  now = Date.now();
  newsstand = await startNewsstand({ publishers: 3, articlesPerPublisher: 4, clock: () => now });
});
afterEach(() => newsstand.close());

async function follow(...addresses: readonly string[]): Promise<RunningApplication> {
  const running = await startApplication({ now: () => now });
  await running.ask("settings.change", { keepPictures: false });
  const outlines = addresses.map((address) => `<outline type="rss" xmlUrl="${address}"/>`);
  const outline = `<opml version="2.0"><body>${outlines.join("")}</body></opml>`;
  await running.application.followOutline(addresses.length === 0 ? newsstand.opml() : outline);
  await running.settled();
  return running;
}

async function recordsOf({ ask }: RunningApplication) {
  const [{ feeds }, { records }] = await Promise.all([
    ask("sources.list", {}),
    ask("titles.records", {}),
  ]);
  return feeds.map((feed) => ({
    feed,
    record: records.find(({ feedId }) => feedId === feed.id) ?? expect.fail("no record of it"),
  }));
}

const feedWith = (addresses: readonly string[], site: string): string => {
  const items = addresses.map(
    (address) =>
      `<item><title>Story ${address}</title><link>${address}</link><guid>${address}</guid>
       <description>${createHash("md5").update(address).digest("hex")}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Paper</title><link>${site}</link>${items.join("")}</channel></rss>`;
};

describe("the records of titles", () => {
  it("say how visits went: what was new, the answer's status, what is on this disk", async () => {
    newsstand.publishers[2]?.behave({ status: 403 });
    const running = await follow();
    const [first, , failing] = await recordsOf(running);
    expect(first?.record).toMatchObject({
      lastStatus: 200,
      brought: 4,
      problems: [],
      hostPausedUntil: null,
      ready: 4,
      duplicateOf: null,
    });
    expect(first?.record.bytes).toBeGreaterThan(0);
    expect(first?.record.newest).not.toBeNull();
    expect(failing?.record).toMatchObject({ lastStatus: 403, brought: null, ready: 0 });

    now += 30 * hour;
    running.application.wake();
    await running.settled();
    const [second] = await recordsOf(running);
    expect(second?.record.brought).toBe(0);
  });

  it("keep what was wrong with a feed over visits that bring nothing", async () => {
    const cut = feedWith(["https://paper.example/1"], "https://paper.example/").slice(0, -20);
    const site = await serveSite((request, response) => {
      const isKnown = request.headers["if-none-match"] === '"one"';
      response.writeHead(isKnown ? 304 : 200, { etag: '"one"' }).end(isKnown ? undefined : cut);
    });
    const running = await follow(`${site}/feed`);
    const [first] = await recordsOf(running);
    expect(first?.record.problems.length).toBeGreaterThan(0);
    now += 30 * hour;
    running.application.wake();
    await running.settled();
    const [second] = await recordsOf(running);
    expect(second?.record).toMatchObject({ lastStatus: 304, brought: 0 });
    expect(second?.record.problems).toEqual(first?.record.problems);
  });

  it("know duplicates by the articles they share, and tell other titles of a site apart", async () => {
    const bodies = new Map<string, string>();
    const site = await serveSite((request, response) => {
      const body = bodies.get(request.url ?? "");
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    const articles = (from: number): string[] =>
      Array.from({ length: 6 }, (_, at) => `${site}/${from + at}.html`);
    bodies.set("/all", feedWith(articles(0), `${site}/`));
    bodies.set("/all.atom", feedWith(articles(1), site));
    bodies.set("/sport", feedWith([...articles(100), `${site}/1.html`], `${site}/`));
    const comments = articles(0).map((address) => `${address}#comment-1`);
    bodies.set("/comments", feedWith(comments, `${site}/`));
    const running = await follow(...Array.from(bodies.keys(), (path) => `${site}${path}`));
    const records = await recordsOf(running);
    const found = records.map(({ record }) => record.duplicateOf);
    expect(found).toEqual([null, records[0]?.feed.id, null, null]);

    const [original] = records;
    await running.ask("sources.unfollow", { feedIds: [original?.feed.id ?? expect.fail()] });
    const left = await recordsOf(running);
    expect(left.map(({ record }) => record.duplicateOf)).toEqual([null, null, null]);
  });
});

describe("visiting titles at a person's wish", () => {
  it("visits once a minute, and says until when a title has to wait", async () => {
    const running = await follow();
    const [first] = await recordsOf(running);
    const feedId = first?.feed.id ?? expect.fail();
    const until = (first?.feed.lastVisit ?? 0) + minute;
    expect(await running.ask("titles.visit", { feedIds: [feedId], afresh: false })).toEqual({
      visiting: 0,
      waiting: [{ feedId, until, reason: "just-visited" }],
    });
    now = until;
    const visits = await running.ask("titles.visit", { feedIds: [feedId], afresh: false });
    expect(visits).toEqual({ visiting: 1, waiting: [] });
    await running.settled();
    expect((await recordsOf(running))[0]?.feed.lastVisit).toBe(now);
  });

  it("leaves a host alone that asks for it, whatever is wished", async () => {
    let asked = 0;
    const site = await serveSite((_, response) => {
      asked += 1;
      response.writeHead(429, { "retry-after": "7200" }).end();
    });
    const running = await follow(`${site}/1.xml`, `${site}/2.xml`);
    const before = asked;
    now += 10 * minute;
    const feedIds = (await recordsOf(running)).map(({ feed }) => feed.id);
    for (const afresh of [false, true]) {
      const { visiting, waiting } = await running.ask("titles.visit", { feedIds, afresh });
      expect(visiting).toBe(0);
      expect(waiting.map(({ reason }) => reason)).toEqual(["host-asks", "host-asks"]);
      expect(waiting[0]?.until).toBeGreaterThan(now + hour);
    }
    await running.settled();
    expect(asked).toBe(before);
    const [first] = await recordsOf(running);
    expect(first?.record.hostPausedUntil).toBeGreaterThan(now + hour);
  });

  it("fetches afresh without a condition, and keeps the validators when that fails", async () => {
    const conditions: (string | undefined)[] = [];
    let isBroken = false;
    const body = feedWith(["https://paper.example/1"], "https://paper.example/");
    const site = await serveSite((request, response) => {
      const condition = request.headers["if-none-match"];
      conditions.push(condition);
      if (isBroken) response.writeHead(500).end();
      else if (condition === '"one"') response.writeHead(304, { etag: '"one"' }).end();
      else response.writeHead(200, { etag: '"one"' }).end(body);
    });
    const running = await follow(`${site}/feed`);
    const [first] = await recordsOf(running);
    const feedId = first?.feed.id ?? expect.fail();
    const visit = async (afresh: boolean): Promise<void> => {
      now += 2 * minute;
      const { visiting } = await running.ask("titles.visit", { feedIds: [feedId], afresh });
      expect(visiting).toBe(1);
      await running.settled();
    };
    await visit(false);
    await visit(true);
    isBroken = true;
    await visit(true);
    isBroken = false;
    await visit(false);
    expect(conditions).toEqual([undefined, '"one"', undefined, undefined, '"one"']);
    expect((await recordsOf(running))[0]?.record).toMatchObject({ lastStatus: 304, brought: 0 });
  });

  it("passes over titles that are no longer followed", async () => {
    const running = await follow();
    const [first] = await recordsOf(running);
    const feedId = first?.feed.id ?? expect.fail();
    await running.ask("sources.unfollow", { feedIds: [feedId] });
    now += hour;
    const visits = await running.ask("titles.visit", { feedIds: [feedId], afresh: false });
    expect(visits).toEqual({ visiting: 0, waiting: [] });
  });
});

it("a publisher's endless name is kept short: it stands in every list, and is written with all titles", async () => {
  const endless = feedWith(["https://paper.example/1"], "https://paper.example/").replace(
    "Paper",
    "Paper of record ".repeat(100_000),
  );
  const site = await serveSite((_, response) => response.end(endless));
  const running = await follow(`${site}/feed`);
  const title = running.library.feeds.followed()[0]?.publisherTitle ?? "";
  expect(title).toMatch(/^Paper of record Paper/);
  expect(title.length).toBeLessThanOrEqual(300);
});

it("puts titles into a section, and their articles with them", async () => {
  const running = await follow();
  const all = (await recordsOf(running)).map(({ feed }) => feed.id);
  await running.ask("sources.setSection", { feedIds: all, section: null });
  const feedIds = all.slice(0, 2);
  await running.ask("sources.setSection", { feedIds, section: "Local" });
  const scope = { kind: "section", section: "Local" } as const;
  const { total } = await running.ask("timeline.open", { scope, filter: "all", order: "newest" });
  expect(total).toBe(8);
  await running.ask("sources.setSection", { feedIds, section: null });
  const { feeds } = await running.ask("sources.list", {});
  expect(feeds.filter(({ section }) => section === "Local")).toEqual([]);
});
