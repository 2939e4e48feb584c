import { expect, it } from "vitest";
import { Connection, type Fetched } from "../../../main/application/connection.ts";
import { settings, type Settings } from "../../../preload/contract/contract.ts";
import { serveSite } from "./serve-site.ts";
import { startApplication } from "./start-application.ts";

const kinds: readonly Fetched[] = ["visits", "pages", "pictures", "recordings", "icons"];

function connect(change: Partial<Settings>, isOnline = true): Connection {
  const current = { ...settings.parse({}), ...change };
  return new Connection({
    library: { settings: { current: () => current } } as never,
    isOnline: () => isOnline,
  });
}

const allowed = (connection: Connection): Fetched[] =>
  kinds.filter((kind) => connection.mayFetch(kind));

it("lets everything be fetched where that costs nothing, nothing without a network", () => {
  expect(allowed(connect({}))).toEqual(kinds);
  const offline = connect({ connection: "unmetered" }, false);
  expect(allowed(offline)).toEqual([]);
  expect(offline.obstacleTo("pages")).toBe("network");
});

it.each([
  ["nothing", []],
  ["texts", ["visits", "pages"]],
  ["everything", kinds],
] as const)("fetches on a metered connection what is set: %s", (onMetered, expected) => {
  const connection = connect({ onMetered });
  expect(allowed(connection)).toEqual(kinds);
  connection.note(true);
  expect(connection.isMetered).toBe(true);
  expect(allowed(connection)).toEqual(expected);
});

it("believes the person before the system", () => {
  expect(connect({ connection: "metered" }).isMetered).toBe(true);
  const unmetered = connect({ connection: "unmetered" });
  unmetered.note(true);
  expect(unmetered.isMetered).toBe(false);
});

it("no visit is made by itself while that costs, one at a person's wish is", async () => {
  let visits = 0;
  let now = Date.now();
  const site = await serveSite((_, response) => {
    visits += 1;
    response.end(`<rss version="2.0"><channel><title>Site</title></channel></rss>`);
  });
  const running = await startApplication({ now: () => now });
  await running.ask("settings.change", { connection: "metered", onMetered: "nothing" });
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${site}/feed"/></body></opml>`,
  );
  const followed = await running.settled();
  expect(visits).toBe(1);
  expect(followed).toMatchObject({ metered: true, nextDue: null });
  now += 3 * 86_400_000;
  running.application.wake();
  await running.settled();
  expect(visits).toBe(1);
  await running.ask("refresh.start", { scope: { kind: "all" } });
  await running.settled();
  expect(visits).toBe(2);
  now += 3 * 86_400_000;
  await running.ask("settings.change", { connection: "unmetered" });
  await running.settled();
  expect(visits).toBe(3);
});

it("no visit is tried without a network, and none counts as failed", async () => {
  let isOnline = true;
  let now = Date.now();
  let visits = 0;
  const site = await serveSite((_, response) => {
    visits += 1;
    response.end(`<rss version="2.0"><channel><title>Site</title></channel></rss>`);
  });
  const running = await startApplication({ now: () => now, isOnline: () => isOnline });
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${site}/feed"/></body></opml>`,
  );
  await running.settled();
  isOnline = false;
  now += 3 * 86_400_000;
  running.application.wake();
  expect(await running.settled()).toMatchObject({ disconnected: true, failed: 0 });
  expect(visits).toBe(1);
  expect((await running.ask("sources.list", {})).feeds[0]?.failure).toBeNull();
  isOnline = true;
  running.application.wake();
  expect(await running.settled()).toMatchObject({ disconnected: false });
  expect(visits).toBe(2);
});
