import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseOutline } from "../../../main/feeds/feeds.ts";
import { filledLibrary, ingest } from "./backup-samples.ts";
import { FailingFiles } from "./failing-files.ts";
import { TestLibrary } from "./open-library.ts";
import { day, sampleArticle, temporaryFolder } from "./samples.ts";

async function readJson(...path: string[]): Promise<unknown> {
  return JSON.parse(await readFile(join(...path), "utf8"));
}

test("everything can be read back from open formats", async () => {
  const { test, feed, outside, picture } = await filledLibrary();
  test.clock.now += day;
  await ingest(test.library, feed, ["5"]);
  const folder = join(outside, "my news");
  const seen: number[] = [];
  await test.library.copies.exportEverything(folder, ({ done, total }) => seen.push(done / total));
  expect(seen.at(-1)).toBe(1);
  expect((await readdir(folder)).sort()).toEqual([
    "README.txt",
    "articles",
    "bookmarks",
    "pictures",
    "settings.json",
    "titles.opml",
  ]);
  const outline = parseOutline(await readFile(join(folder, "titles.opml"), "utf8"));
  expect(outline.feeds.map(({ address, folder: into }) => [address, ...into])).toEqual([
    ["https://paper.example/feed", "Papers & more"],
    ["https://other.example/feed?a=1&b=2"],
  ]);
  expect(await readJson(folder, "settings.json")).toMatchObject({ settings: { theme: "dark" } });
  expect(await readdir(join(folder, "articles"))).toEqual(["2026-11-23.json", "2026-11-24.json"]);
  const articles = (await readJson(folder, "articles", "2026-11-23.json")) as {
    headline: string;
  }[];
  expect(articles.map(({ headline }) => headline).sort()).toEqual([
    "Headline of 1",
    "Headline of 2",
    "Headline of 3",
    "Headline of 4",
  ]);
  const file = `../pictures/${picture.name.slice(0, 2)}/${picture.name}`;
  expect(articles.find(({ headline }) => headline === "Headline of 1")).toEqual({
    id: await test.idOf("1"),
    title: 'My "paper" <1>',
    headline: "Headline of 1",
    author: "A. Writer",
    address: "https://paper.example/1",
    published: "2026-11-23T11:00:00.000Z",
    arrived: "2026-11-23T12:00:00.000Z",
    updated: null,
    section: null,
    tags: ["news"],
    language: "en",
    wordCount: 4,
    excerpt: "How 1 begins",
    leadPicture: null,
    pictures: [
      {
        address: "https://paper.example/1.jpg",
        alt: "a & b",
        width: 600,
        height: 400,
        file,
      },
    ],
    enclosures: [],
    feedAddress: feed.address,
    read: false,
    bookmarked: "2026-11-23T12:00:00.000Z",
    html: `<p>The text of 1. <img src="${file}" alt="a &amp; b"></p>`,
  });
  expect(articles.find(({ headline }) => headline === "Headline of 2")).toMatchObject({
    read: true,
    bookmarked: null,
  });
  expect(await readFile(join(folder, "articles", file), "utf8")).toBe("a picture");
});

test("a bookmark is a folder with a page that a browser shows without running anything", async () => {
  const { test, outside, picture } = await filledLibrary();
  await test.library.copies.exportEverything(join(outside, "out"));
  const bookmarks = join(outside, "out", "bookmarks");
  const [name = ""] = await readdir(bookmarks);
  expect(name).toMatch(/^2026-11-23 Headline of 1 \(\d\)$/);
  expect((await readdir(join(bookmarks, name))).sort()).toEqual([
    picture.name,
    "bookmark.json",
    "index.html",
  ]);
  const page = await readFile(join(bookmarks, name, "index.html"), "utf8");
  expect(page).toContain(`<img src="${picture.name}" alt="a &amp; b">`);
  expect(page).toContain("<p>My &quot;paper&quot; &lt;1&gt; · A. Writer · 2026-11-23</p>");
  expect(page).toContain("default-src 'none'");
  expect(await readJson(bookmarks, name, "bookmark.json")).toMatchObject({
    headline: "Headline of 1",
    pictures: [{ file: picture.name }],
    bookmarked: "2026-11-23T12:00:00.000Z",
  });
});

test("names of folders are allowed everywhere and differ", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const headlines = [
    '../../evil: "AUX" <b>?*|\\ ',
    "",
    "見出し 見出し",
    "x".repeat(300),
    "x".repeat(301),
  ];
  const articles = headlines.map((headline, at) => sampleArticle(`${at}`, { headline }));
  await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  for (const row of await test.rows()) if (row !== null) await test.library.bookmarks.add(row.id);
  const folder = join(await temporaryFolder(), "out");
  await test.library.copies.exportEverything(folder);
  const names = await readdir(join(folder, "bookmarks"));
  expect(names).toHaveLength(5);
  for (const name of names) expect(name).toMatch(/^2026-11-23 [\p{L}\p{N} ]{0,61}\(\d\)$/u);
  expect(names.some((name) => name.includes("見出し"))).toBe(true);
});

test("only goes into a new or empty folder", async () => {
  const { test, outside } = await filledLibrary();
  await writeFile(join(outside, "mine.txt"), "mine");
  await expect(test.library.copies.exportEverything(outside)).rejects.toMatchObject({
    code: "folder-not-empty",
  });
  expect(await readdir(outside)).toEqual(["mine.txt"]);
});

test("leaves nothing behind when it is cancelled or the disk is full", async () => {
  const failing = new FailingFiles();
  const test = await TestLibrary.make(failing.files);
  const feed = await test.follow();
  await ingest(test.library, feed, ["1", "2", "3"]);
  const folder = await temporaryFolder();
  await mkdir(join(folder, "out"));
  const out = join(folder, "out");
  const cancel = new AbortController();
  const reason = new Error("cancelled");
  cancel.abort(reason);
  await expect(test.library.copies.exportEverything(out, undefined, cancel.signal)).rejects.toThrow(
    reason,
  );
  expect(await readdir(out)).toEqual([]);
  failing.writesLeft = 3;
  await expect(test.library.copies.exportEverything(out)).rejects.toMatchObject({
    code: "storage-full",
  });
  failing.recover();
  expect(await readdir(out)).toEqual([]);
  await test.library.copies.exportEverything(out);
  expect(existsSync(join(out, "articles", "2026-11-23.json"))).toBe(true);
});

test("an article whose text is damaged keeps its facts", async () => {
  const { test, outside } = await filledLibrary();
  const pack = join(test.folder, "editions", "2026-11-23", "bodies.pack");
  const bytes = await readFile(pack);
  bytes.fill(0, 20, 60);
  await writeFile(pack, bytes);
  await test.library.copies.exportEverything(join(outside, "out"));
  const articles = (await readJson(outside, "out", "articles", "2026-11-23.json")) as {
    html: string;
  }[];
  expect(articles.map(({ html }) => html === "").filter(Boolean)).toHaveLength(1);
});
