import type { FileHandle } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { checksum } from "./checksum.ts";
import type { Disk } from "./disk.ts";
import { writeAll } from "./whole-ranges.ts";
import { asLibraryError, ignoreFullDisk, systemCode } from "./library-error.ts";
import { Pace } from "./pace.ts";
import type { Repairs } from "./repairs.ts";

/** Bytes of a file. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** A line of a journal: its value and where the value's JSON stands in the file. */
export interface JournalLine extends ByteRange {
  readonly value: unknown;
}

interface Pending {
  readonly line: Buffer;
  readonly resolve: (range: ByteRange) => void;
  readonly reject: (error: unknown) => void;
}

/** Length of the checksum and the space before a line's JSON. */
const prefixLength = 9;
const lineFeed = 10;

/**
 * An append-only file of lines `crc8hex SP json LF`. Everything appended in one turn of the event
 * loop shares one write and one sync; an append that failed leaves nothing behind.
 */
export class Journal {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #repairs: Repairs;
  #size = 0;
  #handle: FileHandle | null = null;
  #queue: Pending[] = [];
  #flushing: Promise<void> | null = null;

  constructor(disk: Disk, path: string, repairs: Repairs) {
    this.#disk = disk;
    this.#path = path;
    this.#repairs = repairs;
  }

  /** Bytes of all whole lines. */
  get size(): number {
    return this.#size;
  }

  /**
   * Reads every whole line. A half line at the end is what a crash leaves of an append that nobody
   * was told about: it is cut. Other damage is cut out too, after a copy of the file was kept.
   */
  async read(): Promise<{ lines: JournalLine[]; damaged: boolean }> {
    const bytes = await this.#disk.read(this.#path);
    if (bytes === null) {
      this.#size = 0;
      return { lines: [], damaged: false };
    }
    const { lines, badBytes, tornBytes } = await parseLines(bytes);
    this.#size = bytes.length - tornBytes;
    if (badBytes === 0) return { lines, damaged: false };
    const whole = Buffer.concat(lines.map((line) => wholeLine(bytes, line)));
    if (!(await this.#mend(whole))) {
      // The lines stay where they are.
      this.#size = bytes.lastIndexOf(lineFeed) + 1;
      return { lines, damaged: true };
    }
    this.#size = whole.length;
    this.#repairs.tell(
      `${basename(dirname(this.#path))}/${basename(this.#path)} held ${badBytes} damaged bytes; ` +
        `a copy was kept and the ${lines.length} good lines are used.`,
    );
    return { lines: (await parseLines(whole)).lines, damaged: true };
  }

  /** Puts the good lines in the damaged file's place; false where that cannot be written now. */
  async #mend(whole: Buffer): Promise<boolean> {
    const name = `${basename(dirname(this.#path))}/${basename(this.#path)}`;
    if (!this.#disk.isWritable) {
      this.#repairs.tell(`${name} is damaged; its good lines are used.`);
      return false;
    }
    try {
      await this.#disk.keepCopy(this.#path);
      await this.#disk.replace(this.#path, whole);
      return true;
    } catch (error) {
      ignoreFullDisk(error);
      return false;
    }
  }

  /** Adds a line; durable once resolved. Throws `LibraryError` when it could not be stored. */
  append(value: unknown): Promise<ByteRange> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ line: encodeLine(value), resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /** Makes durable, where that is possible, what a killed process may have written unsynced. */
  async sync(): Promise<void> {
    try {
      await (await this.#open()).datasync();
    } catch {
      // It was never said to be stored.
    }
    await this.#release();
  }

  /** Takes back everything after a size, for a batch that failed later on. */
  async cutBackTo(size: number): Promise<void> {
    this.#size = size;
    await this.#release();
    await (await this.#open()).datasync();
  }

  /** Waits for what is being written and lets go of the file; a later append opens it again. */
  async close(): Promise<void> {
    while (this.#flushing !== null) await this.#flushing;
    await this.#release();
  }

  async #flush(): Promise<void> {
    await nextTurn();
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      let offset: number;
      try {
        offset = await this.#write(Buffer.concat(batch.map((pending) => pending.line)));
      } catch (error) {
        for (const pending of batch) pending.reject(asLibraryError(error));
        continue;
      }
      for (const pending of batch) {
        const length = pending.line.length;
        pending.resolve({ offset: offset + prefixLength, length: length - prefixLength - 1 });
        offset += length;
      }
    }
    this.#flushing = null;
  }

  async #write(bytes: Buffer): Promise<number> {
    try {
      const handle = await this.#open();
      const offset = this.#size;
      await writeAll(handle, bytes, offset);
      await handle.datasync();
      this.#size += bytes.length;
      return offset;
    } catch (error) {
      // A failed sync is final for its handle; the next append opens the file anew and cuts it.
      await this.#cutQuietly();
      await this.#release();
      if (await this.#disk.relieve(error)) return this.#write(bytes);
      throw error;
    }
  }

  async #open(): Promise<FileHandle> {
    if (this.#handle !== null) return this.#handle;
    try {
      this.#handle = await this.#disk.open(this.#path, "r+");
      await this.#disk.syncName(this.#path, false);
      const { size } = await this.#handle.stat();
      if (size > this.#size) await this.#handle.truncate(this.#size);
      this.#size = Math.min(size, this.#size);
    } catch (error) {
      if (systemCode(error) !== "ENOENT") throw error;
      this.#handle = await this.#disk.open(this.#path, "wx+");
      this.#size = 0;
      await this.#handle.sync();
      await this.#disk.syncName(this.#path, true);
    }
    return this.#handle;
  }

  async #cutQuietly(): Promise<void> {
    try {
      await this.#handle?.truncate(this.#size);
    } catch {
      // Opening it again cuts it too.
    }
  }

  async #release(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => undefined);
  }
}

function encodeLine(value: unknown): Buffer {
  const json = JSON.stringify(value);
  return Buffer.from(`${checksum(json)} ${json}\n`, "utf8");
}

function wholeLine(bytes: Buffer, line: JournalLine): Buffer {
  return bytes.subarray(line.offset - prefixLength, line.offset + line.length + 1);
}

export async function parseLines(
  bytes: Buffer,
): Promise<{ lines: JournalLine[]; badBytes: number; tornBytes: number }> {
  const pace = new Pace();
  const lines: JournalLine[] = [];
  let badBytes = 0;
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
    const line = parseLine(bytes, start, end);
    if (line === null) badBytes += end + 1 - start;
    else lines.push(line);
    start = end + 1;
    await pace.rest();
  }
  const tail = bytes.subarray(start);
  if (tail.length > 0 && !looksLikeLine(tail)) badBytes += tail.length;
  return { lines, badBytes, tornBytes: badBytes === 0 ? tail.length : 0 };
}

function looksLikeLine(tail: Buffer): boolean {
  const start = tail.toString("latin1", 0, prefixLength);
  return /^[0-9a-f]{0,8}$|^[0-9a-f]{8} $/.test(start);
}

function parseLine(bytes: Buffer, start: number, end: number): JournalLine | null {
  const offset = start + prefixLength;
  if (end <= offset) return null;
  const json = bytes.subarray(offset, end);
  if (bytes.toString("latin1", start, offset) !== `${checksum(json)} `) return null;
  try {
    return { value: JSON.parse(json.toString("utf8")), offset, length: json.length };
  } catch {
    return null;
  }
}
