import { z } from "zod";
import { highlight, noteText, ownTag } from "./keeping.ts";
import { articleId } from "./model.ts";
import { removed } from "./finding.ts";
import { count, done, nothing, request } from "./request.ts";

/** Requests about what a person keeps, and writes to it. Each makes the article a bookmark if it is none. */
export const keepingRequests = {
  /** Tags and note, in place of those before; `undoId`: null where there were none, or the same. */
  "bookmarks.write": request(
    z.strictObject({ articleId, tags: z.array(ownTag).max(100), note: noteText }),
    removed,
  ),
  /** Adds a highlight, or changes the one of that number. */
  "bookmarks.putHighlight": request(
    z.strictObject({ articleId, highlight: z.strictObject(highlight.shape) }),
    done,
  ),
  "bookmarks.removeHighlight": request(
    z.strictObject({ articleId, id: highlight.shape.id }),
    removed,
  ),
  /** All own tags with how many bookmarks have them, by name. */
  "bookmarks.tags": request(
    nothing,
    z.object({ tags: z.array(z.object({ tag: z.string(), count })) }),
  ),
} as const;
