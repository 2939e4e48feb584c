import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Library } from "../../../main/library/library.ts";
import type { ArticleRow, TimelineQuery } from "../../../preload/contract/contract.ts";
import { emptyLibrary, filledLibrary, ingest } from "./backup-samples.ts";
import { day, hour, noon, sampleArticle, sampleFeed } from "./samples.ts";
import { patch, rezip, unzip, zip, type Entries } from "./rezip.ts";

const bookmarks = { scope: { kind: "bookmarks" } } as const;

async function rowsOf(library: Library, query: Partial<TimelineQuery> = {}): Promise<ArticleRow[]> {
  const timeline = library.articles.timeline({
    scope: { kind: "all" },
    filter: "all",
    order: "newest",
    ...query,
  });
  return (await timeline.page(0, 1000)).filter((row) => row !== null);
}

async function headlines(library: Library, query: Partial<TimelineQuery> = {}): Promise<string[]> {
  return (await rowsOf(library, query)).map(({ headline }) => headline.slice(-1)).sort();
}

test("merging into an empty library brings titles, bookmarks with pictures, and what was read", async () => {
  const { test, backup, picture, feed } = await filledLibrary();
  await test.library.copies.backUp(backup);
  const other = await emptyLibrary();
  const report = await other.copies.restore(backup, "merge");
  expect(report).toEqual({ titlesAdded: 2, bookmarksAdded: 1, marksSet: 0, problems: [] });
  expect(other.folders.all().map(({ name }) => name)).toEqual(["Papers & more"]);
  expect(other.feeds.followed()[0]).toMatchObject({
    address: feed.address,
    ownTitle: 'My "paper" <1>',
    folderId: other.folders.all()[0]?.id,
    addedAt: feed.addedAt,
  });
  expect(other.settings.current().theme).toBe("system");
  const [row] = await rowsOf(other, bookmarks);
  if (row === undefined) throw new Error("the bookmark is missing");
  expect(await other.articles.read(row.id)).toMatchObject({
    headline: "Headline of 1",
    feedTitle: 'My "paper" <1>',
    bookmarkedAt: noon,
    offline: "complete",
    html: '<p>The text of 1. <img data-picture="0" alt="a &amp; b"></p>',
  });
  const path = await other.pictures.path(picture.name);
  expect(await readFile(path ?? "", "utf8")).toBe("a picture");
  // What was read there does not come back as unread; what was not, does.
  const [here] = other.feeds.followed();
  if (here === undefined) throw new Error("the title is missing");
  await ingest(other, here, ["1", "2", "3"]);
  expect(await headlines(other)).toEqual(["1", "3"]);
});

test("merging into another library finds the same articles by their keys", async () => {
  const { test, backup } = await filledLibrary();
  await test.library.copies.backUp(backup);
  const other = await emptyLibrary();
  // The same articles carry other numbers here, and one number of a bookmark is another article's.
  const [mine, same] = await other.feeds.add([
    sampleFeed("https://mine.example/feed"),
    sampleFeed("https://paper.example/feed"),
  ]);
  if (mine === undefined || same === undefined) throw new Error("no titles");
  await ingest(other, mine, ["5", "6", "7", "8"]);
  await ingest(other, same, ["4", "3", "2"]);
  const report = await other.copies.restore(backup, "merge");
  expect(report).toMatchObject({ titlesAdded: 1, bookmarksAdded: 1, marksSet: 1 });
  expect(await headlines(other, { filter: "unread" })).toEqual(["1", "3", "4", "5", "6", "7", "8"]);
  expect(await headlines(other, bookmarks)).toEqual(["1"]);
  expect(other.feeds.followed()).toHaveLength(3);
  // Once more changes nothing.
  expect(await other.copies.restore(backup, "merge")).toEqual({
    titlesAdded: 0,
    bookmarksAdded: 0,
    marksSet: 0,
    problems: [],
  });
  expect(await headlines(other, bookmarks)).toEqual(["1"]);
});

