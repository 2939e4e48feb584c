import type { RequestOutput } from "../../preload/contract/contract.ts";
import type { Announce } from "./collaborators.ts";

/** A title that moved for good. */
export type Move = RequestOutput<"app.info">["moves"][number];

/** Titles that moved since the program was started, for the person to be told. */
export class Moves {
  readonly #announce: Announce;
  #list: readonly Move[] = [];

  constructor(announce: Announce) {
    this.#announce = announce;
  }

  get list(): readonly Move[] {
    return this.#list;
  }

  tell(moves: readonly Move[]): void {
    if (moves.length === 0) return;
    this.#list = [...this.#list, ...moves];
    this.#announce("repairs.changed", {});
  }
}
