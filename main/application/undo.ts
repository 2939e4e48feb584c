import type { RememberedAct, UndoableAct } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import { RequestError } from "./request-error.ts";
import { takeBack, type TakingBack } from "./take-back.ts";

/** Acts that can be taken back, also after a restart: the library remembers them. */
export class UndoList {
  readonly #context: TakingBack & Pick<Collaborators, "log">;
  readonly #underWay = new Set<string>();

  constructor(context: TakingBack & Pick<Collaborators, "log">) {
    this.#context = context;
  }

  /**
   * Remembers an act that is done; null when that cannot be stored: the act itself was, so it has
   * not failed.
   */
  async remember(act: UndoableAct, name: string | null): Promise<string | null> {
    try {
      return await this.#context.library.undo.remember(act, name);
    } catch (error) {
      this.#context.log("remembering what can be undone", error);
      return null;
    }
  }

  list(): RememberedAct[] {
    return this.#context.library.undo.list().filter(({ undoId }) => !this.#underWay.has(undoId));
  }

  /** Takes an act back, once; if that fails it can be tried again. */
  async perform(undoId: string): Promise<void> {
    const { library, log } = this.#context;
    const isFree = !this.#underWay.has(undoId);
    this.#underWay.add(undoId);
    try {
      const act = isFree ? await library.undo.get(undoId) : null;
      if (act === null) throw new RequestError("not-found", "nothing to undo");
      await takeBack(act, this.#context);
      // Done is done: taken back twice it stays the same.
      await library.undo.forget(undoId).catch((error: unknown) => {
        log("forgetting what was undone", error);
      });
    } finally {
      if (isFree) this.#underWay.delete(undoId);
    }
  }
}
