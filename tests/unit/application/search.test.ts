import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { inspectLibrary } from "../../../main/library/library.ts";
import { savedSearchId, type RequestOutput } from "../../../preload/contract/contract.ts";
import { serveSite } from "./serve-site.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const gone = savedSearchId.parse(99);

const stories = [
  { name: "harbour", text: "The old harbour is to be rebuilt, the mayor said." },
  { name: "café", text: "A café on the square has closed after ninety years." },
  { name: "東京", text: "東京の図書館が新しくなった。" },
  { name: "storm", text: "A storm has damaged the harbour wall and two boats." },
];

async function followSite(folder?: string) {
  const items = stories.map(
    ({ name, text }, at) =>
      `<item><guid>${at}</guid><title>About ${name}</title><link>/${at}</link><pubDate>${new Date(Date.UTC(2026, 9, at + 1)).toUTCString()}</pubDate><description>${text}</description></item>`,
  );
  const address = await serveSite((request, response) => {
    if (request.url === "/feed")
      response.end(
        `<rss version="2.0"><channel><title>The Harbour Post</title><link>/</link>${items.join("")}</channel></rss>`,
      );
    else response.writeHead(404).end();
  });
  const running = await startApplication({
    searches: true,
    ...(folder !== undefined && { folder }),
  });
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${address}/feed"/></body></opml>`,
  );
  await running.settled();
  return running;
}

type Answer = RequestOutput<"search.open">;

async function look(
  { ask }: RunningApplication,
  text: string,
  order: "newest" | "relevance" = "newest",
): Promise<Answer & { headlines: (string | undefined)[] }> {
  const answer = await ask("search.open", { text, isTyping: false, order });
  if (answer.timelineId === null) return { ...answer, headlines: [] };
  const { rows } = await ask("timeline.page", {
    timelineId: answer.timelineId,
    offset: 0,
    limit: 50,
  });
  return { ...answer, headlines: rows.map((row) => row?.headline) };
}

async function eventually(
  running: RunningApplication,
  text: string,
  headlines: readonly string[],
): Promise<void> {
  await expect
    .poll(async () => (await look(running, text)).headlines, { timeout: 10_000 })
    .toEqual(headlines);
}

it("finds what has come, in every script, newest first or the best first", async () => {
  const running = await followSite();
  await eventually(running, "harbour -title:post", []);
  await eventually(running, "text:harbour", ["About storm", "About harbour"]);
  expect((await look(running, "headline:harbour")).headlines).toEqual(["About harbour"]);
  expect((await look(running, "text:harbour", "relevance")).headlines).toHaveLength(2);
  expect((await look(running, "cafe")).headlines).toEqual(["About café"]);
  expect((await look(running, "図書館")).headlines).toEqual(["About 東京"]);
  expect((await look(running, "before:2026-10-03 is:unread")).headlines).toEqual([
    "About café",
    "About harbour",
  ]);
  const answer = await look(running, "text:harbour");
  expect(answer).toMatchObject({ total: 2, hasMore: false, notes: [], looser: [] });
  expect(answer.days).toHaveLength(2);
  expect(await look(running, "   ")).toMatchObject({ timelineId: null, understood: null });
  expect(running.logged).toEqual([]);
});

it("suggests what to leave out when nothing is found", async () => {
  const running = await followSite();
  await eventually(running, "storm", ["About storm"]);
  const { total, looser } = await look(running, 'storm "rebuilt mayor" after:2026-10-01');
  expect(total).toBe(0);
  expect(looser.length).toBeGreaterThan(0);
  for (const { text, total: promised } of looser)
    expect((await look(running, text)).total).toBe(promised);
});

it("a search that is overtaken says so", async () => {
  const running = await followSite();
  await eventually(running, "storm", ["About storm"]);
  const ask = (text: string) =>
    running.ask("search.open", { text, isTyping: true, order: "newest" });
  const [first, second] = await Promise.allSettled([ask("sto"), ask("stor")]);
  expect(first).toMatchObject({ status: "rejected", reason: { code: "cancelled" } });
  expect(second).toMatchObject({ status: "fulfilled", value: { total: 1 } });
});

it("what is deleted, read, renamed or unfollowed is found as it is now", async () => {
  const running = await followSite();
  const { ask } = running;
  await eventually(running, "storm", ["About storm"]);
  const { timelineId } = await look(running, "storm");
  const { rows } = await ask("timeline.page", { timelineId: timelineId ?? 0, offset: 0, limit: 1 });
  const articleId = rows[0]?.id;
  if (articleId === undefined) throw new Error("no article");
  await ask("articles.markRead", { articleIds: [articleId], read: true });
  expect((await look(running, "storm is:unread")).headlines).toEqual([]);
  expect((await look(running, "storm is:read")).headlines).toEqual(["About storm"]);
  await ask("bookmarks.add", { articleId });
  expect((await look(running, "is:bookmarked")).headlines).toEqual(["About storm"]);
  const { feeds } = await ask("sources.list", {});
  const [feed] = feeds;
  if (feed === undefined) throw new Error("no title");
  await ask("sources.rename", { feedId: feed.id, title: "Coast Weekly" });
  await eventually(running, "storm title:weekly", ["About storm"]);
  const deleted = await ask("articles.delete", { articleIds: [articleId] });
  // It is a bookmark, which stays.
  expect((await look(running, "storm")).headlines).toEqual(["About storm"]);
  await ask("bookmarks.remove", { articleId });
  await eventually(running, "storm", []);
  await ask("undo.perform", { undoId: deleted.undoId ?? "" });
  await eventually(running, "storm", ["About storm"]);
  await ask("sources.unfollow", { feedIds: [feed.id] });
  expect((await look(running, "storm")).headlines).toEqual([]);
  expect(running.logged).toEqual([]);
});

