import type { RequestListener } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Preparation, PreparationWishes } from "../../../preload/contract/contract.ts";
import { serveSite, tinyPicture } from "./serve-site.ts";
import {
  startApplication,
  type RunningApplication,
  type StartOptions,
} from "./start-application.ts";

const sentence = "The harbour was closed on Tuesday after the crane had been moved once more. ";
const names = ["one", "two", "three", "four", "five", "six"];

const everything: PreparationWishes = {
  scope: { kind: "all" },
  pages: true,
  pictures: true,
  recordings: false,
};

/** A feed of beginnings, each leading to `/<name>`. */
const feed = `<rss version="2.0"><channel><title>Site</title><link>/</link>${names
  .map(
    (name) => `<item><guid>${name}</guid><title>What happened at pier ${name}</title>
<link>/${name}</link><description>${sentence}</description></item>`,
  )
  .join("")}</channel></rss>`;

/** A page with one picture. */
function pageOf(name: string): string {
  const paragraphs = Array.from({ length: 12 }, (_, at) => `<p>${at}: ${sentence.repeat(3)}</p>`);
  return `<!doctype html><html lang="en"><head><title>What happened at pier ${name} | Site</title>
<meta property="og:type" content="article"></head><body><main><article>
<h1>What happened at pier ${name}</h1><img src="/${name}.svg" width="400" height="300">
${paragraphs.join("")}</article></main></body></html>`;
}

interface Site {
  readonly address: string;
  /** Paths of pages and pictures, as they were asked for. */
  readonly asked: string[];
  /** How pages and pictures are answered from now on. */
  answer: RequestListener;
}

const answerWell: RequestListener = (request, response) => {
  const name = request.url?.slice(1) ?? "";
  if (name.endsWith(".svg")) response.setHeader("content-type", "image/svg+xml").end(tinyPicture);
  else response.setHeader("content-type", "text/html; charset=utf-8").end(pageOf(name));
};

async function makeSite(): Promise<Site> {
  const asked: string[] = [];
  const address = await serveSite((request, response) => {
    if (request.url === "/feed") {
      response.end(feed);
      return;
    }
    asked.push(request.url ?? "");
    site.answer(request, response);
  });
  const site: Site = { address, asked, answer: answerWell };
  return site;
}

/** A person who keeps neither full texts nor pictures, and follows the site. */
async function followFrugally(site: Site, options: StartOptions = {}): Promise<RunningApplication> {
  const running = await startApplication(options);
  await running.ask("settings.change", { keepFullTexts: false, keepPictures: false });
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${site.address}/feed"/></body></opml>`,
  );
  await running.settled();
  return running;
}

const statusOf = async (running: RunningApplication): Promise<Preparation | null> =>
  (await running.ask("preparation.status", {})).preparation;

const reaches = (running: RunningApplication, expected: Partial<Preparation>): Promise<void> =>
  expect.poll(() => statusOf(running), { timeout: 15_000, interval: 100 }).toMatchObject(expected);

const told = ({ announced }: RunningApplication): Preparation[] =>
  announced.flatMap(({ name, payload }) =>
    name === "preparation.progressed"
      ? ((payload as { readonly preparation: Preparation | null }).preparation ?? [])
      : [],
  );

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-preparation-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "library");
}

it("fetches what is listed already, once each, where the settings would not", async () => {
  const site = await makeSite();
  const running = await followFrugally(site);
  expect(site.asked).toEqual([]);
  const forecast = await running.ask("preparation.forecast", everything);
  expect(forecast).toMatchObject({ articles: 6, ready: 0, pages: 6, recordings: 0 });
  expect(forecast.bytes).toBeGreaterThan(0);
  await running.ask("preparation.start", everything);
  await reaches(running, { state: "finished", ready: 6, articles: 6, incomplete: 0 });
  expect(site.asked.toSorted()).toEqual(
    names.flatMap((name) => [`/${name}`, `/${name}.svg`]).toSorted(),
  );
  expect(await statusOf(running)).toMatchObject({ done: 12, total: 12, waitsFor: null });
  const reports = told(running);
  expect(reports.length).toBeGreaterThan(1);
  for (const [at, report] of reports.entries()) {
    const before = reports[at - 1];
    expect(report.done).toBeLessThanOrEqual(report.total);
    expect(report.done).toBeGreaterThanOrEqual(before?.done ?? 0);
    expect(report.total).toBeGreaterThanOrEqual(before?.total ?? 0);
    expect(report.bytes).toBeGreaterThanOrEqual(before?.bytes ?? 0);
  }
  expect(reports.at(-1)?.bytes).toBeGreaterThan(0);
  expect(running.logged).toEqual([]);
});

it("leaves the pages of titles alone that are not to have them", async () => {
  const site = await makeSite();
  const running = await followFrugally(site);
  const feedIds = (await running.ask("sources.list", {})).feeds.map(({ id }) => id);
  await running.ask("titles.setFullText", { feedIds, fullText: "off" });
  expect(await running.ask("preparation.forecast", everything)).toMatchObject({ pages: 0 });
  await running.ask("preparation.start", everything);
  await reaches(running, { state: "finished" });
  expect(site.asked).toEqual([]);
});

