import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { Disk, type FileSystem } from "../files/disk.ts";
import { asLibraryError, LibraryError } from "../files/library-error.ts";
import { Lock } from "../files/lock.ts";
import { syncedBy } from "../files/synced-folder.ts";
import { unfinishedName } from "../layout.ts";
import type { CopyProgress } from "../types.ts";
import { copyFolders } from "./automatic-copies.ts";
import { CheckedCopy } from "./checked-copy.ts";
import { listTree, type TreeFile } from "./list-tree.ts";

export interface MoveOptions {
  /** The library's folder. */
  readonly from: string;
  /** Where it goes: a folder that is empty, not there yet, or holds an unfinished copy. */
  readonly to: string;
  readonly onProgress?: (progress: CopyProgress) => void;
  readonly signal?: AbortSignal;
  /** The file calls, for tests that make them fail. */
  readonly files?: FileSystem;
}

export interface MoveReport {
  readonly files: number;
  readonly bytes: number;
  /** What the person should know about the new place, or null. */
  readonly warning: string | null;
}

/** Room that is left free on the new disk, in bytes. */
const spareRoom = 100_000_000;

const unfinished = `Broadsheet was copying a library into this folder and has not finished. The library
in its old place is whole. This folder may be deleted; choosing it again goes on with the copy.
`;

/**
 * Says beforehand what would keep a library from being moved, also while it is open. Throws
 * `LibraryError` `folder-not-empty`, `not-enough-room` or `unwritable`.
 */
export async function checkMove({ from, to, files }: MoveOptions): Promise<void> {
  const disk = new Disk(files);
  await checkPlace(disk, from, to);
  await checkRoom(disk, to, await treesToCopy(disk, from, to));
}

/**
 * Copies a library that is closed, with its automatic copies, to another folder, and reads every
 * file there again. The old folder stays as it is. Until all is done the new one is marked as
 * unfinished and does not open; moving there again goes on where it was interrupted. Throws what
 * `checkMove` throws, and `LibraryError` `in-use` while the library is open.
 */
export async function moveLibrary(options: MoveOptions): Promise<MoveReport> {
  const disk = new Disk(options.files);
  const { from, to } = options;
  await checkPlace(disk, from, to);
  const lock = await Lock.take(disk, from);
  try {
    const trees = await treesToCopy(disk, from, to);
    await checkRoom(disk, to, trees);
    for (const tree of trees) await mark(disk, tree.to);
    await removeStale(disk, trees);
    const files = trees.flatMap((tree) => tree.files);
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const copy = new CheckedCopy(disk, { total, ...options });
    for (const tree of trees) await copy.run(tree);
    for (const tree of trees.toReversed()) {
      await disk.remove(join(tree.to, unfinishedName));
      await disk.syncFolder(tree.to);
    }
    return { files: files.length, bytes: total, warning: warningAbout(to) };
  } catch (error) {
    throw asLibraryError(error);
  } finally {
    await lock.release();
  }
}

/** A folder with everything in it that has to come along. */
export interface CopiedTree {
  readonly from: string;
  readonly to: string;
  readonly folders: readonly string[];
  readonly files: readonly TreeFile[];
}

async function treesToCopy(disk: Disk, from: string, to: string): Promise<CopiedTree[]> {
  const trees: CopiedTree[] = [{ from, to, ...(await listTree(disk, from)) }];
  const [copiesFrom] = copyFolders(from);
  const [copiesTo] = copyFolders(to);
  const isFree = (await disk.list(copiesTo)).length === 0 || (await isUnfinished(disk, copiesTo));
  const isBeside = dirname(copiesFrom) === dirname(from) && dirname(copiesTo) === dirname(to);
  if (isBeside && isFree) {
    const tree = await listTree(disk, copiesFrom);
    if (tree.files.length > 0) trees.push({ from: copiesFrom, to: copiesTo, ...tree });
  }
  return trees;
}

async function mark(disk: Disk, folder: string): Promise<void> {
  await disk.makeFolder(folder);
  await disk.replace(join(folder, unfinishedName), Buffer.from(unfinished));
}

/** What an interrupted copy brought over and the library has let go of since must not come back. */
async function removeStale(disk: Disk, trees: readonly CopiedTree[]): Promise<void> {
  for (const { to, files } of trees) {
    const wanted = new Set([unfinishedName, ...files.map(({ path }) => join(...path))]);
    for (const { path } of (await listTree(disk, to)).files)
      if (!wanted.has(join(...path))) await disk.remove(join(to, ...path));
  }
}

async function checkPlace(disk: Disk, from: string, to: string): Promise<void> {
  if (isInside(from, to) || isInside(to, from))
    throw new LibraryError("folder-not-empty", "The new folder must lie outside the old one.");
  const names = await disk.list(to);
  if (names.length > 0 && !(await isUnfinished(disk, to)))
    throw new LibraryError("folder-not-empty", `${basename(to)} is not empty.`);
  await checkWritable(disk, await existingParent(disk, to));
}

async function checkRoom(disk: Disk, to: string, trees: readonly CopiedTree[]): Promise<void> {
  const free = await disk.freeBytes(await existingParent(disk, to));
  const needed = trees
    .flatMap((tree) => tree.files)
    .reduce((sum, { size }) => sum + size, spareRoom);
  if (free !== null && free < needed && !(await isUnfinished(disk, to)))
    throw new LibraryError(
      "not-enough-room",
      `The library takes ${megabytes(needed - spareRoom)}, and ${megabytes(free)} are free there.`,
    );
}

async function checkWritable(disk: Disk, folder: string): Promise<void> {
  const probe = join(folder, `.broadsheet-${process.pid}.tmp`);
  try {
    await (await disk.open(probe, "w")).close();
    await disk.remove(probe);
  } catch (error) {
    throw asLibraryError(error);
  }
}

async function isUnfinished(disk: Disk, folder: string): Promise<boolean> {
  return (await disk.look(join(folder, unfinishedName))) !== null;
}

/** The nearest folder above that is there already. */
async function existingParent(disk: Disk, path: string): Promise<string> {
  let folder = resolve(path);
  while ((await disk.look(folder)) === null && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function isInside(outer: string, inner: string): boolean {
  const way = relative(resolve(outer), resolve(inner));
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

function warningAbout(to: string): string | null {
  const service = syncedBy(to);
  if (service === null) return null;
  return `The new folder is synchronised (${service}). Never open it on two machines at a time.`;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
