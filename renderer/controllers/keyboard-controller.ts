import type { ReactiveController, ReactiveControllerHost } from "lit";
import { commandFor, type CommandId } from "../app/commands.ts";
import { openDialogs } from "../components/open-dialogs.ts";

const fields = "input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select";
const pressable = "button, a[href], summary, input, [role=treeitem], [role=menuitem], audio, video";

/** Turns key presses anywhere in the window into commands, except where someone types or presses. */
export class KeyboardController implements ReactiveController {
  readonly #perform: (command: CommandId) => void;

  constructor(host: ReactiveControllerHost, perform: (command: CommandId) => void) {
    this.#perform = perform;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("keydown", this.#onKeyDown);
  }

  hostDisconnected(): void {
    window.removeEventListener("keydown", this.#onKeyDown);
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    // With a dialog open, keys are the dialog's, wherever the focus is.
    if (openDialogs.top !== null) return;
    const command = commandFor(event);
    if (command === null) return;
    const elements = event.composedPath().filter((target) => target instanceof Element);
    if (elements.some((element) => element.matches(":popover-open"))) return;
    if (elements.some((element) => element.matches(fields))) return;
    // Enter and space press what is focused.
    const presses = event.key === "Enter" || event.key === " ";
    if (presses && elements[0]?.matches(pressable) === true) return;
    event.preventDefault();
    this.#perform(command);
  };
}
