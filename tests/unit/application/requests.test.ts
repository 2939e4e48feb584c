import { expect, it, vi } from "vitest";
import { folderId } from "../../../preload/contract/contract.ts";
import { feedWithPictures, serveSite } from "./serve-site.ts";
import { startApplication } from "./start-application.ts";

it("folders and articles that are gone are said to be so", async () => {
  const { ask } = await startApplication();
  const gone = folderId.parse(77);
  const feeds = [{ address: "https://news.example/feed" }];
  const notFound = { code: "not-found" };
  await expect(ask("sources.follow", { feeds, folderId: gone })).rejects.toMatchObject(notFound);
  await expect(ask("folders.rename", { folderId: gone, name: "New name" })).rejects.toMatchObject(
    notFound,
  );
  await expect(ask("bookmarks.add", { articleId: "20000-1" })).rejects.toMatchObject(notFound);
  expect((await ask("sources.list", {})).feeds).toEqual([]);
});

it("past days are closed at start, and with the first articles of a new day", async () => {
  let now = Date.UTC(2026, 10, 23, 22);
  let edition = "a";
  const site = await serveSite((_, response) => response.end(feedWithPictures(edition)));
  const running = await startApplication({ now: () => now });
  const sealing = vi.spyOn(running.library.upkeep, "sealPastDays");
  running.application.start();
  expect(sealing).toHaveBeenCalledTimes(1);
  const outline = `<opml version="2.0"><body><outline type="rss" xmlUrl="${site}/feed"/></body></opml>`;
  await running.application.followOutline(outline);
  await expect.poll(async () => (await running.ask("refresh.status", {})).running).toBe(false);
  expect(sealing).toHaveBeenCalledTimes(1);
  now += 3 * 3_600_000;
  edition = "b";
  await running.ask("refresh.start", { scope: { kind: "all" } });
  await expect.poll(() => sealing.mock.calls.length).toBe(2);
});

it("nothing is begun any more once it has been stopped", async () => {
  const running = await startApplication();
  const sealing = vi.spyOn(running.library.upkeep, "sealPastDays");
  await running.stop();
  running.application.wake();
  expect(sealing).not.toHaveBeenCalled();
});
