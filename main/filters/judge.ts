import { foldText, wordsOf } from "../search/search.ts";
import { Expression } from "./expression.ts";
import type { ArticleFacts, Filter } from "./types.ts";

/** What of an article a filter fits. */
export type FittingField = "headline" | "text" | "author" | "title" | "section" | "topic";

/** That a filter fits, and why. */
export interface Fit {
  readonly id: Filter["id"];
  readonly field: FittingField;
  /** About where in the field, in UTF-16 units: near enough to show what stands around it. */
  readonly at: number;
}

/** Filters, ready to look at articles. */
export interface Judge {
  /** Those that fit an article, in their order. Never throws. */
  fitting(facts: ArticleFacts): Fit[];
  /** Regular expressions that were too slow and are not tried any more. */
  readonly slow: ReadonlySet<Filter["id"]>;
}

/** Looks at an article that is in the filter's place. */
type Look = (article: Folded) => { readonly field: FittingField; readonly at: number } | null;

interface Compiled {
  readonly filter: Filter;
  readonly look: Look;
  readonly expression: Expression | null;
}

/** An article's fields without case, accents and other differences, each folded when first needed. */
class Folded {
  readonly facts: ArticleFacts;
  readonly #words = new Map<string, string>();
  readonly #runs = new Map<string, string>();

  constructor(facts: ArticleFacts) {
    this.facts = facts;
  }

  /** The words of a text with a space around each. */
  words(text: string): string {
    return remember(this.#words, text, () => ` ${wordsOf(foldText(text)).join(" ")} `);
  }

  /** The text with single spaces. */
  run(text: string): string {
    return remember(this.#runs, text, () => runOf(text));
  }
}

function remember(known: Map<string, string>, text: string, make: () => string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = make();
  known.set(text, made);
  return made;
}

function runOf(text: string): string {
  return foldText(text).replaceAll(/\s+/g, " ").trim();
}

/**
 * Makes filters ready. Those that are switched off or have ended never fit.
 *
 * @param today - the local day, `YYYY-MM-DD`
 */
export function compileFilters(filters: readonly Filter[], today: string): Judge {
  const compiled = filters
    .filter(({ isOn, until }) => isOn && (until === null || today <= until))
    .flatMap((filter): Compiled[] => {
      const { test } = filter;
      const expression = test.kind === "regex" ? new Expression(test.text) : null;
      const look = lookFor(test, expression);
      return look === null ? [] : [{ filter, look, expression }];
    });
  return {
    fitting(facts) {
      const article = new Folded(facts);
      return compiled.flatMap(({ filter, look }) => {
        const found = isInPlace(filter, facts) ? look(article) : null;
        return found === null ? [] : [{ id: filter.id, ...found }];
      });
    },
    get slow() {
      const slow = compiled.filter(({ expression }) => expression?.isSlow === true);
      return new Set(slow.map(({ filter }) => filter.id));
    },
  };
}

function isInPlace({ place }: Filter, { feedId, folderId }: ArticleFacts): boolean {
  switch (place.kind) {
    case "everywhere":
      return true;
    case "folder":
      return place.folderId === folderId;
    case "feed":
      return place.feedId === feedId;
  }
}

/** Null: it looks for nothing. */
function lookFor(test: Filter["test"], expression: Expression | null): Look | null {
  switch (test.kind) {
    case "section":
      return ({ facts }) => (facts.section === test.section ? { field: "section", at: 0 } : null);
    case "regex":
      if (expression === null || test.text.trim() === "") return null;
      return inText((_, text) => {
        const at = expression.find(text);
        return at < 0 ? null : at;
      });
    case "phrase": {
      const wanted = runOf(test.text);
      if (wanted === "") return null;
      return inText((article, text) => placeIn(article.run(text), wanted, text));
    }
    case "word": {
      const words = wordsOf(foldText(test.text)).join(" ");
      if (words === "") return null;
      return inText((article, text) => placeIn(article.words(text), ` ${words} `, text));
    }
    case "author": {
      const words = wordsOf(foldText(test.text)).join(" ");
      if (words === "") return null;
      return (article) => {
        const { author } = article.facts;
        const at = placeIn(article.words(author), ` ${words} `, author);
        return at === null ? null : { field: "author", at };
      };
    }
    case "title":
    case "topic": {
      const field = test.kind;
      const words = ` ${wordsOf(foldText(test.text)).join(" ")} `;
      if (words.trim() === "") return null;
      return (article) => {
        const { title, topics } = article.facts;
        const names = field === "title" ? [title] : topics;
        const fits = names.some((name) => article.words(name) === words);
        return fits ? { field, at: 0 } : null;
      };
    }
  }
}

function inText(find: (article: Folded, text: string) => number | null): Look {
  return (article) => {
    for (const field of ["headline", "text"] as const) {
      const at = find(article, article.facts[field]);
      if (at !== null) return { field, at };
    }
    return null;
  };
}

/** Where a stretch of the folded text stands in the text, by its share of the way through. */
function placeIn(folded: string, wanted: string, text: string): number | null {
  const found = folded.indexOf(wanted);
  if (found < 0) return null;
  return Math.min(text.length, Math.floor((found / Math.max(1, folded.length)) * text.length));
}
