import type { SavedSearch, SavedSearchId } from "../../preload/contract/contract.ts";
import { t } from "../text/text.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import { Store } from "./store.ts";
import type { ToastStore } from "./toast-store.ts";

interface Means {
  readonly client: Client;
  readonly attempts: Attempts;
  readonly toasts: ToastStore;
}

/** The searches in the sidebar, and what can be done with them. */
export class KeptSearchStore extends Store {
  readonly #client: Client;
  readonly #attempts: Attempts;
  readonly #toasts: ToastStore;
  /** In their order; empty until the first answer. */
  searches: readonly SavedSearch[] = [];

  constructor({ client, attempts, toasts }: Means) {
    super();
    this.#client = client;
    this.#attempts = attempts;
    this.#toasts = toasts;
    client.listen("searches.changed", () => void this.load());
  }

  /** Reads them anew; what cannot be read stays as it was. */
  async load(): Promise<void> {
    const answer = await this.#client.request("searches.list", {}).catch(() => null);
    if (answer === null) return;
    this.searches = answer.searches;
    this.changed();
  }

  /** The kept search that looks for just that. */
  find(text: string): SavedSearch | undefined {
    const wanted = text.trim();
    return this.searches.find((search) => search.text === wanted);
  }

  /** Keeps a search under its own words. */
  async keep(text: string): Promise<void> {
    const wanted = text.trim();
    await this.#run(async () => {
      const name = wanted.slice(0, 200);
      await this.#client.request("searches.keep", { name, text: wanted });
      this.#toasts.tell(t("toast.searchKept", { name }));
    });
  }

  async rename(id: SavedSearchId, name: string): Promise<void> {
    await this.#run(() => this.#client.request("searches.change", { id, name }));
  }

  /** Moves it by one place. */
  async move(id: SavedSearchId, way: "up" | "down"): Promise<void> {
    const at = this.searches.findIndex((search) => search.id === id);
    const before = this.searches[way === "up" ? at - 1 : at + 2]?.id ?? null;
    await this.#run(() => this.#client.request("searches.move", { id, before }));
  }

  /** Puts it where another one stands, so that the first and the last place can be had. */
  async put(id: SavedSearchId, at: SavedSearchId): Promise<void> {
    if (id === at) return;
    const [from, to] = [id, at].map((one) => this.searches.findIndex((kept) => kept.id === one));
    const isBehind = (from ?? 0) < (to ?? 0);
    const before = isBehind ? (this.searches[(to ?? 0) + 1]?.id ?? null) : at;
    await this.#run(() => this.#client.request("searches.move", { id, before }));
  }

  async remove({ id, name }: SavedSearch): Promise<void> {
    await this.#run(async () => {
      const { undoId } = await this.#client.request("searches.remove", { id });
      this.#toasts.tell(t("toast.searchRemoved", { name }), undoId);
    });
  }

  async #run(act: () => Promise<unknown>): Promise<void> {
    await this.#attempts.run(act);
    await this.load();
  }
}
