import type { FeedId } from "../../../preload/contract/contract.ts";
import type { ArticleStore, TakeSecrets } from "../groups.ts";
import type { Parts } from "../parts.ts";
import type { CopyProgress, RestoreReport } from "../types.ts";
import { mergeSources, replaceSources, type MergedSources } from "./merge-sources.ts";
import { openBackup, type BackupReader } from "./read-backup.ts";
import { removeOthers, restoreBookmarks } from "./restore-bookmarks.ts";
import { restoreMarks } from "./restore-marks.ts";
import { copyBeforeRestore } from "./rotation.ts";

export type RestoreMode = "merge" | "replace";

export interface RestoreOptions {
  readonly path: string;
  readonly mode: RestoreMode;
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined;
  readonly takeSecrets?: TakeSecrets | undefined;
}

/**
 * Takes a backup in. It is read to its end before anything is touched; then come titles (one
 * write), bookmarks (each whole), marks; only then does `replace` move other bookmarks to the
 * trash. A crash in between leaves what was there and some of what is new: doing it again
 * completes it. Before a `replace` everything that it may change is copied.
 */
export async function restoreBackup(
  parts: Parts,
  articles: ArticleStore,
  { path, mode, onProgress, takeSecrets }: RestoreOptions,
): Promise<RestoreReport> {
  const backup = await openBackup(parts.disk.outside(), path);
  try {
    const bookmarks = backup.bookmarkIds().length;
    const total = bookmarks * 2 + 2;
    await backup.check((checked) => {
      const share = checked.total === 0 ? 1 : checked.done / checked.total;
      onProgress?.({ done: Math.floor(share * bookmarks), total });
    });
    const isReplacing = mode === "replace";
    if (isReplacing) await copyBeforeRestore({ ...parts, disk: parts.disk.outside() });
    const merged = await restoreSources(parts, backup, mode, takeSecrets);
    let done = bookmarks;
    const restored = await restoreBookmarks({
      parts,
      backup,
      feedIds: merged.feedIds,
      isReplacing,
      onDone: () => onProgress?.({ done: ++done, total }),
    });
    const feedsByAddress = await addressesIn(backup, merged.feedIds);
    const marksSet = await restoreMarks({ parts, articles, backup, feedsByAddress, isReplacing });
    onProgress?.({ done: total - 1, total });
    if (isReplacing) await removeOthers(parts, restored.ids);
    onProgress?.({ done: total, total });
    return {
      titlesAdded: merged.added,
      bookmarksAdded: restored.added,
      marksSet,
      problems: restored.problems,
    };
  } finally {
    await backup.close();
  }
}

async function restoreSources(
  { now, sources }: Parts,
  backup: BackupReader,
  mode: RestoreMode,
  takeSecrets: TakeSecrets | undefined,
): Promise<MergedSources> {
  const stored = await backup.sources();
  const shown = await takeSecrets?.(stored.feeds.map(({ address }) => address));
  const feeds = stored.feeds.map((feed) => ({
    ...feed,
    address: shown?.get(feed.address) ?? feed.address,
  }));
  const theirs = { ...stored, feeds };
  return sources.update((here) => {
    const merged =
      mode === "merge" ? mergeSources(here, theirs) : replaceSources(here, theirs, now());
    return { next: merged.document, result: merged };
  });
}

async function addressesIn(
  backup: BackupReader,
  feedIds: ReadonlyMap<FeedId, FeedId>,
): Promise<Map<string, FeedId>> {
  const { feeds } = await backup.sources();
  return new Map(feeds.map(({ id, address }) => [address, feedIds.get(id) ?? id]));
}
