import { expect, it } from "vitest";
import type { Article } from "../../../preload/contract/contract.ts";
import { serveSite } from "./serve-site.ts";
import { startApplication } from "./start-application.ts";

const said = (about: string, count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p>${at}: The ${about} was opened on Monday, said the keeper, after two years of work, and nobody was as glad as the neighbours were.</p>`,
  ).join("");

/** Letters to the editor look more like an article here than the article does. */
const pageOf = (name: string): string => `<!doctype html><html lang="en"><head>
<title>About ${name}</title></head><body><article class="letters">${said("letter box", 14)}</article>
<div class="news-item">${said(name, 5)}</div></body></html>`;

const names = ["lighthouse", "bath", "museum"];

async function followSite() {
  const asked: string[] = [];
  const site = { status: 200, asked, held: Promise.resolve<undefined>(undefined) };
  const items = names
    .map(
      (name) =>
        `<item><guid>${name}</guid><title>About ${name}</title><link>/${name}</link><description>Opened.</description></item>`,
    )
    .join("");
  const address = await serveSite((request, response) => {
    if (request.url === "/feed") {
      response.end(
        `<rss version="2.0"><channel><title>Site</title><link>/</link>${items}</channel></rss>`,
      );
      return;
    }
    if (request.url === "/robots.txt") {
      response.writeHead(404).end();
      return;
    }
    asked.push(request.url ?? "");
    void site.held.then(() => {
      response.writeHead(site.status, { "content-type": "text/html; charset=utf-8" });
      response.end(pageOf(request.url?.slice(1) ?? ""));
    });
  });
  const running = await startApplication();
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${address}/feed"/></body></opml>`,
  );
  await running.settled();
  const feed = async () => {
    const [first] = (await running.ask("sources.list", {})).feeds;
    if (first === undefined) throw new Error("nothing is followed");
    return first;
  };
  const article = async (name: string): Promise<Article> => {
    const query = { scope: { kind: "all" }, filter: "all", order: "newest" } as const;
    const { timelineId } = await running.ask("timeline.open", query);
    const { rows } = await running.ask("timeline.page", { timelineId, offset: 0, limit: 50 });
    const row = rows.find((one) => one?.headline === `About ${name}`);
    if (!row) throw new Error(`no article about ${name}`);
    return running.ask("article.open", { articleId: row.id });
  };
  return { running, site, feed, article };
}

type Site = Awaited<ReturnType<typeof followSite>>;

async function openPage({ running, article }: Site, name: string) {
  const { id: articleId } = await article(name);
  const page = await running.ask("extraction.open", { articleId });
  const at = page.html.indexOf(`0: The ${name}`);
  const block = Number([...page.html.slice(0, at).matchAll(/data-block="(\d+)"/g)].at(-1)?.[1]);
  return { page, block };
}

it("a choice on one page puts the others of its title right, and is kept", async () => {
  const site = await followSite();
  const { running, feed, article } = site;
  await running.ask("titles.setFullText", { feedIds: [(await feed()).id], fullText: "on" });
  await running.settled();
  expect((await article("museum")).html).toContain("letter box");

  const { page, block } = await openPage(site, "lighthouse");
  expect(page).toMatchObject({ isOwnChoice: false });
  expect(page.chosen).not.toBe(block);
  const { token } = page;
  const preview = await running.ask("extraction.preview", { token, block });
  expect(preview).toMatchObject({ problem: null });
  expect(preview.wordCount).toBeGreaterThan(80);
  expect(preview.html).toContain("4: The lighthouse");
  expect(preview.html).not.toContain("letter box");

  expect(await running.ask("extraction.choose", { token, block })).toEqual({ count: 3 });
  await running.settled();
  for (const name of names) {
    const { html, text } = await article(name);
    expect(text).toBe("page");
    expect(html).toContain(`4: The ${name}`);
    expect(html).not.toContain("letter box");
  }
  expect(await feed()).toMatchObject({ hasOwnExtraction: true });
  expect(running.library.feeds.followed()[0]?.ownExtraction?.selector).toBe("div.news-item");
  expect((await openPage(site, "bath")).page).toMatchObject({ isOwnChoice: true });

  const { id: feedId } = await feed();
  expect(await running.ask("extraction.reset", { feedId })).toEqual({ count: 3 });
  await running.settled();
  expect((await article("museum")).html).toContain("letter box");
  expect(await feed()).toMatchObject({ hasOwnExtraction: false });
  expect(running.logged).toEqual([]);
});

it("a choice has the pages of a title fetched that were not before", async () => {
  const site = await followSite();
  const { running, feed, article } = site;
  await running.ask("titles.setFullText", { feedIds: [(await feed()).id], fullText: "off" });
  await running.settled();
  const { page, block } = await openPage(site, "bath");
  await running.ask("extraction.choose", { token: page.token, block });
  await running.settled();
  expect(await feed()).toMatchObject({ fullText: "on" });
  expect((await article("museum")).html).toContain("4: The museum");
});

it("a choice reaches pages that are under way when it is made", async () => {
  const site = await followSite();
  const { running, article } = site;
  const wrong = await openPage(site, "museum");
  const right = await openPage(site, "bath");
  const at = wrong.page.html.indexOf("0: The letter box");
  const letters = [...wrong.page.html.slice(0, at).matchAll(/data-block="(\d+)"/g)].at(-1)?.[1];
  const held = Promise.withResolvers<undefined>();
  site.site.held = held.promise;
  site.site.asked.length = 0;
  await running.ask("extraction.choose", { token: wrong.page.token, block: Number(letters) });
  // As many as one host is asked for at once.
  await expect.poll(() => site.site.asked.length).toBe(2);
  await running.ask("extraction.choose", { token: right.page.token, block: right.block });
  held.resolve(undefined);
  await running.settled();
  for (const name of names) {
    const { html } = await article(name);
    expect(html).toContain(`4: The ${name}`);
    expect(html).not.toContain("letter box");
  }
});

it("says why a page cannot be shown, and forgets those that were chosen on", async () => {
  const site = await followSite();
  const { running } = site;
  const { id: articleId } = await site.article("bath");
  site.site.status = 403;
  await expect(running.ask("extraction.open", { articleId })).rejects.toMatchObject({
    code: "http-status",
    details: { status: 403 },
  });
  const unknown = { token: "no-such-page", block: 0 };
  await expect(running.ask("extraction.preview", unknown)).rejects.toMatchObject({
    code: "not-found",
  });
  site.site.status = 200;
  const { page } = await openPage(site, "bath");
  const nothing = { token: page.token, block: 100_000 };
  expect(await running.ask("extraction.preview", nothing)).toMatchObject({
    html: "",
    problem: "no-article",
  });
  await expect(running.ask("extraction.choose", nothing)).rejects.toMatchObject({
    code: "invalid-input",
  });
});
