import type { ArticlePlace, ArticleRecord } from "./article-record.ts";
import { parseArticleId } from "./article-record.ts";
import type { Edition } from "./edition.ts";
import type { Editions } from "./editions.ts";
import type { ByteRange } from "../files/journal.ts";
import { encodeFrame, type Frame } from "./pack.ts";

/** A record that was stored, and its line in the day's journal. */
export interface StoredRecord {
  readonly record: ArticleRecord;
  readonly range: ByteRange;
}

/** Texts that are compressed at the same time. */
const framesAtOnce = 8;

/**
 * Writes to several days as one: when a step fails, all of them go back to what they were. A
 * crash in between leaves whole frames and lines, which are taken up at the next opening.
 */
export class EditionBatch {
  readonly #editions: Editions;
  readonly #touched = new Map<Edition, { pack: number; journal: number }>();

  constructor(editions: Editions) {
    this.#editions = editions;
  }

  /** Writes texts, and then the records that point at them; durable once resolved. */
  async addFrames(frames: readonly Frame[]): Promise<StoredRecord[]> {
    const encoded: Buffer[] = [];
    for (let start = 0; start < frames.length; start += framesAtOnce)
      encoded.push(
        ...(await Promise.all(frames.slice(start, start + framesAtOnce).map(encodeFrame))),
      );
    const records: ArticleRecord[] = [];
    const items = frames.map((frame, index) => ({ frame, bytes: encoded[index] }));
    for (const [edition, ofDay] of await this.#byEdition(items, ({ frame }) => frame.record.id)) {
      const bytes = ofDay.flatMap((item) => item.bytes ?? []);
      const ranges = await edition.appendFrames(bytes);
      for (const [index, { frame }] of ofDay.entries()) {
        const body = ranges[index];
        if (body !== undefined) records.push({ ...frame.record, body });
      }
    }
    return this.addRecords(records);
  }

  /** Writes records whose texts are stored already; durable once resolved. */
  async addRecords(records: readonly ArticleRecord[]): Promise<StoredRecord[]> {
    const stored: StoredRecord[] = [];
    for (const [edition, ofDay] of await this.#byEdition(records, ({ id }) => id)) {
      const ranges = await edition.append(ofDay);
      for (const [index, record] of ofDay.entries()) {
        const range = ranges[index];
        if (range !== undefined) stored.push({ record, range });
      }
    }
    return stored;
  }

  /** Takes everything back. What cannot be is cut off by the next write or the next opening. */
  async undo(): Promise<void> {
    for (const [edition, mark] of this.#touched)
      await edition.goBackTo(mark).catch(() => undefined);
  }

  /** Lets go of days other than the one that is written all the time. */
  async finish(today: number): Promise<void> {
    const current = this.#editions.of(today);
    for (const edition of this.#touched.keys()) if (edition !== current) await edition.close();
  }

  async #byEdition<Item>(
    items: readonly Item[],
    idOf: (item: Item) => ArticleRecord["id"],
  ): Promise<Map<Edition, Item[]>> {
    const groups = new Map<Edition, Item[]>();
    for (const item of items) {
      const { day }: ArticlePlace = parseArticleId(idOf(item));
      const edition = this.#editions.of(day);
      const group = groups.get(edition);
      if (group === undefined) groups.set(edition, [item]);
      else group.push(item);
      if (this.#touched.has(edition)) continue;
      await edition.make();
      this.#touched.set(edition, await edition.mark());
    }
    return groups;
  }
}
