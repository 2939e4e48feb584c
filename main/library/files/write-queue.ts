import { asLibraryError } from "./library-error.ts";

/** Lets one act at a time write, in the order they were asked for. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs an act after those before it, whether they succeed or fail. */
  run<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(async () => {
      try {
        return await act();
      } catch (error) {
        throw asLibraryError(error);
      }
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything asked for so far is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
