import { z } from "zod";
import { indexProgress, searchAnswer, searchOrder, searchText } from "./finding.ts";
import { done, nothing, request } from "./request.ts";

/** Requests about looking for articles. */
export const findingRequests = {
  /**
   * Looks for articles. `isTyping`: the last word may be the beginning of one. A search that is
   * overtaken by the next one is refused as `cancelled`.
   */
  "search.open": request(
    z.strictObject({ text: searchText, isTyping: z.boolean(), order: searchOrder }),
    searchAnswer,
  ),
  /** How far the index has come; null: it is complete. */
  "search.progress": request(nothing, z.object({ indexing: indexProgress.nullable() })),
  /** Makes the index anew, as when something is not found that should be. */
  "search.rebuild": request(nothing, done),
} as const;
