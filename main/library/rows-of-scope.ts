import type { TimelineQuery } from "../../preload/contract/contract.ts";
import { selectRows } from "./index/select-rows.ts";
import type { Parts } from "./parts.ts";

type Scope = TimelineQuery["scope"];

/** The articles that a scope lists now, newest first, as rows. */
export async function rowsOfScope(parts: Parts, scope: Scope): Promise<Uint32Array> {
  if (scope.kind === "tag") await parts.tags.prepare(scope.tag);
  const tagged = scope.kind === "tag" ? parts.tags.stored(scope.tag) : null;
  return selectRows(parts, { scope, filter: "all", order: "newest" }, tagged);
}

/** The same, or without a scope the rows of all articles; a copy, which stays as it is. */
export async function newestFirst(parts: Parts, scope: Scope | null): Promise<Uint32Array> {
  return scope === null ? parts.index.order.toReversed() : rowsOfScope(parts, scope);
}
