import { RequestError } from "./request-error.ts";
import { Searches } from "./searching.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about looking for articles. */
export function searchHandlers(context: UseCaseContext): HandlersFor<"search"> {
  const { library, searchKeeper } = context;
  const searches = new Searches(context);
  return {
    "search.open": ({ text, isTyping, order }) => searches.open(text, isTyping, order),
    "search.progress": () => ({ indexing: searchKeeper.progress }),
    async "search.rebuild"() {
      if (library.readOnly) throw new RequestError("read-only", "there is no place for the index");
      await searchKeeper.rebuild();
      return {};
    },
  };
}
