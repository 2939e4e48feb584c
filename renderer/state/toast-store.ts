import { Store } from "./store.ts";

/** A message that goes by itself, perhaps with a way back. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: "news" | "error";
  readonly undoId: string | null;
}

/** The messages on screen, oldest first. */
export class ToastStore extends Store {
  #nextId = 1;
  toasts: readonly Toast[] = [];

  /** Tells that something was done. */
  tell(text: string, undoId: string | null = null): void {
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

  /** Takes away the message that offers to undo an act. */
  forgetUndo(undoId: string): void {
    this.toasts = this.toasts.filter((toast) => toast.undoId !== undoId);
    this.changed();
  }

  #show(toast: Toast): void {
    this.toasts = [...this.toasts, toast].slice(-3);
    this.changed();
  }
}
