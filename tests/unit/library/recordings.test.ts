import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectLibrary, type StoredRecording } from "../../../main/library/library.ts";
import type { ArticleId, RecordingName } from "../../../preload/contract/contract.ts";
import { makeSound } from "../../newsstand/recordings.ts";
import { TestLibrary } from "./open-library.ts";
import { day, noon, sampleArticle, temporaryFolder } from "./samples.ts";

const addressOf = (key: string): string => `https://sounds.example/${key}.wav`;

/** Stores articles that sounds came with. */
async function store(test: TestLibrary, keys: readonly string[]): Promise<void> {
  const feed = await test.follow();
  const articles = keys.map((key) =>
    sampleArticle(key, {
      published: test.clock.now,
      enclosures: [{ address: addressOf(key), type: "audio/wav", length: 100 }],
    }),
  );
  await test.library.articles.ingest([{ feedId: feed.id, articles }]);
}

/** Keeps an article's sound. */
async function keep(test: TestLibrary, key: string, seconds: number): Promise<StoredRecording> {
  const { recordings } = test.library;
  const articleId = await test.idOf(key);
  const episode = await recordings.episode(articleId, 0);
  if (episode === null) throw new Error(`no sound came with ${key}`);
  const part = await recordings.openPart(addressOf(key), { etag: '"1"', lastModified: null }, 0);
  await part.append(makeSound(seconds));
  const { name, bytes } = await recordings.keep(part, "wav");
  const entry: StoredRecording = {
    articleId,
    feedId: episode.feedId,
    address: addressOf(key),
    index: 0,
    state: "kept",
    wish: "person",
    askedAt: noon,
    file: name,
    bytes,
    part: null,
    failure: null,
    nextTry: null,
    attempts: 0,
    position: 7,
    duration: seconds,
    playedAt: noon,
  };
  await recordings.put([entry]);
  return entry;
}

const pathOf = (test: TestLibrary, { file }: StoredRecording): Promise<string | null> =>
  test.library.recordings.path(file ?? ("" as RecordingName));

test("goes with its article when that is purged; a bookmark keeps its own", async () => {
  const test = await TestLibrary.make();
  await store(test, ["gone", "bookmarked"]);
  const gone = await keep(test, "gone", 1);
  const bookmarked = await keep(test, "bookmarked", 2);
  await test.library.bookmarks.add(bookmarked.articleId);
  expect((await test.library.upkeep.usage()).recordings).toBe(gone.bytes + bookmarked.bytes);
  await test.library.settings.change({
    retention: { days: 7, articles: null, keepUnread: false },
  });
  for (let days = 3; days <= 12; days += 3) {
    test.clock.now = noon + days * day;
    await test.library.upkeep.sealPastDays();
  }
  expect((await test.library.upkeep.purge()).articles).toBe(1);
  // Some of it leaves the disk in the background.
  await test.library.upkeep.usage();
  expect([...test.library.recordings.all()]).toMatchObject([{ articleId: bookmarked.articleId }]);
  await test.reopen();
  await test.library.upkeep.sealPastDays();
  expect(await pathOf(test, gone)).toBeNull();
  expect(await pathOf(test, bookmarked)).not.toBeNull();
});

test("two articles share one file, which goes with the last of them", async () => {
  const test = await TestLibrary.make();
  await store(test, ["one", "two"]);
  const one = await keep(test, "one", 1);
  const two = await keep(test, "two", 1);
  expect(two.file).toBe(one.file);
  await test.library.recordings.letGo([one]);
  expect(await pathOf(test, two)).not.toBeNull();
  await test.library.recordings.forget([two]);
  expect(await pathOf(test, two)).toBeNull();
});

test("where the person stopped outlives the file", async () => {
  const test = await TestLibrary.make();
  await store(test, ["one"]);
  await test.library.recordings.letGo([await keep(test, "one", 30)]);
  await test.reopen();
  const article = await test.library.articles.read(await test.idOf("one"));
  expect(article?.enclosures[0]?.recording).toMatchObject({
    state: "none",
    file: null,
    position: 7,
    duration: 30,
  });
});

test("is the same when its publisher signs its address anew", async () => {
  const test = await TestLibrary.make();
  await store(test, ["one"]);
  const { articleId } = await keep(test, "one", 1);
  const moved = { address: `${addressOf("one")}?signed=2`, type: "audio/wav", length: 0 };
  expect(test.library.recordings.of(articleId, [moved], 0)?.state).toBe("kept");
  const listed = { address: addressOf("one"), type: "audio/wav", length: 0 };
  expect(test.library.recordings.of(articleId, [listed, moved], 1)).toBeUndefined();
});

test("a part is cut back to what was durable", async () => {
  const test = await TestLibrary.make();
  const version = { etag: '"1"', lastModified: null };
  const { recordings } = test.library;
  const part = await recordings.openPart(addressOf("one"), version, 0);
  await part.append(Buffer.from("durable"));
  await part.sync();
  await part.append(Buffer.from(" and not"));
  await part.close();
  const again = await recordings.openPart(addressOf("one"), version, 7);
  expect(again.size).toBe(7);
  expect(Buffer.from(again.start).toString()).toBe("durable");
  await again.close();
  const other = await recordings.openPart(addressOf("one"), { ...version, etag: '"2"' }, 7);
  expect(other.size).toBe(0);
  await other.close();
});

test("an inspection tells of missing and damaged ones; an export takes the good ones along", async () => {
  const test = await TestLibrary.make();
  await store(test, ["one", "two"]);
  const one = await keep(test, "one", 1);
  const two = await keep(test, "two", 2);
  const into = join(await temporaryFolder(), "export");
  await test.library.copies.exportEverything(into);
  expect((await readdir(join(into, "recordings"))).sort()).toEqual([one.file, two.file].sort());
  const facts = JSON.parse(await readFile(join(into, "recordings.json"), "utf8")) as unknown[];
  expect(facts).toContainEqual(
    expect.objectContaining({ article: one.articleId satisfies ArticleId, position: 7 }),
  );
  const whole = await inspectLibrary(test.folder, { deep: true });
  expect(whole).toMatchObject({ isWhole: true, recordings: { count: 2 } });
  await writeFile((await pathOf(test, one)) ?? "", "something else");
  await test.library.recordings.path(two.file ?? ("" as RecordingName));
  const damaged = await inspectLibrary(test.folder, { deep: true });
  expect(damaged?.isWhole).toBe(false);
});
