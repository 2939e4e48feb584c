import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { once } from "node:events";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Disk } from "../files/disk.ts";
import { writeAll } from "../files/whole-ranges.ts";
import { asLibraryError } from "../files/library-error.ts";
import { Pace } from "../files/pace.ts";

/** What became of an entry: it is compared when the file is read again. */
export interface WrittenEntry {
  readonly bytes: number;
  readonly sha256: string;
}

export type EntryContent = Uint8Array | AsyncIterable<Uint8Array>;

const chunkSize = 65_536;
/** Small pieces are collected, so that one write takes many of them. */
const writeSize = 262_144;

/**
 * Writes a zip file as a stream: entry by entry, with never more than a few chunks in memory. It
 * stands under a temporary name until `finish`, which makes it durable and gives it its own.
 */
export class ZipWriter {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #zip = new ZipFile();
  readonly #time: Date;
  readonly #written: Promise<void>;
  #failure: unknown = null;

  private constructor(disk: Disk, path: string, handle: FileHandle, time: Date) {
    this.#disk = disk;
    this.#path = path;
    this.#handle = handle;
    this.#time = time;
    this.#written = this.#writeOut();
  }

  /** `time` in milliseconds: what the entries carry as the time of their last change. */
  static async create(disk: Disk, path: string, time: number): Promise<ZipWriter> {
    try {
      const handle = await disk.open(temporaryOf(path), "w");
      return new ZipWriter(disk, path, handle, new Date(time));
    } catch (error) {
      throw asLibraryError(error);
    }
  }

  /** Where the file stands until it is finished. */
  get temporaryPath(): string {
    return temporaryOf(this.#path);
  }

  /** Adds an entry. Pictures are compressed already: `isPacked` stores them as they are. */
  async add(name: string, content: EntryContent, isPacked = false): Promise<WrittenEntry> {
    const hash = createHash("sha256");
    let bytes = 0;
    const stream = Readable.from(
      (async function* () {
        for await (const chunk of content instanceof Uint8Array ? chunksOf(content) : content) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      })(),
    );
    const ended = once(stream, "end");
    this.#zip.addReadStream(stream, name, {
      mtime: this.#time,
      compress: !isPacked,
      mode: 0o100644,
    });
    await ended;
    if (this.#failure !== null) throw asLibraryError(this.#failure);
    return { bytes, sha256: hash.digest("hex") };
  }

  /** Ends the file and makes it durable; it still has its temporary name, so that it can be checked. */
  async seal(): Promise<void> {
    this.#zip.end();
    await this.#written;
    if (this.#failure !== null) throw asLibraryError(this.#failure);
    try {
      await this.#handle.sync();
      await this.#handle.close();
    } catch (error) {
      throw asLibraryError(error);
    }
  }

  /** Gives the sealed file its name. */
  async finish(): Promise<void> {
    await this.#disk.rename(this.temporaryPath, this.#path);
    await this.#disk.syncFolder(dirname(this.#path));
  }

  /** Leaves nothing behind; for when something went wrong. */
  async discard(): Promise<void> {
    this.#failure ??= new Error("given up");
    await this.#handle.close().catch(() => undefined);
    await this.#disk.remove(this.temporaryPath).catch(() => undefined);
  }

  /** Goes on reading after a failure, or the writing side would wait for ever. */
  async #writeOut(): Promise<void> {
    let waiting: Buffer[] = [];
    let size = 0;
    let position = 0;
    const write = async () => {
      const bytes = Buffer.concat(waiting);
      [waiting, size] = [[], 0];
      try {
        if (this.#failure === null) await writeAll(this.#handle, bytes, position);
      } catch (error) {
        this.#failure = error;
      }
      position += bytes.length;
    };
    for await (const chunk of this.#zip.outputStream as AsyncIterable<Buffer>) {
      waiting.push(chunk);
      size += chunk.length;
      if (size >= writeSize) await write();
    }
    await write();
  }
}

async function* chunksOf(content: Uint8Array): AsyncGenerator<Uint8Array> {
  const pace = new Pace();
  for (let start = 0; start < content.length; start += chunkSize) {
    yield content.subarray(start, start + chunkSize);
    await pace.rest();
  }
}

function temporaryOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp`);
}
