import type { QueryNode } from "./types.ts";

/** Queries that ask for less, the nearest first: without one of the conditions, or with open ends. */
export function loosen(query: QueryNode): QueryNode[] {
  if (query.kind !== "all") {
    const looser = withLooseWords(query);
    return looser === null ? [] : [looser];
  }
  const parts = query.of;
  const loose = parts.flatMap((part, at) => {
    const looser = withLooseWords(part);
    return looser === null ? [] : [{ ...query, of: parts.with(at, looser) }];
  });
  // What narrows goes before what names the thing.
  const rank = (node: QueryNode): number => (node.kind === "words" && node.field === null ? 1 : 0);
  const without = parts
    .map((part, at) => ({ part, rest: parts.filter((_, other) => other !== at) }))
    .sort((one, other) => rank(one.part) - rank(other.part))
    .flatMap(({ rest }): QueryNode[] => {
      const [only] = rest;
      return only === undefined ? [] : [rest.length === 1 ? only : { ...query, of: rest }];
    })
    .filter(names);
  const words = parts.filter(({ kind }) => kind === "words");
  const either: QueryNode[] = words.length > 1 ? [{ kind: "any", of: words }] : [];
  // Where no two of them go together, each alone.
  const alone = parts.length > 2 ? words : [];
  return [...loose, ...without, ...alone, ...either];
}

/** Words in any field, or going on, or not next to one another; null where nothing is stricter. */
function withLooseWords(node: QueryNode): QueryNode | null {
  if (node.kind !== "words") return null;
  if (node.field !== null) return { ...node, field: null };
  if (node.match === "word") return { ...node, match: "prefix" };
  if (node.match === "prefix") return null;
  const words = node.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length < 2
    ? null
    : {
        kind: "all",
        of: words.map((text) => ({ kind: "words", field: null, text, match: "word" })),
      };
}

/** It says something that is wanted. */
function names(node: QueryNode): boolean {
  return node.kind === "all" ? node.of.some(names) : node.kind !== "not";
}
