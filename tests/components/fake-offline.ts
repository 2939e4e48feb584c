import type {
  EventName,
  EventPayload,
  Preparation,
  PreparationForecast,
  PreparationWishes,
  RequestName,
  RequestOutput,
} from "../../preload/contract/contract.ts";

import { fakeExtraction } from "./fake-extraction.ts";

type Area = "preparation" | "recordings" | "extraction";
type Names = Extract<RequestName, `${Area}.${string}`> | "app.noteConnection";
type Answers = { [Name in Names]: (input: never) => RequestOutput<Name> };

export interface FakeOfflineOptions {
  /** What is prepared at the start. */
  readonly preparation?: Preparation;
  readonly forecast?: Partial<PreparationForecast>;
}

interface Surroundings {
  readonly now: number;
  readonly articles: () => number;
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
}

const bytesEach = 40_000;

/** What main answers about having things on disk; a preparation goes on when a test says so. */
export class FakeOffline {
  readonly #options: FakeOfflineOptions;
  readonly #around: Surroundings;
  #preparation: Preparation | null;

  constructor(options: FakeOfflineOptions, around: Surroundings) {
    this.#options = options;
    this.#around = around;
    this.#preparation = options.preparation ?? null;
  }

  /** Lets a running preparation fetch so many more; at its end it is finished. */
  advance(count: number): void {
    const before = this.#preparation;
    if (before?.state !== "running") return;
    const done = Math.min(before.total, before.done + count);
    const left = before.total - done;
    const isFinished = left === 0;
    this.#become({
      ...before,
      done,
      bytes: done * bytesEach,
      bytesLeft: left * bytesEach,
      ready: Math.max(before.ready, before.articles - before.incomplete - left),
      state: isFinished ? "finished" : "running",
      finishedAt: isFinished ? this.#around.now : null,
    });
  }

  /** Lets a preparation wait, or go on. */
  waitFor(waitsFor: Preparation["waitsFor"]): void {
    if (this.#preparation === null) return;
    const state = waitsFor === null ? "running" : "waiting";
    this.#become({ ...this.#preparation, state, waitsFor });
  }

  answers(): Answers {
    const now = () => ({ preparation: this.#preparation });
    const changed = (change: Partial<Preparation>) => {
      if (this.#preparation !== null) this.#become({ ...this.#preparation, ...change });
      return now();
    };
    return {
      "app.noteConnection": () => ({}),
      "preparation.forecast": (wishes: PreparationWishes) => this.#forecast(wishes),
      "preparation.start": (wishes: PreparationWishes) => {
        const { articles, bytes, incomplete, pages, pictures, ready, recordings } =
          this.#forecast(wishes);
        this.#become({
          wishes,
          state: "running",
          waitsFor: null,
          done: 0,
          total: pages + pictures + recordings,
          bytes: 0,
          bytesLeft: bytes,
          ready,
          articles,
          incomplete,
          startedAt: this.#around.now,
          finishedAt: null,
        });
        return now();
      },
      "preparation.pause": () => changed({ state: "paused", waitsFor: null }),
      "preparation.resume": () => changed({ state: "running", waitsFor: null }),
      "preparation.cancel": () => {
        this.#become(null);
        return now();
      },
      "preparation.status": now,
      "recordings.keep": () => ({}),
      "recordings.remove": () => ({}),
      "recordings.rememberPosition": () => ({}),
      ...fakeExtraction(),
    };
  }

  #forecast({ scope, ...wishes }: PreparationWishes): PreparationForecast {
    const all = this.#around.articles();
    const articles = scope.kind === "all" ? all : Math.ceil(all / 4);
    const pages = wishes.pages ? Math.ceil(articles / 10) : 0;
    const pictures = wishes.pictures ? Math.ceil(articles / 6) : 0;
    const recordings = wishes.recordings ? 2 : 0;
    return {
      articles,
      ready: Math.max(0, articles - pages - pictures),
      pages,
      pictures,
      recordings,
      bytes: (pages + pictures + recordings) * bytesEach,
      free: 80_000_000_000,
      incomplete: 1,
      ...this.#options.forecast,
    };
  }

  #become(preparation: Preparation | null): void {
    this.#preparation = preparation;
    this.#around.emit("preparation.progressed", { preparation });
  }
}
