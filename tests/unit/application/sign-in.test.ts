import { afterEach, beforeEach, expect, test } from "vitest";
import type { FeedId } from "../../../preload/contract/contract.ts";
import { MemorySessions } from "../../newsstand/memory-sessions.ts";
import { startNewsstand, type Newsstand, type Publisher } from "../../newsstand/newsstand.ts";
import { playReader } from "../../newsstand/play-reader.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const hour = 3_600_000;
let newsstand: Newsstand;
let now = Date.UTC(2026, 10, 23, 12);
const clock = (): number => now;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 12);
  newsstand = await startNewsstand({ publishers: 2, articlesPerPublisher: 2, clock });
});
afterEach(async () => {
  await newsstand.close();
});

async function follow(
  application: RunningApplication,
  publisher: Pick<Publisher, "feedAddress">,
  site?: string,
): Promise<FeedId> {
  // Typed by a person, as it is on this computer.
  await application
    .ask("sources.discover", { address: publisher.feedAddress })
    .catch(() => undefined);
  const feed = { address: publisher.feedAddress, ...(site !== undefined && { site }) };
  const { followed } = await application.ask("sources.follow", { feeds: [feed], folderId: null });
  await application.settled();
  const [id] = followed;
  if (id === undefined) throw new Error("nothing was followed");
  return id;
}

const first = (): Publisher => {
  const [publisher] = newsstand.publishers;
  if (publisher === undefined) throw new Error("nobody plays");
  return publisher;
};
const answers = (kind: string, host = first().host): number[] =>
  newsstand
    .requests()
    .filter((request) => request.kind === kind && request.host === host)
    .map(({ status }) => status);
const cookies = (host = first().host): string[] =>
  newsstand
    .requests()
    .filter((request) => request.host === host && request.kind !== "sign-in")
    .flatMap(({ headers }) => headers.cookie ?? []);

test("pictures behind a paywall come once the person has signed in, and nobody else is told", async () => {
  first().behave({ paywall: "articles" });
  const running = await startApplication({ now: clock, sessions: new MemorySessions(playReader) });
  const id = await follow(running, first());
  const other = newsstand.publishers[1];
  if (other !== undefined) await follow(running, other);
  expect(answers("picture").length).toBeGreaterThan(0);
  expect(new Set(answers("picture"))).toEqual(new Set([401]));
  expect(await running.ask("signIns.list", {})).toEqual({ signIns: [] });

  const { host: site } = new URL(first().siteAddress);
  const name = site.replace(/:\d+$/, "");
  expect(await running.ask("signIns.open", { feedId: id })).toEqual({ signedIn: true, site: name });
  await running.settled();
  expect(answers("picture")).toContain(200);
  const { feeds } = await running.ask("sources.list", {});
  expect(feeds.map(({ signedIn }) => signedIn)).toEqual([true, false]);
  expect(await running.ask("signIns.list", {})).toEqual({
    signIns: [{ site: name, since: now, feedIds: [id] }],
  });
  // The secure cookie is not sent in the clear, and the feed, which is open, is sent none.
  expect(cookies().length).toBeGreaterThan(0);
  expect(cookies().join()).not.toContain("sealed");
  expect(cookies(other?.host)).toEqual([]);
  const { checks } = newsstand.etiquette();
  const breaches = checks
    .filter((check) => check.name.includes("cookie"))
    .map((check) => check.breaches);
  expect(breaches).toEqual([[], [], []]);
});

test("signing out takes the cookies away, also from the next start", async () => {
  first().behave({ paywall: "articles" });
  const sessions = new MemorySessions(playReader);
  const running = await startApplication({ now: clock, sessions });
  const id = await follow(running, first());
  const { site } = await running.ask("signIns.open", { feedId: id });
  await running.settled();
  const before = cookies().length;

  await running.ask("signIns.end", { site });
  expect(await running.ask("signIns.list", {})).toEqual({ signIns: [] });
  expect(await sessions.cookiesFor(site, new URL(first().siteAddress))).toBe(null);
  const [picture] = first().stories.flatMap(({ pictures }) => pictures);
  newsstand.publishStory(first().slug, { html: `<img src="${picture?.address ?? ""}?new">` });
  now += 2 * hour;
  running.application.wake();
  await running.settled();
  expect(answers("picture").at(-1)).toBe(401);
  expect(cookies()).toHaveLength(before);
  await expect(running.ask("signIns.end", { site })).resolves.toEqual({});
});

test("a feed is asked as the person only where it refuses others, and then it is one request", async () => {
  first().behave({ paywall: "everything" });
  const running = await startApplication({ now: clock, sessions: new MemorySessions(playReader) });
  const id = await follow(running, first());
  expect(answers("feed")).toContain(401);
  expect(running.library.visits.of(id)?.failure?.code).toBe("http-status");
  const refusals = answers("feed").length;

  const { site } = await running.ask("signIns.open", { feedId: id });
  await running.settled();
  expect(answers("feed").slice(refusals)).toEqual([401, 200]);
  expect(running.library.visits.of(id)).toMatchObject({ failure: null, signIn: "needed" });
  // The session was renewed with the feed: only what was kept of that opens the next one.
  for (let visit = 0; visit < 2; visit += 1) {
    newsstand.publishStory(first().slug);
    now += 25 * hour;
    running.application.wake();
    await running.settled();
  }
  expect(answers("feed").slice(refusals + 2)).toEqual([200, 200]);

  await running.ask("signIns.end", { site });
  expect(running.library.visits.of(id)?.signIn).toBe(null);
  now += 25 * hour;
  running.application.wake();
  await running.settled();
  expect(answers("feed").at(-1)).toBe(401);
});

