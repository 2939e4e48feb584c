import { foldText, wordsOf } from "./fold-text.ts";
import type { QueryField, QueryNode, QueryState } from "./query/types.ts";

/** A query in the words of SQLite: what FTS5 looks for, and a condition on each row that it gives. */
export interface CompiledQuery {
  /** FTS5's expression; null: every article is looked at. */
  readonly match: string | null;
  /** A condition on `row`, with `?` for the parameters; null: none. */
  readonly condition: string | null;
  readonly parameters: readonly (string | number)[];
}

type Parameters = (string | number)[];

/** Fields that are no columns of their own there stand in others. */
const columns: Readonly<Record<QueryField, string>> = {
  headline: "headline",
  text: "text",
  author: "author",
  title: "title",
  tag: "tag",
  note: "note",
};

/** Functions that tell an article's marks, which the index does not hold. */
const stateCalls: Readonly<Record<QueryState, string>> = {
  unread: "is_unread(row)",
  read: "NOT is_unread(row)",
  bookmarked: "is_bookmarked(row)",
  offline: "is_offline(row)",
};

/** Puts a query into SQL. `beginningOf` gives the moment in milliseconds at which a local day begins. */
export function compileQuery(
  query: QueryNode,
  beginningOf: (day: string) => number,
): CompiledQuery {
  const whole = matchOf(query);
  if (whole !== null) return { match: whole, condition: null, parameters: [] };
  if (query.kind !== "all") return { match: null, ...conditionOf(query, beginningOf) };
  // What FTS5 can find leads; it gives its rows in order, and the rest is asked of each of them.
  const leading = query.of.filter((part) => matchOf(part) !== null);
  const rest = query.of.filter((part) => matchOf(part) === null);
  const match = leading.length === 0 ? null : matchOf({ kind: "all", of: leading });
  return { match, ...conditionOf({ kind: "all", of: rest }, beginningOf) };
}

/** FTS5's expression for a part; null for what it cannot find, such as everything but a word. */
function matchOf(node: QueryNode): string | null {
  switch (node.kind) {
    case "words":
      return wordsMatch(node);
    case "any": {
      const parts = node.of.map(matchOf);
      return parts.includes(null) ? null : `(${parts.join(" OR ")})`;
    }
    case "all": {
      const wanted = node.of.filter(({ kind }) => kind !== "not").map(matchOf);
      const excluded = node.of.flatMap((part) => (part.kind === "not" ? [matchOf(part.of)] : []));
      if (wanted.length === 0 || wanted.includes(null) || excluded.includes(null)) return null;
      const both = `(${wanted.join(" AND ")})`;
      return excluded.length === 0 ? both : `(${both} NOT (${excluded.join(" OR ")}))`;
    }
    default:
      return null;
  }
}

function wordsMatch({ field, text, match }: Extract<QueryNode, { kind: "words" }>): string {
  // Letters, digits and marks alone: nothing of FTS5's own language comes through.
  const phrase = `"${wordsOf(foldText(text)).join(" ")}"${match === "prefix" ? " *" : ""}`;
  return field === null ? phrase : `${columns[field]} : ${phrase}`;
}

function conditionOf(
  node: QueryNode,
  beginningOf: (day: string) => number,
): { condition: string | null; parameters: Parameters } {
  const parameters: Parameters = [];
  const condition = (part: QueryNode): string => {
    const match = matchOf(part);
    if (match !== null) {
      parameters.push(match);
      return "row IN (SELECT rowid FROM articles WHERE articles MATCH ?)";
    }
    switch (part.kind) {
      case "section":
        parameters.push(part.section);
        return "section = ?";
      case "state":
        return stateCalls[part.state];
      case "published": {
        const bounds: string[] = [];
        for (const [sign, day] of [
          [">=", part.from],
          ["<", part.until],
        ] as const) {
          if (day === null) continue;
          parameters.push(beginningOf(day));
          bounds.push(`published ${sign} ?`);
        }
        return bounds.length === 0 ? "1" : `(${bounds.join(" AND ")})`;
      }
      case "not":
        return `NOT ${condition(part.of)}`;
      case "all":
      case "any": {
        const sign = part.kind === "all" ? " AND " : " OR ";
        return part.of.length === 0 ? "1" : `(${part.of.map(condition).join(sign)})`;
      }
      case "words":
        throw new Error("words always have an expression");
    }
  };
  return { condition: condition(node), parameters };
}
