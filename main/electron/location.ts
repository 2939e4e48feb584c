import { open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** Where the library is when it is not in its usual place: `location.json` in the user's folder. */
const stored = z.object({ library: z.string().min(1) });

/** Where the library is, and whether a person moved it there. */
export type Location =
  | { readonly kind: "usual" | "moved"; readonly folder: string }
  /** Moved, but it is not there now (a drive that is not plugged in), or nobody knows where. */
  | { readonly kind: "missing"; readonly folder: string | null };

/** The file that names the library's place. */
export const locationFile = (userFolder: string): string => join(userFolder, "location.json");

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Whether a folder holds a library: the place of a drive that is not mounted is an empty folder.
 * Either file may have been lost, and is mended when the library is opened.
 */
export async function holdsLibrary(folder: string): Promise<boolean> {
  return (await exists(join(folder, "format.json"))) || exists(join(folder, "library.json"));
}

/**
 * Where the library is. Only when no place was ever remembered it is the usual one: a file that
 * cannot be read must not lead to a new, empty library.
 */
export async function readLocation(userFolder: string): Promise<Location> {
  let text: string;
  try {
    text = await readFile(locationFile(userFolder), "utf8");
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === "ENOENT";
    return isAbsent
      ? { kind: "usual", folder: join(userFolder, "library") }
      : { kind: "missing", folder: null };
  }
  try {
    const { library } = stored.parse(JSON.parse(text));
    return { kind: (await holdsLibrary(library)) ? "moved" : "missing", folder: library };
  } catch {
    return { kind: "missing", folder: null };
  }
}

/** Remembers where the library is; once resolved also after a power cut. */
export async function writeLocation(userFolder: string, folder: string): Promise<void> {
  const path = locationFile(userFolder);
  const temporary = `${path}.tmp`;
  const handle = await open(temporary, "w");
  try {
    await handle.writeFile(`${JSON.stringify({ library: folder }, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
  // Windows cannot sync a folder.
  if (process.platform === "win32") return;
  const parent = await open(userFolder, "r");
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
}
