import { z } from "zod";
import { highlight, noteText, ownTag } from "./keeping.ts";
import { articleId } from "./model.ts";
import { count, done, nothing, request } from "./request.ts";

/** Requests about what a person keeps, and writes to it. Each makes the article a bookmark if it is none. */
export const keepingRequests = {
  "bookmarks.setTags": request(z.strictObject({ articleId, tags: z.array(ownTag).max(100) }), done),
  "bookmarks.setNote": request(z.strictObject({ articleId, note: noteText }), done),
  /** Adds a highlight, or changes the one of that number. */
  "bookmarks.putHighlight": request(
    z.strictObject({ articleId, highlight: z.strictObject(highlight.shape) }),
    done,
  ),
  "bookmarks.removeHighlight": request(z.strictObject({ articleId, id: highlight.shape.id }), done),
  /** All own tags with how many bookmarks have them, by name. */
  "bookmarks.tags": request(
    nothing,
    z.object({ tags: z.array(z.object({ tag: z.string(), count })) }),
  ),
} as const;
