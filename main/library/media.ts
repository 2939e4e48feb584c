import { join } from "node:path";
import { mediaName, type MediaName } from "../../preload/contract/contract.ts";
import { writeAll, type Disk } from "./files/disk.ts";
import { asLibraryError } from "./files/library-error.ts";

/** Pictures by content hash: `media/ab/<sha256>.<extension>`. */
export class Media {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #storing = new Map<MediaName, Promise<void>>();
  #bytes = 0;
  #isClosed = false;

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
  }

  /** What the pictures take on disk, in bytes, as far as it has been counted. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Stores bytes under their name; the name is durable only after `sync`. */
  store(name: MediaName, bytes: Uint8Array): Promise<void> {
    let storing = this.#storing.get(name);
    if (storing === undefined) {
      storing = this.#store(name, bytes).finally(() => this.#storing.delete(name));
      this.#storing.set(name, storing);
    }
    return storing;
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
        this.#bytes += (await this.#disk.look(join(folder, name)))?.size ?? 0;
      }
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#storing.values());
  }

  async #store(name: MediaName, bytes: Uint8Array): Promise<void> {
    const folder = this.#folderOf(name);
    const path = join(folder, name);
    const there = await this.#disk.look(path);
    if (there?.size === bytes.length) return;
    await this.#disk.makeFolder(folder);
    const temporary = join(folder, `.${name}.tmp`);
    try {
      const handle = await this.#disk.open(temporary, "w");
      try {
        await writeAll(handle, bytes, 0);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await this.#disk.rename(temporary, path);
    } catch (error) {
      await this.#disk.remove(temporary).catch(() => undefined);
      throw asLibraryError(error);
    }
    this.#bytes += bytes.length - (there?.size ?? 0);
  }

  #folderOf(name: MediaName): string {
    return join(this.#folder, name.slice(0, 2));
  }
}