test("merging keeps what is here", async () => {
  const { test, backup, feed } = await filledLibrary();
  const { library } = test;
  await library.copies.backUp(backup);
  await library.feeds.change(new Map([[feed.id, { ownTitle: "Another name" }]]));
  await library.bookmarks.add(await test.idOf("3"));
  await library.articles.setRead([await test.idOf("4")], true);
  await library.settings.change({ theme: "light" });
  const others = library.feeds.followed().filter(({ id }) => id !== feed.id);
  await library.feeds.unfollow(others.map(({ id }) => id));
  const report = await library.copies.restore(backup, "merge");
  expect(report).toEqual({ titlesAdded: 1, bookmarksAdded: 0, marksSet: 0, problems: [] });
  expect(library.feeds.get(feed.id)?.ownTitle).toBe("Another name");
  expect(library.settings.current().theme).toBe("light");
  expect(await headlines(library, bookmarks)).toEqual(["1", "3"]);
  expect(await headlines(library, { filter: "unread" })).toEqual(["1", "3"]);
});

test("merging brings a removed bookmark back, also when its article is gone", async () => {
  const { test, backup, bookmarked } = await filledLibrary();
  await test.library.copies.backUp(backup);
  await test.library.bookmarks.remove(bookmarked);
  await test.library.copies.restore(backup, "merge");
  expect(await headlines(test.library, bookmarks)).toEqual(["1"]);
  expect(await readdir(join(test.folder, "trash"))).toEqual([]);
  await test.reopen();
  expect(await headlines(test.library, bookmarks)).toEqual(["1"]);
  expect(test.library.repairs).toEqual([]);
});

test("replacing makes titles, settings, marks and bookmarks those of the backup; articles stay", async () => {
  const { test, backup, feed, bookmarked } = await filledLibrary();
  const { library } = test;
  await library.copies.backUp(backup);
  const [id2, id3, id4] = [await test.idOf("2"), await test.idOf("3"), await test.idOf("4")];
  test.clock.now += hour;
  await ingest(library, feed, ["9"]);
  await library.articles.setRead([await test.idOf("9"), id3], true);
  await library.articles.setRead([id2], false);
  await library.feeds.add([sampleFeed("https://later.example/feed")]);
  await library.feeds.unfollow([feed.id]);
  await library.folders.add("Later");
  await library.settings.change({ theme: "light" });
  await library.bookmarks.remove(bookmarked);
  await library.bookmarks.add(id4);
  const report = await library.copies.restore(backup, "replace");
  expect(report).toEqual({ titlesAdded: 1, bookmarksAdded: 1, marksSet: 1, problems: [] });
  const check = async (checked: Library) => {
    expect(checked.feeds.followed().map(({ address }) => address)).toEqual([
      "https://paper.example/feed",
      "https://other.example/feed?a=1&b=2",
    ]);
    expect(checked.feeds.former().map(({ address }) => address)).toEqual([
      "https://later.example/feed",
    ]);
    expect(checked.folders.all().map(({ name }) => name)).toEqual(["Papers & more"]);
    expect(checked.settings.current().theme).toBe("dark");
    expect(await headlines(checked)).toEqual(["1", "2", "3", "4", "9"]);
    // What came after the backup was made keeps its mark.
    expect(await headlines(checked, { filter: "unread" })).toEqual(["1", "3", "4"]);
    expect(await headlines(checked, bookmarks)).toEqual(["1"]);
  };
  await check(library);
  expect(await readdir(join(test.folder, "trash"))).toHaveLength(1);
  await check(await test.reopen());
  expect(test.library.repairs).toEqual([]);
  // And back again, with the copy that was made before.
  const [before] = await test.library.copies.automatic();
  expect(before?.path).toMatch(/2026-11-23-before-restore-1\.zip$/);
  await test.library.copies.restore(before?.path ?? "", "replace");
  expect(await headlines(test.library, bookmarks)).toEqual(["4"]);
  expect(test.library.settings.current().theme).toBe("light");
});

test("two copies of a library that went their own ways do not mark each other's articles", async () => {
  const { test, backup, feed } = await filledLibrary();
  await test.library.copies.backUp(backup);
  // The backup says that number 5 of today is read; here, number 5 is another article.
  await rezip(backup, (entries) => {
    entries.set(
      "statuses.json",
      Buffer.from(JSON.stringify({ read: { 20780: "3,5" }, bookmarks: {} })),
    );
  });
  await ingest(test.library, feed, ["5"]);
  await test.library.copies.restore(backup, "merge");
  expect(await headlines(test.library, { filter: "unread" })).toContain("5");
});

