import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Disk } from "../files/disk.ts";
import { writeAll } from "../files/whole-ranges.ts";
import { asLibraryError, LibraryError } from "../files/library-error.ts";
import { Pace } from "../files/pace.ts";
import type { CopyProgress } from "../types.ts";
import type { TreeFile } from "./list-tree.ts";
import type { CopiedTree } from "./move-library.ts";

const chunkSize = 262_144;
/** Files that are copied at the same time: each waits for its sync. */
const filesAtOnce = 4;

export interface CheckedCopyOptions {
  /** Bytes of everything that will be copied. */
  readonly total: number;
  readonly onProgress?: (progress: CopyProgress) => void;
  readonly signal?: AbortSignal;
}

/** Copies folders file by file, each of them synced and then read again. */
export class CheckedCopy {
  readonly #disk: Disk;
  readonly #options: CheckedCopyOptions;
  #done = 0;

  constructor(disk: Disk, options: CheckedCopyOptions) {
    this.#disk = disk;
    this.#options = options;
  }

  async run(tree: CopiedTree): Promise<void> {
    await this.#disk.makeFolder(tree.to);
    for (const folder of tree.folders) await this.#disk.makeFolder(join(tree.to, folder));
    const waiting = [...tree.files].reverse();
    const work = async () => {
      for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
        this.#options.signal?.throwIfAborted();
        await this.#copyFile(tree, file);
        this.#done += file.size;
        this.#options.onProgress?.({ done: this.#done, total: this.#options.total });
      }
    };
    // One that failed must not leave others writing behind its back.
    const results = await Promise.allSettled(Array.from({ length: filesAtOnce }, work));
    for (const result of results) if (result.status === "rejected") throw result.reason;
    for (const folder of [...tree.folders].reverse())
      await this.#disk.syncFolder(join(tree.to, folder));
    await this.#disk.syncFolder(tree.to);
    await this.#disk.syncFolder(dirname(tree.to));
  }

  /** A file that an interrupted copy has already brought over is read, and not written again. */
  async #copyFile(tree: CopiedTree, { path, size }: TreeFile): Promise<void> {
    const from = join(tree.from, ...path);
    const to = join(tree.to, ...path);
    if ((await this.#disk.look(to))?.size === size) {
      const [original, copy] = [await this.#hash(from), await this.#hash(to)];
      if (original === copy) return;
    }
    const written = await this.#write(from, to);
    if ((await this.#hash(to)) !== written)
      throw new LibraryError("damaged", `${path.join("/")} was not written as it was read.`);
  }

  /** Returns the hash of what was read. */
  async #write(from: string, to: string): Promise<string> {
    const hash = createHash("sha256");
    let target: FileHandle | null = null;
    try {
      target = await this.#disk.open(to, "w");
      let position = 0;
      for await (const chunk of this.#chunks(from)) {
        hash.update(chunk);
        await writeAll(target, chunk, position);
        position += chunk.length;
      }
      await target.sync();
    } catch (error) {
      throw asLibraryError(error);
    } finally {
      await target?.close();
    }
    return hash.digest("hex");
  }

  async #hash(path: string): Promise<string> {
    const hash = createHash("sha256");
    for await (const chunk of this.#chunks(path)) hash.update(chunk);
    return hash.digest("hex");
  }

  async *#chunks(path: string): AsyncGenerator<Buffer> {
    const handle = await this.#disk.open(path, "r");
    const pace = new Pace();
    try {
      for (let position = 0; ;) {
        const chunk = Buffer.allocUnsafe(chunkSize);
        const { bytesRead } = await handle.read(chunk, 0, chunkSize, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        yield chunk.subarray(0, bytesRead);
        await pace.rest();
      }
    } finally {
      await handle.close();
    }
  }
}
