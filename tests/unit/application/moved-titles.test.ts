import { expect, it } from "vitest";
import { serveSite } from "./serve-site.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const hour = 3_600_000;

const feed = (...headlines: readonly string[]): string =>
  `<rss version="2.0"><channel><title>The Gazette</title>${headlines
    .map((headline) => `<item><guid>${headline}</guid><title>${headline}</title></item>`)
    .join("")}</channel></rss>`;

/** A site whose old feeds can be made to move to its new one. */
async function startMoving() {
  let now = Date.now();
  let hasMoved = false;
  let news = ["New"];
  const asked: string[] = [];
  const site = await serveSite((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("etag", `"${news.length}"`);
    if (request.url === "/new") response.end(feed(...news));
    else if (hasMoved) response.writeHead(301, { location: "/new" }).end();
    else response.end(feed(`Only ${request.url ?? ""}`));
  });
  const running = await startApplication({ now: () => now });
  return {
    running,
    site,
    asked,
    move: () => (hasMoved = true),
    publish: (headline: string) => (news = [headline, ...news]),
    restart: async () => {
      await running.stop();
      return startApplication({ folder: running.folder, now: () => now });
    },
    follow: (...paths: readonly string[]) => follow(running, site, paths),
    later: async (hours: number) => {
      now += hours * hour;
      running.application.wake();
      await running.settled();
      return running.ask("sources.list", {});
    },
  };
}

async function follow(running: RunningApplication, site: string, paths: readonly string[]) {
  const outlines = paths.map(
    (path) => `<outline type="rss" text="${path}" xmlUrl="${site}${path}"/>`,
  );
  await running.application.followOutline(
    `<opml version="2.0"><body>${outlines.join("")}</body></opml>`,
  );
  await running.settled();
  return (await running.ask("sources.list", {})).feeds;
}

it("a title that moved to a new address is followed there, and that is told once", async () => {
  const { running, site, move, follow, later } = await startMoving();
  await follow("/old");
  move();
  for (let visit = 0; visit < 4; visit += 1) await later(30);
  const { feeds, total } = await running.ask("sources.list", {});
  expect(feeds.map(({ address }) => address)).toEqual([`${site}/new`]);
  expect(total).toBe(2);
  const { moves } = await running.ask("app.info", {});
  const { feedId } = moves[0] ?? expect.fail();
  expect(moves).toEqual([
    { feedId, title: "The Gazette", address: `${site}/new`, mergedInto: null },
  ]);
  expect(running.announced.filter(({ name }) => name === "repairs.changed")).toHaveLength(1);
  await running.ask("app.dismissMoves", { feedIds: [feedId] });
  await later(30);
  expect((await running.ask("app.info", {})).moves).toEqual([]);
});

it("one that moved to a title followed already keeps its articles, brings no doubles, is told and left alone", async () => {
  const { running, asked, move, publish, follow, later } = await startMoving();
  const [old, other] = await follow("/old", "/new");
  await running.ask("sources.rename", { feedId: old?.id ?? expect.fail(), title: "Old" });
  await running.ask("sources.rename", { feedId: other?.id ?? expect.fail(), title: "Stays" });
  const before = (await running.ask("sources.list", {})).total;
  move();
  // Before a move is believed it is followed as any redirect is, and nothing is listed twice.
  for (let visit = 0; visit < 2; visit += 1) await later(30);
  expect((await running.ask("sources.list", {})).total).toBe(before);
  publish("Latest");
  const { feeds, total } = await later(30);
  expect(feeds.map(({ title }) => title)).toEqual(["Old", "Stays"]);
  expect(total).toBe(before + 1);
  expect(feeds[0]).toMatchObject({ nextVisitReason: "merged", failure: null });
  expect(feeds[0]?.total).toBeGreaterThan(0);
  expect((await running.ask("app.info", {})).moves).toMatchObject([
    { title: "Old", mergedInto: "Stays" },
  ]);
  const askedOld = asked.filter((path) => path === "/old").length;
  await later(30);
  await later(30);
  expect(asked.filter((path) => path === "/old").length).toBe(askedOld);
  await later(24 * 8);
  expect(asked.filter((path) => path === "/old").length).toBe(askedOld + 1);
  expect((await running.ask("app.info", {})).moves).toHaveLength(1);
});

it("two that move to the same place at once end as one", async () => {
  const { running, site, move, follow, later } = await startMoving();
  await follow("/a", "/b");
  move();
  for (let visit = 0; visit < 4; visit += 1) await later(30);
  const { feeds } = await running.ask("sources.list", {});
  expect(feeds.filter(({ address }) => address === `${site}/new`)).toHaveLength(1);
  expect(feeds.filter(({ nextVisitReason }) => nextVisitReason === "merged")).toHaveLength(1);
});

it("a merged title goes on by itself once the other is unfollowed, also when that is undone", async () => {
  const { running, site, move, follow, later } = await startMoving();
  const [old, other] = await follow("/old", "/new");
  move();
  for (let visit = 0; visit < 4; visit += 1) await later(30);
  const before = running.library.articles.counts(old?.id ?? expect.fail()).total;
  const { undoId } = await running.ask("sources.unfollow", {
    feedIds: [other?.id ?? expect.fail()],
  });
  await running.settled();
  expect(running.library.articles.counts(old?.id ?? expect.fail()).total).toBeGreaterThan(before);
  await running.ask("undo.perform", { undoId: undoId ?? expect.fail() });
  const { feeds } = await later(30);
  expect(feeds.map(({ address }) => address)).toEqual([`${site}/old`, `${site}/new`]);
  expect(feeds[0]?.nextVisitReason).toBe("merged");
});

it("a move is told after a restart as well", async () => {
  const { running, move, follow, later, restart } = await startMoving();
  await follow("/old");
  move();
  for (let visit = 0; visit < 4; visit += 1) await later(30);
  const { moves } = await running.ask("app.info", {});
  const again = await restart();
  expect(moves).toHaveLength(1);
  expect((await again.ask("app.info", {})).moves).toEqual(moves);
});
