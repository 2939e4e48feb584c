import { RequestError } from "./request-error.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about searches that a person keeps. */
export function keptSearchHandlers(context: UseCaseContext): HandlersFor<"searches"> {
  const { library, announce, keptSearchCounts: counts, undo } = context;
  const { searches } = library;

  const show = (isThere: boolean): Record<string, never> => {
    if (!isThere) throw new RequestError("not-found", "that search is no longer kept");
    announce("searches.changed", {});
    return {};
  };

  return {
    "searches.list": () => ({
      searches: searches.all().map((search) => ({ ...search, ...counts.of(search) })),
    }),
    async "searches.keep"({ name, text }) {
      const id = await searches.add(name, text);
      show(true);
      return { id };
    },
    async "searches.change"({ id, ...change }) {
      return show(await searches.change(id, change));
    },
    async "searches.move"({ id, before }) {
      return show(await searches.move(id, before));
    },
    async "searches.remove"({ id }) {
      const removed = await searches.remove(id);
      if (removed === null) return { undoId: null };
      show(true);
      const act = { kind: "remove-search", ...removed } as const;
      return { undoId: await undo.remember(act, removed.search.name) };
    },
  };
}
