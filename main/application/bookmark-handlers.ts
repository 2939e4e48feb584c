import type { ArticleId } from "../../preload/contract/contract.ts";
import { RequestError } from "./request-error.ts";
import { announceMarks } from "./announce-changes.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** As many as the contract lets an article have. */
const mostHighlights = 1000;

/** Requests about bookmarks and what a person writes to them. */
export function bookmarkHandlers(context: UseCaseContext): HandlersFor<"bookmarks"> {
  const { library, announce, undo } = context;
  const { bookmarks } = library;

  /** Shows what was written to an article, which is a bookmark now. */
  const show = (articleId: ArticleId, isWritten: boolean): Record<string, never> => {
    if (!isWritten) throw new RequestError("not-found", "that article is no longer kept");
    announceMarks(announce, [articleId]);
    announce("bookmarks.changed", {});
    return {};
  };

  const headlineOf = async (articleId: ArticleId): Promise<string | null> =>
    (await library.articles.read(articleId))?.headline ?? null;

  return {
    async "bookmarks.add"({ articleId }) {
      return show(articleId, await bookmarks.add(articleId));
    },
    async "bookmarks.remove"({ articleId }) {
      const article = await library.articles.read(articleId);
      await bookmarks.remove(articleId);
      announceMarks(announce, [articleId]);
      announce("bookmarks.changed", {});
      if (article?.bookmarked !== true) return { undoId: null };
      return {
        undoId: await undo.remember({ kind: "remove-bookmark", articleId }, article.headline),
      };
    },
    async "bookmarks.write"({ articleId, tags, note }) {
      const before = await bookmarks.details(articleId);
      show(articleId, await bookmarks.write(articleId, { tags, note }));
      const isLost =
        before !== null &&
        ((before.note !== "" && before.note !== note) ||
          before.tags.some((tag) => !tags.includes(tag)));
      if (!isLost) return { undoId: null };
      const act = {
        kind: "write-bookmark",
        articleId,
        tags: before.tags,
        note: before.note,
      } as const;
      return { undoId: await undo.remember(act, await headlineOf(articleId)) };
    },
    async "bookmarks.putHighlight"({ articleId, highlight }) {
      const highlights = (await bookmarks.details(articleId))?.highlights ?? [];
      if (highlights.length >= mostHighlights && highlights.every(({ id }) => id !== highlight.id))
        throw new RequestError("too-large", "that article has as many highlights as it can");
      return show(articleId, await bookmarks.putHighlight(articleId, highlight));
    },
    async "bookmarks.removeHighlight"({ articleId, id }) {
      const highlights = (await bookmarks.details(articleId))?.highlights ?? [];
      const highlight = highlights.find((one) => one.id === id);
      show(articleId, await bookmarks.removeHighlight(articleId, id));
      if (highlight === undefined) return { undoId: null };
      const act = { kind: "remove-highlight", articleId, highlight } as const;
      return { undoId: await undo.remember(act, await headlineOf(articleId)) };
    },
    async "bookmarks.tags"() {
      return { tags: [...(await bookmarks.tags())] };
    },
  };
}
