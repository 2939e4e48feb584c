/** Named secrets of one person on one machine. */
export interface Vault {
  /**
   * How secrets are kept: sealed by the system, or in plain text that only this person's account
   * may read, because the system offers no safe storage or refuses it.
   */
  readonly kind: "sealed" | "plain";
  /** Sentences about what was set aside, for the person to read. */
  readonly repairs: readonly string[];
  /** Whether there is a secret of that name, which may yet turn out to be one that does not open. */
  has(name: string): boolean;
  /** The names that begin so, in no particular order; nothing is opened for that. */
  names(prefix?: string): readonly string[];
  /**
   * A secret; null when there is none, or none that can be opened here: sealed on another machine,
   * or by a keychain that refuses. What cannot be opened stays in the file, for another day.
   */
  get(name: string): Promise<string | null>;
  /**
   * Sets secrets, and removes those that are null, in one durable write: all of them or none.
   * Rejects when that could not be written.
   */
  set(entries: ReadonlyMap<string, string | null>): Promise<void>;
}
