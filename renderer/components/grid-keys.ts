import {
  chooseAll,
  chooseOne,
  extendTo,
  moveTo,
  toggle,
  type GridSelection,
} from "./grid-selection.ts";

/** How long letters belong to one word, in milliseconds. */
const wordPause = 700;

interface Grid {
  readonly order: () => readonly number[];
  readonly selection: () => GridSelection;
  readonly nameOf: (row: number) => string;
  /** How many rows a page is. */
  readonly rowsInView: () => number;
  readonly select: (selection: GridSelection) => void;
  readonly open: (row: number) => void;
  readonly remove: () => void;
  readonly openMenu: (row: number) => void;
}

/**
 * The keys of a grid whose rows can be chosen: the choice follows the arrows, Shift extends it, Ctrl
 * moves without choosing, Space adds and takes away, letters look for a name.
 */
export class GridKeys {
  readonly #grid: Grid;
  #typed = "";
  #typedAt = 0;

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  onKeyDown(event: KeyboardEvent): void {
    const order = this.#grid.order();
    if (event.altKey || order.length === 0) return;
    if (this.#move(event, order) || this.#act(event, order)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #move(event: KeyboardEvent, order: readonly number[]): boolean {
    const selection = this.#grid.selection();
    const at = selection.active === null ? -1 : order.indexOf(selection.active);
    const page = this.#grid.rowsInView();
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: Math.max(0, at) + page,
      PageUp: at - page,
      Home: 0,
      End: order.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return false;
    const row = order[Math.min(order.length - 1, Math.max(0, target))];
    if (row === undefined) return false;
    const next = event.shiftKey
      ? extendTo(selection, row, order)
      : event.ctrlKey || event.metaKey
        ? moveTo(selection, row)
        : chooseOne(row);
    this.#grid.select(next);
    return true;
  }

  #act(event: KeyboardEvent, order: readonly number[]): boolean {
    const selection = this.#grid.selection();
    const { active } = selection;
    const isControl = event.ctrlKey || event.metaKey;
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      if (active !== null) this.#grid.openMenu(active);
      return true;
    }
    if (isControl && event.key.toLowerCase() === "a") {
      this.#grid.select(chooseAll(selection, order));
      return true;
    }
    // A space within a word that is being typed belongs to it: names have several words.
    if (event.key === " " && this.#isTyping && !isControl) return this.#typeAhead(" ", order);
    if (event.key === " " && active !== null) {
      this.#grid.select(
        event.shiftKey ? extendTo(selection, active, order) : toggle(selection, active),
      );
      return true;
    }
    if (isControl) return false;
    if (event.key === "Enter" && active !== null) {
      this.#grid.open(active);
      return true;
    }
    if (event.key === "Delete") {
      this.#grid.remove();
      return true;
    }
    return /^[\p{L}\p{N}]$/u.test(event.key) && this.#typeAhead(event.key, order);
  }

  get #isTyping(): boolean {
    return Date.now() - this.#typedAt < wordPause;
  }

  #typeAhead(letter: string, order: readonly number[]): boolean {
    const { active } = this.#grid.selection();
    this.#typed = (this.#isTyping ? this.#typed : "") + letter.toLocaleLowerCase();
    this.#typedAt = Date.now();
    const at = active === null ? -1 : order.indexOf(active);
    // A first letter looks from the next row on; more letters may keep the row that fits so far.
    const start = this.#typed.length === 1 ? at + 1 : Math.max(0, at);
    const rows = [...order.slice(start), ...order.slice(0, start)];
    const found = rows.find((row) =>
      this.#grid.nameOf(row).toLocaleLowerCase().startsWith(this.#typed),
    );
    if (found !== undefined) this.#grid.select(chooseOne(found));
    return true;
  }
}
