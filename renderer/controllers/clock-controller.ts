import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * The time now, renewed each minute while the page can be seen, so that “5 min ago” stays true.
 * A hidden window has no timer: idle means idle.
 */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | null = null;
  now = Date.now();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#onVisibility);
    this.#onVisibility();
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#onVisibility);
    this.#stop();
  }

  #onVisibility = (): void => {
    this.#stop();
    if (document.visibilityState === "hidden") return;
    this.#tick();
    this.#timer = setInterval(() => this.#tick(), 60_000);
  };

  #tick(): void {
    this.now = Date.now();
    this.#host.requestUpdate();
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
