/** What tells whether a day's files are as they were. */
export interface EditionFacts {
  readonly sealed: { readonly size: number; readonly changed: number } | null;
  readonly journal: { readonly size: number; readonly changed: number } | null;
  /** Bytes of the pack. */
  readonly pack: number;
}

export function sameFacts(one: EditionFacts, other: EditionFacts): boolean {
  const isSame = (a: EditionFacts["sealed"], b: EditionFacts["sealed"]) =>
    a?.size === b?.size && a?.changed === b?.changed;
  return (
    isSame(one.sealed, other.sealed) &&
    isSame(one.journal, other.journal) &&
    one.pack === other.pack
  );
}
