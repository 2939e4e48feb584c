import type { ErrorCode } from "../../preload/contract/contract.ts";
import type { PurgeReport } from "../library/library.ts";
import { announceLists } from "./announce-changes.ts";
import type { Collaborators } from "./collaborators.ts";
import type { LongTasks } from "./long-tasks.ts";
import type { PrivateAddresses } from "./private-addresses.ts";
import { storageFailure } from "./storage-failure.ts";

const day = 86_400_000;
/** How long an unfollowed title can be taken back as it was, with a day to be sure. */
const undoable = 31 * day;
/** Milliseconds that the window has for itself before the daily work begins. */
const firstPause = 20_000;
/** Milliseconds in which new rules can be taken back before they remove anything. */
const grace = 10_000;

interface HousekeepingOptions extends Pick<Collaborators, "library" | "announce" | "now" | "log"> {
  readonly tasks: LongTasks;
  readonly privateAddresses: PrivateAddresses;
  /** Called when `failure` may be another. */
  readonly tellFailure: () => void;
}

/**
 * Keeps the library small and safe without being asked: once a day (UTC) past days are sealed, the
 * irreplaceable part is copied, and what is no longer kept is removed. What fails is logged, said in
 * the status, and tried again the next day or start.
 */
export class Housekeeping {
  readonly #options: HousekeepingOptions;
  #sealing: Promise<void> = Promise.resolve();
  #sealedOn = NaN;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #failure: ErrorCode | null = null;

  constructor(options: HousekeepingOptions) {
    this.#options = options;
  }

  /** Why the last copy or removal failed; null when none did. */
  get failure(): ErrorCode | null {
    return this.#failure;
  }

  /** Does what is due once a day: call it at start, on waking, with new articles. */
  lookAtClock(): void {
    const { library, now, log } = this.#options;
    const today = Math.floor(now() / day);
    if (this.#isStopped || library.readOnly || today === this.#sealedOn) return;
    this.#sealedOn = today;
    this.#sealing = library.upkeep.sealPastDays().catch((error: unknown) => {
      this.#sealedOn = NaN;
      log("closing past days", error);
    });
    this.#tidyIn(firstPause);
  }

  /** The rules changed: what they no longer keep goes, unless they are changed again at once. */
  rulesChanged(): void {
    this.#tidyIn(grace);
  }

  /** Copies what cannot be replaced, then removes what the settings do not keep. */
  async purge(): Promise<PurgeReport> {
    clearTimeout(this.#timer);
    return this.#options.tasks.run("purge", () => this.#copyAndPurge());
  }

  /** Begins nothing more; what copies or removes is a task, and ends with the tasks. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#sealing;
  }

  #tidyIn(milliseconds: number): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tidy(), milliseconds);
  }

  async #tidy(): Promise<void> {
    await this.#sealing;
    try {
      await this.#options.tasks.runQuietly(async () => {
        if (!this.#isStopped) await this.#copyAndPurge();
      });
    } catch (error) {
      this.#options.log("removing what is no longer kept", error);
    }
  }

  /** Of titles that were unfollowed and cannot be taken back any more. */
  async #forgetSecrets(): Promise<void> {
    const { library, privateAddresses, now, log } = this.#options;
    const last = now() - undoable;
    const outdated = library.feeds.former().filter((feed) => (feed.unfollowedAt ?? last) < last);
    await privateAddresses.forget(outdated, library.feeds.followed()).catch((error: unknown) => {
      log("forgetting secrets of titles that are not followed", error);
    });
  }

  async #copyAndPurge(): Promise<PurgeReport> {
    const { library, announce, log, tellFailure } = this.#options;
    await this.#forgetSecrets();
    const before = this.#failure;
    this.#failure = null;
    await library.copies.rotate().catch((error: unknown) => {
      // Removing articles touches nothing that is copied, and may be what makes room for the copy.
      this.#failure = storageFailure(error);
      log("making the automatic copy", error);
    });
    try {
      const report = await library.upkeep.purge();
      if (report.articles > 0) announceLists(announce);
      return report;
    } catch (error) {
      this.#failure = storageFailure(error);
      throw error;
    } finally {
      if (this.#failure !== before) tellFailure();
    }
  }
}
