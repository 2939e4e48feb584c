import type { ArticleId } from "../../preload/contract/contract.ts";
import { RequestError } from "./request-error.ts";
import { notYet } from "./not-yet.ts";
import { Timelines } from "./timelines.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** More changed marks than this are announced as "many". */
const announcedAtMost = 1000;

/** Requests about lists, articles, marks and bookmarks. */
export function articleHandlers(
  context: UseCaseContext,
): HandlersFor<"timeline" | "article" | "articles" | "bookmarks" | "undo" | "links"> {
  const { library, announce, undo } = context;
  const timelines = new Timelines();
  const marked = (articleIds: readonly ArticleId[]): void => {
    if (articleIds.length === 0) return;
    const isMany = articleIds.length > announcedAtMost;
    announce("statuses.changed", { articleIds: isMany ? null : [...articleIds] });
    announce("sources.changed", {});
  };
  const addBookmark = async (articleId: ArticleId): Promise<void> => {
    if (!(await library.bookmarks.add(articleId)))
      throw new RequestError("not-found", "that article is no longer kept");
    marked([articleId]);
  };

  return {
    "timeline.open"(query) {
      const timeline = library.articles.timeline(query);
      const { total, days } = timeline;
      return { timelineId: timelines.add(timeline), total, days: [...days] };
    },
    async "timeline.page"({ timelineId, offset, limit }) {
      return { rows: await timelines.get(timelineId).page(offset, limit) };
    },
    "timeline.locate": ({ timelineId, articleId }) => ({
      index: timelines.get(timelineId).locate(articleId),
    }),
    "timeline.nextUnread": ({ timelineId, after }) => ({
      index: timelines.get(timelineId).nextUnread(after),
    }),
    "timeline.countNewer": ({ timelineId }) => ({ count: timelines.get(timelineId).countNewer() }),
    "timeline.close"({ timelineId }) {
      timelines.close(timelineId);
      return {};
    },
    async "timeline.markAllRead"({ timelineId }) {
      const changed = await library.articles.markAllRead(timelines.get(timelineId));
      marked(changed);
      if (changed.length === 0) return { count: 0, undoId: null };
      const undoId = undo.remember(async () => {
        marked(await library.articles.setRead(changed, false));
      });
      return { count: changed.length, undoId };
    },
    async "article.open"({ articleId }) {
      const article = await library.articles.read(articleId);
      if (article === null) throw new RequestError("not-found", "that article is no longer kept");
      return article;
    },
    async "article.openOriginal"({ articleId }) {
      const address = await library.articles.address(articleId);
      if (address === null) throw new RequestError("not-found", "the article has no address");
      await context.openExternally(address);
      return {};
    },
    async "articles.markRead"({ articleIds, read }) {
      marked(await library.articles.setRead(articleIds, read));
      return {};
    },
    "articles.delete": notYet,
    "undo.list": notYet,
    async "bookmarks.add"({ articleId }) {
      await addBookmark(articleId);
      return {};
    },
    async "bookmarks.remove"({ articleId }) {
      await library.bookmarks.remove(articleId);
      marked([articleId]);
      return { undoId: undo.remember(() => addBookmark(articleId)) };
    },
    async "undo.perform"({ undoId }) {
      await undo.perform(undoId);
      return {};
    },
    async "links.open"({ address }) {
      await context.openExternally(address);
      return {};
    },
  };
}
