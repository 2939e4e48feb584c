import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { Disk } from "../files/disk.ts";
import { asLibraryError } from "../files/library-error.ts";
import { writeAll } from "../files/whole-ranges.ts";

const chunkSize = 262_144;

/** A recording that is arriving: bytes are appended, and hashed on their way. */
export class PartFile {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #hash = createHash("sha256");
  #size = 0;
  #start: Buffer = Buffer.alloc(0);

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  /** What lies behind the first `received` bytes may never have been durable: it is cut off. */
  static async open(disk: Disk, path: string, received: number): Promise<PartFile> {
    let handle: FileHandle | null = null;
    try {
      const isThere = (await disk.look(path)) !== null;
      handle = await disk.open(path, isThere ? "r+" : "w+");
      await disk.syncName(path, !isThere);
      const part = new PartFile(path, handle);
      const { size } = await handle.stat();
      await part.#readAgain(Math.min(size, received));
      if (size > part.#size) await handle.truncate(part.#size);
      return part;
    } catch (error) {
      await handle?.close().catch(() => undefined);
      throw asLibraryError(error);
    }
  }

  /** Bytes that are here. */
  get size(): number {
    return this.#size;
  }

  /** The first bytes, by which its kind is known. */
  get start(): Uint8Array {
    return this.#start;
  }

  async append(bytes: Uint8Array): Promise<void> {
    try {
      await writeAll(this.#handle, bytes, this.#size);
    } catch (error) {
      throw asLibraryError(error);
    }
    this.#take(bytes);
  }

  /** Makes what has arrived so far durable. */
  async sync(): Promise<void> {
    try {
      await this.#handle.datasync();
    } catch (error) {
      throw asLibraryError(error);
    }
  }

  /** Makes everything durable and lets go of the file. */
  async finish(): Promise<{ hash: string; bytes: number }> {
    try {
      await this.#handle.sync();
    } catch (error) {
      throw asLibraryError(error);
    } finally {
      await this.close();
    }
    return { hash: this.#hash.digest("hex"), bytes: this.#size };
  }

  async close(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }

  /** Hashes what is here already; a file that ends sooner than it should has just so much. */
  async #readAgain(length: number): Promise<void> {
    const chunk = Buffer.allocUnsafe(chunkSize);
    while (this.#size < length) {
      const wanted = Math.min(chunkSize, length - this.#size);
      const { bytesRead } = await this.#handle.read(chunk, 0, wanted, this.#size);
      if (bytesRead === 0) return;
      this.#take(chunk.subarray(0, bytesRead));
    }
  }

  #take(bytes: Uint8Array): void {
    if (this.#start.length < 64)
      this.#start = Buffer.concat([this.#start, bytes.subarray(0, 64 - this.#start.length)]);
    this.#hash.update(bytes);
    this.#size += bytes.length;
  }
}
