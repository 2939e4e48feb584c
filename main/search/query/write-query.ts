import type { QueryField, QueryNode } from "./types.ts";

/** The operator of each field. */
const operators: Readonly<Record<QueryField, string>> = {
  headline: "headline:",
  text: "text:",
  author: "author:",
  title: "title:",
  tag: "tag:",
  note: "note:",
};

/** A query as a person would type it: `parseQuery` reads it as the same. */
export function writeQuery(query: QueryNode): string {
  return query.kind === "all" ? query.of.map(writePart).join(" ") : writeOne(query);
}

/** Among others that are all wanted. */
function writePart(node: QueryNode): string {
  return node.kind === "any" ? `(${writeOne(node)})` : writeOne(node);
}

function writeOne(node: QueryNode): string {
  switch (node.kind) {
    case "words": {
      const operator = node.field === null ? "" : operators[node.field];
      if (node.match === "prefix") return `${operator}${node.text}*`;
      const isPlain =
        /^[\p{L}\p{N}\p{M}]+$/u.test(node.text) && !/^(?:OR|AND|NOT)$/.test(node.text);
      return `${operator}${isPlain ? node.text : `"${node.text.replaceAll('"', " ")}"`}`;
    }
    case "section":
      return `section:${node.section}`;
    case "state":
      return `is:${node.state}`;
    case "published":
      if (node.from !== null && node.until === dayAfter(node.from)) return `on:${node.from}`;
      return [
        ...(node.from === null ? [] : [`after:${node.from}`]),
        ...(node.until === null ? [] : [`before:${node.until}`]),
      ].join(" ");
    case "not": {
      const inner = node.of;
      const needsParentheses =
        inner.kind === "all" || inner.kind === "any" || inner.kind === "published";
      return needsParentheses ? `-(${writeQuery(inner)})` : `-${writeOne(inner)}`;
    }
    case "any":
      return node.of
        .map((part) => (part.kind === "all" ? `(${writeQuery(part)})` : writeOne(part)))
        .join(" OR ");
    case "all":
      return writeQuery(node);
  }
}

/** The local day after one, both as `YYYY-MM-DD`. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
