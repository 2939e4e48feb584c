import { openLibrary, type Library } from "../../../main/library/library.ts";
import type {
  ArticleId,
  ArticleRow,
  Scope,
  TimelineQuery,
} from "../../../preload/contract/contract.ts";
import { CountedFiles } from "./counted-files.ts";
import type { Made } from "./prepared.ts";

/** A library that is open, with every file call counted. */
export interface Opened {
  readonly library: Library;
  readonly counted: CountedFiles;
  /** The library's clock, to be set by the measure. */
  readonly clock: { now: number };
}

export async function openCounted(made: Made): Promise<Opened> {
  const counted = new CountedFiles();
  const clock = { now: made.now };
  const library = await openLibrary({
    folder: made.folder,
    now: () => clock.now,
    files: counted.files,
  });
  return { library, counted, clock };
}

export function query(scope: Scope, change: Partial<TimelineQuery> = {}): TimelineQuery {
  return { scope, filter: "all", order: "newest", ...change };
}

export const everything = query({ kind: "all" });

/** The ids of up to `count` articles that lie evenly in a list. */
export async function sampleIds(
  library: Library,
  from: TimelineQuery,
  count: number,
): Promise<ArticleId[]> {
  const timeline = library.articles.timeline(from);
  const step = Math.max(1, Math.floor(timeline.total / count));
  const ids: ArticleId[] = [];
  // Neighbours are read together: a page is cheaper than as many single rows.
  const atOnce = step === 1 ? 500 : 1;
  for (let at = 0; at < timeline.total && ids.length < count; at += step * atOnce)
    ids.push(...idsOf(await timeline.page(at, atOnce)));
  return ids.slice(0, count);
}

export function idsOf(rows: readonly (ArticleRow | null)[]): ArticleId[] {
  return rows.flatMap((row) => row?.id ?? []);
}