test("a sign-in that does not help is not tried at each visit", async () => {
  first().behave({ paywall: "everything" });
  const running = await startApplication({ now: clock, sessions: new MemorySessions(playReader) });
  const id = await follow(running, first());
  first().behave({ status: 403, paywall: "articles" });
  const refusals = answers("feed").length;
  await running.ask("signIns.open", { feedId: id });
  await running.settled();
  expect(answers("feed").slice(refusals)).toEqual([403, 403]);
  expect(running.library.visits.of(id)?.signIn).toBe("useless");
  now += 9 * 24 * hour;
  running.application.wake();
  await running.settled();
  expect(answers("feed").slice(refusals + 2)).toEqual([403]);
  // A new sign-in is a new chance.
  first().behave({ status: null, paywall: "everything" });
  await running.ask("signIns.open", { feedId: id });
  await running.settled();
  expect(running.library.visits.of(id)).toMatchObject({ failure: null, signIn: "needed" });
});

test("a feed that only claims to be a publisher's has nothing asked in the person's name", async () => {
  first().behave({ paywall: "articles" });
  const running = await startApplication({ now: clock, sessions: new MemorySessions(playReader) });
  const id = await follow(running, first());
  await running.ask("signIns.open", { feedId: id });
  await running.settled();
  const claims = newsstand.add({
    slug: "impostor",
    stories: [{ html: `<p>Look</p><img src="${first().siteAddress}photo/one.png">` }],
  });
  const impostor = await follow(running, claims, first().siteAddress);
  expect(running.library.feeds.get(impostor)?.site).toBe(first().siteAddress);
  const { signIns } = await running.ask("signIns.list", {});
  expect(signIns.map(({ feedIds }) => feedIds)).toEqual([[id]]);
  const { feeds } = await running.ask("sources.list", {});
  expect(feeds.find((feed) => feed.id === impostor)?.signedIn).toBe(false);
  // Unless the person signs in at that very title.
  await running.ask("signIns.open", { feedId: impostor });
  expect((await running.ask("signIns.list", {})).signIns[0]?.feedIds).toEqual([id, impostor]);
});

test("a window that is closed without signing in leaves nothing", async () => {
  const running = await startApplication({ now: clock });
  const id = await follow(running, first());
  expect(await running.ask("signIns.open", { feedId: id })).toMatchObject({ signedIn: false });
  expect(await running.ask("signIns.list", {})).toEqual({ signIns: [] });
  await expect(running.ask("signIns.open", { feedId: 999 })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("who is signed in is kept by the vault, and nothing of it by the library", async () => {
  first().behave({ paywall: "articles" });
  const sessions = new MemorySessions(playReader);
  const running = await startApplication({ now: clock, sessions });
  const id = await follow(running, first());
  const { site } = await running.ask("signIns.open", { feedId: id });
  await running.settled();
  const { folder } = running;
  const { signIns } = await running.ask("signIns.list", {});
  const again = await restart(running, sessions);
  expect(await again.ask("signIns.list", {})).toEqual({ signIns });
  expect(again.folder).toBe(folder);
  await again.ask("signIns.end", { site });
  expect(await (await restart(again, sessions)).ask("signIns.list", {})).toEqual({ signIns: [] });
});

async function restart(
  running: RunningApplication,
  sessions: MemorySessions,
): Promise<RunningApplication> {
  await running.stop();
  return startApplication({ now: clock, sessions, folder: running.folder });
}

test("the pages behind a paywall come once the person has signed in, not before", async () => {
  first().behave({ paywall: "articles" });
  const running = await startApplication({ now: clock, sessions: new MemorySessions(playReader) });
  const id = await follow(running, first());
  await running.ask("titles.setFullText", { feedIds: [id], fullText: "on" });
  await running.settled();
  const pages = async (): Promise<unknown[]> => {
    const { timelineId } = await running.ask("timeline.open", {
      scope: { kind: "all" },
      filter: "all",
      order: "newest",
    });
    const { rows } = await running.ask("timeline.page", { timelineId, offset: 0, limit: 50 });
    const ids = rows.flatMap((row) => row?.id ?? []);
    return Promise.all(
      ids.map(async (articleId) => {
        const { page } = await running.ask("article.open", { articleId });
        return page === null ? null : [page.state, page.reason];
      }),
    );
  };
  expect(await pages()).toEqual([
    ["refused", "login"],
    ["refused", "login"],
  ]);
  const asked = answers("page").length;
  await running.ask("signIns.open", { feedId: id });
  await running.settled();
  expect(await pages()).toEqual([
    ["stored", null],
    ["stored", null],
  ]);
  expect(answers("page").slice(asked)).toEqual([200, 200]);
});
