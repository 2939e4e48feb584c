import type { FeedId, TitleRecord } from "../../preload/contract/contract.ts";
import { asFailure, type Client, type RequestFailure } from "./client.ts";
import { Store } from "./store.ts";
import { throttle } from "./throttle.ts";

/** Milliseconds between two questions for all records; a refresh changes them all the time. */
const pause = 2000;

/** What the manager of titles knows beside what the sidebar does; kept up only while it is shown. */
export class TitlesStore extends Store {
  readonly #client: Client;
  readonly #reload = throttle(() => void this.#load(), pause);
  #watchers = 0;
  #asked = 0;
  records: ReadonlyMap<FeedId, TitleRecord> = new Map();
  /** Whether the records have come. */
  isLoaded = false;
  failure: RequestFailure | null = null;

  constructor(client: Client) {
    super();
    this.#client = client;
    client.listen("sources.changed", () => {
      if (this.#watchers > 0) this.#reload();
    });
  }

  /** Keeps the records up to date until the returned function is called. */
  watch(): () => void {
    this.#watchers += 1;
    void this.#load();
    return () => {
      this.#watchers -= 1;
    };
  }

  async #load(): Promise<void> {
    const question = ++this.#asked;
    try {
      const { records } = await this.#client.request("titles.records", {});
      // A later question may have been answered before.
      if (question !== this.#asked) return;
      this.records = new Map(records.map((record) => [record.feedId, record]));
      this.isLoaded = true;
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    this.changed();
  }
}
