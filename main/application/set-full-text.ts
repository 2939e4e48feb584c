import type { ArticleId, FeedId, FullText } from "../../preload/contract/contract.ts";
import type { UseCaseContext } from "./use-case-context.ts";
import { wantsPages } from "./wants-pages.ts";

/** Articles of a title, the newest, whose pages are asked for when that is set. */
const articlesAtMost = 500;

/** Sets whether titles' articles are had whole; those that are listed already are, too. */
export async function setFullText(
  feedIds: readonly FeedId[],
  fullText: FullText,
  { library, announce, pages }: Pick<UseCaseContext, "library" | "announce" | "pages">,
): Promise<void> {
  const known = feedIds.filter((id) => library.feeds.get(id) !== undefined);
  await library.feeds.change(new Map(known.map((id) => [id, { fullText }])));
  announce("sources.changed", {});
  for (const id of known) {
    const feed = library.feeds.get(id);
    if (feed === undefined) continue;
    const wanted = wantsPages(feed) ? "yes" : "no";
    await library.pages.want(await newestOf(id, library), wanted);
  }
  announce("statuses.changed", { articleIds: null });
  announce("sources.changed", {});
  pages.wake();
}

async function newestOf(
  feedId: FeedId,
  { articles }: UseCaseContext["library"],
): Promise<ArticleId[]> {
  const query = { scope: { kind: "feed", feedId }, filter: "all", order: "newest" } as const;
  const rows = await articles.timeline(query).page(0, articlesAtMost);
  return rows.flatMap((row) => row?.id ?? []);
}
