import { hostname, uptime } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Disk } from "./disk.ts";
import { writeAll } from "./whole-ranges.ts";
import { asLibraryError, ignoreFullDisk, LibraryError, systemCode } from "./library-error.ts";

/** Who holds the library. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When that machine was started, in seconds since 1970: process numbers start anew then. */
  readonly startedUp: number;
}

/** Folders that this process holds. */
const held = new Set<string>();
/** The clock and the uptime are read one after the other and may be adjusted in between. */
const startTolerance = 120;
const attempts = 5;
/** Within this time of its making a lock may still be without its holder's name, in milliseconds. */
const freshTime = 2000;

/** Keeps two processes from writing one library. A dead process's lock is taken over. */
export class Lock {
  readonly #disk: Disk;
  readonly #path: string;

  private constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.#path = path;
  }

  /** Throws `LibraryError` `in-use` or `unwritable`. */
  static async take(disk: Disk, library: string): Promise<Lock> {
    const path = join(library, "lock");
    if (held.has(path)) throw inUse(process.pid);
    held.add(path);
    try {
      for (let attempt = 1; ; attempt++) {
        if (await create(disk, path)) return new Lock(disk, path);
        const text = ((await disk.read(path)) ?? Buffer.alloc(0)).toString("utf8");
        const holder = parseHolder(text);
        if (holder !== null && isAlive(holder)) throw inUse(holder.pid);
        if (attempt > attempts) throw inUse(holder?.pid ?? 0);
        // Another process may have made it a moment ago and not yet written its name into it.
        if (holder === null && attempt < 3 && (await isFresh(disk, path))) await pause(50);
        else {
          // Renames that the dead process saw done may still be lost, and with them what they name.
          await disk.syncFolder(library).catch(() => undefined);
          await takeAway(disk, path, text);
        }
      }
    } catch (error) {
      held.delete(path);
      throw asLibraryError(error);
    }
  }

  async release(): Promise<void> {
    await this.#disk.remove(this.#path).catch(() => undefined);
    // Not before: whoever takes the lock in between would lose it to the line above.
    held.delete(this.#path);
  }
}

/** Whether a living process holds a library; nothing is taken. */
export async function isLockHeld(disk: Disk, library: string): Promise<boolean> {
  const path = join(library, "lock");
  if (held.has(path)) return true;
  const holder = parseHolder(((await disk.read(path)) ?? Buffer.alloc(0)).toString("utf8"));
  return holder !== null && isAlive(holder);
}

function inUse(pid: number): LibraryError {
  return new LibraryError("in-use", `The library is in use by process ${pid}.`);
}

async function create(disk: Disk, path: string): Promise<boolean> {
  try {
    const handle = await disk.open(path, "wx");
    try {
      const holder: Holder = { pid: process.pid, host: hostname(), startedUp: startedUp() };
      // On a full disk an empty lock must do; the program itself is started only once.
      await writeAll(handle, Buffer.from(`${JSON.stringify(holder)}\n`), 0).catch(ignoreFullDisk);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    ignoreFullDisk(error);
    return true;
  }
}

/** Moves a dead process's lock away, unless another process was faster and it is that one's now. */
async function takeAway(disk: Disk, path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await disk.rename(path, aside);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  const taken = ((await disk.read(aside)) ?? Buffer.alloc(0)).toString("utf8");
  if (taken !== text) await disk.rename(aside, path);
  else await disk.remove(aside);
}

/** What a power cut has left is older. */
async function isFresh(disk: Disk, path: string): Promise<boolean> {
  const found = await disk.look(path);
  return found !== null && Math.abs(Date.now() - found.changed) < freshTime;
}

function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    return typeof value?.pid === "number" &&
      typeof value.host === "string" &&
      typeof value.startedUp === "number"
      ? { pid: value.pid, host: value.host, startedUp: value.startedUp }
      : null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  if (Math.abs(holder.startedUp - startedUp()) > startTolerance) return false;
  // This process does not hold it (see `held`), so its number was another's before.
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

function startedUp(): number {
  return Math.round(Date.now() / 1000 - uptime());
}
