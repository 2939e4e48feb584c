import { promisify } from "node:util";
import { crc32, zstdCompress, zstdDecompress } from "node:zlib";
import type { FileHandle } from "node:fs/promises";
import { readRange, writeAll, type Disk } from "../files/disk.ts";
import { asLibraryError, systemCode } from "../files/library-error.ts";
import { isArticleRecord, type ArticleRecord } from "./article-record.ts";
import type { ByteRange } from "../files/journal.ts";
import { Pace } from "../files/pace.ts";

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Every frame begins with these bytes: Broadsheet frame, version 1. */
const magic = Buffer.from("BSF1", "latin1");
/** Magic, then the payload's length and CRC-32, both little-endian. */
const headerLength = 12;

/** An article's record and text together, so that a pack alone is enough to rebuild its day. */
export interface Frame {
  /** Without `body`, which is known only once the frame has its place. */
  readonly record: Omit<ArticleRecord, "body">;
  readonly html: string;
}

/** A frame's bytes, compressed off the main thread. */
export async function encodeFrame(frame: Frame): Promise<Buffer> {
  const plain = Buffer.from(JSON.stringify(frame), "utf8");
  // Without the size zstd sets up for a text of any length, which takes five times as long.
  const payload = await compress(plain, { pledgedSrcSize: plain.length });
  const header = Buffer.alloc(headerLength);
  magic.copy(header);
  header.writeUInt32LE(payload.length, 4);
  header.writeUInt32LE(crc32(payload), 8);
  return Buffer.concat([header, payload]);
}

/** What a frame holds, or null when it is not exactly as it was written. */
export async function decodeFrame(bytes: Buffer): Promise<Frame | null> {
  const payload = checkedPayload(bytes, 0);
  if (payload?.length !== bytes.length - headerLength) return null;
  try {
    const frame = JSON.parse((await decompress(payload)).toString("utf8")) as Frame;
    const record = { ...frame.record, body: { offset: 0, length: 0 } };
    return typeof frame.html === "string" && isArticleRecord(record) ? frame : null;
  } catch {
    return null;
  }
}

/** A length of 0 is invalid: zeros have the checksum 0 and would pass for a frame. */
function checkedPayload(bytes: Buffer, start: number): Buffer | null {
  if (start + headerLength > bytes.length) return null;
  if (bytes.compare(magic, 0, magic.length, start, start + magic.length) !== 0) return null;
  const length = bytes.readUInt32LE(start + 4);
  const end = start + headerLength + length;
  if (length === 0 || end > bytes.length) return null;
  const payload = bytes.subarray(start + headerLength, end);
  return crc32(payload) === bytes.readUInt32LE(start + 8) ? payload : null;
}

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
    let start = bytes.indexOf(magic);
    while (start >= 0) {
      const payload = checkedPayload(bytes, start);
      const length = payload === null ? magic.length : headerLength + payload.length;
      if (payload !== null)
        frames.push({
          range: { offset: start, length },
          bytes: bytes.subarray(start, start + length),
        });
      start = bytes.indexOf(magic, start + length);
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
