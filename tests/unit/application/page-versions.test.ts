/** Articles of several pages, other versions of a page, and what publishers wish. */
import type { RequestListener } from "node:http";
import { expect, it } from "vitest";
import { followSite, hour, pageOf, sentence, three } from "./follow-site.ts";

const html: Readonly<Record<string, string>> = { "content-type": "text/html; charset=utf-8" };

/** Answers for the articles that a test is not about: a title of fewer is not measured. */
function isOther(...[request, response]: Parameters<RequestListener>): boolean {
  const name = request.url?.slice(1) ?? "";
  if (name !== "two" && name !== "three") return false;
  response.writeHead(200, html).end(pageOf(name));
  return true;
}

const ofOne = (urls: readonly string[]): string[] => urls.filter((url) => url.startsWith("/one"));

/** One of several pages of an article: `/one`, `/one?page=2` … */
function partOf(number: number, count: number, body: string): string {
  const links = Array.from({ length: count }, (_, at) =>
    at + 1 === number
      ? `<span>${at + 1}</span>`
      : `<a href="/one${at === 0 ? "" : `?page=${at + 1}`}">${at + 1}</a>`,
  ).join(" ");
  const next = number < count ? `<a rel="next" href="/one?page=${number + 1}">Next page</a>` : "";
  const opening = `<p>${sentence.repeat(2)} It stands at the top of every page of it.</p>`;
  return pageOf("one", `${opening}${body}<div>${links}</div>${next}`);
}

const chapter = (number: number): string =>
  Array.from(
    { length: 6 },
    (_, at) =>
      `<p>Part ${number}, ${at}: what the harbour master of pier ${number}${at} said. ${sentence.repeat(2)}</p>`,
  ).join("");

const pageNumber = (url: string | undefined): number =>
  Number(/page=(\d+)/.exec(url ?? "")?.[1] ?? 1);

it("an article of several pages is joined, each page asked for once", async () => {
  const { article, pageRequests } = await followSite(three, (request, response) => {
    if (isOther(request, response)) return;
    const number = pageNumber(request.url);
    response.writeHead(200, html).end(partOf(number, 3, chapter(number)));
  });
  expect(ofOne(pageRequests)).toEqual(["/one", "/one?page=2", "/one?page=3"]);
  const { html: text, page } = await article("one");
  expect(page).toMatchObject({ state: "stored", missing: null });
  for (const number of [1, 2, 3]) expect(text).toContain(`Part ${number}, 5:`);
  expect(text.match(/at the top of every page/g)).toHaveLength(1);
  expect(text).not.toContain("Next page");
});

it("pages of an article that lead in circles come to an end", async () => {
  const { article, pageRequests } = await followSite(three, (request, response) => {
    if (isOther(request, response)) return;
    response.writeHead(200, html).end(partOf(pageNumber(request.url), 30, chapter(1)));
  });
  expect(ofOne(pageRequests)).toEqual(["/one", "/one?page=2"]);
  expect((await article("one")).page).toMatchObject({ state: "stored", missing: null });
});

it("no more than ten pages of an article are asked for, and it is said", async () => {
  const { article, pageRequests } = await followSite(three, (request, response) => {
    if (isOther(request, response)) return;
    const number = pageNumber(request.url);
    response.writeHead(200, html).end(partOf(number, 12, chapter(number)));
  });
  expect(ofOne(pageRequests)).toHaveLength(10);
  expect((await article("one")).page).toMatchObject({ missing: { from: 11, to: 12 } });
});

it("what is here of an article of several pages is kept, and the rest is tried once more", async () => {
  const site = await followSite(three, (request, response) => {
    if (isOther(request, response)) return;
    const number = pageNumber(request.url);
    if (number === 2) response.writeHead(500).end();
    else response.writeHead(200, html).end(partOf(number, 3, chapter(number)));
  });
  const before = await site.article("one");
  expect(before).toMatchObject({
    text: "page",
    page: { state: "failed", missing: { from: 2, to: 3 } },
  });
  expect(before.html).toContain("Part 1, 5:");
  await site.later(61 * 60_000);
  await expect
    .poll(async () => (await site.article("one")).page)
    .toMatchObject({ state: "stored", missing: { from: 2, to: 3 } });
  await site.later(30 * 24 * hour);
  expect(ofOne(site.pageRequests)).toEqual(["/one", "/one?page=2", "/one", "/one?page=2"]);
});

it("another version of the same publisher is asked for where a page is empty", async () => {
  const shell = (link: string): string =>
    `<html><head><title>x</title><link rel="amphtml" href="${link}"></head><body><div id="root"></div><script src="/a.js"></script></body></html>`;
  const { article, pageRequests } = await followSite(three, (request, response) => {
    if (request.url === "/three" && isOther(request, response)) return;
    response.writeHead(200, html);
    if (request.url === "/one") response.end(shell("/amp/one"));
    else if (request.url === "/two") response.end(shell("https://elsewhere.example/two"));
    else response.end(pageOf("one"));
  });
  expect(pageRequests.toSorted()).toEqual(["/amp/one", "/one", "/three", "/two"]);
  expect(await article("one")).toMatchObject({ text: "page", page: { state: "stored" } });
  expect((await article("two")).page).toMatchObject({ state: "refused", reason: "needs-scripts" });
});

