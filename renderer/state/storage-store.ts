import type {
  EventPayload,
  LongTask,
  RequestOutput,
  StorageUsage,
} from "../../preload/contract/contract.ts";
import { asFailure, type Client, type RequestFailure } from "./client.ts";
import { Store } from "./store.ts";
import { throttle } from "./throttle.ts";

export type AutomaticCopy = RequestOutput<"backup.list">["copies"][number];
/** How far long work has come; a total of 0: not known yet. */
export type TaskProgress = Omit<EventPayload<"task.progressed">, "finished">;

export interface RestartReason {
  /** Where the library was moved to; null when it could not be moved. */
  readonly movedTo: string | null;
  /** A sentence that the reader should know about the new place. */
  readonly warning: string | null;
}

/** What the library takes on disk, its automatic copies, and long work on it. */
export class StorageStore extends Store {
  readonly #client: Client;
  /** Whether somebody looks: only then what changes is read again. */
  isWatched = false;
  /** Null until the first answer. */
  usage: StorageUsage | null = null;
  /** Newest first; null until the first answer. */
  copies: readonly AutomaticCopy[] | null = null;
  failure: RequestFailure | null = null;
  /** The long work that is going on; null when there is none. */
  task: TaskProgress | null = null;
  /** Why nothing can be changed before a restart: the library was moved, or could not be. */
  restart: RestartReason | null = null;

  constructor(client: Client) {
    super();
    this.#client = client;
    client.listen("task.progressed", ({ finished, ...progress }) => {
      this.task = finished ? null : progress;
      this.changed();
      if (finished && this.isWatched) void this.load();
    });
    const reload = throttle(() => {
      if (this.isWatched) void this.load();
    }, 2000);
    client.listen("articles.changed", reload);
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

  /** Notes that a restart is needed. */
  needRestart(reason: RestartReason): void {
    this.restart = reason;
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