it("hits can be marked read as a list, and located in it", async () => {
  const running = await followSite();
  await eventually(running, "text:harbour", ["About storm", "About harbour"]);
  const { timelineId } = await look(running, "text:harbour");
  if (timelineId === null) throw new Error("no list");
  const { ask } = running;
  expect(await ask("timeline.nextUnread", { timelineId, after: 0 })).toEqual({ index: 1 });
  expect(await ask("timeline.countNewer", { timelineId })).toEqual({ count: 0 });
  expect((await ask("timeline.markAllRead", { timelineId })).count).toBe(2);
  expect((await look(running, "text:harbour is:unread")).total).toBe(0);
});

it("an index that is gone, or damaged, is made anew by itself at the next start", async () => {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-search-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const library = join(folder, "library");
  const index = join(library, "search");
  const first = await followSite(library);
  await eventually(first, "storm", ["About storm"]);
  await first.stop();

  const files = (await readdir(index)).filter((name) => name.endsWith(".db"));
  expect(files).not.toEqual([]);
  for (const name of files) await writeFile(join(index, name), "no database ".repeat(1000));
  const second = await startApplication({ searches: true, folder: library });
  second.application.start();
  await eventually(second, "storm", ["About storm"]);
  await second.ask("search.rebuild", {});
  await eventually(second, "storm", ["About storm"]);
  await second.stop();

  await rm(index, { recursive: true });
  const third = await startApplication({ searches: true, folder: library });
  third.application.start();
  await eventually(third, "storm", ["About storm"]);
  expect(await third.ask("search.progress", {})).toEqual({ indexing: null });
});

it("keeps searches with counts that stay right, also when one is taken back or the program restarts", async () => {
  const running = await followSite();
  await eventually(running, "text:harbour", ["About storm", "About harbour"]);
  const { id } = await running.ask("searches.keep", { name: "Harbour", text: "text:harbour" });
  const other = await running.ask("searches.keep", { name: "Cafés", text: "cafe" });
  const list = async () => (await running.ask("searches.list", {})).searches;
  await expect.poll(list, { timeout: 10_000 }).toEqual([
    { id, name: "Harbour", text: "text:harbour", total: 2, unread: 2 },
    { id: other.id, name: "Cafés", text: "cafe", total: 1, unread: 1 },
  ]);

  const [storm] = await (async () => {
    const answer = await look(running, "storm");
    if (answer.timelineId === null) throw new Error("nothing found");
    const page = { timelineId: answer.timelineId, offset: 0, limit: 1 };
    return (await running.ask("timeline.page", page)).rows;
  })();
  if (storm === null || storm === undefined) throw new Error("no storm");
  await running.ask("articles.markRead", { articleIds: [storm.id], read: true });
  await expect
    .poll(async () => (await list())[0], { timeout: 10_000 })
    .toMatchObject({ total: 2, unread: 1 });

  await running.ask("searches.move", { id: other.id, before: id });
  await running.ask("searches.change", { id, name: "Port" });
  expect((await list()).map(({ name }) => name)).toEqual(["Cafés", "Port"]);
  const { undoId } = await running.ask("searches.remove", { id: other.id });
  if (undoId === null) throw new Error("cannot be taken back");
  expect((await list()).map(({ name }) => name)).toEqual(["Port"]);
  const third = await running.ask("searches.keep", { name: "Third", text: "third" });
  expect(third.id).toBeGreaterThan(other.id);
  await running.ask("undo.perform", { undoId });
  expect((await list()).map(({ name }) => name)).toEqual(["Cafés", "Port", "Third"]);
  await expect(running.ask("searches.change", { id: gone, name: "x" })).rejects.toThrow();
  expect(running.logged).toEqual([]);
});

it("finds what a person wrote to a bookmark, and no longer when it is gone", async () => {
  const running = await followSite();
  await eventually(running, "storm", ["About storm"]);
  const answer = await look(running, "storm");
  if (answer.timelineId === null) throw new Error("nothing found");
  const page = { timelineId: answer.timelineId, offset: 0, limit: 1 };
  const articleId = (await running.ask("timeline.page", page)).rows[0]?.id;
  if (articleId === undefined) throw new Error("no storm");
  const note = "Ask Ann about the boats.";
  await running.ask("bookmarks.write", { articleId, tags: ["Holidays"], note });
  await eventually(running, "tag:holidays", ["About storm"]);
  await eventually(running, "note:ann", ["About storm"]);
  await eventually(running, "is:bookmarked ann", ["About storm"]);
  const { undoId } = await running.ask("bookmarks.remove", { articleId });
  await eventually(running, "note:ann", []);
  if (undoId === null) throw new Error("cannot be taken back");
  await running.ask("undo.perform", { undoId });
  await eventually(running, "note:ann", ["About storm"]);
  expect(running.logged).toEqual([]);
});

it("keeps its index in the library, where it belongs and can be made anew", async () => {
  const running = await followSite();
  await eventually(running, "storm", ["About storm"]);
  const report = await inspectLibrary(running.folder);
  expect(report?.findings).toEqual([]);
  expect(report?.cacheBytes).toBeGreaterThan(0);
});
