import { join } from "node:path";
import type { Parts } from "../parts.ts";

/** How long files that nothing names may lie about, in milliseconds. */
const longestWait = 7 * 86_400_000;

/**
 * Whether pictures are to be swept though nothing was removed: a crash leaves some that no record
 * came to name, and publishers put others in their place. Derived: without the note it is due.
 */
export async function isSweepDue({ disk, folder, now }: Parts): Promise<boolean> {
  const noted = await disk.read(noteIn(folder)).catch(() => null);
  const sweptAt = Number(noted?.toString("latin1") ?? "");
  return !(sweptAt <= now() && now() - sweptAt < longestWait);
}

/** Takes note that all pictures were looked at just now. */
export async function noteSweep({ disk, folder, now }: Parts): Promise<void> {
  await disk.replace(noteIn(folder), [Buffer.from(String(now()))]).catch(() => undefined);
}

const noteIn = (folder: string): string => join(folder, "cache", "pictures-swept");