it("the status of an answer is told", async () => {
  const { article } = await followSite(three, (request, response) => {
    if (request.url === "/three" && isOther(request, response)) return;
    response.writeHead(request.url === "/one" ? 502 : 410).end();
  });
  expect((await article("one")).page).toMatchObject({ state: "failed", httpStatus: 502 });
  expect((await article("two")).page).toMatchObject({ state: "refused", httpStatus: 410 });
});

it("what a site asks of robots is asked for once and kept to", async () => {
  let asked = 0;
  const { article, pageRequests } = await followSite(
    three,
    (request, response) => {
      if (request.url !== "/robots.txt") {
        response.writeHead(200, html).end(pageOf(request.url?.slice(1) ?? ""));
        return;
      }
      asked += 1;
      response.end("User-agent: *\nDisallow: /two\n\nUser-agent: other\nDisallow: /");
    },
    true,
    "told",
  );
  expect(asked).toBe(1);
  expect(pageRequests.filter((url) => url !== "/robots.txt").toSorted()).toEqual([
    "/one",
    "/three",
  ]);
  expect((await article("one")).page).toMatchObject({ state: "stored" });
  expect((await article("two")).page).toMatchObject({ state: "refused", reason: "publisher-wish" });
});

it("what a site asks of robots holds too where an address leads on", async () => {
  const site = await followSite(
    three,
    (request, response) => {
      if (request.url === "/robots.txt") response.end("User-agent: *\nDisallow: /private/");
      else if (request.url === "/one") response.writeHead(302, { location: "/private/one" }).end();
      else if (request.url === "/two") response.writeHead(302, { location: "/open/two" }).end();
      else response.writeHead(200, html).end(pageOf(request.url?.split("/").at(-1) ?? ""));
    },
    true,
    "told",
  );
  const refused = { state: "refused", reason: "publisher-wish" };
  expect((await site.article("one")).page).toMatchObject(refused);
  expect((await site.article("two")).page).toMatchObject({ state: "stored" });
});

it("of a page that is not to be kept nothing is, unless a person wants its title's pages", async () => {
  const site = await followSite(three, (request, response) => {
    const wish = { "/one": "noarchive", "/two": "noai", "/three": "otherbot: noarchive, noai" }[
      request.url ?? ""
    ];
    response.writeHead(200, { ...html, "x-robots-tag": wish ?? "all" });
    response.end(pageOf(request.url?.slice(1) ?? ""));
  });
  const states = async (): Promise<(string | undefined)[]> =>
    Promise.all(three.map(async (name) => (await site.article(name)).page?.state));
  expect(await states()).toEqual(["refused", "refused", "stored"]);
  const feedIds = (await site.running.ask("sources.list", {})).feeds.map(({ id }) => id);
  await site.running.ask("titles.setFullText", { feedIds, fullText: "on" });
  const articleIds = [(await site.article("one")).id, (await site.article("two")).id];
  await site.running.ask("articles.fetchPages", { articleIds });
  await site.running.settled();
  await expect.poll(states).toEqual(["stored", "refused", "stored"]);
});

it("pages that bring nothing are no longer asked for by themselves, until a person or time says so", async () => {
  const names = Array.from({ length: 12 }, (_, at) => `p${at}`);
  const site = await followSite(names, (_, response) => response.writeHead(404).end());
  const { feeds } = await site.running.ask("sources.list", {});
  const feedIds = feeds.map(({ id }) => id);
  const report = async () => (await site.running.ask("titles.records", {})).records[0]?.pages;
  await expect.poll(async () => (await report())?.refused).toBeGreaterThanOrEqual(8);
  const stopped = await report();
  expect(stopped?.stoppedUntil).toBeGreaterThan(site.now + 27 * 24 * hour);
  expect(stopped).toMatchObject({ better: 0, commonReason: "http-status" });
  const asked = site.pageRequests.length;
  expect(asked).toBeGreaterThanOrEqual(8);
  // What comes now is left alone.
  names.push("new");
  await site.later(30 * hour);
  await expect.poll(async () => (await site.article("new")).page).toBeNull();
  expect(site.pageRequests).toHaveLength(asked);
  // A person wants it all the same.
  site.answer = (request, response) => {
    response.writeHead(200, html).end(pageOf(request.url?.slice(1) ?? ""));
  };
  await site.running.ask("titles.setFullText", { feedIds, fullText: "auto" });
  await site.running.settled();
  await expect.poll(async () => (await site.article("new")).page?.state).toBe("stored");
  expect((await report())?.stoppedUntil).toBeNull();
});
