import { parseArticleId } from "../editions/article-record.ts";
import type { Parts } from "../parts.ts";
import { isGone, isRecoverable } from "../statuses.ts";
import type { RecordingPart, StoredRecording } from "../types.ts";
import { entriesOf } from "./recordings-document.ts";

/**
 * Forgets the recordings of articles that are gone for good, and removes files that nothing names:
 * a bookmark keeps its article's, also for the days in which it can be taken back.
 */
export async function sweepRecordings(parts: Parts): Promise<number> {
  const { editions, recordings, recordingFiles, statuses } = parts;
  const days = new Set(await editions.list());
  const forget = [...recordings.data.byArticle.keys()]
    .filter((id) => {
      if (statuses.data.bookmarks.has(id) || statuses.data.removed.has(id)) return false;
      const { day, number } = parseArticleId(id);
      if (!days.has(day)) return true;
      return isGone(statuses.data, day, number) && !isRecoverable(statuses.data, day, number);
    })
    .flatMap((id) => [...(recordings.data.byArticle.get(id)?.values() ?? [])])
    .map(({ articleId, address }) => ({ articleId, address }));
  if (forget.length > 0) await recordings.commit({ put: [], forget });
  const { isNamed, parts: kept } = namesOf(parts);
  return recordingFiles.removeUnless(isNamed, kept);
}

/** Removes the files of entries that were just changed or forgotten, unless others name them. */
export async function removeUnnamed(
  parts: Parts,
  entries: readonly StoredRecording[],
): Promise<void> {
  const { isNamed } = namesOf(parts);
  for (const { file, part, address } of entries) {
    if (file !== null && !isNamed(file)) await parts.recordingFiles.remove(file);
    if (part !== null) await parts.recordingFiles.removePart(address, part);
  }
}

function namesOf({ recordings }: Parts): {
  isNamed: (name: string) => boolean;
  parts: (RecordingPart & { readonly address: string })[];
} {
  const names = new Set<string>();
  const parts: (RecordingPart & { readonly address: string })[] = [];
  for (const { file, part, address } of entriesOf(recordings.data)) {
    if (file !== null) names.add(file);
    if (part !== null) parts.push({ address, ...part });
  }
  return { isNamed: (name) => names.has(name), parts };
}
