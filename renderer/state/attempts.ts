import { wordError } from "../text/text.ts";
import { asFailure } from "./client.ts";
import type { ToastStore } from "./toast-store.ts";

/** Runs what a person asked for; what fails is told in a message, so callers need not catch. */
export class Attempts {
  readonly #toasts: ToastStore;
  /** Acts that wait for their reply. */
  readonly #underway = new Set<Promise<unknown>>();

  constructor(toasts: ToastStore) {
    this.#toasts = toasts;
  }

  /** Whether it was done. */
  async run(act: () => Promise<unknown>): Promise<boolean> {
    const acting = act();
    this.#underway.add(acting);
    try {
      await acting;
      return true;
    } catch (thrown) {
      this.#toasts.warn(wordError(asFailure(thrown)));
      return false;
    } finally {
      this.#underway.delete(acting);
    }
  }

  /** Runs an act when those before it have their replies. */
  async runAfterOthers(act: () => Promise<unknown>): Promise<boolean> {
    const before = [...this.#underway];
    return this.run(async () => {
      await Promise.allSettled(before);
      await act();
    });
  }
}
