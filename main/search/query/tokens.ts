/** A piece of a query: a word or a quoted phrase with its operator, or a sign between them. */
export type Token =
  | { readonly kind: "or" | "open" | "close" | "not" }
  | {
      readonly kind: "term";
      /** What stands before the first colon; null without one. Not yet known to be an operator. */
      readonly operator: string | null;
      readonly value: string;
      readonly isQuoted: boolean;
      /** The piece as it was typed. */
      readonly source: string;
    };

const quotes: Readonly<Record<string, string>> = {
  '"': '"“”„',
  "“": '"”“',
  "„": '"“”',
  "”": '"”',
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
};
const space = /[\s\u3000]/u;
/** Signs that exclude what follows, when they stand at the beginning of a word. */
const minus = "-−–!";

/** Parts a query. Never throws: what is not closed ends with the query. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const sign = query.charAt(at);
    if (space.test(sign)) at += 1;
    else if (sign === "(" || sign === ")") {
      tokens.push({ kind: sign === "(" ? "open" : "close" });
      at += 1;
    } else if (minus.includes(sign) && !space.test(query.charAt(at + 1) || " ")) {
      tokens.push({ kind: "not" });
      at += 1;
    } else {
      const { token, end } = termAt(query, at);
      if (token !== null) tokens.push(token);
      at = end;
    }
  }
  return tokens;
}

function termAt(query: string, start: number): { token: Token | null; end: number } {
  const quoted = quotedAt(query, start);
  if (quoted !== null) {
    const source = query.slice(start, quoted.end);
    const { value, end } = quoted;
    return { token: { kind: "term", operator: null, value, isQuoted: true, source }, end };
  }
  let end = start;
  while (
    end < query.length &&
    !space.test(query.charAt(end)) &&
    !"()".includes(query.charAt(end))
  ) {
    const isAfterColon = end > start && query.charAt(end - 1) === ":";
    const value = isAfterColon ? quotedAt(query, end) : null;
    if (value !== null) {
      const source = query.slice(start, value.end);
      const operator = query.slice(start, end - 1);
      return {
        token: { kind: "term", operator, value: value.value, isQuoted: true, source },
        end: value.end,
      };
    }
    end += 1;
  }
  const source = query.slice(start, end);
  if (source === "OR" || source === "|" || source === "||") return { token: { kind: "or" }, end };
  if (source === "NOT") return { token: { kind: "not" }, end };
  // Words stand together anyway.
  if (source === "AND" || source === "&" || source === "&&") return { token: null, end };
  const colon = source.search(/[:：]/u);
  const operator = colon > 0 ? source.slice(0, colon) : null;
  const value = operator === null ? source : source.slice(colon + 1);
  return { token: { kind: "term", operator, value, isQuoted: false, source }, end };
}

/** What stands in quotes at a place, up to the closing one or the query's end. */
function quotedAt(query: string, start: number): { value: string; end: number } | null {
  const closing = quotes[query.charAt(start)];
  if (closing === undefined) return null;
  let end = start + 1;
  while (end < query.length && !closing.includes(query.charAt(end))) end += 1;
  return { value: query.slice(start + 1, end), end: Math.min(query.length, end + 1) };
}
