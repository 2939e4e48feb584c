import { randomUUID } from "node:crypto";
import { RequestError } from "./request-error.ts";

const depth = 50;

/** Acts that can be taken back, newest last. */
export class UndoList {
  readonly #acts = new Map<string, () => Promise<void>>();

  /** Remembers how an act is taken back and names it. */
  remember(takeBack: () => Promise<void>): string {
    const undoId = randomUUID();
    this.#acts.set(undoId, takeBack);
    for (const key of this.#acts.keys()) {
      if (this.#acts.size <= depth) break;
      this.#acts.delete(key);
    }
    return undoId;
  }

  /** Takes an act back, once; if that fails it can be tried again. */
  async perform(undoId: string): Promise<void> {
    const takeBack = this.#acts.get(undoId);
    if (takeBack === undefined) throw new RequestError("not-found", "nothing to undo");
    this.#acts.delete(undoId);
    try {
      await takeBack();
    } catch (error) {
      this.#acts.set(undoId, takeBack);
      throw error;
    }
  }
}
