import type { QueryNode, QueryNote } from "../../../preload/contract/contract.ts";

export type {
  QueryField,
  QueryNode,
  QueryNote,
  QueryState,
} from "../../../preload/contract/contract.ts";

/** A query as it was understood. `query` is null when nothing is looked for. */
export interface ParsedQuery {
  readonly query: QueryNode | null;
  readonly notes: readonly QueryNote[];
}
