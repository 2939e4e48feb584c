import * as nodeFiles from "node:fs/promises";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseOutline } from "../../../main/feeds/feeds.ts";
import { openLibrary } from "../../../main/library/library.ts";
import { Disk } from "../../../main/library/files/disk.ts";
import { ZipReader } from "../../../main/library/copies/zip-reader.ts";
import { filledLibrary } from "./backup-samples.ts";
import { FailingFiles } from "./failing-files.ts";
import { TestLibrary } from "./open-library.ts";
import { noon, sampleArticle, temporaryFolder } from "./samples.ts";

test("a backup is a plain zip that is useful without Broadsheet", async () => {
  const { test, backup, bookmarked, picture } = await filledLibrary();
  await test.library.copies.backUp(backup);
  const zip = await ZipReader.open(new Disk(), backup);
  expect(zip.names().sort()).toEqual([
    "README.txt",
    `bookmarks/${bookmarked}/${picture.name}`,
    `bookmarks/${bookmarked}/bookmark.json`,
    "keys.jsonl",
    "library.json",
    "manifest.json",
    "statuses.json",
    "titles.opml",
  ]);
  const text = async (name: string) => (await zip.read(name, 1e6)).toString("utf8");
  expect(JSON.parse(await text(`bookmarks/${bookmarked}/bookmark.json`))).toMatchObject({
    feedAddress: "https://paper.example/feed",
    record: { headline: "Headline of 1" },
    html: '<p>The text of 1. <img data-picture="0" alt="a &amp; b"></p>',
  });
  expect(await text(`bookmarks/${bookmarked}/${picture.name}`)).toBe("a picture");
  expect(parseOutline(await text("titles.opml"))).toMatchObject({
    feeds: [
      {
        address: "https://paper.example/feed",
        title: 'My "paper" <1>',
        site: null,
        folder: ["Papers & more"],
      },
      {
        address: "https://other.example/feed?a=1&b=2",
        title: "Title of https://other.example/feed?a=1&b=2",
        site: "https://other.example/",
        folder: [],
      },
    ],
    skipped: [],
  });
  expect(JSON.parse(await text("statuses.json"))).toMatchObject({
    read: { 20780: expect.stringMatching(/^\d$/) as string },
    bookmarks: { [bookmarked]: noon },
  });
  await zip.close();
  expect(await test.library.copies.inspect(backup)).toEqual({
    at: noon,
    titles: 2,
    bookmarks: 1,
    bytes: (await stat(backup)).size,
  });
});

test("tells how far it has come", async () => {
  const { test, backup } = await filledLibrary();
  const seen: number[] = [];
  await test.library.copies.backUp(backup, ({ done, total }) => seen.push(done / total));
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
});

test("the library's id stays the same", async () => {
  const { test, outside } = await filledLibrary();
  const ids = [];
  for (const name of ["a.zip", "b.zip"]) {
    await test.library.copies.backUp(join(outside, name));
    const zip = await ZipReader.open(new Disk(), join(outside, name));
    ids.push(JSON.parse((await zip.read("library.json", 1e6)).toString()) as { libraryId: string });
    await zip.close();
    await test.reopen();
  }
  expect(ids[0]?.libraryId).toMatch(/^[0-9a-f-]{36}$/);
  expect(ids[1]?.libraryId).toBe(ids[0]?.libraryId);
});

test("an empty library can be backed up", async () => {
  const test = await TestLibrary.make();
  const path = join(await temporaryFolder(), "new", "empty.zip");
  await test.library.copies.backUp(path);
  expect(await test.library.copies.inspect(path)).toMatchObject({ titles: 0, bookmarks: 0 });
});

test("a backup that fails leaves nothing, and the file that was there as it was", async () => {
  const failing = new FailingFiles();
  const test = await TestLibrary.make(failing.files);
  const feed = await test.follow();
  await test.library.articles.ingest([{ feedId: feed.id, articles: [sampleArticle("1")] }]);
  await test.library.bookmarks.add(await test.idOf("1"));
  const folder = await temporaryFolder();
  const path = join(folder, "backup.zip");
  await test.library.copies.backUp(path);
  await writeFile(path, "an older one");
  const isRefused = async () => {
    await expect(test.library.copies.backUp(path)).rejects.toMatchObject({ code: "storage-full" });
    failing.recover();
    expect(await readdir(folder)).toEqual(["backup.zip"]);
    expect(await readFile(path, "utf8")).toBe("an older one");
  };
  failing.writesLeft = 0;
  await isRefused();
  failing.syncsLeft = 0;
  await isRefused();
  await test.library.copies.backUp(path);
  expect((await test.library.copies.inspect(path)).bookmarks).toBe(1);
});

test("a library that can only be read can be backed up and exported", async () => {
  const { test, outside, backup } = await filledLibrary();
  await test.library.close();
  const refuse = () =>
    Promise.reject(Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS" }));
  const isInside = (path: unknown) => String(path).startsWith(`${test.folder}/`);
  const library = await openLibrary({
    folder: test.folder,
    now: () => noon,
    files: {
      ...nodeFiles,
      open: (path, flags, mode) =>
        isInside(path) && flags !== "r" ? refuse() : nodeFiles.open(path, flags, mode),
    },
  });
  expect(library.readOnly).toBe(true);
  await library.copies.backUp(backup);
  expect(await library.copies.inspect(backup)).toMatchObject({ titles: 2, bookmarks: 1 });
  await library.copies.exportEverything(join(outside, "export"));
  expect(await readdir(join(outside, "export", "bookmarks"))).toHaveLength(1);
  await library.close();
  await test.open();
});
