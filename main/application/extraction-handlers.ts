import { Extraction } from "./extraction.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about where the article is on a title's pages. */
export function extractionHandlers(context: UseCaseContext): HandlersFor<"extraction"> {
  const extraction = new Extraction(context);
  return {
    "extraction.open": ({ articleId }) => extraction.open(articleId),
    "extraction.preview": ({ token, block }) => extraction.preview(token, block),
    "extraction.choose": async ({ token, block }) => ({
      count: await extraction.choose(token, block),
    }),
    "extraction.reset": async ({ feedId }) => ({ count: await extraction.reset(feedId) }),
  };
}
