import { Searches } from "./searching.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about looking for articles. */
export function searchHandlers(context: UseCaseContext): HandlersFor<"search"> {
  const { searchKeeper } = context;
  const searches = new Searches(context);
  return {
    "search.open": ({ text, isTyping, order }) => searches.open(text, isTyping, order),
    "search.progress": () => ({ indexing: searchKeeper.progress }),
    async "search.rebuild"() {
      await searchKeeper.rebuild();
      return {};
    },
  };
}
