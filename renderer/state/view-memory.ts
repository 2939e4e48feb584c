import type { ViewState } from "../../preload/contract/contract.ts";
import type { Client } from "./client.ts";

const pause = 300;

/** What to start with when nothing is remembered. */
export const freshView: ViewState = {
  sidebarWidth: 260,
  listWidth: 380,
  query: { scope: { kind: "all" }, filter: "all", order: "newest" },
  articleId: null,
  articleScroll: 0,
  topArticleId: null,
  collapsedFolders: [],
};

/** Where the reader was: read at start, written a moment after each change and when the page goes. */
export class ViewMemory {
  readonly #client: Client;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #state: ViewState = freshView;

  constructor(client: Client) {
    this.#client = client;
    window.addEventListener("pagehide", () => this.flush());
  }

  get state(): ViewState {
    return this.#state;
  }

  /** Reads the remembered state; a failure means a fresh start, never a stop. */
  async restore(): Promise<ViewState> {
    try {
      this.#state = await this.#client.request("view.restore", {});
    } catch {
      this.#state = freshView;
    }
    return this.#state;
  }

  /** Notes what changed; it is written after a pause. */
  remember(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#timer ??= setTimeout(() => this.flush(), pause);
  }

  /** Writes what has not been written yet. */
  flush(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    // Losing the place is no loss of data: it is not worth a message.
    this.#client.request("view.remember", this.#state).catch(() => undefined);
  }
}
