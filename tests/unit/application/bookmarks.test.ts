import { expect, it } from "vitest";
import { fill, firstRow } from "./filled-application.ts";
import { startApplication } from "./start-application.ts";

const passage = {
  id: "one",
  text: "feed",
  quote: "The text",
  before: "",
  after: " of one.",
  start: 0,
  note: "",
  at: 1,
} as const;

it("keeps what a person writes to an article, and brings it back with its bookmark", async () => {
  const running = await startApplication();
  await fill(running);
  const { ask } = running;
  const { id: articleId } = await firstRow(running);
  const note = "Read it again.";
  await ask("bookmarks.write", { articleId, tags: ["Wine", "WINE", "Summer"], note });
  await ask("bookmarks.putHighlight", { articleId, highlight: passage });
  const written = { tags: ["Wine", "Summer"], note: "Read it again.", highlights: [passage] };
  expect((await ask("article.open", { articleId })).bookmark).toEqual(written);
  expect(await ask("bookmarks.tags", {})).toEqual({
    tags: [
      { tag: "Summer", count: 1 },
      { tag: "Wine", count: 1 },
    ],
  });
  const query = {
    scope: { kind: "own-tag", tag: "wine" },
    filter: "all",
    order: "newest",
  } as const;
  expect((await ask("timeline.open", query)).total).toBe(1);

  const { undoId } = await ask("bookmarks.remove", { articleId });
  expect(await ask("bookmarks.tags", {})).toEqual({ tags: [] });
  expect((await ask("timeline.open", query)).total).toBe(0);
  await ask("undo.perform", { undoId: undoId ?? expect.fail() });
  expect((await ask("article.open", { articleId })).bookmark).toEqual(written);

  const removed = await ask("bookmarks.removeHighlight", { articleId, id: passage.id });
  expect((await ask("article.open", { articleId })).bookmark?.highlights).toEqual([]);
  await ask("undo.perform", { undoId: removed.undoId ?? expect.fail() });
  expect((await ask("article.open", { articleId })).bookmark).toEqual(written);
  expect(await ask("bookmarks.removeHighlight", { articleId, id: "unknown" })).toEqual({
    undoId: null,
  });
});

it("brings back tags and a note that were overwritten", async () => {
  const running = await startApplication();
  await fill(running);
  const { ask } = running;
  const { id: articleId } = await firstRow(running);
  const write = async (tags: string[], note: string): Promise<string | null> =>
    (await ask("bookmarks.write", { articleId, tags, note })).undoId;
  expect(await write(["Wine"], "First.")).toBeNull();
  // What only grows has lost nothing.
  expect(await write(["Wine", "Summer"], "First.")).toBeNull();
  const undoId = await write(["Summer"], "Second.");
  const { acts } = await ask("undo.list", {});
  expect(acts[0]).toMatchObject({ kind: "write-bookmark", count: 1, undoId });
  await ask("undo.perform", { undoId: undoId ?? expect.fail() });
  expect((await ask("article.open", { articleId })).bookmark).toMatchObject({
    tags: ["Wine", "Summer"],
    note: "First.",
  });
});

it("takes no more highlights than an article can have, but changes those there are", async () => {
  const running = await startApplication();
  await fill(running);
  const { ask, library } = running;
  const { id: articleId } = await firstRow(running);
  await Promise.all(
    Array.from({ length: 1000 }, (_, at) =>
      library.bookmarks.putHighlight(articleId, { ...passage, id: `n${at}` }),
    ),
  );
  await expect(ask("bookmarks.putHighlight", { articleId, highlight: passage })).rejects.toThrow(
    /as many highlights/,
  );
  await ask("bookmarks.putHighlight", {
    articleId,
    highlight: { ...passage, id: "n7", note: "!" },
  });
  expect((await ask("article.open", { articleId })).bookmark?.highlights).toHaveLength(1000);
});
