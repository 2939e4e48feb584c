import { WriteQueue } from "../files/write-queue.ts";
import type { ArticleStore, CopyStore, TakeSecrets } from "../groups.ts";
import type { Parts } from "../parts.ts";
import type { AutomaticCopy, BackupSummary, CopyProgress, RestoreReport } from "../types.ts";
import { copyFolders, listAutomaticCopies } from "./automatic-copies.ts";
import { exportEverything } from "./export-everything.ts";
import { openBackup } from "./read-backup.ts";
import { restoreBackup, type RestoreMode } from "./restore.ts";
import { rotateCopies } from "./rotation.ts";
import { writeBackup } from "./write-backup.ts";

type OnProgress = (progress: CopyProgress) => void;

/** Copies of the irreplaceable part: one is made, or taken in, at a time. */
export class Copies implements CopyStore {
  readonly folder: string;
  readonly #parts: Parts;
  /** The same, for what is written outside of the library. */
  readonly #outside: Parts;
  readonly #articles: ArticleStore;
  readonly #queue = new WriteQueue();

  constructor(parts: Parts, articles: ArticleStore) {
    this.folder = copyFolders(parts.folder)[0];
    this.#parts = parts;
    this.#outside = { ...parts, disk: parts.disk.outside() };
    this.#articles = articles;
  }

  automatic(): Promise<readonly AutomaticCopy[]> {
    return listAutomaticCopies(this.#outside.disk, this.#parts.folder);
  }

  rotate(): Promise<void> {
    return this.#queue.run(() => rotateCopies(this.#outside));
  }

  backUp(path: string, onProgress?: OnProgress): Promise<void> {
    return this.#queue.run(() => writeBackup(this.#outside, { path, onProgress }));
  }

  async inspect(path: string): Promise<BackupSummary> {
    const backup = await openBackup(this.#outside.disk, path);
    try {
      await backup.check();
      return backup.summary;
    } finally {
      await backup.close();
    }
  }

  restore(
    path: string,
    mode: RestoreMode,
    onProgress?: OnProgress,
    takeSecrets?: TakeSecrets,
  ): Promise<RestoreReport> {
    const options = { path, mode, onProgress, takeSecrets };
    return this.#queue.run(() => restoreBackup(this.#parts, this.#articles, options));
  }

  exportEverything(folder: string, onProgress?: OnProgress, signal?: AbortSignal): Promise<void> {
    return this.#queue.run(() => exportEverything(this.#outside, { folder, onProgress, signal }));
  }

  /** Waits for what is being done. */
  async close(): Promise<void> {
    await this.#queue.idle();
  }
}
