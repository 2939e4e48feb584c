import * as nodeFiles from "node:fs/promises";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FileSystem } from "../../../main/library/files/disk.ts";
import { openLibrary, type Library } from "../../../main/library/library.ts";
import { everything, noon, sampleArticle, temporaryFolder } from "./samples.ts";

/** A library that format 1's own program has written; of its first day only the keys are left. */
const before = join(import.meta.dirname, "../../fixtures/library/format-1");

async function copyOfBefore(): Promise<string> {
  const folder = join(await temporaryFolder(), "library");
  await cp(before, folder, { recursive: true });
  return folder;
}

async function check(library: Library) {
  const rows = await library.articles.timeline(everything).page(0, 50);
  expect(rows.map((row) => row?.headline.slice(12)).toSorted()).toEqual([
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
  ]);
  const read = rows.filter((row) => row?.read === true).map((row) => row?.id);
  expect(read.toSorted()).toEqual(["20778-1", "20778-2"]);
  const [kept] = await library.articles
    .timeline({ ...everything, scope: { kind: "bookmarks" } })
    .page(0, 1);
  expect(kept?.id).toBe("20778-3");
  expect(library.feeds.followed().map(({ publisherTitle }) => publisherTitle)).toEqual([
    "Paper one",
    "Paper two",
  ]);
  expect(library.folders.all().map(({ name }) => name)).toEqual(["Morning"]);
  const [one, two] = library.feeds.followed();
  if (one === undefined || two === undefined) throw new Error("titles are missing");
  const article = (key: string) =>
    sampleArticle(key, { aliases: [`https://paper.example/${key}`] });
  const { added } = await library.articles.ingest([
    { feedId: one.id, articles: ["lost-1", "lost-2", "a", "b", "c"].map(article) },
    { feedId: two.id, articles: ["d", "e", "f"].map(article) },
  ]);
  expect(added).toEqual([]);
}

const open = (folder: string, files?: FileSystem) =>
  openLibrary({ folder, now: () => noon, ...(files === undefined ? {} : { files }) });

test("format 1 becomes format 2: everything is there, and what was taken stays taken", async () => {
  const folder = await copyOfBefore();
  for (const again of [false, true]) {
    const library = await open(folder);
    expect(library.repairs).toEqual([]);
    await check(library);
    await library.close();
    const names = await readdir(folder);
    expect(names.filter((name) => name.startsWith("seen"))).toEqual([]);
    expect(names.some((name) => name.startsWith("tombstones"))).toBe(true);
    expect(JSON.parse(await readFile(join(folder, "format.json"), "utf8"))).toEqual({ version: 2 });
    expect(await readFile(join(folder, "README.txt"), "utf8")).toContain("tombstones");
    expect(again || names.includes("before-format-2")).toBe(true);
  }
  expect(await readFile(join(folder, "before-format-2", "seen.1.json"))).toEqual(
    await readFile(join(before, "seen.1.json")),
  );
});

test("is known by its files where format.json is lost", async () => {
  const folder = await copyOfBefore();
  await writeFile(join(folder, "format.json"), "\0");
  const library = await open(folder);
  expect(library.repairs).toHaveLength(1);
  await check(library);
  await library.close();
});

test("damaged keys are set aside, and the articles are there all the same", async () => {
  const folder = await copyOfBefore();
  await writeFile(join(folder, "seen.1.json"), "\0");
  const library = await open(folder);
  expect(library.repairs.length).toBeGreaterThan(0);
  expect(await library.articles.timeline(everything).page(0, 50)).toHaveLength(6);
  await library.close();
  expect(await readFile(join(folder, "before-format-2", "seen.1.json"), "utf8")).toBe("\0");
});

test("wherever the step to format 2 is cut off, the next opening does it anew", async () => {
  let isWhole = false;
  for (let callsLeft = 0; !isWhole; callsLeft += 1 + (callsLeft >> 4)) {
    const folder = await copyOfBefore();
    let left = callsLeft;
    const files = Object.fromEntries(
      Object.entries(nodeFiles).map(([name, call]) => [
        name,
        typeof call !== "function"
          ? call
          : (...args: unknown[]): unknown =>
              left-- > 0
                ? (call as (...args: unknown[]) => unknown)(...args)
                : Promise.reject(Object.assign(new Error("cut"), { code: "EIO" })),
      ]),
    ) as unknown as FileSystem;
    isWhole = await open(folder, files).then(
      async (library) => {
        left = Infinity;
        await library.close();
        return true;
      },
      () => false,
    );
    left = Infinity;
    const library = await open(folder);
    expect(library.repairs, `after ${callsLeft} calls`).toEqual([]);
    await check(library);
    await library.close();
    await rm(folder, { recursive: true });
  }
});
