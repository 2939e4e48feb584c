/** The library's file calls: asynchronous, durable, and replaceable in tests by ones that fail. */
import * as nodeFiles from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { asLibraryError, LibraryError, systemCode } from "./library-error.ts";
import { noFile } from "./no-file.ts";
import { reservePath } from "./reserve.ts";
import { writeAll } from "./whole-ranges.ts";

/** The calls of `node:fs/promises` that the library makes. */
export type FileSystem = Pick<
  typeof nodeFiles,
  "open" | "readFile" | "rename" | "rm" | "mkdir" | "readdir" | "stat" | "statfs" | "copyFile"
>;

/** Antivirus programs hold new files open for a moment; renaming is tried again (Windows). */
const renameRetries = 20;

/** What becomes of changes: made; passed over, to open a library for reading; refused. */
export type DiskMode = "write" | "skip" | "refuse";

/** What a disk knows of the library that it is used for. */
interface Ground {
  mode: DiskMode;
  /** Inside this folder, what is in the way is set aside. */
  library: string | null;
  tell: (sentence: string) => void;
}

export class Disk {
  readonly #files: FileSystem;
  readonly #ground: Ground;
  readonly #usesReserve: boolean;
  /** Files and folders whose names are known to be durable. */
  readonly #sureNames = new Set<string>();

  constructor(
    files: FileSystem = nodeFiles,
    ground: Ground = { mode: "write", library: null, tell: () => undefined },
    usesReserve = true,
  ) {
    this.#files = files;
    this.#ground = ground;
    this.#usesReserve = usesReserve;
  }

  /** Tells for which library this disk is used, and who is told what was in the way there. */
  settleIn(library: string, tell: (sentence: string) => void): void {
    this.#ground.library = library;
    this.#ground.tell = tell;
  }

  setMode(mode: DiskMode): void {
    this.#ground.mode = mode;
  }

  /** Whether changes are made, so that what is damaged can be mended. */
  get isWritable(): boolean {
    return this.#ground.mode === "write";
  }

