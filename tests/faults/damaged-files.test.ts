import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openLibrary, type Library } from "../../main/library/library.ts";
import type { ArticleId, MediaName } from "../../preload/contract/contract.ts";
import {
  day,
  everything,
  noon,
  sampleArticle,
  sampleFeed,
  sampleVisit,
} from "../unit/library/samples.ts";

/**
 * Every file of a library is deleted, cut, emptied, zeroed, overwritten: the library must open all
 * the same, keep whatever the other files can tell, take new articles, and open once more.
 */
const damages: Record<string, (path: string) => Promise<void>> = {
  deleted: (path) => rm(path),
  "cut in half": async (path) => truncate(path, Math.floor((await stat(path)).size / 2)),
  emptied: (path) => truncate(path, 0),
  zeroed: async (path) => writeFile(path, Buffer.alloc((await stat(path)).size)),
  "filled with garbage": async (path) =>
    writeFile(path, Buffer.alloc((await stat(path)).size, "}{\n")),
  "edited in the middle": async (path) => {
    const bytes = await readFile(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 0x15;
    await writeFile(path, bytes);
  },
};

let original: string;
let bookmarked: ArticleId;
const media = `${"a".repeat(64)}.jpg` as MediaName;

beforeAll(async () => {
  original = await mkdtemp(join(tmpdir(), "broadsheet-damage-"));
  const folder = join(original, "library");
  let now = noon;
  let library = await openLibrary({ folder, now: () => now });
  const [feed] = await library.feeds.add([sampleFeed("a"), sampleFeed("b")]);
  if (feed === undefined) throw new Error("two titles were added");
  const picture = { address: "https://a.example/1.jpg", alt: "", width: 600, height: 400 };
  for (const key of ["1", "2", "3"]) {
    const articles = [`${key}a`, `${key}b`].map((name) =>
      sampleArticle(name, { pictures: [picture] }),
    );
    const { added } = await library.articles.ingest([{ feedId: feed.id, articles }]);
    await library.articles.setRead(added.slice(0, 1), true);
    await library.visits.record([sampleVisit(feed.id)]);
    if (key === "1") bookmarked = added[0] ?? bookmarked;
    now += day;
    await library.upkeep.sealPastDays();
    // A second generation of every journal.
    await library.close();
    library = await openLibrary({ folder, now: () => now });
  }
  // One article is removed for good and leaves a tombstone, another is deleted and can come back.
  const other = library.feeds.followed()[1];
  if (other === undefined) throw new Error("two titles were added");
  const { added } = await library.articles.ingest([
    { feedId: other.id, articles: ["6a", "6b", "6c"].map((key) => sampleArticle(key)) },
  ]);
  const rule = { days: null, articles: 2, keepUnread: false };
  await library.feeds.change(new Map([[other.id, { retention: rule }]]));
  await library.upkeep.purge();
  const deleted = added.filter((id) => id.endsWith("-2"));
  await library.articles.delete(deleted);
  await library.undo.remember({ kind: "delete-articles", articleIds: deleted }, null);
  await library.pictures.store(media, new Uint8Array(5));
  await library.pictures.record([
    { articleId: bookmarked, index: 0, media, width: null, height: null, bytes: 5, failure: null },
  ]);
  await library.bookmarks.add(bookmarked);
  // What the open day holds was never sealed, and the folder is as a crash leaves it.
  await library.articles.ingest([
    { feedId: feed.id, articles: [sampleArticle("4a"), sampleArticle("4b")] },
  ]);
  await library.settings.change({ theme: "dark" });
  await library.view.remember(library.view.current());
  await cp(folder, join(original, "crashed"), { recursive: true });
  await library.close();
});

afterAll(() => rm(original, { recursive: true, force: true }));

async function summary(library: Library) {
  const rows = await library.articles.timeline(everything).page(0, 100);
  const bookmarks = await library.articles
    .timeline({ ...everything, scope: { kind: "bookmarks" } })
    .page(0, 9);
  const texts: string[] = [];
  for (const row of rows)
    if (row !== null) texts.push((await library.articles.read(row.id))?.html ?? "");
  return {
    headlines: rows.map((row) => row?.headline ?? null).sort(),
    texts: texts.filter((text) => text !== "").length,
    bookmarks: bookmarks.map((row) => row?.id),
    bookmarkText: (await library.articles.read(bookmarked))?.html,
    feeds: library.feeds.followed().length,
    read: rows.filter((row) => row?.read).length,
  };
}

const whole = {
  headlines: ["1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b", "6a"].map(
    (key) => `Headline of ${key}`,
  ),
  texts: 9,
  feeds: 2,
  read: 3,
};

/** What may be missing when a file is damaged; everything else must be as it was. */
function mayLack(file: string): (keyof typeof whole)[] {
  if (file.endsWith("bodies.pack")) return ["texts"];
  // Marks set after the last snapshot are in one journal alone: without them what was deleted is back.
  if (/^statuses\.\d+\.log$/.test(file)) return ["read", "headlines", "texts"];
  return [];
}

for (const state of ["library", "crashed"]) {
  for (const [damageName, damage] of Object.entries(damages)) {
    test(`${state === "library" ? "closed" : "crashed"}, each file ${damageName}`, async () => {
      const files = (await readdir(join(original, state), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.name !== "lock")
        .map((entry) => join(entry.parentPath, entry.name).slice(join(original, state).length + 1));
      expect(files.length).toBeGreaterThan(15);
      for (const [number, file] of files.entries()) {
        const folder = join(original, `${state} ${damageName} ${number}`);
        await cp(join(original, state), folder, { recursive: true });
        await damage(join(folder, file));
        await check(folder, file, `${file} ${damageName}`);
        await rm(folder, { recursive: true });
      }
    });
  }
}

async function check(folder: string, file: string, message: string): Promise<void> {
  const lacking = mayLack(file);
  const expected = Object.fromEntries(
    Object.entries(whole).filter(([name]) => !lacking.includes(name as keyof typeof whole)),
  );
  let library = await openLibrary({ folder, now: () => noon + 3 * day });
  onTestFinished(() => library.close());
  const found = await summary(library);
  expect(found, message).toMatchObject(expected);
  expect(found.bookmarks, message).toEqual([bookmarked]);
  expect(found.bookmarkText, message).toBe("<p>The text of 1b.</p>");
  const [feed] = library.feeds.followed();
  if (feed === undefined) throw new Error(message);
  const old = sampleArticle("3a", {
    pictures: [{ address: "https://a.example/1.jpg", alt: "", width: 600, height: 400 }],
  });
  const result = await library.articles.ingest([
    { feedId: feed.id, articles: [sampleArticle("new"), old] },
  ]);
  expect(result.added, message).toHaveLength(1);
  await library.close();
  library = await openLibrary({ folder, now: () => noon + 4 * day });
  expect(library.repairs, `${message}, opened again`).toEqual([]);
  expect((await summary(library)).headlines, message).toContain("Headline of new");
  await library.upkeep.sealPastDays();
  await library.close();
}
