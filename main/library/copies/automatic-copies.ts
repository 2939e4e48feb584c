import { basename, dirname, join } from "node:path";
import type { MediaName } from "../../../preload/contract/contract.ts";
import type { Disk } from "../files/disk.ts";
import { LibraryError } from "../files/library-error.ts";
import type { AutomaticCopy } from "../types.ts";
import type { Manifest } from "./backup-format.ts";
import { openBackup } from "./read-backup.ts";
import { SharedPictures } from "./shared-pictures.ts";

/** `2026-11-23.zip`, or what stood before a restore: `2026-11-23-before-restore-2.zip`. */
const namePattern = /^(\d{4}-\d\d-\d\d)(-before-restore-\d+)?\.zip$/;

/** An automatic copy by its name, before anybody has looked inside. */
export interface NamedCopy {
  readonly path: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly isBeforeRestore: boolean;
}

/**
 * Where automatic copies lie: beside the library, so that they outlive a library folder that is
 * deleted, and inside it where nothing can be written beside it (docs/decisions/0005).
 */
export function copyFolders(library: string): readonly [beside: string, inside: string] {
  const name = basename(library);
  const inside = join(library, "backups");
  return [name === "" ? inside : join(dirname(library), `${name}-backups`), inside];
}

/** Copies by their names, newest first. */
export async function nameCopies(disk: Disk, library: string): Promise<NamedCopy[]> {
  const copies: NamedCopy[] = [];
  for (const folder of new Set(copyFolders(library)))
    // Where no folder can be read, there are no copies either.
    for (const name of await disk.list(folder).catch(() => [])) {
      const match = namePattern.exec(name);
      if (match !== null)
        copies.push({
          path: join(folder, name),
          day: match[1] ?? "",
          isBeforeRestore: match[2] !== undefined,
        });
    }
  return copies.sort((a, b) => compareNames(basename(b.path), basename(a.path)));
}

/** Copies with time and size, newest first; without those that cannot be read. */
export async function listAutomaticCopies(disk: Disk, library: string): Promise<AutomaticCopy[]> {
  const copies: AutomaticCopy[] = [];
  for (const { path } of await nameCopies(disk, library)) {
    const manifest = await manifestOf(disk, path);
    const bytes = (await disk.look(path))?.size ?? 0;
    if (manifest !== null) copies.push({ path, at: manifest.at, bytes });
  }
  return copies.sort((a, b) => b.at - a.at);
}

/** What the copies take on disk with their pictures, in bytes. */
export async function measureCopies(disk: Disk, library: string): Promise<number> {
  let bytes = 0;
  for (const { path } of await nameCopies(disk, library))
    bytes += (await disk.look(path))?.size ?? 0;
  for (const folder of new Set(copyFolders(library)))
    bytes += await new SharedPictures(disk, folder).measure();
  return bytes;
}

/** A copy's list of contents; null when it is damaged or was written by a newer program. */
export async function manifestOf(disk: Disk, path: string): Promise<Manifest | null> {
  try {
    const backup = await openBackup(disk, path);
    await backup.close();
    return backup.manifest;
  } catch (error) {
    if (error instanceof LibraryError) return null;
    throw error;
  }
}

/** Whether a copy can be read to its end. */
export async function isWhole(disk: Disk, path: string): Promise<boolean> {
  try {
    const backup = await openBackup(disk, path);
    try {
      await backup.check();
      return true;
    } finally {
      await backup.close();
    }
  } catch (error) {
    if (error instanceof LibraryError) return false;
    throw error;
  }
}

/** Pictures that some copy of a folder refers to; null when that cannot be said of one of them. */
export async function picturesInUse(
  disk: Disk,
  copies: readonly NamedCopy[],
): Promise<Set<MediaName> | null> {
  const names = new Set<MediaName>();
  for (const { path } of copies) {
    const manifest = await manifestOf(disk, path);
    if (manifest === null) return null;
    for (const name of manifest.picturesBeside) names.add(name);
  }
  return names;
}

/** By day, and copies of one day in the order they were made. */
function compareNames(a: string, b: string): number {
  const order = a.slice(0, 10).localeCompare(b.slice(0, 10));
  return order === 0 ? a.localeCompare(b, "en", { numeric: true }) : order;
}
