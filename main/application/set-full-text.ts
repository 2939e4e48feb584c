import type { FeedId, FullText } from "../../preload/contract/contract.ts";
import { newestOf } from "./page-judge.ts";
import type { UseCaseContext } from "./use-case-context.ts";
import { wantsPages } from "./wants-pages.ts";

type Wishing = Pick<UseCaseContext, "library" | "announce" | "now" | "pages">;

/** Sets whether titles' articles are had whole; those that are listed already are, too. */
export async function setFullText(
  feedIds: readonly FeedId[],
  fullText: FullText,
  context: Wishing,
): Promise<void> {
  const { library, announce, now } = context;
  const known = feedIds.filter((id) => library.feeds.get(id) !== undefined);
  const moment = now();
  // A person's wish ends what was judged before, and what came of it is not held against it.
  const pagesStopped = { at: moment, until: moment };
  await library.feeds.change(new Map(known.map((id) => [id, { fullText, pagesStopped }])));
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
  { library, announce, now, pages }: Wishing,
): Promise<void> {
  for (const id of feedIds) {
    const feed = library.feeds.get(id);
    if (feed === undefined) continue;
    const wanted = wantsPages(feed, library.settings.current(), now()) ? "yes" : "no";
    await library.pages.want(await newestOf(id, library), wanted);
  }
  announce("statuses.changed", { articleIds: null });
  announce("sources.changed", {});
  pages.wake();
}
