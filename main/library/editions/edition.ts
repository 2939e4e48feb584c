import { Low } from "lowdb";
import { basename, join } from "node:path";
import { isArticleRecord, type ArticleRecord } from "./article-record.ts";
import type { Disk } from "../files/disk.ts";
import { EditionFile, type LocatedRecord } from "./edition-file.ts";
import { Journal, type ByteRange } from "../files/journal.ts";
import { decodeFrame, Pack } from "./pack.ts";
import type { Repairs } from "../files/repairs.ts";

/** A record with its place: in the sealed document, or in the journal beside it. */
export interface PlacedRecord extends LocatedRecord {
  readonly inJournal: boolean;
}

/** What tells whether a day's files are as they were. */
export interface EditionFacts {
  readonly sealed: { readonly size: number; readonly changed: number } | null;
  readonly journal: { readonly size: number; readonly changed: number } | null;
  /** Bytes of the pack. */
  readonly pack: number;
}

export function sameFacts(one: EditionFacts, other: EditionFacts): boolean {
  const isSame = (a: EditionFacts["sealed"], b: EditionFacts["sealed"]) =>
    a?.size === b?.size && a?.changed === b?.changed;
  return (
    isSame(one.sealed, other.sealed) &&
    isSame(one.journal, other.journal) &&
    one.pack === other.pack
  );
}

export const sealedName = "articles.json";
export const journalName = "articles.log";
export const packName = "bodies.pack";

/**
 * One arrival day: a sealed document (once the day is over), a journal of what came since, and
 * the pack of texts. The journal's records win; the pack alone is enough to rebuild the rest.
 */
export class Edition {
  readonly folder: string;
  readonly pack: Pack;
  readonly #disk: Disk;
  readonly #repairs: Repairs;
  readonly #journal: Journal;
  #isRead = false;

  constructor(disk: Disk, folder: string, repairs: Repairs) {
    this.#disk = disk;
    this.folder = folder;
    this.#repairs = repairs;
    this.pack = new Pack(disk, join(folder, packName));
    this.#journal = new Journal(disk, join(folder, journalName), repairs);
  }

  /** Reads every record, mending what can be mended. */
  async scan(): Promise<PlacedRecord[]> {
    const records = new Map<string, PlacedRecord>();
    const document = this.#document();
    const sealed = await document.adapter.read();
    for (const located of sealed ?? [])
      records.set(located.record.id, { ...located, inJournal: false });
    const journal = await this.#readJournal();
    for (const { value, offset, length } of journal.lines)
      if (isArticleRecord(value))
        records.set(value.id, { record: value, range: { offset, length }, inJournal: true });
    if (sealed === null || journal.damaged) await this.#adoptFrames(records);
    await this.#tellLostTexts(records);
    return [...records.values()];
  }

  async facts(): Promise<EditionFacts> {
    const [sealed, journal, pack] = await Promise.all([
      this.#disk.look(join(this.folder, sealedName)),
      this.#disk.look(join(this.folder, journalName)),
      this.pack.size(),
    ]);
    return { sealed, journal, pack };
  }

  /** Adds records to the journal, durable once resolved. The pack's frames must be there before. */
  async append(records: readonly ArticleRecord[]): Promise<ByteRange[]> {
    if (!this.#isRead) await this.#readJournal();
    return Promise.all(records.map((record) => this.#journal.append(record)));
  }

  /** Makes the folder, before the first write. */
  async make(): Promise<void> {
    await this.#disk.makeFolder(this.folder);
  }

  /** Sizes to go back to when a batch fails. */
  async mark(): Promise<{ pack: number; journal: number }> {
    if (!this.#isRead) await this.#readJournal();
    return { pack: await this.pack.size(), journal: this.#journal.size };
  }

  async goBackTo(mark: { pack: number; journal: number }): Promise<void> {
    await this.#journal.cutBackTo(mark.journal);
    await this.pack.cutBackTo(mark.pack);
  }

  /** Folds the journal into the sealed document; returns all records at their new places. */
  async seal(): Promise<PlacedRecord[] | null> {
    if ((await this.#disk.look(join(this.folder, journalName))) === null) return null;
    const records = await this.scan();
    const document = this.#document();
    document.data = records.map(({ record, range }) => ({ record, range }));
    await document.write();
    await this.close();
    await this.#disk.remove(join(this.folder, journalName));
    await this.#disk.syncFolder(this.folder);
    this.#isRead = false;
    return document.data.map((located) => ({ ...located, inJournal: false }));
  }

  async close(): Promise<void> {
    await this.#journal.close();
  }

  #document(): Low<LocatedRecord[]> {
    const path = join(this.folder, sealedName);
    return new Low<LocatedRecord[]>(new EditionFile(this.#disk, path, this.#repairs), []);
  }

  async #readJournal(): ReturnType<Journal["read"]> {
    await this.#journal.close();
    this.#isRead = true;
    return this.#journal.read();
  }

  /** Takes up frames whose record was lost: by a crash between pack and journal, or by damage. */
  async #adoptFrames(records: Map<string, PlacedRecord>): Promise<void> {
    const adopted = new Map<string, ArticleRecord>();
    const used = new Set([...records.values()].map(({ record }) => record.body.offset));
    for (const { range, bytes } of await this.pack.findFrames()) {
      if (used.has(range.offset)) continue;
      const frame = await decodeFrame(bytes);
      if (frame === null) continue;
      const record = { ...frame.record, body: range };
      const present = records.get(record.id)?.record;
      // A frame before the one in use is only an older wording.
      if (present === undefined || present.body.offset < range.offset)
        adopted.set(record.id, record);
    }
    if (adopted.size === 0) return;
    const list = [...adopted.values()];
    const ranges = await this.append(list);
    for (const [index, record] of list.entries()) {
      const range = ranges[index];
      if (range !== undefined) records.set(record.id, { record, range, inJournal: true });
    }
    this.#repairs.tell(
      `${adopted.size} articles of ${basename(this.folder)} were recovered from the day's texts.`,
    );
  }

  async #tellLostTexts(records: ReadonlyMap<string, PlacedRecord>): Promise<void> {
    const size = await this.pack.size();
    let lost = 0;
    for (const { record } of records.values())
      if (record.body.offset + record.body.length > size) lost++;
    if (lost > 0)
      this.#repairs.tell(`The texts of ${lost} articles of ${basename(this.folder)} are missing.`);
  }
}
