import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articleId, feedId, folderId } from "../../../preload/contract/contract.ts";
import type { UndoableAct } from "../../../main/library/library.ts";
import { FailingFiles } from "./failing-files.ts";
import { TestLibrary } from "./open-library.ts";
import { day, noon } from "./samples.ts";

const ids = (...texts: string[]) => texts.map((text) => articleId.parse(text));
const marked: UndoableAct = {
  kind: "mark-read",
  articleIds: ids("20779-3", "20780-1", "20780-2", "20780-3", "20780-9"),
};
const acts: readonly UndoableAct[] = [
  marked,
  { kind: "delete-articles", articleIds: ids("20780-4") },
  { kind: "unfollow", feedIds: [feedId.parse(3), feedId.parse(1)] },
  {
    kind: "remove-folder",
    folder: { id: folderId.parse(2), name: "Morning" },
    feedIds: [feedId.parse(5)],
  },
  { kind: "remove-bookmark", articleId: articleId.parse("20780-17") },
];

test("acts of every kind are there after a restart, newest first, as they were", async () => {
  const world = await TestLibrary.make();
  const undoIds: string[] = [];
  for (const [index, act] of acts.entries())
    undoIds.push(await world.library.undo.remember(act, index === 0 ? null : `Name ${index}`));
  const library = await world.reopen();
  expect(library.undo.list()).toEqual(
    [
      { kind: "mark-read", count: 5, name: null },
      { kind: "delete-articles", count: 1, name: "Name 1" },
      { kind: "unfollow", count: 2, name: "Name 2" },
      { kind: "remove-folder", count: 1, name: "Name 3" },
      { kind: "remove-bookmark", count: 1, name: "Name 4" },
    ]
      .map((act, index) => ({ ...act, at: noon, undoId: undoIds[index] }))
      .reverse(),
  );
  for (const [index, act] of acts.entries())
    expect(await library.undo.get(undoIds[index] ?? "")).toEqual(act);
});

test("an act is there even if the program ends without closing the library", async () => {
  const world = await TestLibrary.make();
  await world.library.undo.remember(marked, null);
  const [journal] = (await readdir(world.folder)).filter((name) => /^undo\.\d+\.log$/.test(name));
  const text = await readFile(join(world.folder, journal ?? "missing"), "utf8");
  expect(text).toContain(`"20779":"3","20780":"1-3,9"`);
});

test("what was forgotten stays forgotten, and an unknown act is none", async () => {
  const world = await TestLibrary.make();
  const undoId = await world.library.undo.remember(marked, null);
  await world.library.undo.forget(undoId);
  await world.library.undo.forget("never-there");
  const library = await world.reopen();
  expect(library.undo.list()).toEqual([]);
  expect(await library.undo.get(undoId)).toBeNull();
});

test("no more than fifty are remembered, and none is offered after thirty days", async () => {
  const world = await TestLibrary.make();
  for (let number = 1; number <= 60; number++)
    await world.library.undo.remember({ kind: "unfollow", feedIds: [feedId.parse(number)] }, null);
  const library = await world.reopen();
  const newest = library.undo.list()[0]?.undoId ?? expect.fail();
  expect(library.undo.list()).toHaveLength(50);
  expect(await library.undo.get(newest)).toEqual({ kind: "unfollow", feedIds: [60] });
  world.clock.now = noon + 31 * day;
  expect(library.undo.list()).toEqual([]);
  expect(await library.undo.get(newest)).toBeNull();
  // The clock had only jumped.
  world.clock.now = noon;
  expect(library.undo.list()).toHaveLength(50);
});

test("what a full disk did not take is not offered", async () => {
  const disk = new FailingFiles();
  const world = await TestLibrary.make(disk.files);
  disk.writesLeft = 0;
  await expect(world.library.undo.remember(marked, null)).rejects.toMatchObject({
    code: "storage-full",
  });
  disk.recover();
  expect(world.library.undo.list()).toEqual([]);
});
