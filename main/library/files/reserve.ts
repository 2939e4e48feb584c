import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Disk } from "./disk.ts";

const random = promisify(randomBytes);

/** Bytes that are set aside, so that marks and bookmarks can be stored on a full disk. */
const reserveSize = 4_000_000;
/** With less room than this, the reserve is not made anew: it would be the last straw. */
const roomNeeded = 64_000_000;

export function reservePath(library: string): string {
  return join(library, "reserve");
}

/** Makes the reserve where it is missing and there is room; of random bytes, which take the room. */
export async function keepReserve(disk: Disk, library: string): Promise<void> {
  const path = reservePath(library);
  if ((await disk.look(path)) !== null) return;
  const free = await disk.freeBytes(library);
  if (free !== null && free < roomNeeded) return;
  const bytes = await random(reserveSize);
  // Without it everything works as long as there is room.
  await disk
    .withoutReserve()
    .replace(path, bytes)
    .catch(() => undefined);
}
