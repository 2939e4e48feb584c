import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { inspectLibrary } from "../../../main/library/library.ts";
import { mergeDetails, noDetails } from "../../../main/library/bookmarks/merge-details.ts";
import { packText } from "../../../main/offline/pack-text.ts";
import type { ArticleId, Highlight } from "../../../preload/contract/contract.ts";
import { emptyLibrary } from "./backup-samples.ts";
import { TestLibrary } from "./open-library.ts";
import { day, sampleArticle } from "./samples.ts";

const passage = (id: string, start: number, more: Partial<Highlight> = {}): Highlight => ({
  id,
  text: "feed",
  quote: `quote ${id}`,
  before: "",
  after: "",
  start,
  note: "",
  at: 1,
  ...more,
});

/** An article with two tags, a note and two highlights, which made it a bookmark. */
async function writtenBookmark() {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const articles = ["1", "2", "3"].map((key) => sampleArticle(key));
  await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  const id = await test.idOf("1");
  const { bookmarks } = test.library;
  await bookmarks.write(id, { tags: ["Wine", "wine ", "Holidays"], note: "For the evening." });
  await bookmarks.putHighlight(id, passage("b", 9));
  await bookmarks.putHighlight(id, passage("a", 4));
  return { test, feed, id, folder: join(test.folder, "bookmarks", id) };
}

const written = {
  tags: ["Wine", "Holidays"],
  note: "For the evening.",
  highlights: [passage("a", 4), passage("b", 9)],
};

async function tagged(test: TestLibrary, tag: string): Promise<(string | undefined)[]> {
  const scope = { kind: "own-tag", tag } as const;
  await test.library.articles.prepare({ scope, filter: "all", order: "newest" });
  return test.headlines({ scope });
}

test("what is written to an article makes it a bookmark and is there after a restart", async () => {
  const { test, id } = await writtenBookmark();
  expect(await test.library.articles.read(id)).toMatchObject({
    bookmarked: true,
    bookmark: written,
  });
  await test.reopen();
  expect((await test.library.articles.read(id))?.bookmark).toEqual(written);
  expect(await test.library.bookmarks.details(id)).toEqual(written);
  expect([...(await test.library.bookmarks.allDetails())]).toEqual([[id, written]]);
  const other = await test.idOf("2");
  expect((await test.library.articles.read(other))?.bookmark).toBeNull();
  expect(await test.library.bookmarks.details(other)).toBeNull();
  expect(await test.library.bookmarks.write("1-1" as ArticleId, written)).toBe(false);
});

test("a highlight is changed by its number and removed by it", async () => {
  const { test, id } = await writtenBookmark();
  const { bookmarks } = test.library;
  await bookmarks.putHighlight(id, passage("a", 4, { note: "true" }));
  await bookmarks.removeHighlight(id, "b");
  await bookmarks.removeHighlight(id, "unknown");
  expect((await bookmarks.details(id))?.highlights).toEqual([passage("a", 4, { note: "true" })]);
});

test("edits that come at the same time are all kept", async () => {
  const { test, id, feed } = await writtenBookmark();
  const { articles, bookmarks } = test.library;
  const changed = { ...sampleArticle("1"), body: packText("<p>New.</p>"), contentHash: "another" };
  await Promise.all([
    ...Array.from({ length: 20 }, (_, at) =>
      bookmarks.putHighlight(id, passage(`n${at}`, 20 + at)),
    ),
    articles.ingest([{ feedId: feed.id, articles: [changed] }]),
    bookmarks.write(id, { tags: ["Only"], note: "" }),
  ]);
  await test.reopen();
  const details = await test.library.bookmarks.details(id);
  expect(details?.highlights).toHaveLength(22);
  expect(details?.tags).toEqual(["Only"]);
  expect((await test.library.articles.read(id))?.html).toBe("<p>New.</p>");
});

test("survives unfollowing, purging of its edition, and a damaged copy", async () => {
  const { test, id, feed, folder } = await writtenBookmark();
  await test.library.feeds.unfollow([feed.id]);
  await test.library.close();
  await writeFile(join(folder, "bookmark.json"), "damaged");
  const { repairs } = await test.open();
  await vi.waitFor(() => expect(repairs.join(" ")).toContain("was copied again"));
  await test.library.close();
  for (const name of ["editions", "cache"]) await rm(join(test.folder, name), { recursive: true });
  await test.open();
  expect((await test.library.articles.read(id))?.bookmark).toEqual(written);
  expect(await tagged(test, "wine")).toEqual(["Headline of 1"]);
});

test("goes to the trash with its bookmark and comes back with it", async () => {
  const { test, id } = await writtenBookmark();
  await test.library.bookmarks.remove(id);
  expect(await test.library.bookmarks.tags()).toEqual([]);
  expect(await tagged(test, "wine")).toEqual([]);
  await test.reopen();
  expect(await test.library.bookmarks.details(id)).toBeNull();
  await test.library.bookmarks.add(id);
  expect(await test.library.bookmarks.details(id)).toEqual(written);
  expect(await tagged(test, "wine")).toEqual(["Headline of 1"]);
});

