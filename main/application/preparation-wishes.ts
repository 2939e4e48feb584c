import type {
  FeedId,
  Preparation,
  PreparationForecast,
  PreparationWishes,
} from "../../preload/contract/contract.ts";
import type { Library, Readiness, Timeline } from "../library/library.ts";
import { wantsPages } from "./wants-pages.ts";

/** What a preparation asks of the keeper of recordings. */
export interface PreparedRecordings {
  /** One is on its way at this moment. */
  readonly isRunning: boolean;
  /**
   * Of a list: not asked for yet, waiting or on their way, given up; bytes still to come as feeds say.
   * What somebody let go of after `since` (milliseconds since 1970) is given up, too.
   */
  measure(
    list: Timeline,
    since: number,
  ): Promise<{ unasked: number; waiting: number; failed: number; bytes: number }>;
  /** Asks for all of them but for those let go of after `since`, before those that rules want. */
  want(list: Timeline, since: number): Promise<void>;
  /** Gives up those that nobody else wants. */
  wantNoMore(list: Timeline): Promise<void>;
}

type Wished = Pick<PreparationWishes, "scope" | "pages" | "pictures" | "recordings">;

/** What is still to come of what is wished for. */
export interface Missing extends Readiness {
  readonly pages: number;
  readonly recordings: number;
  readonly recordingsUnasked: number;
}

/** Whether a preparation fetches the pages of a title's articles: also where the settings would not. */
export function wantedPages(
  library: Pick<Library, "feeds">,
  { pages }: Pick<Wished, "pages">,
): (feedId: FeedId) => boolean {
  return (feedId) => {
    const feed = library.feeds.get(feedId);
    return pages && feed !== undefined && wantsPages(feed, { keepFullTexts: true });
  };
}

/** The articles that wishes are about. */
export async function listOf(library: Library, { scope }: Wished): Promise<Timeline> {
  const query = { scope, filter: "all", order: "newest" } as const;
  await library.articles.prepare(query);
  return library.articles.timeline(query);
}

/** Measures what is still to come of a preparation begun at `since`; by default: of one yet to begin. */
export async function measureMissing(
  library: Library,
  recordings: PreparedRecordings,
  wishes: Wished,
  since = Infinity,
): Promise<Missing> {
  const { scope, pictures } = wishes;
  const wanted = { pictures, wantsPages: wantedPages(library, wishes) };
  const readiness = await library.articles.readiness(scope, wanted);
  const ofRecordings = wishes.recordings
    ? await recordings.measure(await listOf(library, wishes), since)
    : { unasked: 0, waiting: 0, bytes: 0 };
  return {
    ...readiness,
    pages: readiness.pagesWaiting + readiness.pagesFailed + readiness.pagesUnasked,
    recordings: ofRecordings.unasked + ofRecordings.waiting,
    recordingsUnasked: ofRecordings.unasked,
    bytes: readiness.bytes + ofRecordings.bytes,
  };
}

/** What a preparation would fetch, before it is begun. */
export async function forecastPreparation(
  library: Library,
  recordings: PreparedRecordings,
  wishes: Wished,
): Promise<PreparationForecast> {
  const missing = await measureMissing(library, recordings, wishes);
  const { free } = await library.upkeep.usage();
  const { articles, ready, incomplete, pages, picturesWaiting: pictures, bytes } = missing;
  return {
    articles,
    ready,
    incomplete,
    pages,
    pictures,
    recordings: missing.recordings,
    bytes,
    free,
  };
}

/** What a waiting preparation waits for; null: it is under way. */
export type WaitsFor = Preparation["waitsFor"];
