import type { SignIn } from "../../preload/contract/contract.ts";
import { asFailure, type Client, type RequestFailure } from "./client.ts";
import { Store } from "./store.ts";

/** The publishers that the reader signed in to. */
export class SignInStore extends Store {
  readonly #client: Client;
  /** Whether somebody looks: only then what changes is read again. */
  isWatched = false;
  /** Null until the first answer. */
  signIns: readonly SignIn[] | null = null;
  failure: RequestFailure | null = null;

  constructor(client: Client) {
    super();
    this.#client = client;
    client.listen("sources.changed", () => {
      if (this.isWatched) void this.load();
    });
  }

  /** Reads them; a failure is kept for the view to tell. */
  async load(): Promise<void> {
    try {
      this.signIns = (await this.#client.request("signIns.list", {})).signIns;
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    this.changed();
  }
}
