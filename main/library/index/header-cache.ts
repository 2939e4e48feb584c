import { join } from "node:path";
import { z } from "zod";
import { crc32 } from "node:zlib";
import { flag, type ArticleIndex, type IndexEntry } from "./article-index.ts";
import type { Disk } from "../files/disk.ts";
import { sameFacts, type EditionFacts } from "../editions/edition.ts";
import type { Editions } from "../editions/editions.ts";

/** Broadsheet headers, version 1; little-endian like every machine Electron runs on. */
const magic = Buffer.from("BSH1", "latin1");
/** Magic, CRC-32 of what follows it, length of the description. */
const headLength = 12;
const columnCount = 8;

const file = z.object({ size: z.number(), changed: z.number() }).nullable();
const description = z.array(
  z.object({
    day: z.int(),
    count: z.int(),
    facts: z.object({ sealed: file, journal: file, pack: z.number() }),
  }),
);
type Description = z.infer<typeof description>;

/** What the index knew of a day when the cache was written. */
export interface CachedDay {
  readonly facts: EditionFacts;
  readonly entries: () => Generator<IndexEntry>;
}

/**
 * The index as it was at the last closing, so that opening needs not read every edition. It is
 * derived: each day of it counts only while that day's files are as they were, and a cache that
 * is missing or damaged only costs time.
 */
export class HeaderCache {
  readonly #disk: Disk;
  readonly #path: string;
  /** The description that is on disk, to save writing the same again. */
  #written = "";

  constructor(disk: Disk, library: string) {
    this.#disk = disk;
    this.#path = join(library, "cache", "headers.bin");
  }

  async read(): Promise<Map<number, CachedDay>> {
    const days = new Map<number, CachedDay>();
    const bytes = await this.#disk.read(this.#path).catch(() => null);
    if (bytes === null || bytes.length < headLength) return days;
    if (!bytes.subarray(0, magic.length).equals(magic)) return days;
    if (crc32(bytes.subarray(8)) !== bytes.readUInt32LE(4)) return days;
    const columnsStart = headLength + bytes.readUInt32LE(8);
    const text = bytes.toString("utf8", headLength, columnsStart);
    const parsed = parseDescription(text);
    if (parsed === null) return days;
    const columns = new Uint32Array(Uint8Array.prototype.slice.call(bytes, columnsStart).buffer);
    let start = 0;
    for (const { day, count, facts } of parsed) {
      const from = start;
      days.set(day, { facts, entries: () => readEntries(columns, day, from, count) });
      start += count;
    }
    this.#written = text;
    return days;
  }

  /** Writes what the index knows of the days on disk. */
  async write(index: ArticleIndex, editions: Editions): Promise<void> {
    const described: Description = [];
    const rows: number[] = [];
    for (const day of await editions.list()) {
      const ofDay = index.storedRowsOf(day);
      described.push({ day, count: ofDay.length, facts: await editions.of(day).facts() });
      for (const row of ofDay) rows.push(row);
    }
    const text = JSON.stringify(described);
    if (text === this.#written) return;
    const body = Buffer.concat([Buffer.alloc(4), Buffer.from(text), encodeRows(index, rows)]);
    body.writeUInt32LE(Buffer.byteLength(text), 0);
    const head = Buffer.alloc(8);
    magic.copy(head);
    head.writeUInt32LE(crc32(body), 4);
    await this.#disk.replace(this.#path, Buffer.concat([head, body]));
    this.#written = text;
  }
}

/** The cached entries of a day whose files are as they were; null when it must be read anew. */
export async function entriesOfDay(
  cached: CachedDay | undefined,
  editions: Editions,
  day: number,
): Promise<Generator<IndexEntry> | null> {
  if (cached === undefined) return null;
  const isSame = sameFacts(cached.facts, await editions.of(day).facts());
  return isSame ? cached.entries() : null;
}

function parseDescription(text: string): Description | null {
  try {
    return description.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** One article after another, each as eight numbers. */
function encodeRows(index: ArticleIndex, rows: readonly number[]): Buffer {
  const numbers = new Uint32Array(rows.length * columnCount);
  const lasting = flag.hasText | flag.pictureFailed | flag.inJournal;
  let at = 0;
  for (const row of rows) {
    numbers[at++] = index.number[row] ?? 0;
    numbers[at++] = index.feed[row] ?? 0;
    numbers[at++] = index.published[row] ?? 0;
    numbers[at++] = index.contentHash[row] ?? 0;
    numbers[at++] = index.offset[row] ?? 0;
    numbers[at++] = index.bytes[row] ?? 0;
    numbers[at++] = index.section[row] ?? 0;
    numbers[at++] = ((index.waiting[row] ?? 0) << 8) | ((index.flags[row] ?? 0) & lasting);
  }
  return Buffer.from(numbers.buffer);
}

function* readEntries(
  columns: Uint32Array,
  day: number,
  start: number,
  count: number,
): Generator<IndexEntry> {
  for (let at = start * columnCount; at < (start + count) * columnCount; at += columnCount) {
    const last = columns[at + 7] ?? 0;
    yield {
      day,
      number: columns[at] ?? 0,
      feed: columns[at + 1] ?? 0,
      published: columns[at + 2] ?? 0,
      contentHash: columns[at + 3] ?? 0,
      offset: columns[at + 4] ?? 0,
      length: columns[at + 5] ?? 0,
      section: columns[at + 6] ?? 0,
      waiting: last >>> 8,
      flags: last & 0xff,
    };
  }
}