it("goes on by itself after a restart, and asks for nothing twice that is here", async () => {
  const site = await makeSite();
  const folder = await ownFolder();
  const first = await followFrugally(site, { folder });
  const open: (() => void)[] = [];
  site.answer = (request, response) => {
    // Two pages come; others are still on their way when it ends.
    const isQuick = site.asked.filter((path) => !path.endsWith(".svg")).length <= 2;
    if (isQuick) answerWell(request, response);
    else
      open.push(() => {
        answerWell(request, response);
      });
  };
  await first.ask("preparation.start", everything);
  await expect
    .poll(async () => (await statusOf(first))?.done, { timeout: 15_000 })
    .toBeGreaterThanOrEqual(2);
  const here = await statusOf(first);
  await first.stop();
  const askedBefore = [...site.asked];
  for (const end of open) end();
  site.answer = answerWell;
  const second = await startApplication({ folder });
  expect((await statusOf(second))?.done).toBeGreaterThanOrEqual(here?.done ?? 0);
  second.application.start();
  await reaches(second, { state: "finished", ready: 6, done: 12, total: 12 });
  const came = askedBefore.filter((path) => !path.endsWith(".svg")).slice(0, 2);
  const again = site.asked.slice(askedBefore.length);
  expect(came).toHaveLength(2);
  for (const path of came) expect(again).not.toContain(path);
  const pictures = again.filter((path) => path.endsWith(".svg"));
  expect(new Set(pictures).size).toBe(pictures.length);
});

it("that is paused fetches nothing, also after a restart, until it is to go on", async () => {
  const site = await makeSite();
  const folder = await ownFolder();
  const first = await followFrugally(site, { folder });
  site.answer = (_, response) => {
    response.writeHead(503, { "retry-after": "3600" }).end();
  };
  await first.ask("preparation.start", everything);
  await reaches(first, { state: "waiting", waitsFor: "hosts" });
  await first.ask("preparation.pause", {});
  expect(await statusOf(first)).toMatchObject({ state: "paused", waitsFor: null });
  await first.stop();
  const asked = site.asked.length;
  site.answer = answerWell;
  const second = await startApplication({ folder, now: () => Date.now() + 2 * 3_600_000 });
  second.application.start();
  await pause(500);
  expect(site.asked).toHaveLength(asked);
  expect(await statusOf(second)).toMatchObject({ state: "paused" });
  await second.ask("preparation.resume", {});
  await reaches(second, { state: "finished", ready: 6 });
});

it("that is cancelled keeps what came and leaves the rest", async () => {
  const site = await makeSite();
  const running = await followFrugally(site);
  site.answer = (request, response) => {
    if (request.url?.startsWith("/one") === true) answerWell(request, response);
    else response.writeHead(500).end();
  };
  await running.ask("preparation.start", everything);
  await reaches(running, { state: "waiting", waitsFor: "retry" });
  expect(await running.ask("preparation.cancel", {})).toEqual({ preparation: null });
  expect(running.announced.at(-1)).toBeDefined();
  expect((await running.ask("preparation.forecast", everything)).ready).toBe(1);
  site.answer = answerWell;
  const asked = site.asked.length;
  running.application.wake();
  await pause(300);
  expect(site.asked).toHaveLength(asked);
});

it("waits for a connection that does not cost, unless the person lets it go on", async () => {
  const site = await makeSite();
  const running = await followFrugally(site);
  await running.ask("settings.change", { onMetered: "nothing" });
  await running.ask("app.noteConnection", { isMetered: true });
  await running.ask("preparation.start", everything);
  await reaches(running, { state: "waiting", waitsFor: "unmetered" });
  await pause(300);
  expect(site.asked).toEqual([]);
  await running.ask("preparation.resume", { evenMetered: true });
  await reaches(running, { state: "finished", ready: 6 });
});

it("goes on by itself once the connection costs no longer", async () => {
  const site = await makeSite();
  const running = await followFrugally(site);
  await running.ask("app.noteConnection", { isMetered: true });
  await running.ask("preparation.start", everything);
  // Texts are fetched on such connections, as things are set; pictures are not.
  await reaches(running, { state: "waiting", waitsFor: "unmetered" });
  await expect.poll(() => site.asked.length).toBe(6);
  expect(site.asked.filter((path) => path.endsWith(".svg"))).toEqual([]);
  await running.ask("app.noteConnection", { isMetered: false });
  await reaches(running, { state: "finished", ready: 6 });
  expect(site.asked).toHaveLength(12);
});

it("tries nothing without a network, and says that it waits for one", async () => {
  const site = await makeSite();
  let isOnline = true;
  const running = await followFrugally(site, { isOnline: () => isOnline });
  isOnline = false;
  await running.ask("preparation.start", everything);
  await reaches(running, { state: "waiting", waitsFor: "network" });
  expect(site.asked).toEqual([]);
  isOnline = true;
  running.application.wake();
  await reaches(running, { state: "finished", ready: 6 });
});

it("says that it waits for room, and fetches no page twice for that", async () => {
  const site = await makeSite();
  const running = await followFrugally(site);
  const full = Object.assign(new Error("full"), { code: "storage-full" });
  const storing = vi.spyOn(running.library.pages, "record").mockRejectedValue(full);
  await running.ask("preparation.start", everything);
  await reaches(running, { state: "waiting", waitsFor: "room" });
  storing.mockRestore();
  running.application.wake();
  await reaches(running, { state: "finished", ready: 6 });
  expect(site.asked.filter((path) => !path.endsWith(".svg"))).toHaveLength(6);
});

it("ends with numbers when something cannot be had", async () => {
  const site = await makeSite();
  site.answer = (request, response) => {
    if (request.url?.startsWith("/two") === true) response.writeHead(404).end();
    else answerWell(request, response);
  };
  const running = await followFrugally(site);
  await running.ask("preparation.start", everything);
  await reaches(running, { state: "finished", articles: 6, ready: 5, incomplete: 1 });
});

it("keeps a page that came though how its title does could not be noted", async () => {
  const site = await makeSite();
  const running = await followFrugally(site);
  vi.spyOn(running.library.pages, "outcomes").mockRejectedValue(new Error("no room"));
  await running.ask("preparation.start", everything);
  await reaches(running, { state: "finished", ready: 6 });
  expect(site.asked).toHaveLength(12);
});
