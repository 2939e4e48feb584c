import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sampleArticle, sampleFeed, noon, day } from "../library/samples.ts";
import { rows } from "./filled-application.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const clock = { now: noon };
const now = () => clock.now;

/** A title with an article that came 40 days ago, and one of today. */
async function startWithOldNews(): Promise<RunningApplication> {
  clock.now = noon - 40 * day;
  const running = await startApplication({ now });
  const { library } = running;
  const [feed] = await library.feeds.add([sampleFeed("http://127.0.0.1:9/feed")]);
  const feedId = feed?.id ?? expect.fail();
  await library.articles.ingest([{ feedId, articles: [sampleArticle("old")] }]);
  // The library trusts a clock only on days on which it was used.
  for (let past = 40; past >= 0; past -= 5) {
    clock.now = noon - past * day;
    await library.upkeep.sealPastDays();
    await library.upkeep.purge();
  }
  await library.articles.ingest([{ feedId, articles: [sampleArticle("new")] }]);
  const { articles } = library;
  const timeline = articles.timeline({ scope: { kind: "all" }, filter: "all", order: "newest" });
  await articles.markAllRead(timeline);
  return running;
}

const thirtyDays = { days: 30, articles: null, keepUnread: true };
/** On a busy machine the disk takes its time. */
const patient = { timeout: 10_000 };
const headlines = async (running: RunningApplication): Promise<string[]> =>
  (await rows(running)).map(({ headline }) => headline);

describe("housekeeping", () => {
  beforeEach(() => {
    // Only these: the library's own work goes on as ever.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Lets time pass for timers, and everything they began come to its end. */
  async function pass(milliseconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(milliseconds);
    for (let turn = 0; turn < 200; turn++) await new Promise((next) => setImmediate(next));
  }

  it("removes what new rules do not keep, a moment later, and tells the window", async () => {
    const running = await startWithOldNews();
    await running.ask("settings.change", { retention: thirtyDays });
    await pass(5000);
    expect(await headlines(running)).toEqual(["Headline of new", "Headline of old"]);
    const announced = running.announced.length;
    await pass(6000);
    await expect.poll(() => headlines(running), patient).toEqual(["Headline of new"]);
    const names = () => running.announced.slice(announced).map(({ name }) => name);
    await expect.poll(names, patient).toContain("articles.changed");
    expect(names()).toContain("sources.changed");
    expect(names()).not.toContain("task.progressed");
    expect((await running.ask("backup.list", {})).copies).toHaveLength(1);
  });

  it("removes nothing when new rules are taken back at once", async () => {
    const running = await startWithOldNews();
    const purging = vi.spyOn(running.library.upkeep, "purge");
    const before = (await running.ask("settings.read", {})).retention;
    await running.ask("settings.change", { retention: thirtyDays });
    await pass(8000);
    await running.ask("settings.change", { retention: before });
    await pass(8000);
    expect(purging).not.toHaveBeenCalled();
    await pass(3000);
    await expect.poll(() => purging.mock.calls.length, patient).toBe(1);
    expect(await headlines(running)).toHaveLength(2);
  });

  it("heeds the rules of a title of its own", async () => {
    const running = await startWithOldNews();
    const [feed] = (await running.ask("sources.list", {})).feeds;
    const feedIds = [feed?.id ?? expect.fail()];
    await running.ask("sources.setRetention", { feedIds, retention: thirtyDays });
    const listed = await running.ask("sources.list", {});
    expect(listed.feeds[0]?.retention).toEqual(thirtyDays);
    await pass(11_000);
    await expect.poll(() => headlines(running), patient).toEqual(["Headline of new"]);
  });

  it("says beforehand what would go, and how much there is", async () => {
    const running = await startWithOldNews();
    const forecast = await running.ask("storage.forecast", {
      retention: thirtyDays,
      sizeBudget: null,
    });
    expect(forecast.articles).toBe(1);
    expect(forecast.bytes).toBeGreaterThan(0);
    const usage = await running.ask("storage.usage", {});
    expect(usage).toMatchObject({
      articleCount: 2,
      oldest: noon - 40 * day,
      dataFolder: running.folder,
      readOnly: false,
    });
    expect(usage.articles).toBeGreaterThan(0);
  });

  it("removes at once what a person wants to have removed, and says how far it is", async () => {
    const running = await startWithOldNews();
    await running.library.settings.change({ retention: thirtyDays });
    expect(await running.ask("storage.purge", {})).toMatchObject({ articles: 1 });
    expect(await headlines(running)).toEqual(["Headline of new"]);
    const tasks = running.announced.filter(({ name }) => name === "task.progressed");
    expect(tasks.at(-1)?.payload).toMatchObject({ task: "purge", finished: true });
  });

  it("copies and tidies once a day, after the window had its time", async () => {
    const running = await startWithOldNews();
    const { upkeep, copies } = running.library;
    const order: string[] = [];
    const noted =
      <Result>(name: string, result: Result) =>
      () => {
        order.push(name);
        return Promise.resolve(result);
      };
    vi.spyOn(upkeep, "sealPastDays").mockImplementation(noted("seal", undefined));
    vi.spyOn(copies, "rotate").mockImplementation(noted("copy", undefined));
    vi.spyOn(upkeep, "purge").mockImplementation(
      noted("purge", { articles: 0, pictures: 0, bytes: 0 }),
    );
    running.application.start();
    running.application.wake();
    await pass(1000);
    expect(order).toEqual(["seal"]);
    await pass(20_000);
    expect(order).toEqual(["seal", "copy", "purge"]);
    running.application.wake();
    await pass(30_000);
    expect(order).toHaveLength(3);
    clock.now += day;
    running.application.wake();
    await pass(30_000);
    expect(order).toEqual(["seal", "copy", "purge", "seal", "copy", "purge"]);
  });

  it("goes on when it fails, and says so in the status", async () => {
    const running = await startWithOldNews();
    const { upkeep, copies } = running.library;
    const full = Object.assign(new Error("no space"), { code: "storage-full" });
    const copying = vi.spyOn(copies, "rotate").mockRejectedValueOnce(full);
    const purging = vi.spyOn(upkeep, "purge").mockRejectedValueOnce(new Error("odd"));
    running.application.start();
    await pass(21_000);
    await expect.poll(() => purging.mock.calls.length, patient).toBe(1);
    expect(copying).toHaveBeenCalledTimes(1);
    await expect
      .poll(async () => (await running.ask("refresh.status", {})).storageFailure, patient)
      .toBe("storage-failed");
    expect(running.logged.join()).toContain("no space");
    clock.now += day;
    running.application.wake();
    await pass(21_000);
    await expect
      .poll(async () => (await running.ask("refresh.status", {})).storageFailure, patient)
      .toBeNull();
  });
});
