import type { ArticleId, FeedId } from "../../preload/contract/contract.ts";
import type { Feed, PageResult } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";

const day = 86_400_000;
/** For how long the pages of a title are left alone that hardly ever bring more than its feed. */
export const stoppedFor = 28 * day;
/** So many pages must have been looked at, and of the newest of them this share been of no use. */
const triedAtLeast = 8;
const uselessShare = 0.8;
/** Pages that count, the newest. */
const remembered = 20;
/** Articles whose pages are no longer waited for. */
const articlesAtMost = 500;

interface Record {
  /** Only what came after this counts: the end of the last stop. */
  readonly since: number;
  readonly outcomes: boolean[];
}

/**
 * Stops asking for the pages of titles that go by what was measured ("Automatic") when these are
 * clearly not better than the feed: what the publisher is spared, nobody misses. After some weeks, or
 * when a person asks for a page and gets more, they are looked at again. Durable.
 */
export class PageJudge {
  readonly #options: Pick<Collaborators, "library" | "announce" | "now">;
  readonly #records = new Map<FeedId, Record>();

  constructor(options: Pick<Collaborators, "library" | "announce" | "now">) {
    this.#options = options;
  }

  /** Takes note of what became of a page of a title, just before that is stored. */
  async note(feedId: FeedId, result: PageResult): Promise<void> {
    const { library, now } = this.#options;
    if (result.kind === "failed") return;
    const isBetter = result.kind === "stored" && result.page.isBetter;
    const record = await this.#recordOf(feedId);
    // As it is now: others had their turn meanwhile.
    const feed = library.feeds.get(feedId);
    if (record === null || feed === undefined) return;
    record.outcomes.push(isBetter);
    if (record.outcomes.length > remembered) record.outcomes.shift();
    const isStopped = (feed.pagesStopped?.until ?? 0) > now();
    if (isStopped && isBetter) await this.#setEnd(feedId, now(), now());
    else if (!isStopped && feed.fullText === "auto" && isUseless(record.outcomes))
      await this.#stop(feedId);
  }

  async #recordOf(feedId: FeedId): Promise<Record | null> {
    const { library } = this.#options;
    const since = library.feeds.get(feedId)?.pagesStopped?.until ?? 0;
    const known = this.#records.get(feedId);
    if (known?.since === since) return known;
    const isFuture = since > this.#options.now();
    const outcomes = isFuture ? [] : await library.pages.outcomes(feedId, since, remembered);
    const record = { since, outcomes };
    this.#records.set(feedId, record);
    return record;
  }

  async #stop(feedId: FeedId): Promise<void> {
    const { library, announce, now } = this.#options;
    await this.#setEnd(feedId, now(), now() + stoppedFor);
    await library.pages.want(await newestOf(feedId, library), "no");
    announce("statuses.changed", { articleIds: null });
  }

  async #setEnd(feedId: FeedId, at: number, until: number): Promise<void> {
    const { library, announce } = this.#options;
    await library.feeds.change(new Map([[feedId, { pagesStopped: { at, until } }]]));
    announce("sources.changed", {});
  }
}

/** Whether a title's pages are left alone now; a clock that was wrong stops nothing for long. */
export function arePagesStopped(
  { pagesStopped }: Pick<Feed, "pagesStopped">,
  now: number,
): boolean {
  const left = (pagesStopped?.until ?? 0) - now;
  return left > 0 && left <= stoppedFor;
}

function isUseless(outcomes: readonly boolean[]): boolean {
  const useless = outcomes.filter((isBetter) => !isBetter).length;
  return outcomes.length >= triedAtLeast && useless >= outcomes.length * uselessShare;
}

/** A title's newest articles. */
export async function newestOf(
  feedId: FeedId,
  { articles }: Collaborators["library"],
): Promise<ArticleId[]> {
  const query = { scope: { kind: "feed", feedId }, filter: "all", order: "newest" } as const;
  const rows = await articles.timeline(query).page(0, articlesAtMost);
  return rows.flatMap((row) => row?.id ?? []);
}
