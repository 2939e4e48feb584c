import * as nodeFiles from "node:fs/promises";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FileSystem } from "../../../main/library/files/disk.ts";
import { reservePath } from "../../../main/library/files/reserve.ts";
import { openLibrary } from "../../../main/library/library.ts";
import { everything, sampleArticle, sampleFeed, temporaryFolder } from "./samples.ts";
import { TestLibrary } from "./open-library.ts";

function refusal(code: string): Error {
  return Object.assign(new Error(`${code}: refused`), { code });
}

/** File calls that refuse every change with a code, while `isRefused`. */
function refusing(code: string, isRefused: (path: string, call: string) => boolean): FileSystem {
  const guarded = (name: "rename" | "mkdir" | "copyFile") => {
    return (path: string, ...rest: never[]): unknown =>
      isRefused(path, name)
        ? Promise.reject(refusal(code))
        : (nodeFiles[name] as (...args: unknown[]) => unknown)(path, ...rest);
  };
  return {
    ...nodeFiles,
    open: (path: string, flags: string) =>
      flags !== "r" && isRefused(path, "open")
        ? Promise.reject(refusal(code))
        : nodeFiles.open(path, flags),
    rename: guarded("rename"),
    mkdir: guarded("mkdir"),
    copyFile: guarded("copyFile"),
  } as unknown as FileSystem;
}

async function filled() {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  await test.library.articles.ingest([
    { feedId: feed.id, articles: [sampleArticle("1"), sampleArticle("2")] },
  ]);
  await test.library.bookmarks.add(await test.idOf("1"));
  return { test, feed };
}

async function treeOf(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).toSorted();
}

test("a folder that cannot be written opens for reading and refuses every change", async () => {
  const { test, feed } = await filled();
  await test.library.close();
  const before = await treeOf(test.folder);
  const files: FileSystem = {
    ...refusing("EROFS", () => true),
    rm: () => Promise.reject(refusal("EROFS")),
  };
  const library = await openLibrary({ folder: test.folder, now: () => test.clock.now, files });
  expect(library.readOnly).toBe(true);
  expect(library.repairs).toEqual([]);
  const rows = await library.articles.timeline(everything).page(0, 10);
  expect(rows.map((row) => row?.headline)).toEqual(["Headline of 1", "Headline of 2"]);
  const id = await test.idOf("1").catch(() => rows[0]?.id);
  if (id === undefined) throw new Error("no article");
  expect((await library.articles.read(id))?.html).toBe("<p>The text of 1.</p>");
  const refused = { code: "unwritable" };
  await expect(library.articles.setRead([id], true)).rejects.toMatchObject(refused);
  await expect(library.articles.delete([id])).rejects.toMatchObject(refused);
  await expect(library.bookmarks.remove(id)).rejects.toMatchObject(refused);
  await expect(library.feeds.unfollow([feed.id])).rejects.toMatchObject(refused);
  await expect(library.settings.change({ theme: "dark" })).rejects.toMatchObject(refused);
  await expect(
    library.articles.ingest([{ feedId: feed.id, articles: [sampleArticle("3")] }]),
  ).rejects.toMatchObject(refused);
  await library.view.remember(library.view.current());
  expect(library.articles.counts(feed.id)).toEqual({ unread: 2, total: 2 });
  await library.close();
  expect(await treeOf(test.folder)).toEqual(before);
  expect((await test.open()).readOnly).toBe(false);
});

test("damage in a folder that cannot be written is told, and the rest is read", async () => {
  const { test } = await filled();
  await test.library.close();
  await writeFile(join(test.folder, "library.json"), "\0");
  const before = await treeOf(test.folder);
  const library = await openLibrary({ folder: test.folder, files: refusing("EACCES", () => true) });
  expect(library.repairs.length).toBeGreaterThan(0);
  expect(library.feeds.followed()).toHaveLength(1);
  expect(
    (await library.articles.timeline({ ...everything, scope: { kind: "bookmarks" } }).page(0, 5))
      .length,
  ).toBe(1);
  await library.close();
  expect(await treeOf(test.folder)).toEqual(before);
});

test("a damaged line in a folder that cannot be written costs no other article", async () => {
  const { test, feed } = await filled();
  const article = (key: string) => ({ feedId: feed.id, articles: [sampleArticle(key)] });
  await test.library.articles.ingest([article("3")]);
  await test.library.close();
  const path = join(test.folder, "editions", "2026-11-23", "articles.log");
  const log = await readFile(path, "utf8");
  await writeFile(path, log.replace("Headline of 1", "Headline of !"));
  const library = await openLibrary({
    folder: test.folder,
    now: () => test.clock.now,
    files: refusing("EACCES", () => true),
  });
  const headlines = async () => {
    const rows = await library.articles.timeline(everything).page(0, 5);
    return rows.flatMap((row) => row?.headline ?? []).sort();
  };
  // The first is read out of its bookmark.
  expect(await headlines()).toEqual(["Headline of 1", "Headline of 2", "Headline of 3"]);
  // Meanwhile the day was looked at once more.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await headlines()).toEqual(["Headline of 1", "Headline of 2", "Headline of 3"]);
  expect(library.repairs.length).toBeGreaterThan(0);
  await library.close();
  expect(await readFile(path, "utf8")).toContain("Headline of !");
});

