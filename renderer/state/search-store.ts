import type {
  ArticleId,
  IndexProgress,
  QueryNode,
  SearchAnswer,
  SearchOrder,
  TimelineQuery,
} from "../../preload/contract/contract.ts";
import type { Term } from "../text/find-words.ts";
import { asFailure, type Client, type RequestFailure } from "./client.ts";
import { Store } from "./store.ts";
import type { TimelineStore } from "./timeline-store.ts";

/** Milliseconds without a key before it is looked for what was typed. */
const pause = 90;

/** The search: what is typed, how it was understood, and where the reader was before. */
export class SearchStore extends Store {
  readonly #client: Client;
  readonly #timeline: TimelineStore;
  #before: { readonly query: TimelineQuery; readonly articleId: ArticleId | null } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** Whether the list is the search's. */
  isOpen = false;
  text = "";
  order: SearchOrder = "newest";
  /** Null while nothing was looked for. */
  answer: SearchAnswer | null = null;
  failure: RequestFailure | null = null;
  /** How far the index has come; null: all articles can be found. */
  indexing: IndexProgress | null = null;
  /** What is to be highlighted. */
  terms: readonly Term[] = [];

  constructor(client: Client, timeline: TimelineStore) {
    super();
    this.#client = client;
    this.#timeline = timeline;
    timeline.searchAgain = () => this.#look(false);
    client.listen("search.progressed", (progress) => {
      if (!this.isOpen) return;
      this.indexing = progress.finished ? null : progress;
      this.changed();
      if (progress.finished && timeline.selected < 0) void this.#look(false);
    });
  }

  /** Begins a search; one that is under way stays. */
  begin(): void {
    if (this.isOpen) return;
    const { query, selected } = this.#timeline;
    this.#before = { query, articleId: this.#timeline.row(selected)?.id ?? null };
    this.isOpen = true;
    this.changed();
  }

  /** What stands in the field now; it is looked for once no more keys come. */
  type(text: string): void {
    this.text = text;
    this.changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(true), pause);
  }

  /** Looks for what stands in the field, as it stands. */
  async submit(): Promise<void> {
    await this.#look(false);
  }

  /** Looks for something else. */
  async lookFor(text: string): Promise<void> {
    this.text = text;
    await this.#look(false);
  }

  async setOrder(order: SearchOrder): Promise<void> {
    this.order = order;
    await this.#look(false);
  }

  /** Leaves the search: the list is again as it was before. */
  async leave(): Promise<void> {
    const before = this.#before;
    const { isFound, selected } = this.#timeline;
    // What was opened among the hits stays open, and is selected where the list has it.
    const opened = isFound ? this.#timeline.row(selected)?.id : undefined;
    this.abandon();
    if (before !== null) await this.#timeline.open(before.query, opened ?? before.articleId);
  }

  /** Ends the search, for another list. */
  abandon(): void {
    if (!this.isOpen) return;
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.isOpen = false;
    this.#before = null;
    this.text = "";
    this.#show(null);
  }

  async #look(isTyping: boolean): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.isOpen) return;
    const turn = ++this.#turn;
    const { text, order } = this;
    try {
      const answer = await this.#client.request("search.open", { text, isTyping, order });
      if (turn !== this.#turn) {
        if (answer.timelineId !== null) await this.#close(answer.timelineId);
        return;
      }
      this.failure = null;
      this.#show(answer);
      await this.#showList(answer);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (turn !== this.#turn || failure.code === "cancelled") return;
      this.failure = failure;
      this.changed();
    }
  }

  #show(answer: SearchAnswer | null): void {
    this.answer = answer;
    this.indexing = answer?.indexing ?? null;
    const { understood } = answer ?? { understood: null };
    this.terms = understood === null ? [] : termsIn(understood);
    this.changed();
  }

  /** Without anything to look for, the list is the one from before. */
  async #showList({ timelineId, total, days }: SearchAnswer): Promise<void> {
    if (timelineId !== null) await this.#timeline.openFound({ timelineId, total, days });
    else if (this.#timeline.isFound && this.#before !== null)
      await this.#timeline.open(this.#before.query, this.#before.articleId);
  }

  async #close(timelineId: number): Promise<void> {
    await this.#client.request("timeline.close", { timelineId }).catch(() => undefined);
  }
}

/** The words of a query that are wanted. */
function termsIn(query: QueryNode): Term[] {
  switch (query.kind) {
    case "words":
      return [{ text: query.text, isPrefix: query.match === "prefix" }];
    case "all":
    case "any":
      return query.of.flatMap(termsIn);
    default:
      return [];
  }
}
