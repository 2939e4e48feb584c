import type { FeedId, Retention } from "../../../preload/contract/contract.ts";
import { emptyTrash } from "../bookmarks/bookmarking.ts";
import { measureCopies } from "../copies/automatic-copies.ts";
import { dayOf } from "../editions/editions.ts";
import { sealDays } from "../editions/sealing.ts";
import { keepReserve } from "../files/reserve.ts";
import type { Upkeep } from "../groups.ts";
import type { Parts } from "../parts.ts";
import type { PurgeReport, Usage } from "../types.ts";
import { measureDays, sum } from "./day-sizes.ts";
import { expireDeletions, removeArticles } from "./removing.ts";
import { leaveOutPictures } from "./leave-out-pictures.ts";
import { ruleOf } from "./rules.ts";
import { selectOutdated } from "./select-outdated.ts";
import { sweepRecordings } from "../recordings/sweep-recordings.ts";
import { isSweepDue, noteSweep } from "./sweep-due.ts";
import { sweepPictures } from "./sweep-pictures.ts";
import { removeWholeDays, rewriteDays, urgentShare, worthwhileShare } from "./sweeping.ts";

const megabyte = 1_000_000;
/** What articles take is estimated, so one round may not make enough room. */
const mostRounds = 4;

/** Work that keeps the library small and quick, on this disk. */
export class DiskUpkeep implements Upkeep {
  readonly #parts: Parts;
  /** Everything purges wait for: what pictures take is known then. */
  readonly #measured: Promise<unknown>;
  /** Told when what was purged has left the disk. */
  readonly #onFreed: () => Promise<void>;
  #purging: Promise<PurgeReport> | null = null;
  /** Resolves when what was purged has left the disk; the person need not wait for it. */
  #tidying: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: Parts, measured: Promise<unknown>, onFreed: () => Promise<void>) {
    this.#parts = parts;
    this.#measured = measured;
    this.#onFreed = onFreed;
  }

  async sealPastDays(): Promise<void> {
    const { clock, now, queue } = this.#parts;
    await sealDays(this.#parts, dayOf(now()));
    const moment = await clock.moment(now());
    await queue.run(() => emptyTrash(this.#parts, moment));
    // What a crash or the end of the program has left of a purge.
    await this.#tidying;
    const hadPictures = await removeWholeDays(this.#parts, dayOf(now()));
    await this.#tidy(hadPictures, worthwhileShare);
    await keepReserve(this.#parts.disk, this.#parts.folder);
    // Also written at the closing; whoever closes by switching off loses a day of it at most.
    const { listed, sources } = this.#parts;
    await listed.save((id) => sources.feed(id) !== undefined).catch(() => undefined);
  }

  purge(): Promise<PurgeReport> {
    this.#purging ??= this.#purge().finally(() => (this.#purging = null));
    return this.#purging;
  }

  async forecast(retention: Retention, sizeBudget: number | null): Promise<PurgeReport> {
    const { clock, editions, now, sources } = this.#parts;
    await this.#measured;
    await this.#tidying;
    const { pictureCap } = sources.settings;
    const rules = { retention, sizeBudget, pictureCap, moment: await clock.moment(now()) };
    const sizes = await measureDays(editions);
    const outdated = await selectOutdated(this.#parts, rules, sizes, dayOf(now()));
    return {
      articles: outdated.rows.length,
      pictures: outdated.pictures,
      bytes: outdated.bytes,
    };
  }

  async usage(): Promise<Usage> {
    const { bookmarks, disk, editions, folder, index, media, recordingFiles, records } =
      this.#parts;
    await this.#measured;
    await this.#tidying;
    const days = await editions.list();
    const counts = days.map((day) => index.rowsOf(day).length);
    const oldestDay = days[counts.findIndex((count) => count > 0)];
    const [row] = oldestDay === undefined ? [] : index.rowsOf(oldestDay);
    const [oldest] = row === undefined ? [] : await records.read([row]);
    return {
      articles: sum((await measureDays(editions)).values()),
      pictures: media.bytes,
      bookmarks: await bookmarks.measure(),
      recordings: await recordingFiles.measure(),
      copies: await measureCopies(disk, folder),
      free: await disk.freeBytes(folder),
      articleCount: sum(counts),
      oldest: oldest?.arrived ?? null,
    };
  }

  /** Leaves what is not yet off the disk to the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#tidying;
  }

  /** Lets what is gone leave the disk; `hadPictures`: days left that named stored pictures. */
  async #tidy(hadPictures: boolean, share: number): Promise<void> {
    const { editions, media, now } = this.#parts;
    const isWanted = () => !this.#isClosed;
    await editions.clearRemoved();
    // Before days are written anew: then it is forgotten who was gone.
    await sweepRecordings(this.#parts);
    const didRewrite = await rewriteDays(this.#parts, dayOf(now()), share, isWanted);
    const isDue = hadPictures || didRewrite || (await isSweepDue(this.#parts));
    if (isDue && media.bytes > 0) await sweepPictures(this.#parts, isWanted);
    if (isDue && isWanted()) await noteSweep(this.#parts);
    await this.#onFreed();
  }

  async #purge(): Promise<PurgeReport> {
    const { clock, editions, media, now, sources, tombstones } = this.#parts;
    await this.#measured;
    await this.#tidying;
    const today = dayOf(now());
    const moment = await clock.moment(now());
    await tombstones.dropOutdated(dayOf(moment));
    await expireDeletions(this.#parts, moment);
    let [articles, pictures, bytes] = [0, 0, 0];
    for (let round = 0; round < mostRounds; round++) {
      const { retention, sizeBudget, pictureCap } = sources.settings;
      const sizes = await measureDays(editions);
      const rules = { retention, sizeBudget, pictureCap, moment };
      const outdated = await selectOutdated(this.#parts, rules, sizes, today);
      articles += await removeArticles(
        this.#parts,
        outdated.rows,
        (feed) => ruleOf(sources.feed(feed as FeedId), rules).isOver,
      );
      bytes += outdated.bytes;
      const leftOut = await leaveOutPictures(this.#parts, outdated.pictured);
      pictures += leftOut;
      const hadPictures = (await removeWholeDays(this.#parts, today)) || leftOut > 0;
      const limit = sizeBudget === null ? Infinity : sizeBudget * megabyte;
      if (sum(sizes.values()) + media.bytes <= limit) {
        // Should this fail, the next purge or start does it.
        this.#tidying = this.#tidy(hadPictures, worthwhileShare).catch(() => undefined);
        break;
      }
      // Whether that was enough is known only when it is off the disk.
      await this.#tidy(hadPictures, urgentShare);
      if (outdated.rows.length + leftOut === 0) break;
    }
    return { articles, pictures, bytes };
  }
}
