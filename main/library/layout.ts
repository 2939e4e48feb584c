import { join } from "node:path";
import type { Disk } from "./files/disk.ts";
import { ignoreFullDisk, LibraryError } from "./files/library-error.ts";
import type { Repairs } from "./files/repairs.ts";

/** The version of the layout on disk that this program reads and writes. */
export const layoutVersion = 1;

const readMe = `This folder is your Broadsheet library: all your news, in files you can read.

library.json      the titles you follow, their folders, your settings
editions/         one folder for each day: articles.json (or .log while the day lasts) holds the
                  articles, bodies.pack their texts (zstd frames, each {"record", "html"})
bookmarks/        a full copy of every bookmarked article, with its pictures
statuses.*        what you have read and bookmarked
visits.*, seen.*  when each title was visited, and which articles were taken from it
media/            pictures, named by the SHA-256 of their content
trash/            bookmarks you removed; they are kept for 30 days
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

/** Makes the folder's standing files where they are missing. */
export async function makeLayout(
  disk: Disk,
  library: string,
  isReadable: boolean,
  repairs: Repairs,
): Promise<void> {
  const write = async (path: string, text: string) => {
    await disk.replace(path, Buffer.from(text)).catch(ignoreFullDisk);
  };
  for (const folder of ["editions", "bookmarks", "trash", "media", "cache"])
    if ((await disk.look(join(library, folder)))?.isFolder !== true)
      await disk.makeFolder(join(library, folder)).catch(ignoreFullDisk);
  const layout = join(library, layoutFile);
  if (!isReadable) {
    const aside = await disk.setAside(layout);
    repairs.tell(`${layoutFile} was damaged and has been set aside as ${aside}.`);
  }
  if ((await disk.look(layout)) === null) {
    // Whoever made the folders above may not have synced them.
    await disk.syncWayTo(library);
    await write(layout, `${JSON.stringify({ version: layoutVersion })}\n`);
  }
  const notice = join(library, "README.txt");
  if ((await disk.look(notice)) === null) await write(notice, readMe);
}

function parseVersion(text: string): number | null {
  try {
    const value = JSON.parse(text) as { version?: unknown } | null;
    return typeof value?.version === "number" ? value.version : null;
  } catch {
    return null;
  }
}
