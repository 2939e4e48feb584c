import type { ArticleId, FeedId, FullText } from "../../preload/contract/contract.ts";
import type { UseCaseContext } from "./use-case-context.ts";
import { wantsPages } from "./wants-pages.ts";

/** Articles of a title, the newest, whose pages are asked for when that is set. */
const articlesAtMost = 500;

type Wishing = Pick<UseCaseContext, "library" | "announce" | "pages">;

/** Sets whether titles' articles are had whole; those that are listed already are, too. */
export async function setFullText(
  feedIds: readonly FeedId[],
  fullText: FullText,
  context: Wishing,
): Promise<void> {
  const { library, announce } = context;
  const known = feedIds.filter((id) => library.feeds.get(id) !== undefined);
  await library.feeds.change(new Map(known.map((id) => [id, { fullText }])));
  announce("sources.changed", {});
  await applyToListed(known, context);
}

/** The same for the titles that go by the settings, once those are others. */
export async function applyFullTexts(context: Wishing): Promise<void> {
  const following = context.library.feeds
    .followed()
    .filter(({ fullText, isShortened }) => fullText === "auto" && isShortened === true);
  await applyToListed(
    following.map(({ id }) => id),
    context,
  );
}

async function applyToListed(
  feedIds: readonly FeedId[],
  { library, announce, pages }: Wishing,
): Promise<void> {
  for (const id of feedIds) {
    const feed = library.feeds.get(id);
    if (feed === undefined) continue;
    const wanted = wantsPages(feed, library.settings.current()) ? "yes" : "no";
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
