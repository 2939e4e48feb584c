import { z } from "zod";

/** A tag that a person gave; compared without case. */
export const ownTag = z.string().trim().min(1).max(100);
export const noteText = z.string().max(100_000);

/** A passage that a person marked in a kept article. */
export const highlight = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  /** Which of the article's texts it is in. */
  text: z.enum(["feed", "page"]),
  /** The passage, and what stands around it, as plain text: by them it is found again. */
  quote: z.string().min(1).max(20_000),
  before: z.string().max(200),
  after: z.string().max(200),
  /** Where it began when it was made, in UTF-16 units of the text's plain text. */
  start: z.int().min(0),
  note: noteText,
  /** Milliseconds since 1970-01-01 UTC. */
  at: z.number(),
});
export type Highlight = z.infer<typeof highlight>;

/** What a person wrote to a bookmark. */
export const bookmarkDetails = z.object({
  tags: z.array(ownTag).max(100),
  note: noteText,
  /** In the order of the text. */
  highlights: z.array(highlight).max(1000),
});
export type BookmarkDetails = z.infer<typeof bookmarkDetails>;
