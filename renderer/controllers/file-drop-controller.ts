import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Milliseconds without a word from the engine after which nothing is held over the window any more. */
const silence = 200;

/**
 * Takes a file that is dropped anywhere in the window where nothing else takes it. Without this the
 * engine would want to show the file in place of the window.
 */
export class FileDropController implements ReactiveController {
  /** Whether a file is held over the window. */
  isOver = false;
  readonly #host: ReactiveControllerHost;
  readonly #take: (file: File) => void;
  #left: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, take: (file: File) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("dragover", this.#onDragOver);
    window.addEventListener("drop", this.#onDrop);
  }

  hostDisconnected(): void {
    window.removeEventListener("dragover", this.#onDragOver);
    window.removeEventListener("drop", this.#onDrop);
    clearTimeout(this.#left);
  }

  /** Said several times a second while it is held, so that its end need not be told. */
  #onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    this.#show(!event.defaultPrevented);
    clearTimeout(this.#left);
    this.#left = setTimeout(() => {
      this.#show(false);
    }, silence);
    if (event.defaultPrevented) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  };

  #onDrop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    this.#show(false);
    if (event.defaultPrevented || file === undefined) return;
    event.preventDefault();
    this.#take(file);
  };

  #show(isOver: boolean): void {
    if (isOver === this.isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }
}
