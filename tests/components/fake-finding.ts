import type {
  QueryNode,
  RequestInput,
  RequestName,
  RequestOutput,
} from "../../preload/contract/contract.ts";

type FindingRequest = Extract<RequestName, `search.${string}`>;

/** Looks for a query's articles: main's list of them, and how many there are. */
type Look = (text: string) => { readonly timelineId: number; readonly total: number };

/** Searches, in memory: every word of a query has to stand in headline or excerpt. */
export class FakeFinding {
  readonly #look: Look;

  constructor(look: Look) {
    this.#look = look;
  }

  answers(): { [Name in FindingRequest]: (input: never) => RequestOutput<Name> } {
    return {
      "search.open": ({ text }: RequestInput<"search.open">) => {
        const words = text.split(/\s+/).filter((word) => word !== "");
        const list = words.length === 0 ? null : this.#look(text);
        const of = words.map((word): QueryNode => ({
          kind: "words",
          field: null,
          text: word,
          match: "word",
        }));
        return {
          timelineId: list?.timelineId ?? null,
          total: list?.total ?? 0,
          hasMore: false,
          days: [],
          understood: of.length === 0 ? null : { kind: "all", of },
          notes: [],
          looser: list?.total === 0 ? [{ text: words[0] ?? "", total: 12 }] : [],
          indexing: null,
        };
      },
      "search.progress": () => ({ indexing: null }),
      "search.rebuild": () => ({}),
    };
  }
}
