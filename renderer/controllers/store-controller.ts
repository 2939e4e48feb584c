import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Store } from "../state/store.ts";

/**
 * Renders its host anew after each change of the stores it watches, while the host is connected.
 * The stores are asked for at connection, when contexts have arrived.
 */
export class StoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #stores: () => readonly Store[];
  #unsubscribe: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, stores: () => readonly Store[]) {
    this.#host = host;
    this.#stores = stores;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = this.#stores().map((store) =>
      store.subscribe(() => this.#host.requestUpdate()),
    );
  }

  hostDisconnected(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#unsubscribe = [];
  }
}
