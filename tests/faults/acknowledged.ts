import type { ArticleId } from "../../preload/contract/contract.ts";

/** What a process that is about to be killed was told is stored, or had asked for. */
export type Acknowledged =
  | { readonly act: "open" }
  | { readonly act: "ingest"; readonly ids: readonly ArticleId[] }
  | { readonly act: "marking"; readonly ids: readonly ArticleId[] }
  | { readonly act: "mark"; readonly ids: readonly ArticleId[]; readonly read: boolean }
  | { readonly act: "bookmarking"; readonly id: ArticleId }
  | { readonly act: "bookmark"; readonly id: ArticleId; readonly on: boolean }
  | { readonly act: "deleting"; readonly ids: readonly ArticleId[] }
  | { readonly act: "delete"; readonly ids: readonly ArticleId[]; readonly on: boolean }
  | { readonly act: "purging" }
  | { readonly act: "remember"; readonly name: string }
  | { readonly act: "visit"; readonly etag: string }
  | { readonly act: "title"; readonly title: string };
