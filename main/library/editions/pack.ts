import type { FileHandle } from "node:fs/promises";
import type { Disk } from "../files/disk.ts";
import { readRange, writeAll } from "../files/whole-ranges.ts";
import { asLibraryError, systemCode } from "../files/library-error.ts";
import { decodeFrame, frameLength, frameMark, type Frame } from "./frame.ts";
import type { ByteRange } from "../files/journal.ts";
import { Pace } from "../files/pace.ts";

/** The append-only file of a day's texts. */
export class Pack {
  readonly #disk: Disk;
  readonly path: string;
  /** Bytes up to the end of the last good frame; null until it was looked at. */
  #size: number | null = null;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.path = path;
  }

  async size(): Promise<number> {
    this.#size ??= (await this.#disk.look(this.path))?.size ?? 0;
    return this.#size;
  }

  /** Adds frames, durable once resolved, and tells where each lies. */
  async append(frames: readonly Buffer[]): Promise<ByteRange[]> {
    const bytes = Buffer.concat(frames);
    let start = await this.size();
    let handle: FileHandle | null = null;
    try {
      handle = await this.#open();
      start = await this.size();
      await writeAll(handle, bytes, start);
      await handle.datasync();
      this.#size = start + bytes.length;
    } catch (error) {
      await handle?.truncate(start).catch(() => undefined);
      throw asLibraryError(error);
    } finally {
      await handle?.close().catch(() => undefined);
    }
    let offset = start;
    return frames.map((frame) => {
      const range = { offset, length: frame.length };
      offset += frame.length;
      return range;
    });
  }

  /** Takes back everything after a size, for a batch that failed later on. */
  async cutBackTo(size: number): Promise<void> {
    this.#size = size;
    const handle = await this.#open();
    try {
      await handle.truncate(size);
    } finally {
      await handle.close();
    }
  }

  /** The frame at a place, or null when it is missing or damaged. */
  async read(range: ByteRange): Promise<Frame | null> {
    let handle: FileHandle | null = null;
    try {
      handle = await this.#disk.open(this.path, "r");
      const bytes = await readRange(handle, range.offset, range.length);
      return bytes === null ? null : await decodeFrame(bytes);
    } catch (error) {
      if (systemCode(error) === "") throw error;
      return null;
    } finally {
      await handle?.close();
    }
  }

  /** Every good frame's place, also behind damaged parts. */
  async findFrames(): Promise<{ range: ByteRange; bytes: Buffer }[]> {
    const bytes = (await this.#disk.read(this.path)) ?? Buffer.alloc(0);
    this.#size = bytes.length;
    const frames: { range: ByteRange; bytes: Buffer }[] = [];
    const pace = new Pace();
    let start = bytes.indexOf(frameMark);
    while (start >= 0) {
      const length = frameLength(bytes, start);
      const range = { offset: start, length };
      if (length > 0) frames.push({ range, bytes: bytes.subarray(start, start + length) });
      start = bytes.indexOf(frameMark, start + (length || frameMark.length));
      await pace.rest();
    }
    return frames;
  }

  async #open(): Promise<FileHandle> {
    try {
      const handle = await this.#disk.open(this.path, "r+");
      await this.#disk.syncName(this.path, false);
      return handle;
    } catch (error) {
      if (systemCode(error) !== "ENOENT") throw error;
    }
    this.#size = 0;
    const handle = await this.#disk.open(this.path, "wx+");
    await handle.sync();
    await this.#disk.syncName(this.path, true);
    return handle;
  }
}
