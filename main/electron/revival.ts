/** Milliseconds after which a window that broke again has worked well in between. */
const workedWell = 5 * 60_000;

/**
 * What to do when the process behind the window has ended: `reload` the first time, `ask` when it
 * happens again soon, for it would only go on; nothing when it was closed on purpose.
 */
export class Revival {
  #lastEnd = -Infinity;

  decide(reason: string, now: number): "reload" | "ask" | "nothing" {
    if (reason === "clean-exit") return "nothing";
    const isAgain = now - this.#lastEnd < workedWell;
    this.#lastEnd = now;
    return isAgain ? "ask" : "reload";
  }
}
