import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fill, firstRow, rows, temporaryFolder } from "./filled-application.ts";
import { startApplication } from "./start-application.ts";

describe("a backup", () => {
  it("is written where the person says, and not at all when they cancel", async () => {
    const folder = await temporaryFolder();
    const paths: (string | null)[] = [null, join(folder, "mine.zip")];
    const suggested: string[] = [];
    const askWhereToSave = (name: string): Promise<string | null> => {
      suggested.push(name);
      return Promise.resolve(paths.shift() ?? null);
    };
    const running = await startApplication({ desktop: { askWhereToSave } });
    await fill(running);
    expect(await running.ask("backup.create", {})).toEqual({ path: null });
    expect(await readdir(folder)).toEqual([]);
    const path = join(folder, "mine.zip");
    expect(await running.ask("backup.create", {})).toEqual({ path });
    expect(await readdir(folder)).toEqual(["mine.zip"]);
    expect(suggested[0]).toMatch(/^Broadsheet backup \d{4}-\d\d-\d\d\.zip$/);
    expect(running.announced.filter(({ name }) => name === "task.progressed").at(-1)).toMatchObject(
      {
        payload: { task: "backup", finished: true },
      },
    );
  });

  it("brings titles, marks and bookmarks into another library", async () => {
    const path = join(await temporaryFolder(), "mine.zip");
    const desktop = {
      askWhereToSave: () => Promise.resolve(path),
      askForBackup: () => Promise.resolve(path),
    };
    const old = await startApplication({ desktop });
    await fill(old);
    const { id, headline } = await firstRow(old);
    await old.ask("bookmarks.add", { articleId: id });
    await old.ask("settings.change", { theme: "dark" });
    await old.ask("backup.create", {});

    const fresh = await startApplication({ desktop });
    const chosen = (await fresh.ask("backup.choose", {})) ?? expect.fail();
    expect(chosen).toMatchObject({ titles: 1, bookmarks: 1 });
    const report = await fresh.ask("backup.restore", { token: chosen.token, mode: "merge" });
    expect(report).toMatchObject({ titlesAdded: 1, bookmarksAdded: 1, problems: [] });
    expect((await rows(fresh, "bookmarks")).map((row) => row.headline)).toEqual([headline]);
    expect((await fresh.ask("sources.list", {})).feeds).toHaveLength(1);
    const names = fresh.announced.map(({ name }) => name);
    for (const name of ["sources.changed", "articles.changed", "settings.changed"])
      expect(names).toContain(name);
    // Changes are let in again.
    await fresh.ask("folders.create", { name: "Evening" });
  });

  it("that replaces everything leaves no act to be undone in the wrong library", async () => {
    const path = join(await temporaryFolder(), "mine.zip");
    const desktop = {
      askWhereToSave: () => Promise.resolve(path),
      askForBackup: () => Promise.resolve(path),
    };
    const running = await startApplication({ desktop });
    await fill(running);
    await running.ask("backup.create", {});
    await running.ask("sources.unfollow", {
      feedIds: (await running.ask("sources.list", {})).feeds.map(({ id }) => id),
    });
    const { token } = (await running.ask("backup.choose", {})) ?? expect.fail();
    await running.ask("backup.restore", { token, mode: "replace" });
    expect((await running.ask("sources.list", {})).feeds).toHaveLength(1);
    expect((await running.ask("undo.list", {})).acts).toEqual([]);
  });

  it("that is none is refused in words of its own, and changes nothing", async () => {
    const path = join(await temporaryFolder(), "mine.zip");
    await writeFile(path, "PK this is no backup");
    const running = await startApplication({
      desktop: { askForBackup: () => Promise.resolve(path) },
    });
    await expect(running.ask("backup.choose", {})).rejects.toMatchObject({
      code: "damaged-backup",
    });
    await expect(
      running.ask("backup.restore", { token: "never-chosen", mode: "replace" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  it("of the automatic ones is listed, and can be chosen by its name", async () => {
    const running = await startApplication();
    await fill(running);
    expect(await running.ask("backup.list", {})).toEqual({ copies: [] });
    await running.library.copies.rotate();
    const { copies } = await running.ask("backup.list", {});
    expect(copies).toHaveLength(1);
    const copyId = copies[0]?.id ?? expect.fail();
    expect(await running.ask("backup.choose", { copyId })).toMatchObject({ titles: 1 });
    await expect(running.ask("backup.choose", { copyId: "other.zip" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

it("an export makes a new folder each time in the one that was chosen", async () => {
  const parent = await temporaryFolder();
  const running = await startApplication({
    desktop: { askForFolder: () => Promise.resolve(parent) },
    now: () => Date.UTC(2026, 10, 23, 12),
  });
  await fill(running);
  const first = await running.ask("export.everything", {});
  const second = await running.ask("export.everything", {});
  expect(first.folder).toBe(join(parent, "Broadsheet 2026-11-23"));
  expect(second.folder).toBe(join(parent, "Broadsheet 2026-11-23 (2)"));
  const outline = await readFile(join(second.folder ?? "", "titles.opml"), "utf8");
  expect(outline).toContain("http://127.0.0.1:9/feed");
});

describe("moving the library", () => {
  it("copies it, remembers the place, and lets nothing be changed in the old one", async () => {
    const [folder, target] = [join(await temporaryFolder(), "library"), await temporaryFolder()];
    const remembered: string[] = [];
    let restarts = 0;
    const running = await startApplication({
      folder,
      desktop: {
        askForFolder: () => Promise.resolve(target),
        rememberLibrary(place) {
          remembered.push(place);
          return Promise.resolve();
        },
        restart: () => (restarts += 1),
      },
    });
    await fill(running);
    const { id } = await firstRow(running);
    await running.ask("bookmarks.add", { articleId: id });
    const moved = await running.ask("storage.move", {});
    const place = join(target, "library");
    expect(moved).toEqual({ moved: true, folder: place, warning: null });
    expect(remembered).toEqual([place]);
    await expect(running.ask("bookmarks.remove", { articleId: id })).rejects.toMatchObject({
      code: "restart-needed",
    });
    await expect(running.ask("sources.list", {})).rejects.toMatchObject({ code: "restart-needed" });
    await running.ask("app.restart", {});
    expect(restarts).toBe(1);
    await running.stop();

    const after = await startApplication({ folder: place });
    expect(await rows(after)).toHaveLength(3);
    expect(await rows(after, "bookmarks")).toHaveLength(1);
    await after.stop();
    const old = await startApplication({ folder });
    expect(await rows(old)).toHaveLength(3);
  });

  it("is refused before anything is closed when there is something in the way", async () => {
    const target = await temporaryFolder();
    await mkdir(join(target, "Broadsheet", "library"), { recursive: true });
    await writeFile(join(target, "Broadsheet", "library", "letter.txt"), "mine");
    const folder = join(await temporaryFolder(), "library");
    const running = await startApplication({
      folder,
      desktop: { askForFolder: () => Promise.resolve(target) },
    });
    await fill(running);
    await expect(running.ask("storage.move", {})).rejects.toMatchObject({
      code: "folder-not-empty",
    });
    await running.ask("folders.create", { name: "Morning" });
    expect(await rows(running)).toHaveLength(3);
  });

  it("is nothing when the person cancels", async () => {
    const running = await startApplication();
    expect(await running.ask("storage.move", {})).toEqual({ moved: false });
    await running.ask("folders.create", { name: "Morning" });
  });

  it("that fails half-way keeps the old place and asks for a new start", async () => {
    const folder = join(await temporaryFolder(), "library");
    const target = await temporaryFolder();
    const running = await startApplication({
      folder,
      desktop: {
        askForFolder: () => Promise.resolve(target),
        rememberLibrary: () => Promise.reject(new Error("the disk is gone")),
      },
    });
    await fill(running);
    await expect(running.ask("storage.move", {})).rejects.toMatchObject({ code: "internal" });
    await expect(running.ask("sources.list", {})).rejects.toMatchObject({ code: "restart-needed" });
    await running.stop();
    const old = await startApplication({ folder });
    expect(await rows(old)).toHaveLength(3);
  });
});