test("a folder without a library that cannot be written is refused", async () => {
  const folder = await temporaryFolder();
  await expect(
    openLibrary({ folder, files: refusing("EACCES", () => true) }),
  ).rejects.toMatchObject({ code: "unwritable" });
});

test("on a full disk the reserve lets marks and bookmarks be stored, but no articles", async () => {
  const folder = await temporaryFolder();
  let isFull = false;
  const hasRoom = () =>
    stat(reservePath(folder)).then(
      () => false,
      () => true,
    );
  const files = {
    ...nodeFiles,
    open: async (path: string, flags: string) => {
      if (isFull && flags !== "r" && !(await hasRoom())) throw refusal("ENOSPC");
      return nodeFiles.open(path, flags);
    },
  } as unknown as FileSystem;
  const library = await openLibrary({ folder, files });
  const [feed] = await library.feeds.add([sampleFeed("https://paper.example/feed")]);
  if (feed === undefined) throw new Error("no title");
  const take = (key: string) =>
    library.articles.ingest([{ feedId: feed.id, articles: [sampleArticle(key)] }]);
  const { added } = await take("1");
  await library.upkeep.sealPastDays();
  const { size } = await stat(reservePath(folder));
  expect(size).toBe(4_000_000);
  isFull = true;
  await expect(take("2")).rejects.toMatchObject({ code: "storage-full" });
  expect((await stat(reservePath(folder))).size).toBe(size);
  for (const id of added) expect(await library.bookmarks.add(id)).toBe(true);
  expect(await library.articles.setRead(added, true)).toEqual(added);
  await expect(stat(reservePath(folder))).rejects.toThrow();
  isFull = false;
  await library.upkeep.sealPastDays();
  expect((await stat(reservePath(folder))).size).toBe(size);
  await library.close();
});

test("a full disk without any reserve does not keep a library from opening", async () => {
  const { test } = await filled();
  await test.library.close();
  await rm(join(test.folder, "cache"), { recursive: true });
  await rm(join(test.folder, "README.txt"));
  await writeFile(join(test.folder, "library.json"), "\0");
  // Renaming takes no room.
  const files = refusing("ENOSPC", (path, call) => path !== test.folder && call !== "rename");
  const library = await openLibrary({ folder: test.folder, files });
  expect(library.readOnly).toBe(false);
  expect(await library.articles.timeline(everything).page(0, 10)).toHaveLength(0);
  await library.close();
});

test.for([
  ["library.json", "a folder in the place of a file"],
  ["format.json", "a folder in the place of a file"],
  ["statuses.1.json", "a folder in the place of a file"],
  ["README.txt", "a folder in the place of a file"],
] as const)("%s: %s is set aside and told", async ([name]) => {
  const { test } = await filled();
  await test.reopen();
  await test.library.close();
  await rm(join(test.folder, name), { force: true });
  await mkdir(join(test.folder, name, "something"), { recursive: true });
  await test.open();
  expect(await test.headlines({ scope: { kind: "bookmarks" } })).toHaveLength(1);
  await test.library.settings.change({ theme: "dark" });
  if (name !== "README.txt") expect(test.library.repairs.length).toBeGreaterThan(0);
  if (name === "library.json") {
    const names = await readdir(test.folder);
    expect(names.some((one) => one.startsWith("library.json.damaged-"))).toBe(true);
    expect((await readFile(join(test.folder, name), "utf8")).includes("dark")).toBe(true);
  }
});

test.for(["editions", "bookmarks", "media", "trash", "cache"])(
  "a file in the place of the folder %s is set aside and told",
  async (name) => {
    const { test, feed } = await filled();
    await test.library.close();
    await rm(join(test.folder, name), { recursive: true });
    await writeFile(join(test.folder, name), "not a folder");
    await test.open();
    expect(test.library.repairs.join(" ")).toContain(name);
    const { added } = await test.library.articles.ingest([
      { feedId: feed.id, articles: [sampleArticle("3")] },
    ]);
    expect(added).toHaveLength(1);
    expect(
      await readFile(
        join(
          test.folder,
          (await readdir(test.folder)).find((one) => one.startsWith(`${name}.damaged-`)) ?? "",
        ),
        "utf8",
      ),
    ).toBe("not a folder");
  },
);

test("a file in the place of a day is set aside when that day is written", async () => {
  const { test, feed } = await filled();
  await test.library.close();
  const day = join(test.folder, "editions", "2026-11-23");
  await rm(day, { recursive: true });
  await writeFile(day, "not a folder");
  await test.open();
  const { added } = await test.library.articles.ingest([
    { feedId: feed.id, articles: [sampleArticle("3")] },
  ]);
  expect(added).toEqual(["20780-3"]);
  expect(await test.headlines({ scope: { kind: "bookmarks" } })).toEqual(["Headline of 1"]);
});

test("a synchronised folder is warned of", async () => {
  const folder = join(await temporaryFolder(), "Dropbox", "library");
  const library = await openLibrary({ folder });
  expect(library.repairs).toHaveLength(1);
  expect(library.repairs[0]).toContain("Dropbox");
  await library.close();
});
