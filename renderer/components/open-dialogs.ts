import { Store } from "../state/store.ts";

/** What is known here of a dialog. */
export interface OpenDialog {
  /** False at once when it closes; its `close` event comes a moment later. */
  readonly isOpen: boolean;
}

/** The modal dialogs that cover the window, in the order in which they were opened. */
class OpenDialogs extends Store {
  #dialogs: readonly OpenDialog[] = [];

  /** The dialog that can be used; null when it is the window itself. */
  get top(): OpenDialog | null {
    return this.#dialogs.findLast((dialog) => dialog.isOpen) ?? null;
  }

  add(dialog: OpenDialog): void {
    this.#dialogs = [...this.#dialogs, dialog];
    this.changed();
  }

  remove(dialog: OpenDialog): void {
    this.#dialogs = this.#dialogs.filter((other) => other !== dialog);
    this.changed();
  }
}

/** Every open dialog of this page. */
export const openDialogs = new OpenDialogs();
