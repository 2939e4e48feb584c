import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PagePace, politePagePace } from "../../../main/application/page-pace.ts";
import { Pump } from "../../../main/application/pump.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("asks a host for ten pages at once, then for one a second, others meanwhile", async () => {
  const pace = new PagePace(politePagePace);
  const asked: { readonly host: string; readonly at: number }[] = [];
  const start = performance.now();
  const pump = new Pump<string>(
    4,
    (address) => {
      const { host } = new URL(address);
      pace.take(host);
      asked.push({ host, at: performance.now() - start });
      return Promise.resolve();
    },
    (host) => pace.wait(host),
  );
  for (let page = 0; page < 15; page += 1)
    pump.add(`https://busy.example/${page}`, `https://busy.example/${page}`);
  pump.add("https://other.example/", "https://other.example/");
  const times = (host: string) => asked.filter((one) => one.host === host).map(({ at }) => at);
  await vi.advanceTimersByTimeAsync(900);
  expect(times("busy.example")).toHaveLength(10);
  expect(times("other.example")).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(times("busy.example")).toHaveLength(15);
  const late = times("busy.example").slice(10);
  for (const [at, time] of late.entries()) {
    expect(time).toBeGreaterThanOrEqual((at + 1) * 1000);
    expect(time).toBeLessThan((at + 1) * 1000 + 100);
  }
  expect(pump.isIdle).toBe(true);
});

it("lets a host that has rested be asked for ten at once again", () => {
  const pace = new PagePace(politePagePace);
  for (let page = 0; page < 10; page += 1) pace.take("busy.example");
  expect(pace.wait("busy.example")).toBe(1000);
  vi.advanceTimersByTime(10_000);
  for (let page = 0; page < 10; page += 1) {
    expect(pace.wait("busy.example")).toBe(0);
    pace.take("busy.example");
  }
  expect(pace.wait("busy.example")).toBeGreaterThan(0);
});
