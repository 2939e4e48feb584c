import type { TimelineQuery } from "../../preload/contract/contract.ts";
import { selectRows } from "./index/select-rows.ts";
import type { Parts } from "./parts.ts";

type Scope = TimelineQuery["scope"];

/** Reads what lists of a scope take: of a tag its articles, of an own tag what was written. */
export async function prepareScope({ details, tags }: Parts, scope: Scope): Promise<void> {
  if (scope.kind === "tag") await tags.prepare(scope.tag);
  if (scope.kind === "own-tag") await details.load();
}

/** The articles that a scope lists now, newest first, as rows. */
export async function rowsOfScope(parts: Parts, scope: Scope): Promise<Uint32Array> {
  await prepareScope(parts, scope);
  const tagged = scope.kind === "tag" ? parts.tags.stored(scope.tag) : null;
  return selectRows(parts, { scope, filter: "all", order: "newest" }, tagged);
}

/** The same, or without a scope the rows of all articles; a copy, which stays as it is. */
export async function newestFirst(parts: Parts, scope: Scope | null): Promise<Uint32Array> {
  return scope === null ? parts.index.order.toReversed() : rowsOfScope(parts, scope);
}
