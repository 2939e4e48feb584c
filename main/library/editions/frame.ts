import { promisify } from "node:util";
import { crc32, deflateRaw, deflateRawSync, inflateRaw, zstdDecompress } from "node:zlib";
import { isArticleRecord, type ArticleRecord } from "./article-record.ts";
import { unpackText } from "./unpack-text.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
const decompress = promisify(zstdDecompress);

/** What every frame begins with; the next character is its version. */
export const frameMark = Buffer.from("BSF", "latin1");
/** Version 1, read but no longer written: the payload's length, its CRC-32, then zstd of a `Frame`. */
const firstMagic = Buffer.from("BSF1", "latin1");
const firstHeader = 12;
/**
 * Version 2: the CRC-32 of all that follows, the lengths of record and text, then both: the
 * record's JSON deflated (for a text this short smaller than zstd, and twice as quick), the text as
 * it came. Numbers are little-endian.
 */
const magic = Buffer.from("BSF2", "latin1");
const header = 16;
const checkedStart = 8;

/** Bytes of JSON above which compressing is left to other threads: less takes some 30 µs. */
const longestAtOnce = 32_768;

type BodilessRecord = Omit<ArticleRecord, "body">;

/** An article's record and text together, so that a pack alone is enough to rebuild its day. */
export interface Frame {
  /** Without `body`, which is known only once the frame has its place. */
  readonly record: BodilessRecord;
  /** The feed's own text. */
  readonly html: string;
  /** The text of the article's page; null where none is stored. */
  readonly page: string | null;
  /** Both as they lie in the frame, to be written again as they are; null in frames of version 1. */
  readonly packed: PackedTexts | null;
}

/** An article's texts, packed as `IncomingArticle` has them. */
export interface PackedTexts {
  readonly feed: Uint8Array;
  readonly page: Uint8Array | null;
}

/** A frame to be written. */
export interface NewFrame {
  readonly record: BodilessRecord;
  /** The text as `IncomingArticle` has it, and behind it, at `record.page.text.start`, the page's. */
  readonly body: Uint8Array;
}

/** A frame's bytes. */
export async function encodeFrame({ record, body }: NewFrame): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(record), "utf8");
  const packed = json.length > longestAtOnce ? await deflate(json) : deflateRawSync(json);
  const bytes = Buffer.allocUnsafe(header + packed.length + body.length);
  magic.copy(bytes);
  bytes.writeUInt32LE(packed.length, checkedStart);
  bytes.writeUInt32LE(body.length, checkedStart + 4);
  packed.copy(bytes, header);
  bytes.set(body, header + packed.length);
  bytes.writeUInt32LE(crc32(bytes.subarray(checkedStart)), magic.length);
  return bytes;
}

/** What a frame holds, or null when it is not exactly as it was written. */
export async function decodeFrame(bytes: Buffer): Promise<Frame | null> {
  if (frameLength(bytes, 0) !== bytes.length) return null;
  try {
    const frame = isFirst(bytes, 0) ? await readFirst(bytes) : await readSecond(bytes);
    const record = { ...frame.record, body: { offset: 0, length: 0 } };
    return typeof frame.html === "string" && isArticleRecord(record) ? frame : null;
  } catch {
    return null;
  }
}

/** Length of the frame that begins at a place, whichever its version; 0 when none does. */
export function frameLength(bytes: Buffer, start: number): number {
  if (isFirst(bytes, start)) return firstLength(bytes, start);
  if (!isAt(bytes, start, magic) || start + header > bytes.length) return 0;
  const length =
    header +
    bytes.readUInt32LE(start + checkedStart) +
    bytes.readUInt32LE(start + checkedStart + 4);
  if (start + length > bytes.length) return 0;
  const checksum = crc32(bytes.subarray(start + checkedStart, start + length));
  return checksum === bytes.readUInt32LE(start + magic.length) ? length : 0;
}

/** A payload of length 0 is invalid: zeros have the checksum 0 and would pass for a frame. */
function firstLength(bytes: Buffer, start: number): number {
  if (start + firstHeader > bytes.length) return 0;
  const length = bytes.readUInt32LE(start + 4);
  const end = start + firstHeader + length;
  if (length === 0 || end > bytes.length) return 0;
  const checksum = crc32(bytes.subarray(start + firstHeader, end));
  return checksum === bytes.readUInt32LE(start + 8) ? firstHeader + length : 0;
}

async function readFirst(bytes: Buffer): Promise<Frame> {
  const json = await decompress(bytes.subarray(firstHeader));
  const { record, html } = JSON.parse(json.toString("utf8")) as Pick<Frame, "record" | "html">;
  return { record, html, page: null, packed: null };
}

async function readSecond(bytes: Buffer): Promise<Frame> {
  const recordEnd = header + bytes.readUInt32LE(checkedStart);
  const record = JSON.parse(
    (await inflate(bytes.subarray(header, recordEnd))).toString("utf8"),
  ) as BodilessRecord;
  const body = bytes.subarray(recordEnd);
  return { record, ...(await unpackFrame({ record, body })), packed: partsOf(body, record) };
}

/** The texts of a frame that is to be written. */
export async function unpackFrame({
  record,
  body,
}: NewFrame): Promise<{ html: string; page: string | null }> {
  const { feed, page } = partsOf(body, record);
  return { html: await unpackText(feed), page: page === null ? null : await unpackText(page) };
}

function partsOf(body: Uint8Array, { page }: BodilessRecord): PackedTexts {
  const start = page?.text?.start;
  return start === undefined
    ? { feed: body, page: null }
    : { feed: body.subarray(0, start), page: body.subarray(start) };
}

function isFirst(bytes: Buffer, start: number): boolean {
  return isAt(bytes, start, firstMagic);
}

function isAt(bytes: Buffer, start: number, mark: Buffer): boolean {
  const end = start + mark.length;
  return end <= bytes.length && bytes.compare(mark, 0, mark.length, start, end) === 0;
}
