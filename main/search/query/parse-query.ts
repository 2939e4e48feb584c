import { foldText, wordsOf } from "../fold-text.ts";
import { readOperator } from "./operators.ts";
import { tokensOf, type Token } from "./tokens.ts";
import type { ParsedQuery, QueryField, QueryNode, QueryNote } from "./types.ts";

/** Characters and pieces of a query that are looked at; nobody types more. */
const longestQuery = 2000;
const mostTokens = 200;
/** Parentheses in parentheses that are followed. */
const deepest = 20;

/**
 * Reads what a person typed to search. Never throws, and makes something of everything: words that
 * stand together are all wanted, `OR` between two wants either, `-` or `NOT` excludes what follows,
 * quotes keep words together, a star lets a word go on, parentheses group. `today` is the local day,
 * `YYYY-MM-DD`; the last word is taken as the beginning of one while `isTyping`.
 */
export function parseQuery(
  text: string,
  { today, isTyping = false }: { readonly today: string; readonly isTyping?: boolean },
): ParsedQuery {
  const notes: QueryNote[] = [];
  const all = tokensOf(text.slice(0, longestQuery));
  const tokens = all.slice(0, mostTokens);
  if (text.length > longestQuery || all.length > tokens.length)
    notes.push({ kind: "too-long", text: "" });
  const parser = new Parser(tokens, today, notes);
  const query = parser.read();
  const isOpenEnded = isTyping && /[\p{L}\p{N}\p{M}]$/u.test(text);
  const typed = isOpenEnded && query !== null ? withOpenEnd(query, tokens.at(-1)) : query;
  if (typed !== null && !wantsAnything(typed)) notes.push({ kind: "only-excluded", text: "" });
  return { query: typed, notes };
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #today: string;
  readonly #notes: QueryNote[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], today: string, notes: QueryNote[]) {
    this.#tokens = tokens;
    this.#today = today;
    this.#notes = notes;
  }

  read(): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.#at < this.#tokens.length) {
      const part = this.#readAll();
      if (part !== null) parts.push(part);
      // A closing parenthesis that nothing opened.
      this.#at += 1;
    }
    return joined("all", parts);
  }

  /** Up to a closing parenthesis or the end. */
  #readAll(): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.#at < this.#tokens.length && this.#kind() !== "close") {
      const part = this.#readAny();
      if (part !== null) parts.push(part);
    }
    return joined("all", parts);
  }

  /** One piece, and those that `OR` ties to it. */
  #readAny(): QueryNode | null {
    const parts: QueryNode[] = [];
    for (;;) {
      while (this.#kind() === "or") this.#at += 1;
      const part = this.#readOne();
      if (part !== null) parts.push(part);
      if (this.#kind() !== "or") break;
    }
    return joined("any", parts);
  }

  #readOne(): QueryNode | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === "close" || token.kind === "or") return null;
    this.#at += 1;
    switch (token.kind) {
      case "not": {
        const of = this.#readOne();
        if (of === null) return null;
        return of.kind === "not" ? of.of : { kind: "not", of };
      }
      case "open": {
        this.#depth += 1;
        const inner = this.#depth > deepest ? null : this.#readAll();
        this.#depth -= 1;
        if (this.#kind() === "close") this.#at += 1;
        return inner;
      }
      case "term":
        return this.#readTerm(token);
    }
  }

  #readTerm(token: Extract<Token, { kind: "term" }>): QueryNode | null {
    const { operator, value, isQuoted, source } = token;
    if (operator === null) return wordsNode(null, value, isQuoted);
    const reading = readOperator(operator, value, this.#today);
    switch (reading.kind) {
      case "field":
        return wordsNode(reading.field, value, isQuoted);
      case "condition":
        return reading.condition;
      case "unknown-value":
        // While it is being typed there is nothing to complain of yet.
        if (value !== "") this.#notes.push({ kind: "unknown-value", text: source });
        return null;
      case "unknown-operator":
        // An address or a time of day is looked for as it stands.
        if (!/^(?:https?|ftp|mailto|\d+)$/i.test(operator))
          this.#notes.push({ kind: "unknown-operator", text: operator });
        return wordsNode(null, `${operator} ${value}`, true);
    }
  }

  #kind(): Token["kind"] | null {
    return this.#tokens[this.#at]?.kind ?? null;
  }
}

/** Null for what holds no word, such as punctuation alone. */
function wordsNode(field: QueryField | null, value: string, isQuoted: boolean): QueryNode | null {
  const isPrefix = !isQuoted && value.endsWith("*");
  const text = value.replace(/\*+$/, "").trim();
  const words = wordsOf(foldText(text));
  if (words.length === 0) return null;
  // A hyphenated word, an address, or a run of Chinese: its parts stand one after the other.
  const match = isPrefix ? "prefix" : words.length > 1 ? "phrase" : "word";
  return { kind: "words", field, text, match };
}

function joined(kind: "all" | "any", of: readonly QueryNode[]): QueryNode | null {
  if (of.length <= 1) return of[0] ?? null;
  return { kind, of: of.flatMap((part) => (part.kind === kind ? part.of : part)) };
}

/** The query with its last word as the beginning of one. */
function withOpenEnd(query: QueryNode, last: Token | undefined): QueryNode {
  if (last?.kind !== "term" || last.isQuoted) return query;
  if (query.kind === "all" || query.kind === "any") {
    const end = query.of.at(-1);
    return end === undefined
      ? query
      : { ...query, of: [...query.of.slice(0, -1), withOpenEnd(end, last)] };
  }
  return query.kind === "words" ? { ...query, match: "prefix" } : query;
}

function wantsAnything(query: QueryNode): boolean {
  switch (query.kind) {
    case "not":
      return false;
    case "all":
      return query.of.some(wantsAnything);
    case "any":
      return query.of.every(wantsAnything);
    default:
      return true;
  }
}
