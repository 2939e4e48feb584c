import { join } from "node:path";
import type { Disk } from "../files/disk.ts";
import { Edition } from "./edition.ts";
import type { Repairs } from "../files/repairs.ts";

const dayLength = 86_400_000;
const removedStart = ".removed-";

/** Days are kept in sixteen bits: they end in the year 2149. */
export const lastDay = 0xffff;

/** The arrival day of a moment, in days since 1970-01-01 UTC, whatever a clock says. */
export function dayOf(milliseconds: number): number {
  return Math.min(lastDay, Math.max(0, Math.floor(milliseconds / dayLength)));
}

/** A day's folder, such as `2026-11-23`. */
export function dayName(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** The days there are, each in its folder. */
export class Editions {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #repairs: Repairs;
  readonly #editions = new Map<number, Edition>();

  constructor(disk: Disk, library: string, repairs: Repairs) {
    this.#disk = disk;
    this.#folder = join(library, "editions");
    this.#repairs = repairs;
  }

  /** Days that have a folder, oldest first. */
  async list(): Promise<number[]> {
    return (await this.#disk.list(this.#folder))
      .filter((name) => /^\d{4}-\d\d-\d\d$/.test(name))
      .map((name) => ({ name, day: dayOf(Date.parse(name)) }))
      .filter(({ name, day }) => Number.isInteger(day) && dayName(day) === name)
      .map(({ day }) => day);
  }

  of(day: number): Edition {
    let edition = this.#editions.get(day);
    if (edition === undefined) {
      edition = new Edition(this.#disk, join(this.#folder, dayName(day)), this.#repairs);
      this.#editions.set(day, edition);
    }
    return edition;
  }

  /** Bytes of all texts. */
  async packBytes(): Promise<number> {
    let bytes = 0;
    for (const edition of this.#editions.values()) bytes += await edition.packSize();
    return bytes;
  }

  /** Moves a day out of the list of days, durable after `sync`; `clearRemoved` deletes it. */
  async putAway(day: number): Promise<void> {
    const edition = this.of(day);
    await edition.close();
    this.#editions.delete(day);
    const aside = join(this.#folder, `${removedStart}${dayName(day)}`);
    await this.#disk.remove(aside);
    await this.#disk.rename(edition.folder, aside);
  }

  async sync(): Promise<void> {
    await this.#disk.syncFolder(this.#folder);
  }

  /** Deletes what was put away, also before a crash. */
  async clearRemoved(): Promise<void> {
    for (const name of await this.#disk.list(this.#folder))
      if (name.startsWith(removedStart)) await this.#disk.remove(join(this.#folder, name));
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#editions.values(), (edition) => edition.close()));
  }
}
