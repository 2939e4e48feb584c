import type { ArticleId } from "../../preload/contract/contract.ts";
import { RequestError } from "./request-error.ts";
import { announceLists, announceMarks } from "./announce-changes.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about lists, articles, marks and bookmarks. */
export function articleHandlers(
  context: UseCaseContext,
): HandlersFor<"timeline" | "article" | "articles" | "undo" | "links"> {
  const { library, announce, undo, timelines } = context;
  const marked = (articleIds: readonly ArticleId[]): void => {
    announceMarks(announce, articleIds);
  };

  return {
    async "timeline.open"(query) {
      await library.articles.prepare(query);
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
      const undoId = await undo.remember({ kind: "mark-read", articleIds: changed }, null);
      return { count: changed.length, undoId };
    },
    async "article.open"({ articleId, text }) {
      const article = await library.articles.read(articleId, text);
      if (article === null) throw new RequestError("not-found", "that article is no longer kept");
      return context.recordings.withProgress(article);
    },
    async "timeline.readiness"({ timelineId }) {
      return library.articles.listReadiness(timelines.get(timelineId));
    },
    async "articles.gaps"({ scope, limit, ...wishes }) {
      const query = { scope, filter: "all", order: "newest" } as const;
      await library.articles.prepare(query);
      return library.articles.gaps(library.articles.timeline(query), wishes, limit);
    },
    async "article.gap"({ articleId }) {
      const found = await library.articles.gapOf(articleId);
      if (found === null) throw new RequestError("not-found", "that article is no longer kept");
      return found;
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
    async "articles.fetchPages"({ articleIds }) {
      const count = await library.pages.want(articleIds, "again");
      announceMarks(announce, articleIds);
      context.pages.fetchNow(articleIds);
      return { count };
    },
    async "articles.delete"({ articleIds }) {
      const [only, ...others] = articleIds;
      // Asked before it is gone.
      const article =
        only === undefined || others.length > 0 ? null : await library.articles.read(only);
      const deleted = await library.articles.delete(articleIds);
      if (deleted.length === 0) return { count: 0, undoId: null };
      announceLists(announce);
      const act = { kind: "delete-articles", articleIds: deleted } as const;
      return {
        count: deleted.length,
        undoId: await undo.remember(act, article?.headline ?? null),
      };
    },
    "undo.list": () => ({ acts: undo.list() }),
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
