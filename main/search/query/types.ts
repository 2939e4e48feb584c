import type { Section } from "../../../preload/contract/contract.ts";

/** What of an article words are looked for in. */
export type QueryField = "headline" | "text" | "author" | "title" | "tag" | "note";

/** Which marks or states an article has. */
export type QueryState = "unread" | "read" | "bookmarked" | "offline";

/**
 * What a person looks for. `words`: all of them, wherever (`field` null) or in one field; `phrase`:
 * one after the other; `prefix`: the last one may go on. `published`: between two moments in local
 * days, `YYYY-MM-DD`, the first one included, the second one not.
 */
export type QueryNode =
  | {
      readonly kind: "words";
      readonly field: QueryField | null;
      /** As typed, without quotes and stars. */
      readonly text: string;
      readonly match: "word" | "prefix" | "phrase";
    }
  | { readonly kind: "section"; readonly section: Section }
  | { readonly kind: "state"; readonly state: QueryState }
  | { readonly kind: "published"; readonly from: string | null; readonly until: string | null }
  | { readonly kind: "not"; readonly of: QueryNode }
  | { readonly kind: "all" | "any"; readonly of: readonly QueryNode[] };

/** What of a query was not taken as it stands; `text` is the part that it is about. */
export interface QueryNote {
  readonly kind:
    /** Looked for as words. */
    | "unknown-operator"
    /** Left out. */
    | "unknown-value"
    /** It only says what is not wanted: everything else is shown. */
    | "only-excluded"
    /** The rest was left out. */
    | "too-long";
  readonly text: string;
}

/** A query as it was understood. `query` is null when nothing is looked for. */
export interface ParsedQuery {
  readonly query: QueryNode | null;
  readonly notes: readonly QueryNote[];
}
