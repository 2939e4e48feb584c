/** Time that something may take in all, in several parts; what lies between them does not count. */
export class TimeBudget {
  #left: number;
  readonly #cancelled: AbortSignal | undefined;

  /** Milliseconds; `cancelled` ends every part at once. */
  constructor(milliseconds: number, cancelled?: AbortSignal) {
    this.#left = milliseconds;
    this.#cancelled = cancelled;
  }

  /** Runs a part, whose signal aborts with a `TimeoutError` when the time is used up. */
  async spend<Result>(part: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    this.#cancelled?.throwIfAborted();
    const limit = new AbortController();
    const started = performance.now();
    // Not `AbortSignal.timeout`, whose timer stays for the whole time whatever happens.
    const timer = setTimeout(
      () => {
        limit.abort(new DOMException("took too long", "TimeoutError"));
      },
      Math.max(0, this.#left),
    );
    const cancel = (): void => {
      limit.abort(this.#cancelled?.reason);
    };
    this.#cancelled?.addEventListener("abort", cancel, { once: true });
    try {
      return await part(limit.signal);
    } finally {
      clearTimeout(timer);
      this.#cancelled?.removeEventListener("abort", cancel);
      this.#left -= performance.now() - started;
    }
  }
}
