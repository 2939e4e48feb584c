import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { BodyPlace } from "./article-record.ts";
import type { FoundFrame } from "./edition-repair.ts";
import type { Disk } from "../files/disk.ts";
import { readRange, writeAll } from "../files/whole-ranges.ts";
import type { ByteRange } from "../files/journal.ts";
import { asLibraryError } from "../files/library-error.ts";
import { Pack } from "./pack.ts";

/** Frames that lie this close together are copied in one call. */
const largestSpan = 1_000_000;

/** A pack's file: `bodies.pack`, and after the day was rewritten `bodies.<number>.pack`. */
function packName(number: number): string {
  return number === 0 ? "bodies.pack" : `bodies.${number}.pack`;
}

/** The packs of a day: one, and for a moment two, while the day is rewritten. */
export class DayPacks {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #packs = new Map<number, Pack>();
  /** The one that is written to; null until somebody asks. */
  #current: number | null = null;

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
  }

  of(number: number): Pack {
    let pack = this.#packs.get(number);
    if (pack === undefined) {
      pack = new Pack(this.#disk, join(this.#folder, packName(number)));
      this.#packs.set(number, pack);
    }
    return pack;
  }

  /** The pack that is written to. */
  async current(): Promise<Pack> {
    return this.of(await this.#currentNumber());
  }

  async append(frames: readonly Buffer[]): Promise<BodyPlace[]> {
    const number = await this.#currentNumber();
    const ranges = await this.of(number).append(frames);
    return number === 0 ? ranges : ranges.map((range) => ({ ...range, pack: number }));
  }

  /** Bytes of every pack that is on disk, by its number. */
  async sizes(): Promise<Map<number, number>> {
    const sizes = new Map<number, number>();
    for (const number of await this.#list()) sizes.set(number, await this.of(number).size());
    return sizes;
  }

  /** Every good frame, those that were written last at the end. */
  async frames(): Promise<FoundFrame[]> {
    const found: FoundFrame[] = [];
    for (const pack of await this.#list())
      for (const { range, bytes } of await this.of(pack).findFrames())
        found.push({ place: pack === 0 ? range : { ...range, pack }, bytes });
    return found;
  }

  /** Makes what was found in the packs durable: its writer may have been ended before its sync. */
  async sync(): Promise<void> {
    for (const number of await this.#list()) {
      const handle = await this.#disk.open(this.of(number).path, "r+");
      try {
        await handle.datasync();
      } finally {
        await handle.close();
      }
    }
  }

  /**
   * Takes the newest pack that records point at for the one that is written to, and removes packs
   * that no record points at: what a crash has left of rewriting the day.
   */
  async settle(bodies: readonly BodyPlace[]): Promise<void> {
    const numbers = await this.#list();
    const used = new Set(bodies.map(({ pack }) => pack ?? 0));
    const current = used.size === 0 ? (numbers.at(-1) ?? 0) : Math.max(...used);
    this.#current = current;
    const unused = numbers.filter((number) => number !== current && !used.has(number));
    for (const number of unused) {
      await this.#disk.remove(join(this.#folder, packName(number)));
      this.#packs.delete(number);
    }
  }

  /** Copies texts to a new pack, durable once resolved; returns their places there. */
  async copy(bodies: readonly BodyPlace[]): Promise<BodyPlace[]> {
    const number = Math.max(0, ...(await this.#list())) + 1;
    const path = join(this.#folder, packName(number));
    const temporary = join(this.#folder, `.${packName(number)}.tmp`);
    const places: BodyPlace[] = [];
    try {
      const handle = await this.#disk.open(temporary, "w");
      try {
        let end = 0;
        for (const group of groupByPack(bodies)) {
          for (const [at, body] of await this.#copyGroup(handle, group, end)) {
            places[at] = { ...body, pack: number };
            end = Math.max(end, body.offset + body.length);
          }
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      await this.#disk.rename(temporary, path);
      await this.#disk.syncFolder(dirname(path));
    } catch (error) {
      await this.#disk.remove(temporary).catch(() => undefined);
      throw asLibraryError(error);
    }
    return places;
  }

  /** Copies one pack's texts behind those that are there; a text that was lost stays lost. */
  async #copyGroup(
    to: FileHandle,
    { pack, wanted }: PackGroup,
    end: number,
  ): Promise<Map<number, ByteRange>> {
    const places = new Map<number, ByteRange>(
      wanted.map(({ at }) => [at, { offset: 0, length: 0 }]),
    );
    const size = await this.of(pack).size();
    if (size === 0) return places;
    const from = await this.#disk.open(this.of(pack).path, "r");
    try {
      for (const span of joinSpans(
        wanted.filter(({ body }) => body.offset + body.length <= size),
      )) {
        const start = span[0]?.body.offset ?? 0;
        const last = span.at(-1)?.body ?? { offset: 0, length: 0 };
        const bytes = await readRange(from, start, last.offset + last.length - start);
        if (bytes === null) continue;
        await writeAll(to, bytes, end);
        for (const { body, at } of span)
          places.set(at, { offset: end + body.offset - start, length: body.length });
        end += bytes.length;
      }
    } finally {
      await from.close();
    }
    return places;
  }

  async #currentNumber(): Promise<number> {
    if (this.#current === null) {
      // Nearly always there is this one; a look is quicker than a listing.
      const isFirst = (await this.#disk.look(this.of(0).path)) !== null;
      this.#current ??= isFirst ? 0 : ((await this.#list()).at(-1) ?? 0);
    }
    return this.#current;
  }

  /** Numbers of the packs on disk, ascending. */
  async #list(): Promise<number[]> {
    return (await this.#disk.list(this.#folder))
      .map((name) => /^bodies(?:\.(\d{1,6}))?\.pack$/.exec(name))
      .flatMap((match) => (match === null ? [] : Number(match[1] ?? 0)))
      .sort((a, b) => a - b);
  }
}

interface Wanted {
  readonly body: BodyPlace;
  readonly at: number;
}

interface PackGroup {
  readonly pack: number;
  readonly wanted: readonly Wanted[];
}

function groupByPack(bodies: readonly BodyPlace[]): PackGroup[] {
  const groups = Map.groupBy(
    bodies.map((body, at) => ({ body, at })),
    ({ body }) => body.pack ?? 0,
  );
  return Array.from(groups, ([pack, wanted]) => ({ pack, wanted }));
}

/** Frames that follow each other without a gap: what lies between them is not wanted any more. */
function joinSpans(wanted: readonly Wanted[]): Wanted[][] {
  const spans: Wanted[][] = [];
  let end = -1;
  for (const next of wanted.toSorted((a, b) => a.body.offset - b.body.offset)) {
    const span = spans.at(-1);
    const length = end - (span?.[0]?.body.offset ?? 0);
    if (span !== undefined && next.body.offset === end && length < largestSpan) span.push(next);
    else spans.push([next]);
    end = next.body.offset + next.body.length;
  }
  return spans;
}
