import { join } from "node:path";
import type { Parts } from "../parts.ts";
import { entriesOf } from "../recordings/recordings-document.ts";
import { asIso } from "./exported-article.ts";

/** Copies kept sounds and films, and says what they belong to. */
export async function exportRecordings(
  { disk, recordings, recordingFiles }: Parts,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const into = join(folder, "recordings");
  const facts: unknown[] = [];
  for (const entry of entriesOf(recordings.data)) {
    signal?.throwIfAborted();
    const { articleId, address, file, position, duration, playedAt } = entry;
    const from = file === null ? null : await recordingFiles.path(file);
    if (file !== null && from !== null && (await disk.look(join(into, file))) === null) {
      await disk.makeFolder(into);
      await disk.copy(from, join(into, file), false);
    }
    const heard = { position, duration, playedAt: asIso(playedAt) };
    facts.push({ article: articleId, address, file: from === null ? null : file, ...heard });
  }
  if (facts.length === 0) return;
  const json = `${JSON.stringify(facts, null, 2)}\n`;
  await disk.replace(join(folder, "recordings.json"), Buffer.from(json));
}
