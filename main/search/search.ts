/** The full-text index and the language of queries: this folder's public file. */
export type { SearchJobs, Marked } from "./messages.ts";
export { foldText, wordsOf } from "./fold-text.ts";
export { parseQuery } from "./query/parse-query.ts";
export { loosen } from "./query/loosen.ts";
export { writeQuery } from "./query/write-query.ts";
export type { ParsedQuery } from "./query/types.ts";
export { SearchError, SearchThread, type Searcher } from "./search-thread.ts";
export type { SearchHits } from "./types.ts";
