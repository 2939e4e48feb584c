import type { Adapter } from "lowdb";
import { basename, dirname } from "node:path";
import { isArticleRecord, type ArticleRecord } from "./article-record.ts";
import { checkedDataStart, unwrapChecked, wrapCheckedParts } from "../files/checksum.ts";
import type { Disk } from "../files/disk.ts";
import type { ByteRange } from "../files/journal.ts";
import { Pace } from "../files/pace.ts";
import type { Repairs } from "../files/repairs.ts";

/** A record and where its JSON stands in its file, so that it can be read alone. */
export interface LocatedRecord {
  readonly record: ArticleRecord;
  readonly range: ByteRange;
}

/** Characters that are encoded and written together. */
const partLength = 200_000;
const lineFeed = 10;
const comma = 0x2c;

/**
 * A lowdb adapter for a sealed day: a checked JSON array with one record on each line. Writing
 * gives every record its new place in `document`.
 */
export class EditionFile implements Adapter<LocatedRecord[]> {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #repairs: Repairs;

  constructor(disk: Disk, path: string, repairs: Repairs) {
    this.#disk = disk;
    this.#path = path;
    this.#repairs = repairs;
  }

  async read(): Promise<LocatedRecord[] | null> {
    const bytes = await this.#disk.read(this.#path);
    if (bytes === null) return null;
    const records = unwrapChecked(bytes) === null ? null : await parseRecords(bytes);
    if (records === null) {
      const aside = await this.#disk.setAside(this.#path);
      this.#repairs.tell(
        `The edition of ${basename(dirname(this.#path))} was damaged; it was set aside as ` +
          `${aside} and rebuilt from the day's texts.`,
      );
    }
    return records;
  }

  async write(document: LocatedRecord[]): Promise<void> {
    const pace = new Pace();
    const parts: Buffer[] = [];
    const ranges: ByteRange[] = [];
    let offset = checkedDataStart + 2;
    let text = "[\n";
    for (const [index, { record }] of document.entries()) {
      const json = JSON.stringify(record);
      text += index === 0 ? json : `,\n${json}`;
      if (text.length >= partLength) {
        parts.push(Buffer.from(text, "utf8"));
        text = "";
      }
      const length = Buffer.byteLength(json, "utf8");
      ranges.push({ offset, length });
      offset += length + 2;
      await pace.rest();
    }
    parts.push(Buffer.from(`${text}\n]`, "utf8"));
    await this.#disk.replace(this.#path, wrapCheckedParts(parts));
    for (const [index, { record }] of document.entries())
      document[index] = { record, range: ranges[index] ?? { offset: 0, length: 0 } };
  }
}

/** The records of a file whose checksum was right; null when it is not one of ours all the same. */
async function parseRecords(bytes: Buffer): Promise<LocatedRecord[] | null> {
  const pace = new Pace();
  const records: LocatedRecord[] = [];
  let offset = bytes.indexOf(lineFeed) + 1;
  for (let end = bytes.indexOf(lineFeed, offset); end >= 0; end = bytes.indexOf(lineFeed, offset)) {
    const length = end - offset - (bytes[end - 1] === comma ? 1 : 0);
    if (length > 0) {
      const record = parseRecord(bytes.subarray(offset, offset + length));
      if (record === null) return null;
      records.push({ record, range: { offset, length } });
      await pace.rest();
    }
    offset = end + 1;
  }
  return records;
}

/** A record's JSON, or null when these bytes are none. */
export function parseRecord(bytes: Buffer): ArticleRecord | null {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return isArticleRecord(value) ? value : null;
  } catch {
    return null;
  }
}
