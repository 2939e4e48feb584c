import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { LibraryError, systemCode } from "./library-error.ts";
import { Lock } from "./lock.ts";
import type { Repairs } from "./repairs.ts";
import { syncedBy } from "./synced-folder.ts";

const refusals = ["EACCES", "EPERM", "EROFS"];

/**
 * Makes the folder and takes its lock. A library that cannot be written is opened for reading: then
 * there is no lock, what opening would repair is repaired in memory alone, and the answer is null;
 * `Library.readOnly` tells.
 */
export async function enterLibrary(disk: Disk, library: string): Promise<Lock | null> {
  try {
    await disk.makeFolder(library);
    return await Lock.take(disk, library);
  } catch (error) {
    const isRefused =
      error instanceof LibraryError &&
      error.code === "unwritable" &&
      refusals.includes(systemCode(error.cause));
    const isLibrary =
      isRefused &&
      ((await disk.look(join(library, "format.json"))) !== null ||
        (await disk.look(join(library, "library.json"))) !== null);
    if (!isLibrary) throw error;
    disk.setMode("skip");
    return null;
  }
}

/** Says so when another program synchronises the folder with other machines. */
export function warnOfSynchronisation(library: string, repairs: Repairs): void {
  const service = syncedBy(library);
  if (service !== null)
    repairs.tell(
      `This library lies in a folder that ${service} synchronises. Such services can damage it; please move it to another folder.`,
    );
}
