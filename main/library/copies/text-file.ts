import type { FileHandle } from "node:fs/promises";
import type { Disk } from "../files/disk.ts";
import { writeAll } from "../files/whole-ranges.ts";
import { asLibraryError } from "../files/library-error.ts";

const writeSize = 262_144;

/** A new text file that is written piece by piece. */
export class TextFile {
  readonly #handle: FileHandle;
  #waiting: string[] = [];
  #length = 0;
  #position = 0;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(disk: Disk, path: string): Promise<TextFile> {
    try {
      return new TextFile(await disk.open(path, "wx"));
    } catch (error) {
      throw asLibraryError(error);
    }
  }

  async write(text: string): Promise<void> {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= writeSize) await this.#flush();
  }

  /** Writes what is left, and makes all of it durable. */
  async finish(): Promise<void> {
    try {
      await this.#flush();
      await this.#handle.sync();
    } finally {
      await this.#handle.close();
    }
  }

  /** Lets go of the file after a failure. */
  async giveUp(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting.join(""));
    this.#waiting = [];
    this.#length = 0;
    try {
      await writeAll(this.#handle, bytes, this.#position);
    } catch (error) {
      throw asLibraryError(error);
    }
    this.#position += bytes.length;
  }
}
