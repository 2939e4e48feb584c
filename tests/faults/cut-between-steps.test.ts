import { cp, mkdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TestLibrary } from "../unit/library/open-library.ts";
import { sampleArticle } from "../unit/library/samples.ts";

const aliases = (key: string) => ({ aliases: [`${key} one`, `${key} two`] });

/** A folder as it was after one batch, and as it is after a second; both as a crash leaves them. */
async function twoBatches() {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const ingest = (...keys: string[]) =>
    test.library.articles.ingest([
      { feedId: feed.id, articles: keys.map((key) => sampleArticle(key, aliases(key))) },
    ]);
  await ingest("1");
  const before = `${test.folder}-before`;
  const after = `${test.folder}-after`;
  await cp(test.folder, before, { recursive: true });
  await ingest("2", "3");
  await cp(test.folder, after, { recursive: true });
  /** The second batch, with those files as they were before it. */
  const mix = async (files: readonly string[]) => {
    await test.library.close();
    await rm(test.folder, { recursive: true });
    await cp(after, test.folder, { recursive: true });
    for (const file of files) await cp(join(before, file), join(test.folder, file));
    await test.open();
    await Promise.all([before, after].map((folder) => rm(folder, { recursive: true })));
  };
  return { test, ingest, mix };
}

const journal = "editions/2026-11-23/articles.log";
const pack = "editions/2026-11-23/bodies.pack";
const headlines = ["Headline of 1", "Headline of 2", "Headline of 3"];

test("texts stored, records not: the articles are taken up from their texts", async () => {
  const { test, ingest, mix } = await twoBatches();
  await mix([journal]);
  expect((await test.headlines()).sort()).toEqual(headlines);
  expect(test.library.repairs).toEqual([
    "2 articles of 2026-11-23 were recovered from the day's texts.",
  ]);
  expect((await ingest("1", "2", "3")).added).toEqual([]);
});

test("stored, but not told before the program ended: the articles do not come twice", async () => {
  const { test, ingest, mix } = await twoBatches();
  await mix([]);
  expect(test.library.repairs).toEqual([]);
  expect((await ingest("1", "2", "3")).added).toEqual([]);
});

test("half of the texts stored: the whole ones are taken up, the rest comes anew", async () => {
  const { test, ingest, mix } = await twoBatches();
  await mix([journal]);
  const path = join(test.folder, pack);
  await test.library.close();
  await rm(join(test.folder, journal));
  await truncate(path, (await readFile(path)).length - 10);
  await test.open();
  expect(await test.headlines()).toHaveLength(2);
  expect((await ingest("1", "2", "3")).added).toHaveLength(1);
  expect((await test.headlines()).sort()).toEqual(headlines);
  for (const row of await test.rows())
    if (row !== null)
      expect((await test.library.articles.read(row.id))?.html).toContain("The text of");
});

test("a bookmark's copy stored, its mark not: it is a bookmark", async () => {
  const { test, mix } = await twoBatches();
  const id = await test.idOf("1");
  await test.library.bookmarks.add(id);
  const copy = await readFile(join(test.folder, "bookmarks", id, "bookmark.json"));
  await mix([]);
  await test.library.close();
  await mkdir(join(test.folder, "bookmarks", id));
  await writeFile(join(test.folder, "bookmarks", id, "bookmark.json"), copy);
  await test.open();
  expect((await test.library.articles.read(id))?.bookmarked).toBe(true);
});