test("a restore that is interrupted loses nothing, and doing it again completes it", async () => {
  const { test, backup } = await filledLibrary();
  await test.library.copies.backUp(backup);
  const other = await emptyLibrary();
  await other.feeds.add([sampleFeed("https://mine.example/feed")]);
  const stop = new Error("stopped");
  await expect(
    other.copies.restore(backup, "replace", ({ done, total }) => {
      if (done > total / 2) throw stop;
    }),
  ).rejects.toThrow(stop);
  expect([...other.feeds.followed(), ...other.feeds.former()]).toHaveLength(3);
  await other.copies.restore(backup, "replace");
  expect(other.feeds.followed()).toHaveLength(2);
  expect(await headlines(other, bookmarks)).toEqual(["1"]);
});

test("deleted articles stay deleted in a new library", async () => {
  const { test, backup } = await filledLibrary();
  await test.library.articles.delete([await test.idOf("3")]);
  await test.library.copies.backUp(backup);
  const other = await emptyLibrary();
  await other.copies.restore(backup, "merge");
  const [here] = other.feeds.followed();
  if (here === undefined) throw new Error("the title is missing");
  await ingest(other, here, ["3", "4"]);
  expect(await headlines(other)).toEqual(["1", "4"]);
});

/** Everything a restore could touch. */
async function stateOf(library: Library): Promise<unknown> {
  return {
    feeds: [...library.feeds.followed(), ...library.feeds.former()],
    folders: library.folders.all(),
    settings: library.settings.current(),
    rows: await rowsOf(library),
    bookmarks: await rowsOf(library, bookmarks),
    files: (await readdir(library.folder, { recursive: true })).sort(),
    copies: await library.copies.automatic(),
  };
}

const harm: readonly (readonly [
  what: string,
  message: RegExp,
  act: (path: string) => Promise<void>,
])[] = [
  ["nothing at all", /no such file/, () => Promise.resolve()],
  ["an empty file", /cannot be read/, (path) => writeFile(path, "")],
  ["another kind of file", /cannot be read/, (path) => writeFile(path, "x".repeat(5000))],
  ["another zip", /not a backup/, (path) => zip(path, [["holiday.jpg", Buffer.from("a picture")]])],
  [
    "another program's manifest",
    /not a backup|not as it was written/,
    (path) => zip(path, [["manifest.json", Buffer.from('{"name":"an extension"}')]]),
  ],
  ["a backup that is cut off", /cannot be read/, (path) => truncate(path, 1500)],
  [
    "changed bytes",
    /not as it was written|cannot be read/,
    async (path) => {
      const bytes = await readFile(path);
      bytes.fill(0x58, 200, 260);
      await writeFile(path, bytes);
    },
  ],
  [
    "an edited file",
    /library\.json in the backup is not as it was written/,
    async (path) => {
      const entries = await unzip(path);
      const library = entries.get("library.json")?.toString() ?? "";
      entries.set("library.json", Buffer.from(library.replace("paper.example", "other.example")));
      await zip(path, entries);
    },
  ],
  [
    "an entry too many",
    /run\.exe does not belong/,
    async (path) => {
      const entries = await unzip(path);
      await zip(path, [...entries, ["run.exe", Buffer.from("MZ")]]);
    },
  ],
  [
    "a missing entry",
    /statuses\.json is missing/,
    async (path) => {
      const entries = await unzip(path);
      entries.delete("statuses.json");
      await zip(path, entries);
    },
  ],
  [
    "an entry twice",
    /twice/,
    async (path) => {
      const entries = await unzip(path);
      await zip(path, [...entries, ["library.json", Buffer.from("{}")]]);
    },
  ],
  [
    "a name that leads out of the folder",
    /cannot be read|does not belong/,
    async (path) => {
      await rezip(path, (entries) => entries.set("aa/aa/evil.json", Buffer.from("{}")));
      await patch(path, "aa/aa/evil.json", "../../evil.json");
    },
  ],
  [
    "an absolute name",
    /cannot be read|does not belong/,
    async (path) => {
      await rezip(path, (entries) => entries.set("atmp/evil.json", Buffer.from("{}")));
      await patch(path, "atmp/evil.json", "/tmp/evil.json");
    },
  ],
  [
    "a bomb",
    /unpack to far more/,
    (path) => rezip(path, (entries) => entries.set("README.txt", Buffer.alloc(80_000_000))),
  ],
  [
    "ranges without end",
    /statuses\.json in the backup does not hold/,
    (path) =>
      rezip(path, (entries) => {
        const read = { 20780: Array.from({ length: 500 }, () => "1-9999999").join(",") };
        entries.set("statuses.json", Buffer.from(JSON.stringify({ read, bookmarks: {} })));
      }),
  ],
  [
    "a title that is none",
    /library\.json in the backup does not hold/,
    (path) => rezip(path, (entries) => entries.set("library.json", Buffer.from('{"feeds":[1]}'))),
  ],
  [
    "a bookmark that is none",
    /bookmark\.json in the backup is not/,
    (path) =>
      rezip(
        path,
        changeBookmark((bookmark) => ({ ...bookmark, record: { id: "1-1" } })),
      ),
  ],
  [
    "a bookmark under another's name",
    /bookmark\.json in the backup is not/,
    (path) =>
      rezip(
        path,
        changeBookmark((bookmark) => ({
          ...bookmark,
          record: { ...(bookmark.record as object), id: "../../1-1" },
        })),
      ),
  ],
  [
    "broken keys",
    /keys\.jsonl in the backup is not/,
    (path) => rezip(path, (entries) => entries.set("keys.jsonl", Buffer.from("[1]\n"))),
  ],
];

