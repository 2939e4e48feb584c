import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from "yauzl";
import type { Disk } from "../files/disk.ts";
import { asLibraryError, LibraryError, systemCode } from "../files/library-error.ts";
import { Pace } from "../files/pace.ts";

const chunkSize = 65_536;
const stored = 0;
const deflated = 8;
/** What a small file may claim to unpack to before its ratio is looked at. */
const harmless = 64_000_000;
/** Our own backups shrink to a sixth at most; a zip bomb to a thousandth. */
const largestRatio = 20;

/**
 * Reads a zip file that anybody may have made: names are checked, entries never give more bytes
 * than they announce, and what they announce together stays within reason. Throws `LibraryError`
 * `damaged` for whatever is wrong with the file.
 */
export class ZipReader {
  readonly #zip: ZipFile;
  readonly #handle: FileHandle;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, handle: FileHandle, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#handle = handle;
    this.#entries = entries;
  }

  static async open(disk: Disk, path: string): Promise<ZipReader> {
    let handle: FileHandle;
    try {
      handle = await disk.open(path, "r");
    } catch (error) {
      if (systemCode(error) === "ENOENT")
        throw new LibraryError("damaged", "There is no such file.");
      throw asLibraryError(error);
    }
    try {
      const { size } = await handle.stat();
      const zip = await fromRandomAccessReaderPromise(new HandleReader(handle), size, {
        lazyEntries: true,
        autoClose: false,
      });
      return new ZipReader(zip, handle, await readEntries(zip, size));
    } catch (error) {
      await handle.close();
      throw asDamage(error);
    }
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Bytes that an entry unpacks to. */
  sizeOf(name: string): number {
    return this.#entries.get(name)?.uncompressedSize ?? 0;
  }

  /** An entry's content, piece by piece. */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new LibraryError("damaged", `${name} is missing in it.`);
    const pace = new Pace();
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        yield chunk as Buffer;
        await pace.rest();
      }
    } catch (error) {
      throw asDamage(error);
    }
  }

  /** A whole entry of at most `limit` bytes. */
  async read(name: string, limit: number): Promise<Buffer> {
    if (this.sizeOf(name) > limit) throw new LibraryError("damaged", `${name} in it is too large.`);
    const chunks: Buffer[] = [];
    for await (const chunk of this.chunks(name)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Reads an entry to its end. */
  async hash(name: string): Promise<string> {
    const hash = createHash("sha256");
    for await (const chunk of this.chunks(name)) hash.update(chunk);
    return hash.digest("hex");
  }

  async close(): Promise<void> {
    this.#zip.close();
    await this.#handle.close();
  }
}

/** Reads through the library's own file calls. Whoever opened the handle closes it. */
class HandleReader extends RandomAccessReader {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle) {
    super();
    this.#handle = handle;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(readChunks(this.#handle, start, end), { objectMode: false });
  }

  override close(callback: (error: Error | null) => void): void {
    setImmediate(callback, null);
  }
}

async function* readChunks(handle: FileHandle, start: number, end: number) {
  for (let at = start; at < end;) {
    const chunk = Buffer.allocUnsafe(Math.min(chunkSize, end - at));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) throw new LibraryError("damaged", "It is cut off.");
    yield chunk.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function readEntries(zip: ZipFile, fileSize: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let packed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, compressionMethod } = entry;
    if (entries.has(fileName)) throw new LibraryError("damaged", `${fileName} is in it twice.`);
    if (entry.isEncrypted() || ![stored, deflated].includes(compressionMethod))
      throw new LibraryError("damaged", `${fileName} in it is packed in a way that is not known.`);
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    // Entries that lie upon each other unpack the same bytes again and again.
    if (packed > fileSize) throw new LibraryError("damaged", "Its parts overlap.");
    if (unpacked > harmless + fileSize * largestRatio)
      throw new LibraryError("damaged", "It would unpack to far more than a backup holds.");
    entries.set(fileName, entry);
  }
  return entries;
}

function asDamage(error: unknown): unknown {
  const known = asLibraryError(error);
  if (known instanceof LibraryError) return known;
  const message = error instanceof Error ? error.message : String(error);
  return new LibraryError("damaged", `It cannot be read: ${message}`, { cause: error });
}
