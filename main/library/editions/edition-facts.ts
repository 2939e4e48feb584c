/** What tells whether a day's files are as they were. */
export interface EditionFacts {
  readonly sealed: { readonly size: number; readonly changed: number } | null;
  readonly journal: { readonly size: number; readonly changed: number } | null;
  /** Bytes of the pack. */
  readonly pack: number;
}

export function sameFacts(one: EditionFacts, other: EditionFacts): boolean {
  return (
    sameFile(one.sealed, other.sealed) &&
    sameFile(one.journal, other.journal) &&
    one.pack === other.pack
  );
}

export function sameFile(one: EditionFacts["sealed"], other: EditionFacts["sealed"]): boolean {
  return one?.size === other?.size && one?.changed === other?.changed;
}
