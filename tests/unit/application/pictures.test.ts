import { expect, it, vi } from "vitest";
import { feedWithPictures, serveSite, tinyPicture } from "./serve-site.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

interface Site {
  readonly running: RunningApplication;
  readonly pictureRequests: () => number;
  /** How pictures are answered from now on. */
  readonly answerPictures: (how: "well" | "not") => void;
  readonly follow: () => Promise<void>;
}

async function siteWithPictures(...names: string[]): Promise<Site> {
  let requests = 0;
  let how: "well" | "not" = "well";
  const site = await serveSite((request, response) => {
    if (request.url === "/feed") response.end(feedWithPictures(...names));
    else {
      if (request.url?.endsWith(".svg") === true) requests += 1;
      if (how === "not") request.socket.destroy();
      else response.writeHead(200, { "content-type": "image/svg+xml" }).end(tinyPicture);
    }
  }, "told");
  const running = await startApplication();
  return {
    running,
    pictureRequests: () => requests,
    answerPictures: (next) => (how = next),
    async follow() {
      await running.application.followOutline(
        `<opml version="2.0"><body><outline type="rss" xmlUrl="${site}/feed"/></body></opml>`,
      );
      await expect
        .poll(async () => (await running.ask("sources.list", {})).total)
        .toBe(names.length);
    },
  };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 300));

it("do not count as lost while it may be the network that is missing", async () => {
  const { running, answerPictures, follow } = await siteWithPictures("a", "b");
  answerPictures("not");
  await follow();
  await pause();
  expect((await running.ask("refresh.status", {})).picturesWaiting).toBe(2);
  answerPictures("well");
  running.application.wake();
  await running.settled();
  expect((await running.ask("sources.list", {})).offline).toMatchObject({ listed: 2, ready: 2 });
});

it("that the disk does not take are fetched once it does", async () => {
  const { running, follow } = await siteWithPictures("a", "b");
  const full = vi
    .spyOn(running.library.pictures, "store")
    .mockRejectedValue(new Error("disk full"));
  await follow();
  await pause();
  expect((await running.ask("refresh.status", {})).picturesWaiting).toBe(2);
  full.mockRestore();
  running.application.wake();
  await running.settled();
  expect((await running.ask("sources.list", {})).offline).toMatchObject({ listed: 2, ready: 2 });
});

it("are neither fetched nor recorded over and over when recording changes nothing", async () => {
  const { running, pictureRequests, follow } = await siteWithPictures("a", "b", "c", "d");
  const recording = vi.spyOn(running.library.pictures, "record").mockResolvedValue();
  await follow();
  await pause();
  expect(recording.mock.calls.length).toBeLessThanOrEqual(2);
  expect(pictureRequests()).toBe(4);
});
