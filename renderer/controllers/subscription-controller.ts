import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Keeps what was started at connection until the host is disconnected, then ends it. */
export class SubscriptionController implements ReactiveController {
  readonly #start: () => () => void;
  #end: (() => void) | null = null;

  /** `start` begins something and gives back what ends it. */
  constructor(host: ReactiveControllerHost, start: () => () => void) {
    this.#start = start;
    host.addController(this);
  }

  hostConnected(): void {
    this.#end = this.#start();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = null;
  }
}
