import type { QueryNode } from "../../preload/contract/contract.ts";
import type { ArticleDocument, ArticleNumbers } from "../library/library.ts";
import type { SearchHits, SearchOptions } from "./types.ts";

/** A state that queries ask for, and which articles have it. */
export type Marked = Readonly<Partial<Record<"unread" | "bookmarked" | "offline", ArticleNumbers>>>;

/** What is asked of the thread, and what comes back. */
export interface SearchJobs {
  readonly put: { readonly input: readonly ArticleDocument[]; readonly output: null };
  readonly remove: {
    readonly input: { readonly day: number; readonly numbers: readonly number[] };
    readonly output: null;
  };
  readonly digests: { readonly input: null; readonly output: ReadonlyMap<number, number> };
  readonly stampsOf: { readonly input: number; readonly output: ReadonlyMap<number, number> };
  readonly search: {
    readonly input: Pick<SearchOptions, "limit" | "order"> & {
      readonly query: QueryNode;
      readonly marked: Marked;
      /** The offset of local time of each day that the query names, as its beginning. */
      readonly beginnings: ReadonlyMap<string, number>;
    };
    readonly output: SearchHits;
  };
  readonly clear: { readonly input: null; readonly output: null };
}
export type SearchJob = keyof SearchJobs;

/** What main tells the thread; `end`: finish what is in hand, close all files, and end. */
export type ToSearch =
  | {
      readonly kind: "job";
      readonly id: number;
      readonly job: SearchJob;
      readonly input: SearchJobs[SearchJob]["input"];
    }
  | { readonly kind: "end" };

export type FromSearch =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };
