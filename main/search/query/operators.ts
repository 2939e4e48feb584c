import { section, type Section } from "../../../preload/contract/contract.ts";
import { foldText } from "../fold-text.ts";
import type { QueryField, QueryNode, QueryState } from "./types.ts";
import { readDate } from "./read-date.ts";

/** Words before a colon that name a field, with those that people bring from elsewhere. */
const fields: Readonly<Record<string, QueryField>> = {
  headline: "headline",
  intitle: "headline",
  subject: "headline",
  text: "text",
  body: "text",
  author: "author",
  by: "author",
  from: "author",
  title: "title",
  source: "title",
  feed: "title",
  tag: "tag",
  label: "tag",
  note: "note",
};
const states: Readonly<Record<string, QueryState>> = {
  unread: "unread",
  new: "unread",
  read: "read",
  bookmarked: "bookmarked",
  bookmark: "bookmarked",
  starred: "bookmarked",
  saved: "bookmarked",
  offline: "offline",
  ready: "offline",
};

/** What an operator and its value mean. */
export type Reading =
  | { readonly kind: "field"; readonly field: QueryField }
  | { readonly kind: "condition"; readonly condition: QueryNode }
  /** The operator is known, what follows it makes no sense. */
  | { readonly kind: "unknown-value" }
  | { readonly kind: "unknown-operator" };

/** Reads an operator; `today` is `YYYY-MM-DD`. */
export function readOperator(operator: string, value: string, today: string): Reading {
  const name = operator.toLowerCase();
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field !== undefined) return { kind: "field", field };
  switch (name) {
    case "is":
    case "has":
      return conditionOf(stateOf(value));
    case "section":
    case "category": {
      const found = sectionOf(value);
      return conditionOf(found && { kind: "section", section: found });
    }
    case "before":
    case "until": {
      const span = readDate(value, today);
      return conditionOf(span && { kind: "published", from: null, until: span.from });
    }
    case "after":
    case "since": {
      const span = readDate(value, today);
      return conditionOf(span && { kind: "published", from: span.from, until: null });
    }
    case "on":
    case "date": {
      const span = readDate(value, today);
      return conditionOf(span && { kind: "published", ...span });
    }
    default:
      return { kind: "unknown-operator" };
  }
}

function conditionOf(condition: QueryNode | null): Reading {
  return condition === null ? { kind: "unknown-value" } : { kind: "condition", condition };
}

function stateOf(value: string): QueryNode | null {
  const name = value.toLowerCase();
  const state = Object.hasOwn(states, name) ? states[name] : undefined;
  return state === undefined ? null : { kind: "state", state };
}

/** The section whose name begins so, if just one does. */
function sectionOf(value: string): Section | null {
  const typed = foldText(value).trim();
  if (typed === "") return null;
  const fitting = section.options.filter((name) => foldText(name).startsWith(typed));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
