import { Store } from "./store.ts";

/** A message that goes by itself, perhaps with a way back. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: "news" | "error";
  readonly undoId: string | null;
}

/** The messages on screen, oldest first, and what can be undone. */
export class ToastStore extends Store {
  #nextId = 1;
  #undoable: string[] = [];
  toasts: readonly Toast[] = [];

  /** Tells that something was done. */
  tell(text: string, undoId: string | null = null): void {
    if (undoId !== null) this.#undoable = [...this.#undoable, undoId].slice(-50);
    this.#show({ id: this.#nextId++, text, kind: "news", undoId });
  }

  /** Tells that something went wrong. */
  warn(text: string): void {
    // The same trouble many times over is one trouble.
    if (this.toasts.some((toast) => toast.text === text)) return;
    this.#show({ id: this.#nextId++, text, kind: "error", undoId: null });
  }

  dismiss(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
    this.changed();
  }

  /** The act to undo next, taken off the list; null when there is none. */
  takeLastUndo(): string | null {
    const undoId = this.#undoable.at(-1) ?? null;
    if (undoId !== null) this.forgetUndo(undoId);
    return undoId;
  }

  /** Takes an act off the list, with the toast that offers it. */
  forgetUndo(undoId: string): void {
    this.#undoable = this.#undoable.filter((id) => id !== undoId);
    this.toasts = this.toasts.filter((toast) => toast.undoId !== undoId);
    this.changed();
  }

  #show(toast: Toast): void {
    this.toasts = [...this.toasts, toast].slice(-3);
    this.changed();
  }
}