function changeBookmark(change: (bookmark: Record<string, unknown>) => unknown) {
  return (entries: Entries): void => {
    for (const [name, bytes] of entries)
      if (name.endsWith("bookmark.json")) {
        const bookmark = JSON.parse(bytes.toString()) as Record<string, unknown>;
        entries.set(name, Buffer.from(JSON.stringify(change(bookmark))));
      }
  };
}

test.each(harm)("refuses %s, and touches nothing", async (what, message, act) => {
  const { test, backup } = await filledLibrary();
  if (what !== "nothing at all") await test.library.copies.backUp(backup);
  await act(backup);
  const before = await stateOf(test.library);
  for (const mode of ["merge", "replace"] as const)
    await expect(test.library.copies.restore(backup, mode)).rejects.toMatchObject({
      code: "damaged",
      message: expect.stringMatching(message) as string,
    });
  await expect(test.library.copies.inspect(backup)).rejects.toMatchObject({ code: "damaged" });
  expect(await stateOf(test.library)).toEqual(before);
});

test("refuses a backup of a newer version, and says so", async () => {
  const { test, backup } = await filledLibrary();
  await test.library.copies.backUp(backup);
  await rezip(backup, (entries, manifest) => {
    manifest.version = 2;
    entries.set("something-new.json", Buffer.from("{}"));
  });
  const before = await stateOf(test.library);
  await expect(test.library.copies.restore(backup, "replace")).rejects.toMatchObject({
    code: "newer-version",
  });
  expect(await stateOf(test.library)).toEqual(before);
});

test("a picture that is not what its name says is left out, and told", async () => {
  const { test, backup, picture } = await filledLibrary();
  await test.library.copies.backUp(backup);
  await rezip(backup, (entries) => {
    for (const name of entries.keys())
      if (name.endsWith(".jpg")) entries.set(name, Buffer.from("another picture"));
  });
  const other = await emptyLibrary();
  const { bookmarksAdded, problems } = await other.copies.restore(backup, "merge");
  expect(bookmarksAdded).toBe(1);
  expect(problems).toEqual(["A picture of the bookmark “Headline of 1” is not in the backup."]);
  expect(await other.pictures.path(picture.name)).toBeNull();
});

test("a bookmark whose number is another article's here gets a number that stays free", async () => {
  const { test, backup } = await filledLibrary();
  await test.library.copies.backUp(backup);
  const other = await emptyLibrary();
  const [mine] = await other.feeds.add([sampleFeed("https://mine.example/feed")]);
  if (mine === undefined) throw new Error("no title");
  await ingest(other, mine, ["5", "6", "7", "8"]);
  await other.copies.restore(backup, "merge");
  await other.articles.ingest([{ feedId: mine.id, articles: [sampleArticle("9")] }]);
  expect(await headlines(other)).toEqual(["1", "5", "6", "7", "8", "9"]);
  expect(await headlines(other, bookmarks)).toEqual(["1"]);
});

test("moves a title that its publisher moved, instead of following it twice", async () => {
  const { test, backup, feed } = await filledLibrary();
  await test.library.copies.backUp(backup);
  test.clock.now += day;
  const address = "https://paper.example/moved";
  await test.library.feeds.change(new Map([[feed.id, { address }]]));
  await test.library.copies.restore(backup, "replace");
  expect(test.library.feeds.followed().map(({ id }) => id)).toContain(feed.id);
  expect(test.library.feeds.followed()).toHaveLength(2);
  expect(test.library.feeds.former()).toHaveLength(0);
});
