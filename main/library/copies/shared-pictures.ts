import { createHash } from "node:crypto";
import { join } from "node:path";
import { mediaName, type MediaName } from "../../../preload/contract/contract.ts";
import type { Disk } from "../files/disk.ts";
import { LibraryError } from "../files/library-error.ts";
import { Pace } from "../files/pace.ts";

const chunkSize = 65_536;

/** Pictures of bookmarks beside the automatic copies: each one once, named by its content. */
export class SharedPictures {
  readonly #disk: Disk;
  readonly #folder: string;

  /** `copies` is the folder of the automatic copies. */
  constructor(disk: Disk, copies: string) {
    this.#disk = disk;
    this.#folder = join(copies, "pictures");
  }

  /** Stores a picture, durable once resolved; false when its bytes are not what its name says. */
  async store(name: MediaName, bytes: Uint8Array): Promise<boolean> {
    if ((await this.#disk.look(this.#pathOf(name)))?.size === bytes.length) return true;
    if (!(await isNamedByContent(name, bytes))) return false;
    await this.#disk.makeFolder(this.#folderOf(name));
    await this.#disk.replace(this.#pathOf(name), bytes);
    return true;
  }

  /** A picture's bytes, or null when it is missing or damaged. */
  async read(name: MediaName): Promise<Buffer | null> {
    const bytes = await this.#disk.read(this.#pathOf(name));
    return bytes !== null && (await isNamedByContent(name, bytes)) ? bytes : null;
  }

  /** Throws `LibraryError` `damaged` when one of these is not there. */
  async check(names: readonly MediaName[]): Promise<void> {
    for (const name of names)
      if (((await this.#disk.look(this.#pathOf(name)))?.size ?? 0) === 0)
        throw new LibraryError("damaged", `The picture ${name} beside the copy is missing.`);
  }

  /** Deletes pictures that no copy refers to. */
  async keepOnly(wanted: ReadonlySet<MediaName>): Promise<void> {
    for (const part of await this.#disk.list(this.#folder))
      for (const file of await this.#disk.list(join(this.#folder, part))) {
        const name = mediaName.safeParse(file).data;
        if (name !== undefined && !wanted.has(name))
          await this.#disk.remove(join(this.#folder, part, file));
      }
  }

  /** Bytes of all pictures. */
  async measure(): Promise<number> {
    let bytes = 0;
    for (const part of await this.#disk.list(this.#folder))
      for (const file of await this.#disk.list(join(this.#folder, part)))
        bytes += (await this.#disk.look(join(this.#folder, part, file)))?.size ?? 0;
    return bytes;
  }

  #folderOf(name: MediaName): string {
    return join(this.#folder, name.slice(0, 2));
  }

  #pathOf(name: MediaName): string {
    return join(this.#folderOf(name), name);
  }
}

/** Whether a picture's bytes have the hash that its name says. */
export async function isNamedByContent(name: MediaName, bytes: Uint8Array): Promise<boolean> {
  const hash = createHash("sha256");
  const pace = new Pace();
  for (let start = 0; start < bytes.length; start += chunkSize) {
    hash.update(bytes.subarray(start, start + chunkSize));
    await pace.rest();
  }
  return name.startsWith(`${hash.digest("hex")}.`);
}
