import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { openLibrary, type Library } from "../../main/library/library.ts";
import type { Article, ArticleId } from "../../preload/contract/contract.ts";
import { temporaryFolder } from "../unit/library/samples.ts";
import type { Acknowledged } from "./acknowledged.ts";

/** How often the process is killed; set BROADSHEET_KILLS for a longer run. */
const kills = Number(process.env.BROADSHEET_KILLS ?? 15);

/** Then another library is used, so that looking at it takes no longer and longer. */
const killsOfLibrary = 50;

/** What the library must hold; null where the last act on an article was not acknowledged. */
class Expected {
  readonly articles = new Set<ArticleId>();
  readonly read = new Map<ArticleId, boolean | null>();
  readonly bookmarks = new Map<ArticleId, boolean | null>();
  /** What was deleted; null where that was not acknowledged. */
  readonly deleted = new Map<ArticleId, boolean | null>();
  /** What was found to be purged: it stays so. */
  readonly purged = new Set<ArticleId>();
  hasPurged = false;
  etag = 0;
  title = 0;
  remembered = 0;

  note(one: Acknowledged): void {
    if (one.act === "ingest") for (const id of one.ids) this.articles.add(id);
    if (one.act === "marking") for (const id of one.ids) this.read.set(id, null);
    if (one.act === "mark") for (const id of one.ids) this.read.set(id, one.read);
    if (one.act === "bookmarking") this.bookmarks.set(one.id, null);
    if (one.act === "bookmark") this.bookmarks.set(one.id, one.on);
    if (one.act === "deleting") for (const id of one.ids) this.deleted.set(id, null);
    if (one.act === "delete") for (const id of one.ids) this.deleted.set(id, one.on);
    if (one.act === "purging") this.hasPurged = true;
    if (one.act === "remember") this.remembered = Number(one.name);
    if (one.act === "visit") this.etag = Number(one.etag);
    if (one.act === "title") this.title = Number(one.title);
  }

  async check(library: Library): Promise<void> {
    for (const id of this.articles) {
      const article = await library.articles.read(id);
      if (article === null) this.#checkMissing(id);
      else this.#checkArticle(id, article);
    }
    const [feed] = library.feeds.followed();
    // Numbers that grow: a later one may have been stored than was told, never an earlier one.
    expect(Number(feed?.ownTitle)).toBeGreaterThanOrEqual(this.title);
    if (feed !== undefined)
      expect(Number(library.visits.of(feed.id)?.etag ?? 0)).toBeGreaterThanOrEqual(this.etag);
    const [newest] = library.undo.list();
    expect(Number(newest?.name ?? 0)).toBeGreaterThanOrEqual(this.remembered);
    for (const { path } of await library.copies.automatic()) await library.copies.inspect(path);
  }

  #checkArticle(id: ArticleId, article: Article): void {
    expect(article.html, id).toMatch(/^<p>(?:word )+<\/p>$/);
    if (!article.bookmarked)
      expect(this.purged.has(id), `${id} was purged and is back`).toBe(false);
    const read = this.read.get(id) ?? null;
    if (read !== null) expect(article.read, `${id} read`).toBe(read);
    const bookmarked = this.bookmarks.get(id) ?? null;
    if (bookmarked !== null) expect(article.bookmarked, `${id} bookmarked`).toBe(bookmarked);
    if (this.deleted.get(id) === true && bookmarked !== null)
      expect(bookmarked, `${id} was deleted and is back`).toBe(true);
    // What was not acknowledged counts from now on as it was found.
    this.read.set(id, article.read);
    this.bookmarks.set(id, article.bookmarked);
    if (!article.bookmarked) this.deleted.set(id, false);
  }

  /** An article is not there when it was deleted, or when it was read and has been purged. */
  #checkMissing(id: ArticleId): void {
    const isMarked = this.bookmarks.get(id) === true;
    expect(isMarked, `the bookmark ${id} is lost`).toBe(false);
    if (this.deleted.get(id) === true || this.purged.has(id)) return;
    const mayBeDeleted = this.deleted.get(id) === null;
    const mayBePurged = this.hasPurged && this.read.get(id) !== false && this.read.has(id);
    expect(mayBeDeleted || mayBePurged, `${id} is lost`).toBe(true);
    if (mayBePurged && !mayBeDeleted) this.purged.add(id);
  }
}

/** Runs the process for a while, kills it, and returns what it had said. */
async function runAndKill(
  folder: string,
  seed: number,
  milliseconds: number,
): Promise<Acknowledged[]> {
  const script = join(import.meta.dirname, "killed-process.ts");
  const child = spawn(process.execPath, [script, folder, String(seed)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  let opened: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => (opened = resolve));
  child.stdout.on("data", (bytes: Buffer) => {
    output += bytes.toString("utf8");
    if (output.includes("\n")) opened();
  });
  child.stderr.on("data", (bytes: Buffer) => (errors += bytes.toString("utf8")));
  const exit = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_code, signal) => {
      opened();
      resolve(signal);
    }),
  );
  await isOpen;
  await pause(milliseconds);
  child.kill("SIGKILL");
  expect(await exit, errors).toBe("SIGKILL");
  const lines = output.slice(0, output.lastIndexOf("\n")).split("\n");
  return lines.map((line) => JSON.parse(line) as Acknowledged);
}

test(
  `nothing that was acknowledged is lost in ${kills} kills`,
  async () => {
    for (let first = 1; first <= kills; first += killsOfLibrary) {
      const folder = join(await temporaryFolder(), "library");
      const expected = new Expected();
      const last = Math.min(kills, first + killsOfLibrary - 1);
      for (let kill = first; kill <= last; kill++) {
        for (const one of await runAndKill(folder, kill, Math.random() * 150)) expected.note(one);
        const library = await openLibrary({ folder });
        // All that a crash alone gives to tell: articles and bookmarks that were half stored.
        for (const sentence of library.repairs)
          expect(sentence).toMatch(/were recovered from|had lost its mark/);
        await expected.check(library);
        await library.close();
      }
      expect(expected.articles.size).toBeGreaterThan(last - first);
    }
  },
  30_000 + kills * 6000,
);
