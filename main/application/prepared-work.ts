import type { Scope } from "../../preload/contract/contract.ts";

/** What is to be fetched before everything else. */
export interface Prepared {
  readonly scope: Scope;
  readonly pages: boolean;
  readonly pictures: boolean;
  /** The person said that it may cost. */
  readonly evenMetered: boolean;
}

/** What those who fetch ask and tell the preparation that may be under way. */
export interface PreparedWork {
  /** Null: nothing is being prepared now. */
  readonly current: () => Prepared | null;
  /** The person paused it: only what is asked for by name is fetched. */
  readonly isHeld: () => boolean;
  /** Of so many things it is known what became of them, and so many bytes of it have been stored. */
  readonly stored: (count: number, bytes: number) => void;
  /** A round ended: what is left over waits for something. */
  readonly roundEnded: () => void;
}
