/** What a session in memory lives in: a profile of its own within the program's Chromium. */
import type { BrowserContext } from "playwright";
import { browser } from "./browser.ts";
import { refusal } from "./refuse.ts";

/** It is there while it has windows, and forgets everything with the last of them. */
export class MemoryPartition {
  #context: BrowserContext | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** The session's part of Chromium; `prepare` comes before its first page is used. */
  context(prepare: (context: BrowserContext) => Promise<void>): Promise<BrowserContext> {
    return this.#run(async () => {
      if (this.#context !== undefined) return this.#context;
      const chromium = browser().browser();
      if (chromium === null) throw new Error("Chromium has no further profiles.");
      const context = await chromium.newContext({ viewport: null, serviceWorkers: "block" });
      await prepare(context);
      this.#context = context;
      return context;
    });
  }

  end(): Promise<void> {
    return this.#run(async () => {
      await this.#context?.close().catch(() => undefined);
      this.#context = undefined;
    });
  }

  clear(): Promise<void> {
    return Promise.reject(refusal("session.clearStorageData in memory only"));
  }

  #run<Result>(task: () => Promise<Result>): Promise<Result> {
    const run = this.#last.then(task);
    this.#last = run.catch(() => undefined);
    return run;
  }
}
