import { expect, it } from "vitest";
import { feedWithPictures, serveSite } from "./serve-site.ts";
import { startApplication } from "./start-application.ts";

it("a feed behind a name and a password is found, followed and read; nobody else sees them", async () => {
  let now = Date.now();
  const headers: (string | undefined)[] = [];
  const site = await serveSite((request, response) => {
    headers.push(request.headers.authorization);
    if (request.headers.authorization === undefined) response.writeHead(401).end();
    else if (request.url === "/feed") response.end(feedWithPictures());
    else response.writeHead(404).end();
  });
  const running = await startApplication({ now: () => now });
  const typed = `${site.replace("//", "//ann:sesame@")}/feed`;
  const { candidates } = await running.ask("sources.discover", { address: typed });
  expect(candidates).toMatchObject([{ address: `${site}/feed`, title: "Site" }]);
  await running.ask("sources.follow", { feeds: [{ address: `${site}/feed` }], folderId: null });
  await running.settled();
  now += 30 * 3_600_000;
  running.application.wake();
  await running.settled();
  const { feeds } = await running.ask("sources.list", {});
  expect(feeds).toMatchObject([{ failure: null, lastVisit: now }]);
  expect(feeds[0]?.address).toBe(`${site.replace("//", "//ann@")}/feed`);
  expect(new Set(headers).size).toBe(1);
  expect(JSON.stringify([running.announced, running.logged, feeds])).not.toContain("sesame");
  expect(running.library.feeds.followed()[0]?.address).toBe(`${site.replace("//", "//ann@")}/feed`);
});

it("a wrong password is a failure that does not tell it", async () => {
  const site = await serveSite((_, response) => response.writeHead(401).end());
  const running = await startApplication();
  const typed = `${site.replace("//", "//ann:sesame@")}/feed`;
  await expect(
    running.ask("sources.discover", { address: typed }).catch((error: unknown) => {
      expect(JSON.stringify([error, String(error)])).not.toContain("sesame");
      throw error;
    }),
  ).rejects.toMatchObject({ code: "http-status", details: { status: 401 } });
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${typed}"/></body></opml>`,
  );
  await running.settled();
  const sources = await running.ask("sources.list", {});
  expect(sources.feeds[0]?.failure).toMatchObject({ code: "http-status" });
  expect(JSON.stringify([sources, running.announced, running.logged])).not.toContain("sesame");
});
