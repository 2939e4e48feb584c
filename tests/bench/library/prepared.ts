/** Made libraries, kept in the system's folder for temporary files from one run to the next. */
import { existsSync } from "node:fs";
import { cp, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "../run-script.ts";
import { generatorVersion } from "./generator/articles.ts";
import type { FillPlan } from "./generator/fill.ts";

/** A library that measures may work on, and what is in it. */
export interface Made {
  readonly folder: string;
  readonly articles: number;
  readonly days: number;
  /** Time in the library: when its last article came. */
  readonly now: number;
}

/** 2026-11-23 12:00 UTC, whenever the figures are taken: the same articles on the same days. */
const end = Date.UTC(2026, 10, 23, 12);
/** The same number in libraries of every size. */
export const titleCount = 300;
const bookmarks = 200;
const readShare = 0.6;

/** Days that a library of so many articles covers. */
export function daysOf(articles: number): number {
  if (articles <= 10_000) return 90;
  return articles <= 100_000 ? 180 : 365;
}

export function folderOf(articles: number): string {
  return join(tmpdir(), `broadsheet-bench-v${generatorVersion}-${articles}`);
}

/** The library of a size, made when it is not there yet or when `fresh`. */
export async function prepare(articles: number, fresh: boolean): Promise<Made> {
  const folder = folderOf(articles);
  const made: Made = {
    folder: join(folder, "library"),
    articles,
    days: daysOf(articles),
    now: end,
  };
  if (fresh) await rm(folder, { recursive: true, force: true });
  if (existsSync(folder)) return made;
  const growing = `${folder}.growing`;
  await rm(growing, { recursive: true, force: true });
  const plan: FillPlan = {
    folder: join(growing, "library"),
    articles,
    days: made.days,
    titles: titleCount,
    bookmarks,
    readShare,
    end,
  };
  await mkdir(growing);
  await runScript(import.meta.resolve("./generator/fill-process.ts"), plan);
  await rename(growing, folder);
  return made;
}

/** A copy to be changed by measures. Its bytes are on the disk, so that no later sync waits for them. */
export async function workingCopy(made: Made): Promise<Made> {
  const folder = join(folderOf(made.articles), "working");
  await rm(folder, { recursive: true, force: true });
  await cp(made.folder, folder, { recursive: true });
  // They would be void in any case: the copies have other times.
  await rm(join(folder, "cache"), { recursive: true, force: true });
  await syncAll(folder);
  return { ...made, folder };
}

async function syncAll(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!(await stat(path)).isFile()) continue;
    const handle = await open(path, "r+");
    await handle.sync();
    await handle.close();
  }
}

/** Bytes of all files below a folder. */
export async function bytesBelow(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    const found = await stat(join(folder, name));
    if (found.isFile()) bytes += found.size;
  }
  return bytes;
}
