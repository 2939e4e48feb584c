import { dirname, join } from "node:path";
import { LibraryError } from "../files/library-error.ts";
import type { Parts } from "../parts.ts";
import {
  copyFolders,
  isWhole,
  manifestOf,
  nameCopies,
  picturesInUse,
  type NamedCopy,
} from "./automatic-copies.ts";
import { collectFacts } from "./backup-facts.ts";
import { outdatedCopies } from "./outdated-copies.ts";
import { SharedPictures } from "./shared-pictures.ts";
import { writeBackup, type WriteBackupOptions } from "./write-backup.ts";

/** Makes today's automatic copy unless it is there or nothing has changed, and lets old ones go. */
export async function rotateCopies(parts: Parts): Promise<void> {
  const today = new Date(parts.now()).toISOString().slice(0, 10);
  const copies = await nameCopies(parts.disk, parts.folder);
  const newest = copies.find((copy) => !copy.isBeforeRestore);
  const manifest = newest === undefined ? null : await manifestOf(parts.disk, newest.path);
  if (newest?.day !== today || manifest === null) {
    const facts = await collectFacts(parts);
    if (newest?.day === today) await parts.disk.setAside(newest.path);
    if (facts.digest !== manifest?.digest) await writeCopy(parts, `${today}.zip`, { facts });
  }
  await removeOutdated(parts);
  await removeUnfinished(parts);
}

/** Copies what stands now, before a restore puts other things in its place; returns its path. */
export async function copyBeforeRestore(parts: Parts): Promise<string> {
  const today = new Date(parts.now()).toISOString().slice(0, 10);
  const paths = new Set((await nameCopies(parts.disk, parts.folder)).map(({ path }) => path));
  let number = 1;
  const nameOf = () => `${today}-before-restore-${number}.zip`;
  while (copyFolders(parts.folder).some((folder) => paths.has(join(folder, nameOf())))) number++;
  return writeCopy(parts, nameOf());
}

/** Writes beside the library, or inside it where that is not allowed. */
async function writeCopy(
  parts: Parts,
  name: string,
  options: Pick<WriteBackupOptions, "facts"> = {},
): Promise<string> {
  const write = async (folder: string) => {
    const path = join(folder, name);
    const pictures = new SharedPictures(parts.disk, folder);
    await writeBackup(parts, { ...options, path, pictures });
    return path;
  };
  const [beside, inside] = copyFolders(parts.folder);
  try {
    return await write(beside);
  } catch (error) {
    if (!(error instanceof LibraryError && error.code === "unwritable")) throw error;
    return write(inside);
  }
}

/** Damaged copies neither count nor go, and nothing goes unless the newest is whole to its end. */
async function removeOutdated(parts: Parts): Promise<void> {
  const { disk } = parts;
  const copies = await nameCopies(disk, parts.folder);
  if (outdatedCopies(copies).length === 0) return;
  const good: NamedCopy[] = [];
  for (const copy of copies) if ((await manifestOf(disk, copy.path)) !== null) good.push(copy);
  const outdated = outdatedCopies(good);
  const [newest] = good;
  if (newest === undefined || !(await isWhole(disk, newest.path))) return;
  for (const { path } of outdated) await disk.remove(path);
  const left = copies.filter((copy) => !outdated.includes(copy));
  for (const folder of new Set(outdated.map(({ path }) => dirname(path))))
    await removePictures(parts, folder, left);
}

/** What a crash has left of copies that were being written. */
async function removeUnfinished({ disk, folder: library }: Parts): Promise<void> {
  for (const folder of copyFolders(library))
    for (const name of await disk.list(folder))
      if (/^\..+\.zip\.tmp$/.test(name)) await disk.remove(join(folder, name));
}

async function removePictures(
  parts: Parts,
  folder: string,
  left: readonly NamedCopy[],
): Promise<void> {
  const here = left.filter(({ path }) => dirname(path) === folder);
  const used = await picturesInUse(parts.disk, here);
  if (used !== null) await new SharedPictures(parts.disk, folder).keepOnly(used);
}
