import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { feedWithPictures, serveSite, tinyPicture } from "./serve-site.ts";
import { startApplication } from "./start-application.ts";

/** Timers that are armed, and for how many milliseconds. */
const armed = new Map<NodeJS.Timeout, number>();
let intervals = 0;

beforeEach(() => {
  armed.clear();
  intervals = 0;
  const { setTimeout: arm, clearTimeout: disarm, setInterval: repeat } = globalThis;
  vi.stubGlobal(
    "setTimeout",
    (run: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]) => {
      const timer = arm(() => {
        armed.delete(timer);
        run(...given);
      }, milliseconds);
      armed.set(timer, milliseconds);
      return timer;
    },
  );
  vi.stubGlobal("clearTimeout", (timer: NodeJS.Timeout) => {
    armed.delete(timer);
    disarm(timer);
  });
  vi.stubGlobal("setInterval", (...args: Parameters<typeof setInterval>) => {
    intervals += 1;
    return repeat(...args);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("an idle program has no timer but those for the next visit and the next tidying", async () => {
  const site = await serveSite((request, response) => {
    response.setHeader("etag", '"1"').setHeader("connection", "close");
    if (request.url?.endsWith(".svg") === true)
      response.setHeader("content-type", "image/svg+xml").end(tinyPicture);
    else response.end(feedWithPictures("a", "b"));
  });
  const { application, settled } = await startApplication();
  const outlines = [1, 2, 3].map((number) => `<outline type="rss" xmlUrl="${site}/${number}"/>`);
  application.start();
  await application.followOutline(`<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
  const { nextDue } = await settled();
  const untilVisit = (nextDue ?? 0) - Date.now();
  expect(untilVisit).toBeGreaterThan(50 * 60_000);
  // One that ends idle workers, once, keeps nothing awake.
  const lasting = () => [...armed].filter(([timer]) => timer.hasRef()).map(([, wait]) => wait);
  // What still has to be announced and let go of.
  await expect
    .poll(() => lasting().filter((wait) => wait < untilVisit - 60_000), {
      timeout: 20_000,
      interval: 500,
    })
    .toEqual([]);
  expect(lasting().length).toBeGreaterThan(0);
  expect(lasting().length).toBeLessThanOrEqual(2);
  expect(intervals).toBe(0);
}, 40_000);
