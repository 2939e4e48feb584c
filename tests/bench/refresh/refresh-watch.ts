import type { Announce } from "../../../main/application/application.ts";

/** Milliseconds between two looks at how much memory is resident. */
const interval = 100;

/** Follows a refresh by what the window is told of it. */
export class RefreshWatch {
  added = 0;
  /** When 50 new articles could be listed, by `performance.now()`. */
  first50: number | null = null;
  /** Bytes resident at the highest. */
  peak = 0;
  #ended: () => void = () => undefined;
  #end: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  begin(): void {
    this.added = 0;
    this.first50 = null;
    this.peak = 0;
    this.#end = new Promise((resolve) => {
      this.#ended = resolve;
    });
    this.#timer = setInterval(() => {
      this.peak = Math.max(this.peak, process.memoryUsage.rss());
    }, interval);
  }

  /** Resolves when all visits are over and nothing is left to do. */
  async end(isOver: () => Promise<boolean>): Promise<void> {
    await this.#end;
    while (!(await isOver())) await new Promise((resolve) => setTimeout(resolve, interval));
    clearInterval(this.#timer);
  }

  readonly announce: Announce = (name, payload) => {
    if (name === "articles.changed" && "added" in payload) {
      this.added += payload.added;
      if (this.added >= 50) this.first50 ??= performance.now();
    }
    if (name === "refresh.progressed" && "running" in payload && !payload.running) this.#ended();
  };
}
