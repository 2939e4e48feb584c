import { join } from "node:path";
import { mediaName, type MediaName } from "../../preload/contract/contract.ts";
import type { Disk } from "./files/disk.ts";
import { writeAll } from "./files/whole-ranges.ts";
import { asLibraryError } from "./files/library-error.ts";

/** How long a stored picture is kept though no record names it, in milliseconds. */
const recentTime = 3_600_000;

const temporaryEnd = ".tmp";

/** Pictures by content hash: `media/ab/<sha256>.<extension>`. */
export class Media {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #now: () => number;
  /** When pictures were stored that a record may not yet name. */
  readonly #recent = new Map<MediaName, number>();
  readonly #storing = new Map<MediaName, Promise<void>>();
  /** The removal that is under way. */
  #removing: Promise<void> = Promise.resolve();
  /** Pictures that came while those on disk are measured; null when that is done. */
  #fresh: Set<string> | null = new Set();
  #bytes = 0;
  #isClosed = false;

  constructor(disk: Disk, folder: string, now: () => number) {
    this.#disk = disk;
    this.#folder = folder;
    this.#now = now;
  }

  /** What the pictures take on disk, in bytes, as far as it has been counted. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Stores bytes under their name; the name is durable only after `sync`. */
  store(name: MediaName, bytes: Uint8Array): Promise<void> {
    this.#recent.set(name, this.#now());
    let storing = this.#storing.get(name);
    if (storing === undefined) {
      storing = this.#store(name, bytes).finally(() => this.#storing.delete(name));
      this.#storing.set(name, storing);
    }
    return storing;
  }

  /** Keeps pictures that records are about to name from a sweep that does not know of it yet. */
  hold(names: readonly MediaName[]): void {
    for (const name of names) this.#recent.set(name, this.#now());
  }

  /** Makes the names of stored pictures durable, one call for each folder they lie in. */
  async sync(names: readonly MediaName[]): Promise<void> {
    for (const folder of new Set(names.map((name) => this.#folderOf(name))))
      if ((await this.#disk.look(folder)) !== null) await this.#disk.syncFolder(folder);
  }

  /** A picture's path, or null when it is not here. */
  async path(name: MediaName): Promise<string | null> {
    if (!mediaName.safeParse(name).success) return null;
    const path = join(this.#folderOf(name), name);
    const found = await this.#disk.look(path);
    return found === null || found.size === 0 ? null : path;
  }

  /** Counts what lies here. Meant for the background: a large library holds many pictures. */
  async measure(): Promise<void> {
    for (const part of await this.#disk.list(this.#folder)) {
      const folder = join(this.#folder, part);
      for (const name of await this.#disk.list(folder)) {
        if (this.#isClosed) return;
        // Half written by a crash, or being written: counted once it has its name.
        if (name.endsWith(temporaryEnd)) continue;
        const bytes = (await this.#disk.look(join(folder, name)))?.size ?? 0;
        if (this.#fresh?.has(name) !== true) this.#bytes += bytes;
      }
    }
    this.#fresh = null;
  }

  /**
   * Removes the pictures that are not wanted, but for those that were stored within the hour: their
   * records may still be on their way. Returns the bytes that were freed.
   */
  async removeUnless(isWanted: (name: string) => boolean): Promise<number> {
    for (const [name, at] of this.#recent)
      if (this.#now() - at > recentTime) this.#recent.delete(name);
    let freed = 0;
    for (const part of await this.#disk.list(this.#folder)) {
      const folder = join(this.#folder, part);
      for (const name of await this.#disk.list(folder)) {
        if (this.#isClosed) return freed;
        const picture = mediaName.safeParse(name);
        const path = join(folder, name);
        if (name.endsWith(temporaryEnd)) await this.#removeLeftover(path, name);
        if (!picture.success || isWanted(name) || this.#recent.has(picture.data)) continue;
        const bytes = (await this.#disk.look(path))?.size ?? 0;
        // It may have been stored again while this looked.
        if (this.#recent.has(picture.data)) continue;
        this.#removing = this.#disk.remove(path);
        await this.#removing;
        this.#bytes -= bytes;
        freed += bytes;
      }
    }
    return freed;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#storing.values());
  }

  async #store(name: MediaName, bytes: Uint8Array): Promise<void> {
    const folder = this.#folderOf(name);
    const path = join(folder, name);
    // It may be the very picture that is just being removed.
    await this.#removing.catch(() => undefined);
    const there = await this.#disk.look(path);
    if (there?.size === bytes.length) return;
    await this.#disk.makeFolder(folder);
    const temporary = join(folder, `.${name}${temporaryEnd}`);
    try {
      const handle = await this.#disk.open(temporary, "w");
      try {
        await writeAll(handle, bytes, 0);
        await handle.sync();
      } finally {
        await handle.close();
      }
      this.#fresh?.add(name);
      await this.#disk.rename(temporary, path);
    } catch (error) {
      await this.#disk.remove(temporary).catch(() => undefined);
      throw asLibraryError(error);
    }
    this.#bytes += bytes.length - (there?.size ?? 0);
  }

  /** Removes what a crash left half written. */
  async #removeLeftover(path: string, name: string): Promise<void> {
    const picture = mediaName.safeParse(name.slice(1, -temporaryEnd.length));
    if (picture.success && !this.#storing.has(picture.data)) await this.#disk.remove(path);
  }

  #folderOf(name: MediaName): string {
    return join(this.#folder, name.slice(0, 2));
  }
}
