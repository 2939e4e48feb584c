import { createHash } from "node:crypto";
import { join } from "node:path";
import { recordingName, type RecordingName } from "../../../preload/contract/contract.ts";
import type { Disk } from "../files/disk.ts";
import { asLibraryError } from "../files/library-error.ts";
import type { RecordingPart } from "../types.ts";
import { PartFile } from "./part-file.ts";

/** How a part is told from others: by its address and by what the publisher calls this version. */
type PartOf = Pick<RecordingPart, "etag" | "lastModified">;

/**
 * Sounds and films by content, `recordings/ab/<sha256>.<extension>`, and what has arrived so far of
 * those that are being fetched, `recordings/parts/<hash of address and version>`.
 */
export class RecordingFiles {
  readonly #disk: Disk;
  readonly #folder: string;
  /** Files written since the library was opened: what names them may still be on its way. */
  readonly #fresh = new Set<string>();

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
  }

  /** A recording's path, or null when it is not here. */
  async path(name: RecordingName): Promise<string | null> {
    if (!recordingName.safeParse(name).success) return null;
    const path = this.#pathOf(name);
    const found = await this.#disk.look(path);
    return found === null || found.isFolder || found.size === 0 ? null : path;
  }

  /** Opens a part to go on writing behind its first `received` bytes, which were durable. */
  async openPart(address: string, version: PartOf, received: number): Promise<PartFile> {
    const folder = join(this.#folder, "parts");
    await this.#disk.makeFolder(folder);
    this.#fresh.add(partName(address, version));
    return PartFile.open(this.#disk, this.#partPath(address, version), received);
  }

  /** Gives a whole part the name of its content; durable once resolved. */
  async keep(part: PartFile, extension: string): Promise<{ name: RecordingName; bytes: number }> {
    const { hash, bytes } = await part.finish();
    const name = recordingName.parse(`${hash}.${extension}`);
    const path = this.#pathOf(name);
    const folder = join(this.#folder, name.slice(0, 2));
    this.#fresh.add(name);
    try {
      await this.#disk.makeFolder(folder);
      await this.#disk.rename(part.path, path);
      await this.#disk.syncFolder(folder);
    } catch (error) {
      throw asLibraryError(error);
    }
    return { name, bytes };
  }

  async remove(name: RecordingName): Promise<void> {
    this.#fresh.delete(name);
    await this.#disk.remove(this.#pathOf(name));
  }

  async removePart(address: string, version: PartOf): Promise<void> {
    this.#fresh.delete(partName(address, version));
    await this.#disk.remove(this.#partPath(address, version));
  }

  /** Removes recordings and parts that nothing names any more; returns the bytes freed. */
  async removeUnless(
    isKept: (name: string) => boolean,
    parts: readonly (PartOf & { readonly address: string })[],
  ): Promise<number> {
    const wantedParts = new Set(parts.map((part) => partName(part.address, part)));
    let freed = 0;
    for (const folder of await this.#disk.list(this.#folder))
      for (const name of await this.#disk.list(join(this.#folder, folder))) {
        const isWanted = folder === "parts" ? wantedParts.has(name) : isKept(name);
        if (isWanted || this.#fresh.has(name) || name.includes(".damaged-")) continue;
        const path = join(this.#folder, folder, name);
        freed += (await this.#disk.look(path))?.size ?? 0;
        await this.#disk.remove(path);
      }
    return freed;
  }

  /** Bytes of everything that lies here. */
  async measure(): Promise<number> {
    let bytes = 0;
    for (const folder of await this.#disk.list(this.#folder))
      for (const name of await this.#disk.list(join(this.#folder, folder)))
        bytes += (await this.#disk.look(join(this.#folder, folder, name)))?.size ?? 0;
    return bytes;
  }

  #pathOf(name: RecordingName): string {
    return join(this.#folder, name.slice(0, 2), name);
  }

  #partPath(address: string, version: PartOf): string {
    return join(this.#folder, "parts", partName(address, version));
  }
}

/** Another version of the same address has another part: bytes of the two never come together. */
function partName(address: string, { etag, lastModified }: PartOf): string {
  return createHash("sha256")
    .update(JSON.stringify([address, etag, lastModified]))
    .digest("hex")
    .slice(0, 40);
}
