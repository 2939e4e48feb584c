import { hash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLibrary } from "../../../main/library/library.ts";
import { emptyLibrary, filledLibrary, ingest } from "./backup-samples.ts";
import { rezip } from "./rezip.ts";
import { noon, sampleFeed } from "./samples.ts";

interface Bookmark {
  at: number;
  record: Record<string, unknown> & { pictures: unknown[] };
}

/** A backup with one bookmark, whose facts somebody changed who made the manifest fit. */
async function backupWith(change: (bookmark: Bookmark) => void) {
  const filled = await filledLibrary();
  const { test, backup } = filled;
  await test.library.copies.backUp(backup);
  await rezip(backup, (entries) => {
    const name = [...entries.keys()].find((one) => one.endsWith("/bookmark.json")) ?? "";
    const bookmark = JSON.parse(entries.get(name)?.toString() ?? "") as Bookmark;
    change(bookmark);
    entries.set(name, Buffer.from(JSON.stringify(bookmark)));
  });
  return filled;
}

const changes: [what: string, change: (bookmark: Bookmark) => void][] = [
  ["a title's number that is none", ({ record }) => (record.feedId = -1)],
  ["a title's number beyond all", ({ record }) => (record.feedId = 4e9)],
  ["a key that is none", ({ record }) => (record.keys = ["what?"])],
  ["a key that is no text", ({ record }) => (record.keys = [{}])],
  ["no picture where one belongs", ({ record }) => (record.pictures = [null])],
  [
    "a picture's name that is a path",
    ({ record }) =>
      (record.pictures = record.pictures.map((one) => ({ ...(one as object), media: "../a.jpg" }))),
  ],
  ["a tag that is no text", ({ record }) => (record.tags = [7])],
  ["a moment that no calendar has", ({ record }) => (record.published = 1e300)],
  ["a time that no calendar has", (bookmark) => (bookmark.at = -1e300)],
];

test.each(changes)("refuses a bookmark with %s before anything is touched", async (_, change) => {
  const { backup } = await backupWith(change);
  const other = await emptyLibrary();
  await expect(other.copies.restore(backup, "merge")).rejects.toMatchObject({ code: "damaged" });
  expect(other.feeds.followed()).toEqual([]);
});

test("a picture's name leads nowhere outside of its folder", async () => {
  const bytes = Buffer.from("a file beside the backup");
  const way = `${hash("sha256", bytes, "hex")}./../../../beside`;
  const { backup, outside } = await backupWith(({ record }) => {
    record.pictures = record.pictures.map((picture) => ({ ...(picture as object), media: way }));
  });
  await writeFile(join(outside, "beside"), bytes);
  const other = await emptyLibrary();
  await expect(other.copies.restore(backup, "merge")).rejects.toMatchObject({ code: "damaged" });
  expect(await readdir(other.folder)).not.toContain("beside");
});

test("a title's number in a backup never makes a library that cannot be opened", async () => {
  const { backup } = await backupWith(({ record }) => (record.feedId = 2_000_000_000));
  const other = await emptyLibrary();
  await other.copies.restore(backup, "merge");
  await other.close();
  const again = await openLibrary({ folder: other.folder, now: () => noon });
  expect(again.articles.totals().bookmarks).toBe(1);
  await again.close();
});

test("numbers of titles in a backup do not lead to numbers that cannot be counted", async () => {
  const { test: filled, backup } = await filledLibrary();
  await filled.library.copies.backUp(backup);
  await rezip(backup, (entries) => {
    const document = JSON.parse(entries.get("library.json")?.toString() ?? "") as object;
    const large = { ...document, nextFeedId: 2_000_000_000 };
    entries.set("library.json", Buffer.from(JSON.stringify(large)));
  });
  const other = await emptyLibrary();
  await other.copies.restore(backup, "replace");
  const [feed] = other.feeds.followed();
  expect(feed?.id).toBeLessThan(1000);
});

test("a bookmark of a title that the backup does not know is not taken for another title's", async () => {
  const { backup } = await backupWith(({ record }) => (record.feedId = 77));
  const other = await emptyLibrary();
  const mine = await other.feeds.add(
    Array.from({ length: 80 }, (_, at) => sampleFeed(`https://mine-${at}.example/feed`)),
  );
  const feed = mine[76];
  if (feed === undefined) throw new Error("no title");
  expect(feed.id).toBe(77);
  // The keys are the same: publishers count from 1.
  await ingest(other, feed, ["1"]);
  const [row] = await other.articles
    .timeline({ scope: { kind: "all" }, filter: "all", order: "newest" })
    .page(0, 1);
  expect(await other.copies.restore(backup, "merge")).toMatchObject({ bookmarksAdded: 1 });
  const kept = await other.articles
    .timeline({ scope: { kind: "bookmarks" }, filter: "all", order: "newest" })
    .page(0, 9);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.id).not.toBe(row?.id);
  expect(kept[0]?.feedId).not.toBe(77);
  expect(kept[0]?.feedTitle).toBe('My "paper" <1>');
  // Once more adds nothing.
  expect(await other.copies.restore(backup, "merge")).toMatchObject({ bookmarksAdded: 0 });
});
