import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { FailingFiles } from "../library/failing-files.ts";
import { fill, firstRow, rows, temporaryFolder } from "./filled-application.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const unread = async (running: RunningApplication): Promise<number> =>
  (await rows(running)).filter((row) => !row.read).length;

it("every kind of act is listed with its name and taken back after a restart", async () => {
  const folder = join(await temporaryFolder(), "library");
  const before = await startApplication({ folder });
  await fill(before);
  const { ask } = before;
  const [feed] = (await ask("sources.list", {})).feeds;
  const { folderId } = await ask("folders.create", { name: "Morning" });
  const feedIds = [feed?.id ?? expect.fail()];
  await ask("sources.move", { feedIds, folderId, before: null });
  const [one, two] = await rows(before);
  const marked = one ?? expect.fail();
  const removed = two ?? expect.fail();
  await ask("bookmarks.add", { articleId: marked.id });

  await ask("bookmarks.remove", { articleId: marked.id });
  const query = { scope: { kind: "all" }, filter: "all", order: "newest" } as const;
  const { timelineId } = await ask("timeline.open", query);
  expect((await ask("timeline.markAllRead", { timelineId })).count).toBe(3);
  expect((await ask("articles.delete", { articleIds: [removed.id] })).count).toBe(1);
  await ask("folders.remove", { folderId });
  await ask("sources.unfollow", { feedIds });
  await before.stop();

  const after = await startApplication({ folder });
  const { acts } = await after.ask("undo.list", {});
  expect(acts.map(({ kind, count, name }) => [kind, count, name])).toEqual([
    ["unfollow", 1, feed?.title],
    ["remove-folder", 1, "Morning"],
    ["delete-articles", 1, removed.headline],
    ["mark-read", 3, null],
    ["remove-bookmark", 1, marked.headline],
  ]);
  for (const { undoId } of acts) await after.ask("undo.perform", { undoId });
  const sources = await after.ask("sources.list", {});
  expect(sources.feeds.map(({ title, folderId: filed }) => [title, filed])).toEqual([
    [feed?.title, folderId],
  ]);
  expect((await rows(after)).map(({ headline }) => headline).toSorted()).toEqual([
    "Headline of one",
    "Headline of three",
    "Headline of two",
  ]);
  expect(await unread(after)).toBe(3);
  expect((await rows(after, "bookmarks")).map(({ id }) => id)).toEqual([marked.id]);
  expect((await after.ask("undo.list", {})).acts).toEqual([]);
});

it("what changed nothing cannot be undone", async () => {
  const running = await startApplication();
  await fill(running);
  const { ask } = running;
  const articleId = (await firstRow(running)).id;
  expect(await ask("bookmarks.remove", { articleId })).toEqual({ undoId: null });
  await ask("articles.delete", { articleIds: [articleId] });
  const again = await ask("articles.delete", { articleIds: [articleId] });
  expect(again).toEqual({ count: 0, undoId: null });
  const [feed] = (await ask("sources.list", {})).feeds;
  const feedIds = [feed?.id ?? expect.fail()];
  await ask("sources.unfollow", { feedIds });
  expect(await ask("sources.unfollow", { feedIds })).toEqual({ count: 0, undoId: null });
  expect((await ask("undo.list", {})).acts.map(({ kind }) => kind)).toEqual([
    "unfollow",
    "delete-articles",
  ]);
});

it("an act is undone once, also when it is asked for twice at a time", async () => {
  const running = await startApplication();
  await fill(running);
  const { ask, library } = running;
  const { undoId } = await ask("articles.delete", { articleIds: [(await firstRow(running)).id] });
  const undeleting = vi.spyOn(library.articles, "undelete");
  const input = { undoId: undoId ?? expect.fail() };
  const results = await Promise.allSettled([
    ask("undo.perform", input),
    ask("undo.perform", input),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(undeleting).toHaveBeenCalledTimes(1);
});

it("an undo that failed can be tried again", async () => {
  const disk = new FailingFiles();
  const running = await startApplication({ files: disk.files });
  await fill(running);
  const { ask } = running;
  const { undoId } = await ask("articles.delete", { articleIds: [(await firstRow(running)).id] });
  const input = { undoId: undoId ?? expect.fail() };
  disk.writesLeft = 0;
  await expect(ask("undo.perform", input)).rejects.toMatchObject({ code: "storage-full" });
  disk.recover();
  expect((await ask("undo.list", {})).acts).toHaveLength(1);
  await ask("undo.perform", input);
  expect(await rows(running)).toHaveLength(3);
});
