import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Whether a media query matches; renders its host anew when that changes. */
export class MediaQueryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #list: MediaQueryList;

  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#list = window.matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.#list.matches;
  }

  hostConnected(): void {
    this.#list.addEventListener("change", this.#onChange);
  }

  hostDisconnected(): void {
    this.#list.removeEventListener("change", this.#onChange);
  }

  #onChange = (): void => this.#host.requestUpdate();
}
