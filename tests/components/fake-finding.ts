import type {
  QueryNode,
  RequestInput,
  RequestName,
  RequestOutput,
  SavedSearch,
  SavedSearchId,
} from "../../preload/contract/contract.ts";

type FindingRequest = Extract<RequestName, `search.${string}` | `searches.${string}`>;

/** Looks for a query's articles: main's list of them, and how many there are. */
type Look = (text: string) => { readonly timelineId: number; readonly total: number };

/** Searches, in memory: every word of a query has to stand in headline or excerpt. */
export class FakeFinding {
  readonly #look: Look;
  #searches: SavedSearch[] = [];

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
      "searches.list": () => ({ searches: this.#searches }),
      "searches.keep": ({ name, text }: RequestInput<"searches.keep">) => {
        const id = (this.#searches.length + 1) as SavedSearchId;
        const { total } = this.#look(text);
        this.#searches = [...this.#searches, { id, name, text, total, unread: total }];
        return { id };
      },
      "searches.change": ({ id, ...change }: RequestInput<"searches.change">) => {
        this.#searches = this.#searches.map((search) =>
          search.id === id
            ? {
                ...search,
                name: change.name ?? search.name,
                text: change.text ?? search.text,
              }
            : search,
        );
        return {};
      },
      "searches.move": () => ({}),
      "searches.remove": ({ id }: RequestInput<"searches.remove">) => {
        this.#searches = this.#searches.filter((search) => search.id !== id);
        return { undoId: null };
      },
    };
  }
}
