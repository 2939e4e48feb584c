import { z } from "zod";
import {
  indexProgress,
  removed,
  savedSearch,
  savedSearchId,
  searchAnswer,
  searchOrder,
  searchText,
} from "./finding.ts";
import { done, nothing, request } from "./request.ts";

const name = z.string().trim().min(1).max(200);

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
  /** The kept searches, in their order. */
  "searches.list": request(nothing, z.object({ searches: z.array(savedSearch) })),
  "searches.keep": request(
    z.strictObject({ name, text: searchText.min(1) }),
    z.object({ id: savedSearchId }),
  ),
  "searches.change": request(
    z.strictObject({
      id: savedSearchId,
      name: name.optional(),
      text: searchText.min(1).optional(),
    }),
    done,
  ),
  /** Puts one before another (null: at the end). */
  "searches.move": request(
    z.strictObject({ id: savedSearchId, before: savedSearchId.nullable() }),
    done,
  ),
  "searches.remove": request(z.strictObject({ id: savedSearchId }), removed),
} as const;
