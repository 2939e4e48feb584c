import type * as nodeFiles from "node:fs/promises";
import { dirname } from "node:path";

/** The calls of `node:fs/promises` that the vault makes. */
export type FileCalls = Pick<typeof nodeFiles, "open" | "readFile" | "rename" | "rm" | "mkdir">;

/** Read and written by this person's account alone. */
const ownOnly = 0o600;

/**
 * Replaces a file so that after a power cut the old or the new content is there, whole, and once
 * resolved the new one. Nobody else may read it, at no moment of its life.
 */
export async function replaceFile(files: FileCalls, path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  await files.mkdir(dirname(path), { recursive: true });
  try {
    // One that a crash left might have been made by somebody who may read it.
    await files.rm(temporary, { force: true });
    const handle = await files.open(temporary, "wx", ownOnly);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await files.rename(temporary, path);
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(files, dirname(path));
}

/** Makes new names in a folder durable. Windows has no such call. */
async function syncFolder(files: FileCalls, folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await files.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
