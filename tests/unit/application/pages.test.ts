import { readdir, readFile, writeFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { expect, it } from "vitest";
import { followSite, hour, pageOf, three } from "./follow-site.ts";

it("a title that gives only beginnings is read whole, each page once", async () => {
  const { running, pageRequests, article, later } = await followSite(three);
  expect(pageRequests.toSorted()).toEqual(["/one", "/three", "/two"]);
  const { feeds, offline } = await running.ask("sources.list", {});
  expect(feeds[0]).toMatchObject({ fullText: "auto", isShortened: true });
  expect(offline).toMatchObject({ listed: 3, ready: 3 });
  const found = await article("one");
  expect(found).toMatchObject({
    text: "page",
    texts: ["feed", "page"],
    author: "Ann Author",
    page: { state: "stored", isExcerpt: false },
  });
  expect(found.html).toContain("11: The harbour was closed");
  expect(found.html).not.toContain("<h1");
  expect((await article("one", "feed")).html).toContain("The harbour was closed");
  await later(30 * hour);
  expect(pageRequests).toHaveLength(3);
  expect(running.logged).toEqual([]);
});

it("pages are left alone when the person does not want them, and come when wanted", async () => {
  const { running, pageRequests, article } = await followSite(
    three,
    (_, response) => response.socket?.destroy(),
    false,
  );
  await expect.poll(() => pageRequests.length).toBeGreaterThan(2);
  const site = { feedIds: (await running.ask("sources.list", {})).feeds.map(({ id }) => id) };
  await running.ask("titles.setFullText", { ...site, fullText: "off" });
  expect((await article("one")).page).toBeNull();
  const before = pageRequests.length;
  running.application.wake();
  await running.settled();
  expect(pageRequests).toHaveLength(before);
  expect((await running.ask("refresh.status", {})).pagesWaiting).toBe(0);
});

it("by the settings no title's pages are fetched but of those that are set so themselves", async () => {
  const silent: RequestListener = (_, response) => {
    response.socket?.destroy();
  };
  const { running, pageRequests, article } = await followSite(three, silent, false);
  await expect.poll(() => pageRequests.length).toBeGreaterThan(0);
  await running.ask("settings.change", { keepFullTexts: false });
  expect((await running.ask("refresh.status", {})).pagesWaiting).toBe(0);
  expect((await article("one")).page).toBeNull();
  const before = pageRequests.length;
  running.application.wake();
  await running.settled();
  expect(pageRequests).toHaveLength(before);
  const feedIds = (await running.ask("sources.list", {})).feeds.map(({ id }) => id);
  await running.ask("titles.setFullText", { feedIds, fullText: "on" });
  expect((await article("one")).page).not.toBeNull();
});

it("what is behind a wall, missing or empty is never stored as the article", async () => {
  const { article, pageRequests, later } = await followSite(three, (request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/one") response.writeHead(403).end(pageOf("one"));
    else if (request.url === "/two") response.writeHead(404).end(pageOf("two"));
    else response.end("<html><body><div id=root></div><script src=/app.js></script></body></html>");
  });
  expect(await article("one")).toMatchObject({
    text: "feed",
    page: { state: "refused", reason: "login" },
  });
  expect((await article("two")).page).toMatchObject({ state: "refused", reason: "http-status" });
  expect((await article("three")).page).toMatchObject({ state: "refused" });
  await later(30 * hour);
  expect(pageRequests).toHaveLength(3);
});

it("a page that fails is tried again later, less and less often, then no more", async () => {
  const site = await followSite(three, (request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/one") response.writeHead(500).end("oh");
    else response.end(pageOf(request.url?.slice(1) ?? ""));
  });
  const asked = (): number => site.pageRequests.filter((url) => url === "/one").length;
  expect(asked()).toBe(1);
  expect(await site.article("one")).toMatchObject({
    offline: "failed",
    page: { state: "failed", reason: "http-status" },
  });
  await site.later(5 * 60_000);
  expect(asked()).toBe(1);
  for (const [index, minutes] of [6, 60, 360, 1440, 4320].entries()) {
    await site.later((minutes + 1) * 60_000);
    await expect.poll(asked).toBe(index + 2);
    await expect
      .poll(async () => (await site.article("one")).page?.state)
      .toBe(index === 4 ? "refused" : "failed");
  }
  await site.later(30 * 24 * hour);
  await site.running.settled();
  expect(asked()).toBe(6);
});

it("a person can have a page fetched again", async () => {
  const site = await followSite(three, (_, response) => {
    response.writeHead(403).end();
  });
  site.answer = (request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(pageOf(request.url?.slice(1) ?? ""));
  };
  const { id } = await site.article("two");
  expect(await site.running.ask("articles.fetchPages", { articleIds: [id] })).toEqual({ count: 1 });
  await site.running.settled();
  expect(await site.article("two")).toMatchObject({ text: "page", page: { state: "stored" } });
  expect((await site.article("one")).page).toMatchObject({ state: "refused" });
});

it("a host that asks for peace gets it, and the pages go on waiting", async () => {
  const busy: RequestListener = (_, response) => {
    response.writeHead(429, { "retry-after": "600" }).end();
  };
  const site = await followSite(three, busy, false);
  await expect.poll(() => site.pageRequests.length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(site.pageRequests.length).toBeLessThanOrEqual(2);
  expect((await site.running.ask("refresh.status", {})).pagesWaiting).toBe(3);
});

it("a page is not given up because the host came to want peace on the way there", async () => {
  const site = await followSite(
    three,
    (request, response) => {
      if (request.url === "/one") response.writeHead(429, { "retry-after": "600" }).end();
      // Under way when that is answered; its second hop is not asked any more.
      else setTimeout(() => response.writeHead(302, { location: "/elsewhere" }).end(), 200);
    },
    false,
  );
  await expect.poll(() => site.pageRequests).toContain("/two");
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(site.pageRequests).not.toContain("/elsewhere");
  expect((await site.running.ask("refresh.status", {})).pagesWaiting).toBe(3);
});

it("a page whose article cannot be read is not fetched in vain over and over", async () => {
  const site = await followSite(three, (_, response) => void response.writeHead(500).end());
  const days = join(site.running.folder, "editions");
  for (const day of await readdir(days)) {
    const pack = join(days, day, "bodies.pack");
    const bytes = await readFile(pack);
    await writeFile(pack, bytes.fill(0));
  }
  site.answer = (request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(pageOf(request.url?.slice(1) ?? ""));
  };
  const before = site.pageRequests.length;
  for (let run = 0; run < 3; run += 1) {
    site.now += 12 * hour;
    site.running.application.wake();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await expect.poll(() => site.pageRequests.length).toBe(before + three.length);
});

it("pages of a host that nobody reaches are given up once others are seen to answer", async () => {
  const site = await followSite(three, (_, response) => response.socket?.destroy(), false);
  const waiting = async () => (await site.running.ask("refresh.status", {})).pagesWaiting;
  await expect.poll(waiting).toBe(3);
  await expect.poll(() => site.pageRequests.length).toBeGreaterThan(2);
  // The title itself is visited, and answers.
  site.now += 30 * hour;
  site.running.application.wake();
  await expect.poll(async () => (await site.running.ask("refresh.status", {})).running).toBe(false);
  site.running.application.wake();
  await expect.poll(waiting, { timeout: 5000 }).toBe(0);
  expect((await site.article("one")).page).toMatchObject({ state: "failed" });
});
