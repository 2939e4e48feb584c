import { setImmediate as nextTurn } from "node:timers/promises";

/** How long the main thread may be held, in milliseconds, before others get their turn. */
const slice = 4;

/** Breaks long work into slices: call it between pieces, it lets others run when it is time. */
export class Pace {
  #since = performance.now();

  async rest(): Promise<void> {
    if (performance.now() - this.#since < slice) return;
    await nextTurn();
    this.#since = performance.now();
  }
}
