/** What the machine itself needs: the same bytes, without a library around them. */
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  fstatSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { spread, time, type Spread } from "../spread.ts";
import type { ReadRange } from "./counted-files.ts";

const rounds = 9;

/** Milliseconds to read the same ranges once more, one call each. */
export function readFloor(reads: readonly ReadRange[]): number {
  const start = performance.now();
  for (const { path, offset, length } of reads) {
    const file = openSync(path, "r");
    const bytes = Buffer.allocUnsafe(length === Infinity ? fstatSync(file).size : length);
    readSync(file, bytes, 0, bytes.length, offset);
    closeSync(file);
  }
  return performance.now() - start;
}

/** Milliseconds to write so many bytes and fsync them, in equal parts, one for each sync. */
export function writeFloor(folder: string, bytes: number, syncs: number): Spread {
  const path = join(folder, "floor.tmp");
  const parts = Math.max(1, Math.round(syncs));
  const content = Buffer.alloc(Math.max(1, Math.round(bytes / parts)), 7);
  const values: number[] = [];
  const file = openSync(path, "w");
  for (let round = 0; round < rounds; round++) {
    ftruncateSync(file, 0);
    fsyncSync(file);
    const start = performance.now();
    for (let part = 0; part < parts; part++) {
      writeSync(file, content);
      fsyncSync(file);
    }
    values.push(performance.now() - start);
  }
  closeSync(file);
  rmSync(path);
  return spread(values);
}

/** Milliseconds to remove folders with what is in them; they are copied for it, and stay. */
export async function removeFloor(scratch: string, folders: readonly string[]): Promise<number> {
  const copies = await mkdtemp(join(scratch, "floor-"));
  for (const [index, folder] of folders.entries())
    await cp(folder, join(copies, String(index)), { recursive: true });
  const milliseconds = await time(() => {
    for (const index of folders.keys()) rmSync(join(copies, String(index)), { recursive: true });
  });
  await rm(copies, { recursive: true, force: true });
  return milliseconds;
}

/** Folders of an edition's days, oldest first. */
export async function dayFolders(library: string): Promise<string[]> {
  const editions = join(library, "editions");
  return (await readdir(editions)).sort().map((name) => join(editions, name));
}
