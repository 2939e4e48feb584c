import { existsSync } from "node:fs";
import * as nodeFiles from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { LibraryOptions } from "../../../main/library/library.ts";
import { viewState } from "../../../preload/contract/contract.ts";
import { fill, firstRow, rows, temporaryFolder } from "./filled-application.ts";
import { startApplication } from "./start-application.ts";

const refuse = (): Promise<never> =>
  Promise.reject(Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS" }));

/** The disk as it is when it is mounted for reading alone; root may write everywhere else. */
const readOnlyFiles: NonNullable<LibraryOptions["files"]> = {
  ...nodeFiles,
  open: (path, flags, mode) =>
    flags === "r" || flags === undefined ? nodeFiles.open(path, flags, mode) : refuse(),
  mkdir: refuse,
  rename: refuse,
  rm: refuse,
  copyFile: refuse,
};

it("a library that can only be read is shown, and every change is refused in plain words", async () => {
  const folder = join(await temporaryFolder(), "library");
  const before = await startApplication({ folder });
  await fill(before);
  const { id } = await firstRow(before);
  await before.ask("bookmarks.add", { articleId: id });
  await before.stop();

  const running = await startApplication({ folder, files: readOnlyFiles, searches: true });
  const visiting = vi.spyOn(running.library.visits, "record");
  const sealing = vi.spyOn(running.library.upkeep, "sealPastDays");
  running.application.start();
  expect(await running.ask("app.info", {})).toMatchObject({ readOnly: true });
  expect(await running.ask("storage.usage", {})).toMatchObject({ readOnly: true });
  expect(await rows(running)).toHaveLength(3);
  expect(await rows(running, "bookmarks")).toHaveLength(1);
  expect((await running.ask("article.open", { articleId: id })).html).toContain("The text of");
  // Its index is made elsewhere.
  const wanted = { text: "text", isTyping: false, order: "newest" } as const;
  await expect
    .poll(async () => (await running.ask("search.open", wanted)).total, { timeout: 10_000 })
    .toBe(3);
  expect(existsSync(join(folder, "search"))).toBe(false);
  expect(await running.ask("refresh.status", {})).toMatchObject({ running: false, nextDue: null });

  const refused = { code: "read-only" };
  const articleIds = [id];
  await expect(running.ask("articles.markRead", { articleIds, read: true })).rejects.toMatchObject(
    refused,
  );
  await expect(running.ask("articles.delete", { articleIds })).rejects.toMatchObject(refused);
  await expect(running.ask("bookmarks.remove", { articleId: id })).rejects.toMatchObject(refused);
  await expect(running.ask("settings.change", { theme: "dark" })).rejects.toMatchObject(refused);
  await expect(running.ask("storage.purge", {})).rejects.toMatchObject(refused);
  await expect(running.ask("storage.move", {})).rejects.toMatchObject(refused);
  await expect(running.ask("refresh.start", { scope: { kind: "all" } })).rejects.toMatchObject(
    refused,
  );
  // Where the reader was is not worth a refusal.
  await running.ask("view.remember", viewState.parse({}));
  expect(visiting).not.toHaveBeenCalled();
  expect(sealing).not.toHaveBeenCalled();
  await running.stop();

  const after = await startApplication({ folder });
  expect((await rows(after)).every(({ read }) => !read)).toBe(true);
  expect(await rows(after, "bookmarks")).toHaveLength(1);
});
