import type {
  ArticleId,
  QueryNode,
  SearchAnswer,
  SearchOrder,
} from "../../preload/contract/contract.ts";
import type { Library, Timeline } from "../library/library.ts";
import { loosen, parseQuery, SearchError, writeQuery, type Searcher } from "../search/search.ts";
import { RequestError } from "./request-error.ts";
import type { SearchKeeper } from "./search-keeper.ts";
import type { Timelines } from "./timelines.ts";

/** Hits that are listed at most, and hits of a looser query that are counted. */
const hitsAtMost = 5000;
const looserHits = 100;
const looserAtMost = 4;

interface Searching {
  readonly library: Library;
  readonly search: Searcher;
  readonly searchKeeper: SearchKeeper;
  readonly timelines: Timelines;
  readonly now: () => number;
}

interface Found {
  readonly list: Timeline;
  readonly hasMore: boolean;
}

/** Looks for articles in the index of words. */
export class Searches {
  readonly #context: Searching;
  #turn = 0;

  constructor(context: Searching) {
    this.#context = context;
  }

  /** Throws `RequestError` `cancelled` when another search was asked for meanwhile. */
  async open(text: string, isTyping: boolean, order: SearchOrder): Promise<SearchAnswer> {
    const { searchKeeper, timelines, now } = this.#context;
    const turn = ++this.#turn;
    const { query, notes } = parseQuery(text, { today: localDay(now()), isTyping });
    const answer = { notes: [...notes], understood: query, indexing: searchKeeper.progress };
    if (query === null)
      return { ...answer, timelineId: null, total: 0, hasMore: false, days: [], looser: [] };
    const { list, hasMore } = await this.#find(query, order, hitsAtMost);
    this.#expectTurn(turn);
    const looser = list.total > 0 ? [] : await this.#looser(query, turn);
    return {
      ...answer,
      timelineId: timelines.add(list),
      total: list.total,
      hasMore,
      days: order === "newest" ? [...list.days] : [],
      looser,
    };
  }

  /** How many articles a query finds now, and how many of them are unread. */
  async count(text: string): Promise<{ total: number; unread: number }> {
    const { query } = parseQuery(text, { today: localDay(this.#context.now()) });
    if (query === null) return { total: 0, unread: 0 };
    const unread: QueryNode = { kind: "state", state: "unread" };
    const both: QueryNode = {
      kind: "all",
      of: query.kind === "all" ? [...query.of, unread] : [query, unread],
    };
    const [all, ofUnread] = [
      await this.#find(query, "newest", hitsAtMost),
      await this.#find(both, "newest", hitsAtMost),
    ];
    return { total: all.list.total, unread: ofUnread.list.total };
  }

  #expectTurn(turn: number): void {
    if (turn !== this.#turn) throw new RequestError("cancelled", "another search was asked for");
  }

  async #looser(query: QueryNode, turn: number): Promise<{ text: string; total: number }[]> {
    const found: { text: string; total: number }[] = [];
    for (const looser of loosen(query)) {
      const { list } = await this.#find(looser, "newest", looserHits);
      this.#expectTurn(turn);
      const text = writeQuery(looser);
      if (list.total > 0 && !found.some((one) => one.text === text))
        found.push({ text, total: list.total });
      if (found.length >= looserAtMost) break;
    }
    return found;
  }

  async #find(query: QueryNode, order: SearchOrder, limit: number): Promise<Found> {
    const { library, search } = this.#context;
    const states = statesIn(query);
    const marked = Object.fromEntries(
      await Promise.all(
        [...states].map(async (state) => [state, await library.documents.having(state)] as const),
      ),
    );
    const beginnings = new Map([...daysIn(query)].map((day) => [day, beginningOf(day)]));
    let hits: { articleIds: readonly ArticleId[]; hasMore: boolean };
    try {
      hits = await search.ask("search", { query, limit, order, marked, beginnings });
    } catch (error) {
      if (error instanceof SearchError)
        throw new RequestError("internal", `the index could not be searched: ${error.message}`);
      throw error;
    }
    const list = library.documents.listOf(hits.articleIds, order === "newest" ? "newest" : "given");
    return { list, hasMore: hits.hasMore };
  }
}

type Marked = "unread" | "bookmarked" | "offline";

/** Which marks a query asks for. */
function statesIn(query: QueryNode): Set<Marked> {
  switch (query.kind) {
    case "state":
      return new Set([query.state === "read" ? "unread" : query.state]);
    case "not":
      return statesIn(query.of);
    case "all":
    case "any":
      return new Set(query.of.flatMap((part) => [...statesIn(part)]));
    default:
      return new Set();
  }
}

/** Which local days it names. */
function daysIn(query: QueryNode): Set<string> {
  switch (query.kind) {
    case "published":
      return new Set([query.from, query.until].filter((day) => day !== null));
    case "not":
      return daysIn(query.of);
    case "all":
    case "any":
      return new Set(query.of.flatMap((part) => [...daysIn(part)]));
    default:
      return new Set();
  }
}

/** The local day of a moment, `YYYY-MM-DD`. */
function localDay(moment: number): string {
  const date = new Date(moment);
  const two = (part: number): string => String(part).padStart(2, "0");
  const year = String(date.getFullYear()).padStart(4, "0");
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** When a local day begins, in milliseconds since 1970. */
function beginningOf(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date).getTime();
}
