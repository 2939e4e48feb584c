import type { Gap, Preparation, PreparationWishes } from "../../preload/contract/contract.ts";
import { t } from "../text/text.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import { Store } from "./store.ts";

/** Articles whose gaps are told; how many there are is told of all. */
const mostGaps = 200;

/** Having things on disk before the network goes: what is prepared, and what can be done about it. */
export class PreparationStore extends Store {
  readonly #client: Client;
  readonly #attempts: Attempts;
  #news = 0;
  /** Null: nothing is prepared. */
  preparation: Preparation | null = null;
  /** What screen readers are told: begin, waits and end; each step would be noise. */
  announcement = "";

  constructor({ client, attempts }: { readonly client: Client; readonly attempts: Attempts }) {
    super();
    this.#client = client;
    this.#attempts = attempts;
    client.listen("preparation.progressed", ({ preparation }) => {
      this.#take(preparation);
    });
  }

  /** Whether it is not at its end. */
  get isUnderWay(): boolean {
    return this.preparation !== null && this.preparation.state !== "finished";
  }

  /** Reads what is prepared; what cannot be read is told by the next event. */
  async load(): Promise<void> {
    const { news } = { news: this.#news };
    const found = await this.#client.request("preparation.status", {}).catch(() => null);
    // What an event has told since is newer.
    if (found !== null && news === this.#news) this.#take(found.preparation);
  }

  /**
   * Begins, in place of what is under way; `evenMetered`: the reader said that it may cost. Whether
   * it has begun.
   */
  start(wishes: PreparationWishes, evenMetered: boolean): Promise<boolean> {
    return this.#ask(() => this.#client.request("preparation.start", { ...wishes, evenMetered }));
  }

  pause(): Promise<boolean> {
    return this.#ask(() => this.#client.request("preparation.pause", {}));
  }

  /** Also one that waits; `evenMetered` lets it go on although that costs. */
  resume(evenMetered = false): Promise<boolean> {
    return this.#ask(() => this.#client.request("preparation.resume", { evenMetered }));
  }

  /** Ends it, or takes a finished one off the window; what was fetched stays. */
  cancel(): Promise<boolean> {
    return this.#ask(() => this.#client.request("preparation.cancel", {}));
  }

  /** The first articles of which something that was wished for is missing. Throws `RequestFailure`. */
  readGaps(wishes: PreparationWishes): Promise<{ total: number; gaps: Gap[] }> {
    const { scope, pages, pictures } = wishes;
    return this.#client.request("articles.gaps", { scope, pages, pictures, limit: mostGaps });
  }

  #ask(request: () => Promise<{ preparation: Preparation | null }>): Promise<boolean> {
    return this.#attempts.run(async () => {
      const news = this.#news;
      const { preparation } = await request();
      if (news === this.#news) this.#take(preparation);
    });
  }

  #take(preparation: Preparation | null): void {
    this.#news++;
    const before = this.preparation;
    this.preparation = preparation;
    if (before?.state !== preparation?.state) this.announcement = wordChange(before, preparation);
    this.changed();
  }
}

function wordChange(before: Preparation | null, now: Preparation | null): string {
  if (now === null) {
    return before === null || before.state === "finished" ? "" : t("prepare.said.stopped");
  }
  switch (now.state) {
    case "running":
      return t("prepare.said.started");
    case "paused":
      return t("prepare.said.paused");
    case "waiting":
      return t("prepare.said.waiting");
    case "finished":
      return t("prepare.said.finished", { ready: now.ready, articles: now.articles });
  }
}
