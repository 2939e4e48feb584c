import type {
  EventPayload,
  LongTask,
  RequestOutput,
  StorageUsage,
} from "../../preload/contract/contract.ts";
import { asFailure, type Client, type RequestFailure } from "./client.ts";
import { Store } from "./store.ts";

export type AutomaticCopy = RequestOutput<"backup.list">["copies"][number];
/** How far long work has come; a total of 0: not known yet. */
export type TaskProgress = Omit<EventPayload<"task.progressed">, "finished">;

/** What the library takes on disk, its automatic copies, and long work on it. */
export class StorageStore extends Store {
  readonly #client: Client;
  /** Null until the first answer. */
  usage: StorageUsage | null = null;
  /** Newest first; null until the first answer. */
  copies: readonly AutomaticCopy[] | null = null;
  failure: RequestFailure | null = null;
  /** The long work that is going on; null when there is none. */
  task: TaskProgress | null = null;
  /** Where the library was moved to; null when it was not. Until a restart nothing can be changed. */
  movedTo: string | null = null;

  constructor(client: Client) {
    super();
    this.#client = client;
    client.listen("task.progressed", ({ finished, ...progress }) => {
      this.task = finished ? null : progress;
      this.changed();
      // Only what somebody has looked at is kept up to date.
      if (finished && this.usage !== null) void this.load();
    });
  }

  /** Reads what is used and kept; a failure is kept for the views to tell. */
  async load(): Promise<void> {
    try {
      const [usage, { copies }] = await Promise.all([
        this.#client.request("storage.usage", {}),
        this.#client.request("backup.list", {}),
      ]);
      this.usage = usage;
      this.copies = copies;
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    this.changed();
  }

  /** Notes that the library was moved. */
  moved(folder: string): void {
    this.movedTo = folder;
    this.changed();
  }

  /** Shows that work goes on from the moment it was asked for until its reply. */
  async during<Value>(task: LongTask, work: () => Promise<Value>): Promise<Value> {
    this.task = { task, done: 0, total: 0 };
    this.changed();
    try {
      return await work();
    } finally {
      this.task = null;
      this.changed();
    }
  }
}
