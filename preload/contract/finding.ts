import { z } from "zod";
import { section, undoId } from "./model.ts";

/** A kept search, numbered from 1; numbers are never reused. */
export const savedSearchId = z.int().min(1).max(0x7fffffff).brand<"SavedSearchId">();
export type SavedSearchId = z.infer<typeof savedSearchId>;

/** What of an article words are looked for in. */
export const queryField = z.enum(["headline", "text", "author", "title", "tag", "note"]);
export type QueryField = z.infer<typeof queryField>;

/** Which marks or states an article has. */
export const queryState = z.enum(["unread", "read", "bookmarked", "offline"]);
export type QueryState = z.infer<typeof queryState>;

const words = z.object({
  kind: z.literal("words"),
  /** Null: wherever. */
  field: queryField.nullable(),
  /** As typed, without quotes and stars. */
  text: z.string(),
  match: z.enum(["word", "prefix", "phrase"]),
});
const ofSection = z.object({ kind: z.literal("section"), section });
const ofState = z.object({ kind: z.literal("state"), state: queryState });
/** Between two local days, `YYYY-MM-DD`, the first one included, the second one not. */
const published = z.object({
  kind: z.literal("published"),
  from: z.string().nullable(),
  until: z.string().nullable(),
});

/**
 * What a person looks for. `words`: all of them, wherever or in one field; `phrase`: one after the
 * other; `prefix`: the last one may go on.
 */
export type QueryNode =
  | Readonly<z.infer<typeof words>>
  | Readonly<z.infer<typeof ofSection>>
  | Readonly<z.infer<typeof ofState>>
  | Readonly<z.infer<typeof published>>
  | { readonly kind: "not"; readonly of: QueryNode }
  | { readonly kind: "all" | "any"; readonly of: readonly QueryNode[] };

/** The same, checked. */
export const queryNode: z.ZodType<QueryNode> = z.lazy(() =>
  z.union([
    words,
    ofSection,
    ofState,
    published,
    z.object({ kind: z.literal("not"), of: queryNode }),
    z.object({ kind: z.enum(["all", "any"]), of: z.array(queryNode).readonly() }),
  ]),
);

/** What of a query was not taken as it stands; `text` is the part that it is about. */
export const queryNote = z.object({
  /**
   * `unknown-operator`: looked for as words; `unknown-value`: left out; `only-excluded`: it only says
   * what is not wanted, and everything else is shown; `too-long`: the rest was left out.
   */
  kind: z.enum(["unknown-operator", "unknown-value", "only-excluded", "too-long"]),
  text: z.string(),
});
export type QueryNote = Readonly<z.infer<typeof queryNote>>;

/** How far the index of words has come; counts are articles. */
export const indexProgress = z.object({ done: z.int(), total: z.int(), finished: z.boolean() });
export type IndexProgress = z.infer<typeof indexProgress>;

/** A search that is kept in the sidebar; the counts are null until they are known. */
export const savedSearch = z.object({
  id: savedSearchId,
  name: z.string(),
  text: z.string(),
  total: z.int().nullable(),
  unread: z.int().nullable(),
});
export type SavedSearch = z.infer<typeof savedSearch>;

/** In which order hits stand. */
export const searchOrder = z.enum(["newest", "relevance"]);
export type SearchOrder = z.infer<typeof searchOrder>;

/** What a person types; longer is cut by the parser, which says so. */
export const searchText = z.string().max(10_000);

/** A looser query, and how many it finds. */
export const looserSearch = z.object({ text: z.string(), total: z.int() });
export type LooserSearch = z.infer<typeof looserSearch>;

/** A search as it was answered. */
export const searchAnswer = z.object({
  /** The frozen list of the hits, as `timeline.page` and its like take it; null: nothing was looked for. */
  timelineId: z.int().min(1).nullable(),
  /** Hits in the list; there are more than that when `hasMore`. */
  total: z.int(),
  hasMore: z.boolean(),
  /** How many hits each day (local, `YYYY-MM-DD`) has, in the list's order; empty by relevance. */
  days: z.array(z.object({ day: z.string(), count: z.int() })),
  /** How the query was understood; null: nothing is looked for. */
  understood: queryNode.nullable(),
  notes: z.array(queryNote),
  /** When nothing was found: queries that find something, the nearest first. */
  looser: z.array(looserSearch),
  /** Not all articles can be found yet. */
  indexing: indexProgress.nullable(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** What a removal gives back. */
export const removed = z.object({ undoId: undoId.nullable() });
