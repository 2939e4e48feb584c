import { join } from "node:path";
import type { Disk } from "./files/disk.ts";
import { ignoreFullDisk, LibraryError } from "./files/library-error.ts";
import type { Repairs } from "./files/repairs.ts";

/** The version of the layout on disk that this program reads and writes. */
export const layoutVersion = 2;

const readMe = `This folder is your Broadsheet library: all your news, in files you can read.

library.json      the titles you follow, their folders, kept searches, your settings
editions/         one folder for each day: articles.json (or .log while the day lasts) holds the
                  articles, bodies.pack (or bodies.1.pack, .2 …) their texts: each a frame with
                  the article's record (deflate) and its HTML (zstd)
bookmarks/        a full copy of every bookmarked article, with its pictures
statuses.*        what you have read, bookmarked and deleted
tombstones.*      which articles were removed, so that they do not come back
visits.*          when each title was visited, and when it is visited next
undo.*            what you can take back, for 30 days
media/            pictures, named by the SHA-256 of their content
recordings/       sounds and films, named alike; parts/ holds what has arrived of those to come
recordings.*      which of them belong to which articles, and where you stopped listening
trash/            bookmarks you removed; they are kept for 30 days
backups/          automatic copies, where they cannot lie beside this folder
before-format-*/  files as they were before a newer Broadsheet changed them; may be deleted
preparation.json  what is being prepared for a time without a network
clock.json        the last day on which Broadsheet was used, to notice a clock that is wrong
reserve           room for your marks and bookmarks when the disk is full
search/           the index of all words; may be deleted at any time
view.json         where you were reading
cache/            may be deleted at any time
*.damaged-*       files that were found damaged, kept so that nothing is lost

To back it up, close Broadsheet and copy the whole folder. Please do not edit files in here:
Broadsheet notices, sets the changed file aside and uses the copy before it.
`;

const layoutFile = "format.json";

/** Stands in a folder that a library is just being copied to; such a folder is not opened. */
export const unfinishedName = "unfinished-copy.txt";

/**
 * Throws `LibraryError` `newer-version` for a folder of a newer program, `damaged` for an unfinished
 * copy, touching nothing.
 * Returns false when the version could not be read.
 */
export async function checkLayout(disk: Disk, library: string): Promise<boolean> {
  if ((await disk.look(join(library, unfinishedName))) !== null)
    throw new LibraryError("damaged", "This folder holds an unfinished copy of a library.");
  const bytes = await disk.read(join(library, layoutFile));
  if (bytes === null) return true;
  const version = parseVersion(bytes.toString("utf8"));
  if (version !== null && version > layoutVersion)
    throw new LibraryError(
      "newer-version",
      `This library was written by a newer Broadsheet (layout ${version}, known ${layoutVersion}).`,
    );
  return version !== null;
}

/** Makes the folder's standing files where they are missing; returns its layout's version. */
export async function makeLayout(
  disk: Disk,
  library: string,
  isReadable: boolean,
  repairs: Repairs,
): Promise<number> {
  for (const folder of ["editions", "bookmarks", "trash", "media", "cache"])
    if ((await disk.look(join(library, folder)))?.isFolder !== true)
      await disk.makeFolder(join(library, folder)).catch(ignoreFullDisk);
  const layout = join(library, layoutFile);
  if (!isReadable) {
    const aside = await disk.setAside(layout);
    repairs.tell(`${layoutFile} was damaged and has been set aside as ${aside}.`);
  }
  const notice = join(library, "README.txt");
  const isCurrent = (await disk.read(notice))?.equals(Buffer.from(readMe)) === true;
  if (!isCurrent) await disk.replace(notice, Buffer.from(readMe)).catch(ignoreFullDisk);
  const stored = parseVersion(((await disk.read(layout)) ?? Buffer.alloc(0)).toString("utf8"));
  if (stored !== null) return stored;
  // Without its number, format 1 is known by files that only it has.
  const isFirst = (await disk.list(library)).some((name) => /^seen\.\d+\.(json|log)$/.test(name));
  const version = isFirst ? 1 : layoutVersion;
  // Whoever made the folders above may not have synced them.
  await disk.syncWayTo(library);
  await writeVersion(disk, library, version).catch(ignoreFullDisk);
  return version;
}

export async function writeVersion(disk: Disk, library: string, version: number): Promise<void> {
  await disk.replace(join(library, layoutFile), Buffer.from(`${JSON.stringify({ version })}\n`));
}

function parseVersion(text: string): number | null {
  try {
    const value = JSON.parse(text) as { version?: unknown } | null;
    return typeof value?.version === "number" ? value.version : null;
  } catch {
    return null;
  }
}
