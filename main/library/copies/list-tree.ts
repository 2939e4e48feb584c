import { join } from "node:path";
import type { Disk } from "../files/disk.ts";

/** A file of a folder. */
export interface TreeFile {
  /** Its path within the folder, by names. */
  readonly path: readonly string[];
  readonly size: number;
}

export interface Tree {
  /** Folders within, outer ones first, each by its path joined by the system's separator. */
  readonly folders: readonly string[];
  readonly files: readonly TreeFile[];
}

/** What belongs to an opening, and is made anew by the next one. */
const passing = /^(lock(\.\d+)?|\..+\.tmp)$/;

/** At the top of a library: it is derived, and a copy of it while it is open would be worth nothing. */
const derived = "search";

/**
 * Everything that a library's folder holds, but for the lock, the index of words and what a
 * crash left half written.
 */
export async function listTree(disk: Disk, root: string): Promise<Tree> {
  const folders: string[] = [];
  const files: TreeFile[] = [];
  const visit = async (path: readonly string[]): Promise<void> => {
    for (const name of await disk.list(join(root, ...path))) {
      if (passing.test(name) || (path.length === 0 && name === derived)) continue;
      const inner = [...path, name];
      const found = await disk.look(join(root, ...inner));
      if (found === null) continue;
      if (!found.isFolder) {
        files.push({ path: inner, size: found.size });
        continue;
      }
      folders.push(join(...inner));
      await visit(inner);
    }
  };
  await visit([]);
  return { folders, files };
}
