import { z } from "zod";
import { ownTag } from "./keeping.ts";
import { articleId } from "./model.ts";

/**
 * In what bookmarks can be written: `folder` – Markdown files and their pictures; `html` – one page
 * with its pictures in it; `json` – everything, for programs; `netscape` – addresses, tags and notes,
 * as every browser imports them; `epub` – a book (EPUB 3).
 */
export const exportFormat = z.enum(["folder", "html", "epub", "json", "netscape"]);
export type ExportFormat = z.infer<typeof exportFormat>;

/** Which bookmarks are meant. */
export const exportedBookmarks = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("own-tag"), tag: ownTag }),
  z.strictObject({
    kind: z.literal("articles"),
    articleIds: z.array(articleId).min(1).max(5000),
  }),
]);
export type ExportedBookmarks = z.infer<typeof exportedBookmarks>;
