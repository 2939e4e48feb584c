/** A piece of state that others watch. Listeners hear that it changed and read what they need. */
export class Store {
  readonly #listeners = new Set<() => void>();

  /** Calls back after each change until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
