import { z } from "zod";
import { exportedBookmarks, exportFormat } from "./exchange.ts";
import { count, request } from "./request.ts";

/** Requests about bookmarks for other programs. */
export const exchangeRequests = {
  /**
   * Asks where to and writes bookmarks there, the latest first; `path`: null when the person cancelled.
   * `left`: those that the format cannot hold, such as one without an address among addresses.
   * Announces its progress as the task `export`.
   */
  "export.bookmarks": request(
    z.strictObject({ format: exportFormat, which: exportedBookmarks }),
    z.object({ path: z.string().nullable(), written: count, left: count }),
  ),
} as const;