test("where the file is damaged, what was written before the last change is there", async () => {
  const { test, id, folder } = await writtenBookmark();
  await test.library.close();
  await writeFile(join(folder, "details.json"), "damaged");
  await test.open();
  const details = await test.library.bookmarks.details(id);
  expect(details).toEqual({ ...written, highlights: [passage("b", 9)] });
  expect(test.library.repairs.join(" ")).toMatch(/details\.json was damaged.*set aside/);
});

test("own tags list bookmarks whatever their case, and are counted as most spell them", async () => {
  const { test } = await writtenBookmark();
  const { bookmarks } = test.library;
  for (const key of ["2", "3"])
    await bookmarks.write(await test.idOf(key), { tags: ["wine", "Äpfel"], note: "" });
  expect(await bookmarks.tags()).toEqual([
    { tag: "Äpfel", count: 2 },
    { tag: "Holidays", count: 1 },
    { tag: "wine", count: 3 },
  ]);
  await test.reopen();
  expect(await tagged(test, "WINE")).toHaveLength(3);
  expect(await tagged(test, "äPFEL")).toHaveLength(2);
  expect(await tagged(test, "win")).toEqual([]);
  const id = await test.idOf("2");
  await test.library.articles.delete([id]);
  expect(await tagged(test, "wine")).toHaveLength(3);
  expect(existsSync(join(test.folder, "bookmarks", id, "details.json"))).toBe(true);
});

test("backups hold it: merged it adds to what is here, replaced it is as it was", async () => {
  const { test, id } = await writtenBookmark();
  const backup = join(test.folder, "..", "one.zip");
  await test.library.copies.backUp(backup);
  const other = await emptyLibrary();
  await other.copies.restore(backup, "merge");
  expect([...(await other.bookmarks.allDetails()).values()]).toEqual([written]);

  await test.library.bookmarks.write(id, { tags: ["WINE", "Later"], note: "Changed." });
  await test.library.bookmarks.removeHighlight(id, "a");
  await test.library.copies.restore(backup, "merge");
  const both = {
    tags: ["WINE", "Later", "Holidays"],
    note: "Changed.\n\nFor the evening.",
    highlights: written.highlights,
  };
  expect(await test.library.bookmarks.details(id)).toEqual(both);
  await test.library.copies.restore(backup, "merge");
  expect(await test.library.bookmarks.details(id)).toEqual(both);
  await test.library.copies.restore(backup, "replace");
  expect(await test.library.bookmarks.details(id)).toEqual(written);
});

test("automatic copies are made anew when only a note has changed", async () => {
  const { test, id } = await writtenBookmark();
  await test.library.copies.rotate();
  test.clock.now += day;
  await test.library.bookmarks.write(id, { ...written, note: "Another note." });
  await test.library.copies.rotate();
  expect(await test.library.copies.automatic()).toHaveLength(2);
});

test("is exported with everything, and looked at by the inspection", async () => {
  const { test, id, folder } = await writtenBookmark();
  const out = join(test.folder, "..", "out");
  await test.library.copies.exportEverything(out);
  const root = join(out, "bookmarks");
  const [name = ""] = await readdir(root);
  const facts: unknown = JSON.parse(await readFile(join(root, name, "bookmark.json"), "utf8"));
  expect(facts).toMatchObject({ ownTags: written.tags, note: written.note });
  expect(facts).toMatchObject({ highlights: [{ quote: "quote a" }, { quote: "quote b" }] });
  const page = await readFile(join(root, name, "index.html"), "utf8");
  expect(page).toContain("For the evening.");
  await test.library.close();
  expect(await inspectLibrary(test.folder)).toMatchObject({ isWhole: true, findings: [] });
  await writeFile(join(folder, "details.json"), "damaged");
  expect(JSON.stringify(await inspectLibrary(test.folder))).toContain("What was written");
  await test.open();
  expect(await test.library.bookmarks.details(id)).not.toEqual(noDetails);
});

test("merging keeps what the first says and forgets nothing of the second", () => {
  const first = { tags: ["a"], note: "one", highlights: [passage("x", 5, { note: "mine" })] };
  const second = { tags: ["A", "b"], note: "on", highlights: [passage("x", 5), passage("y", 1)] };
  expect(mergeDetails(first, second)).toEqual({
    tags: ["a", "b"],
    note: "one",
    highlights: [passage("y", 1), passage("x", 5, { note: "mine" })],
  });
  expect(mergeDetails(noDetails, second)).toEqual({
    ...second,
    highlights: [passage("y", 1), passage("x", 5)],
  });
});