  /** The same disk for what must not use up the reserve: articles, pictures, copies. */
  withoutReserve(): Disk {
    return new Disk(this.#files, this.#ground, false);
  }

  /** For files outside of the library: a library that can only be read is still copied. */
  outside(): Disk {
    return new Disk(this.#files, undefined, false);
  }

  /**
   * Makes room on a full disk by giving the reserve back, once; false when a write need not be
   * tried again.
   */
  async relieve(error: unknown, mayUseReserve = this.#usesReserve): Promise<boolean> {
    if (!mayUseReserve || !isFull(error) || this.#ground.library === null) return false;
    const path = reservePath(this.#ground.library);
    if ((await this.look(path)) === null) return false;
    await this.#files.rm(path, { force: true });
    return true;
  }

  /** The file's bytes, or null where there is none. */
  async read(path: string): Promise<Buffer | null> {
    try {
      return await this.#files.readFile(path);
    } catch (error) {
      if (isMissing(error)) return null;
      if (systemCode(error) === "EISDIR" && (await this.#clear(path))) return null;
      throw asLibraryError(error);
    }
  }

  async open(path: string, flags: string): Promise<FileHandle> {
    if (flags !== "r" && this.#isSkipped()) return noFile;
    try {
      return await this.#files.open(path, flags);
    } catch (error) {
      const isInTheWay = systemCode(error) === "EISDIR" && (await this.#clear(path));
      if (!isInTheWay) throw error;
      return this.open(path, flags);
    }
  }

  /** Size in bytes and time of the last change in milliseconds, or null where there is nothing. */
  async look(path: string): Promise<{ size: number; changed: number; isFolder: boolean } | null> {
    try {
      const found = await this.#files.stat(path);
      return { size: found.size, changed: found.mtimeMs, isFolder: found.isDirectory() };
    } catch (error) {
      if (isMissing(error)) return null;
      throw asLibraryError(error);
    }
  }

  /** Names of what a folder holds, sorted; empty where there is none. */
  async list(folder: string): Promise<string[]> {
    try {
      return (await this.#files.readdir(folder)).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw asLibraryError(error);
    }
  }

  /**
   * Makes a folder, and those it lies in, durably. One that is there may have been made by a
   * process that was killed before its name was durable: it is synced once all the same.
   */
  async makeFolder(path: string): Promise<void> {
    if (this.#isSkipped()) return;
    try {
      const first = await this.#files.mkdir(path, { recursive: true });
      if (first === undefined && this.#sureNames.has(path)) return;
      const last = dirname(first ?? path);
      for (let parent = dirname(path); ; parent = dirname(parent)) {
        await this.syncFolder(parent);
        if (parent === last) break;
      }
      this.#sureNames.add(path);
    } catch (error) {
      const isInTheWay = ["EEXIST", "ENOTDIR"].includes(systemCode(error));
      if ((isInTheWay && (await this.#clearWayTo(path))) || (await this.relieve(error)))
        return this.makeFolder(path);
      throw asLibraryError(error);
    }
  }

  /**
   * Makes the name of a file that is about to grow durable. One that was there before may have been
   * made by a process that was killed at once: its folder is synced once all the same.
   */
  async syncName(path: string, isNew: boolean): Promise<void> {
    if (this.#isSkipped() || (!isNew && this.#sureNames.has(path))) return;
    await this.syncFolder(dirname(path));
    this.#sureNames.add(path);
  }

  /** Makes the names of all folders on the way to a path durable, as far as they may be opened. */
  async syncWayTo(path: string): Promise<void> {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      await this.syncFolder(folder).catch(() => undefined);
      if (folder === dirname(folder)) break;
    }
  }

  async remove(path: string): Promise<void> {
    if (this.#isSkipped()) return;
    await this.#files.rm(path, { recursive: true, force: true });
  }

  /**
   * Replaces a file so that after a power cut either the old or the new content is there, whole,
   * and once resolved the new one. With `previous`, the old file is kept under that path.
   */
  async replace(
    path: string,
    bytes: Uint8Array | readonly Uint8Array[],
    previous?: string,
  ): Promise<void> {
    if (this.#isSkipped()) return;
    const temporary = join(dirname(path), `.${basename(path)}.tmp`);
    try {
      const handle = await this.#files.open(temporary, "w");
      try {
        let position = 0;
        for (const part of bytes instanceof Uint8Array ? [bytes] : bytes) {
          await writeAll(handle, part, position);
          position += part.length;
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (previous !== undefined) await this.#keepAs(path, previous);
      await this.rename(temporary, path);
      await this.syncFolder(dirname(path));
    } catch (error) {
      await this.#files.rm(temporary, { force: true }).catch(() => undefined);
      if (await this.relieve(error)) return this.replace(path, bytes, previous);
      throw asLibraryError(error);
    }
  }

  /** A copy and not the file itself: a crash must never find neither of the two at its place. */
  async #keepAs(path: string, previous: string): Promise<void> {
    if ((await this.look(path)) === null) return;
    const temporary = join(dirname(previous), `.${basename(previous)}.tmp`);
    await this.copy(path, temporary);
    await this.rename(temporary, previous);
  }

  async rename(from: string, to: string): Promise<void> {
    if (this.#isSkipped()) return;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#files.rename(from, to);
        return;
      } catch (error) {
        const held = ["EPERM", "EBUSY", "EACCES"].includes(systemCode(error));
        if (!held || attempt > renameRetries || process.platform !== "win32")
          throw asLibraryError(error);
        await pause(10 * attempt);
      }
    }
  }

  /** Bytes that are still free where a folder lies; null where that cannot be said. */
  async freeBytes(folder: string): Promise<number | null> {
    try {
      const { bavail, bsize } = await this.#files.statfs(folder);
      return bavail * bsize;
    } catch {
      return null;
    }
  }

  /**
   * Copies a file and makes the copy's bytes durable, unless that is not asked for; its folder is
   * synced by the caller.
   */
  async copy(from: string, to: string, isDurable = true): Promise<void> {
    if (this.#isSkipped()) return;
    try {
      await this.#files.copyFile(from, to, nodeFiles.constants.COPYFILE_FICLONE);
      if (!isDurable) return;
      const handle = await this.#files.open(to, "r+");
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw asLibraryError(error);
    }
  }

  /** Makes new, renamed and removed names in a folder durable. Windows has no such call. */
  async syncFolder(path: string): Promise<void> {
    if (process.platform === "win32" || this.#ground.mode !== "write") return;
    const handle = await this.#files.open(path, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Sets a damaged file or folder aside, never deleting it, and returns its new name. */
  async setAside(path: string): Promise<string> {
    if (this.#ground.mode !== "write") return basename(path);
    const aside = await this.#freeName(path);
    await this.rename(path, aside);
    return basename(aside);
  }

  /** Keeps a copy of a damaged file that is about to be mended. */
  async keepCopy(path: string): Promise<void> {
    if (this.#ground.mode !== "write") return;
    await this.copy(path, await this.#freeName(path));
  }

  /** Whether a change is to be passed over. Throws `unwritable` where it is to be refused. */
  #isSkipped(): boolean {
    if (this.#ground.mode === "refuse")
      throw new LibraryError("unwritable", "This library can only be read.");
    return this.#ground.mode === "skip";
  }

  /** Sets aside what stands where something else belongs; false outside of the library. */
  async #clear(path: string): Promise<boolean> {
    const { library, tell } = this.#ground;
    if (library === null || !path.startsWith(library + sep)) return false;
    const aside = await this.setAside(path);
    tell(`Something else stood in the place of ${basename(path)}; it was set aside as ${aside}.`);
    return true;
  }

  /** Sets aside a file on the way to a folder that is to be made. */
  async #clearWayTo(path: string): Promise<boolean> {
    const { library } = this.#ground;
    for (let part = path; library !== null && part.startsWith(library + sep); part = dirname(part))
      if ((await this.look(part))?.isFolder === false) return this.#clear(part);
    return false;
  }

  async #freeName(path: string): Promise<string> {
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
    let free = `${path}.damaged-${stamp}`;
    for (let n = 2; (await this.look(free)) !== null; n++) free = `${path}.damaged-${stamp}-${n}`;
    return free;
  }
}

/** A file in the place of a folder means that there is nothing in that folder. */
function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(systemCode(error));
}

function isFull(error: unknown): boolean {
  const known = asLibraryError(error);
  return known instanceof LibraryError && known.code === "storage-full";
}
