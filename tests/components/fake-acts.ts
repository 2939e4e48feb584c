import type { UndoableActSummary } from "../../preload/contract/contract.ts";

/** Acts that can be taken back, newest first, each with how. */
export class FakeActs {
  readonly #now: number;
  #next = 1;
  #acts: { readonly act: UndoableActSummary; readonly takeBack: () => void }[];

  constructor(earlier: readonly Omit<UndoableActSummary, "at">[], now: number) {
    this.#now = now;
    this.#acts = earlier.map((act) => ({
      act: { ...act, at: now - 86_400_000 },
      takeBack: () => undefined,
    }));
  }

  /** Remembers an act and names it. */
  remember(
    kind: UndoableActSummary["kind"],
    count: number,
    name: string | null,
    takeBack: () => void,
  ): string {
    const act = { undoId: `undo-${this.#next++}`, kind, count, name, at: this.#now };
    this.#acts = [{ act, takeBack }, ...this.#acts];
    return act.undoId;
  }

  list(): UndoableActSummary[] {
    return this.#acts.map(({ act }) => act);
  }

  /** Takes an act back; false when there is none of that name. */
  perform(undoId: string): boolean {
    const found = this.#acts.find(({ act }) => act.undoId === undoId);
    if (found === undefined) return false;
    this.#acts = this.#acts.filter((other) => other !== found);
    found.takeBack();
    return true;
  }
}
