/** Sentences about what was repaired or set aside, for the person to read. */
export class Repairs {
  readonly sentences: string[] = [];
  readonly #listeners = new Set<() => void>();

  tell(sentence: string): void {
    if (this.sentences.includes(sentence)) return;
    this.sentences.push(sentence);
    for (const listener of this.#listeners) listener();
  }

  /** Calls back at each new sentence until the returned function is called. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
