import type { Collaborators } from "./collaborators.ts";

/** What is fetched from publishers. */
export type Fetched = "visits" | "pages" | "pictures" | "recordings" | "icons";

/** What stands in the way of fetching: no network, or one that costs by the byte. */
export type Obstacle = "network" | "unmetered";

/**
 * The one place that says what may be fetched now. What a person asks for by name needs a network
 * alone (`isOnline`); everything else also keeps to what is set for connections that cost by the
 * byte.
 */
export class Connection {
  readonly #options: Pick<Collaborators, "library" | "isOnline">;
  /** What the window's engine says of the connection. */
  #isMetered = false;

  constructor(options: Pick<Collaborators, "library" | "isOnline">) {
    this.#options = options;
  }

  /** False only when the machine surely has no network. */
  get isOnline(): boolean {
    return this.#options.isOnline();
  }

  /** It costs by the byte, as the person says or, where they leave it to that, the system. */
  get isMetered(): boolean {
    const { connection } = this.#options.library.settings.current();
    return connection === "metered" || (connection === "auto" && this.#isMetered);
  }

  /** Takes note of what the system says. */
  note(isMetered: boolean): void {
    this.#isMetered = isMetered;
  }

  /** Whether this may be fetched without having been asked for. */
  mayFetch(what: Fetched): boolean {
    return this.obstacleTo(what) === null;
  }

  /** Why this may not be fetched without having been asked for; null: it may. */
  obstacleTo(what: Fetched): Obstacle | null {
    if (!this.isOnline) return "network";
    if (!this.isMetered) return null;
    switch (this.#options.library.settings.current().onMetered) {
      case "everything":
        return null;
      case "texts":
        return what === "visits" || what === "pages" ? null : "unmetered";
      case "nothing":
        return "unmetered";
    }
  }
}
