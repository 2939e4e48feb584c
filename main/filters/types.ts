import type { FeedId, FolderId, Section } from "../../preload/contract/contract.ts";

/**
 * What a filter looks for. `phrase`: these words wherever they stand, also inside others; `word`:
 * whole words alone; `regex`: a regular expression of JavaScript, without case; `author`, `topic`
 * (a publisher's tag) and `title` (the publisher's name): by name, whatever its case and accents.
 */
export type FilterTest =
  | {
      readonly kind: "phrase" | "word" | "regex" | "author" | "title" | "topic";
      readonly text: string;
    }
  | { readonly kind: "section"; readonly section: Section };

/** Where a filter holds. */
export type FilterPlace =
  | { readonly kind: "everywhere" }
  | { readonly kind: "folder"; readonly folderId: FolderId }
  | { readonly kind: "feed"; readonly feedId: FeedId };

/** What becomes of the articles that fit. */
export type FilterAction =
  | { readonly kind: "mute" }
  | {
      readonly kind: "rule";
      readonly bookmark: boolean;
      readonly tags: readonly string[];
      readonly markRead: boolean;
      readonly notify: boolean;
    };

export interface Filter {
  readonly id: number;
  readonly test: FilterTest;
  readonly place: FilterPlace;
  readonly action: FilterAction;
  /** The last local day on which it holds, `YYYY-MM-DD`; null: for good. */
  readonly until: string | null;
  readonly isOn: boolean;
}

/** What filters know of an article; its text is plain, blocks parted by line feeds. */
export interface ArticleFacts {
  readonly feedId: FeedId;
  readonly folderId: FolderId | null;
  /** The publisher's name. */
  readonly title: string;
  readonly headline: string;
  readonly text: string;
  readonly author: string;
  readonly section: Section | null;
  /** Tags as the publisher gives them. */
  readonly topics: readonly string[];
}
