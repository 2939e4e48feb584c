import { expect, it, vi } from "vitest";
import { feedWithPictures, serveSite, tinyPicture } from "./serve-site.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const minute = 60_000;

/** Follows feeds as a person does who types the host. */
async function follow({ ask, application }: RunningApplication, addresses: readonly string[]) {
  const outlines = addresses.map((address) => `<outline type="rss" xmlUrl="${address}"/>`);
  await application.followOutline(`<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
  return (await ask("sources.list", {})).feeds;
}

const headlines = async ({ ask }: RunningApplication): Promise<number> =>
  (await ask("sources.list", {})).total;

it("a title followed while another one hangs is not kept waiting", async () => {
  const slow = await serveSite(() => undefined);
  const quick = await serveSite((_, response) => response.end(feedWithPictures()));
  const running = await startApplication();
  await follow(running, [`${slow}/feed`]);
  await expect.poll(async () => (await running.ask("refresh.status", {})).running).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await follow(running, [`${quick}/feed`]);
  await expect.poll(async () => (await running.ask("refresh.status", {})).done).toBe(1);
  await running.ask("refresh.cancel", {});
});

it("many titles of one host that hangs leave room for the others", async () => {
  const slow = await serveSite(() => undefined);
  const quick = await serveSite((_, response) => response.end(feedWithPictures("a")));
  const running = await startApplication();
  const addresses = Array.from({ length: 20 }, (_, number) => `${slow}/${number}.xml`);
  await follow(running, [...addresses, `${quick}/feed`]);
  await expect.poll(() => headlines(running), { timeout: 3000 }).toBe(1);
  await running.ask("refresh.cancel", {});
});

it("waking up or changing a setting in the middle of a refresh asks nobody twice", async () => {
  let asked = 0;
  const middle = Promise.withResolvers<undefined>();
  const site = await serveSite((_, response) => {
    asked += 1;
    const answer = () => response.end(feedWithPictures());
    if (asked <= 1) answer();
    else void middle.promise.then(answer);
  });
  const running = await startApplication();
  await follow(running, [`${site}/1.xml`, `${site}/2.xml`, `${site}/3.xml`, `${site}/4.xml`]);
  await expect.poll(async () => (await running.ask("refresh.status", {})).done).toBe(1);
  running.application.wake();
  await running.ask("settings.change", { refreshMinutes: 90 });
  middle.resolve(undefined);
  await running.settled();
  expect(asked).toBe(4);
});

it("a disk that takes nothing is no reason to ask publishers again and again", async () => {
  let asked = 0;
  const site = await serveSite((_, response) => {
    asked += 1;
    response.end(feedWithPictures("a"));
  });
  const running = await startApplication();
  const full = vi
    .spyOn(running.library.articles, "ingest")
    .mockRejectedValue(Object.assign(new Error("no space left"), { code: "ENOSPC" }));
  await follow(running, [`${site}/feed`]);
  await running.settled();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(asked).toBe(1);
  expect(running.logged.join()).toContain("no space left");
  full.mockRestore();
  await running.ask("refresh.start", { scope: { kind: "all" } });
  await running.settled();
  expect(await headlines(running)).toBe(1);
});

it("a host that asks for peace is left alone at once, by all of its titles", async () => {
  let asked = 0;
  const site = await serveSite((_, response) => {
    asked += 1;
    response.writeHead(429, { "retry-after": "3600" }).end();
  });
  const running = await startApplication();
  const addresses = Array.from({ length: 9 }, (_, number) => `${site}/${number}.xml`);
  const feeds = await follow(running, addresses);
  await running.settled();
  expect(asked).toBeLessThanOrEqual(2);
  await expect(
    running.ask("refresh.start", {
      scope: { kind: "feed", feedId: feeds.at(-1)?.id ?? expect.fail() },
    }),
  ).rejects.toMatchObject({ code: "too-soon", details: { reason: "host-asks" } });
});

it("pauses double only while they follow each other", async () => {
  let now = Date.now();
  let status = 429;
  const site = await serveSite((_, response) => {
    response.writeHead(status).end(feedWithPictures());
  });
  const running = await startApplication({ now: () => now });
  await follow(running, [`${site}/feed`]);
  const pause = async (): Promise<number> => {
    await running.settled();
    const { feeds } = await running.ask("sources.list", {});
    return Math.round(((feeds[0]?.nextVisit ?? 0) - now) / minute);
  };
  const again = async (minutes: number): Promise<number> => {
    now += minutes * minute;
    running.application.wake();
    return pause();
  };
  expect(await pause()).toBe(10);
  expect(await again(11)).toBe(20);
  status = 200;
  await again(21);
  expect(running.library.visits.hostPauses()).toEqual([]);
  status = 429;
  expect(await again(40 * 60)).toBe(10);
});

it("a busy host's pictures wait until it may be asked again, and are then fetched", async () => {
  let now = Date.now();
  let isBusy = true;
  const asked: string[] = [];
  const site = await serveSite((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/feed") response.end(feedWithPictures("a", "b", "c", "d", "e"));
    else if (isBusy) response.writeHead(429, { "retry-after": "600" }).end();
    else response.writeHead(200, { "content-type": "image/svg+xml" }).end(tinyPicture);
  });
  const running = await startApplication({ now: () => now });
  await follow(running, [`${site}/feed`]);
  await expect.poll(() => running.library.visits.hostPauses()).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked.length).toBeLessThanOrEqual(3);
  expect((await running.ask("refresh.status", {})).picturesWaiting).toBe(5);
  isBusy = false;
  now += 11 * minute;
  running.application.wake();
  await running.settled();
  const { offline } = await running.ask("sources.list", {});
  expect(offline).toMatchObject({ listed: 5, ready: 5 });
});

it("following anew what was just unfollowed costs its publisher no request", async () => {
  let asked = 0;
  const site = await serveSite((_, response) => {
    asked += 1;
    response.end(feedWithPictures());
  });
  const running = await startApplication();
  const [feed] = await follow(running, [`${site}/feed`]);
  await running.settled();
  const feedIds = [feed?.id ?? expect.fail()];
  await running.ask("sources.unfollow", { feedIds });
  const again = { feeds: [{ address: `${site}/feed` }], folderId: null };
  expect((await running.ask("sources.follow", again)).followed).toEqual(feedIds);
  await running.settled();
  expect(asked).toBe(1);
});

it("a title that failed, was unfollowed and is found again is read at once", async () => {
  let status = 404;
  const site = await serveSite((_, response) => {
    response.writeHead(status).end(feedWithPictures());
  });
  const running = await startApplication();
  const [feed] = await follow(running, [`${site}/feed`]);
  await running.settled();
  await running.ask("sources.unfollow", { feedIds: [feed?.id ?? expect.fail()] });
  status = 200;
  await running.ask("sources.discover", { address: `${site}/feed` });
  const again = { feeds: [{ address: `${site}/feed` }], folderId: null };
  await running.ask("sources.follow", again);
  await running.settled();
  expect((await running.ask("sources.list", {})).feeds[0]).toMatchObject({
    title: "Site",
    failure: null,
  });
});

it("a title that comes back by undo is visited when it is due", async () => {
  let now = Date.now();
  let asked = 0;
  const site = await serveSite((_, response) => {
    asked += 1;
    response.setHeader("etag", '"1"');
    response.end(feedWithPictures());
  });
  const running = await startApplication({ now: () => now });
  const [feed] = await follow(running, [`${site}/feed`]);
  await running.settled();
  const { undoId } = await running.ask("sources.unfollow", {
    feedIds: [feed?.id ?? expect.fail()],
  });
  now += 30 * 60 * minute;
  await running.ask("undo.perform", { undoId: undoId ?? expect.fail() });
  await running.settled();
  expect(asked).toBe(2);
});

it("a host that asked for peace is not asked what feeds it has either", async () => {
  let asked = 0;
  const site = await serveSite((_, response) => {
    asked += 1;
    response.writeHead(503, { "retry-after": "120" }).end();
  });
  const { ask } = await startApplication();
  await expect(ask("sources.discover", { address: site })).rejects.toMatchObject({
    code: "http-status",
  });
  await expect(ask("sources.discover", { address: site })).rejects.toMatchObject({
    code: "too-soon",
  });
  expect(asked).toBe(1);
});

it("a title that is led to a host that wants peace waits for it, and is not to blame", async () => {
  let now = Date.now();
  let asked = 0;
  let isBusy = true;
  const busy = await serveSite((_, response) => {
    asked += 1;
    if (isBusy) response.writeHead(429, { "retry-after": "7200" }).end();
    else response.end(feedWithPictures());
  });
  const leading = await serveSite((_, response) => {
    response.writeHead(302, { location: `${busy}/feed` }).end();
  });
  const running = await startApplication({ now: () => now });
  await follow(running, [`${busy}/feed`]);
  await running.settled();
  await follow(running, [`${leading}/feed`]);
  await running.settled();
  const { feeds } = await running.ask("sources.list", {});
  expect(feeds[1]).toMatchObject({ nextVisitReason: "host-asks", failure: null });
  expect(asked).toBe(1);
  isBusy = false;
  now += 3 * 60 * minute;
  running.application.wake();
  await running.settled();
  expect(asked).toBeGreaterThan(1);
});

it("one title whose articles cannot be stored is to blame, and no other", async () => {
  const site = await serveSite((request, response) =>
    response.end(feedWithPictures((request.url ?? "").slice(1, 2))),
  );
  const running = await startApplication();
  const { articles } = running.library;
  const ingest = articles.ingest.bind(articles);
  vi.spyOn(articles, "ingest").mockImplementation((incoming) => {
    const isPoisoned = incoming.some(({ articles: some }) =>
      some.some((article) => "headline" in article && article.headline === "Headline 3"),
    );
    return isPoisoned ? Promise.reject(new TypeError("poison")) : ingest(incoming);
  });
  await follow(
    running,
    [1, 2, 3, 4, 5].map((number) => `${site}/${number}`),
  );
  await running.settled();
  const { feeds, total } = await running.ask("sources.list", {});
  expect(total).toBe(4);
  expect(feeds.map(({ failure }) => failure?.code ?? null)).toEqual([
    null,
    null,
    "unreadable-file",
    null,
    null,
  ]);
  expect((await running.ask("refresh.status", {})).storageFailure).toBeNull();
});
