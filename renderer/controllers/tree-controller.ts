import type { ReactiveController, ReactiveControllerHost } from "lit";

interface TreeItem {
  readonly key: string;
  readonly label: string;
  readonly level: number;
  /** Null for what cannot be opened. */
  readonly expanded: boolean | null;
}

interface Tree<Item extends TreeItem> {
  /** The items that can be seen, from top to bottom. */
  readonly items: () => readonly Item[];
  readonly element: (key: string) => HTMLElement | null;
  /** The item that is selected. */
  readonly current: () => string;
  readonly choose: (item: Item) => void;
  readonly enter: () => void;
  readonly expand: (item: Item, expanded: boolean) => void;
  readonly openMenu: (item: Item, element: HTMLElement) => void;
}

/** How long letters belong to one word, in milliseconds. */
const wordPause = 700;

/**
 * Keys and focus of a tree, as the ARIA Authoring Practices describe them
 * (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/); the selection follows the focus.
 */
export class TreeController<Item extends TreeItem> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #tree: Tree<Item>;
  #focused: string | null = null;
  #typed = "";
  #typedAt = 0;

  constructor(host: ReactiveControllerHost, tree: Tree<Item>) {
    this.#host = host;
    this.#tree = tree;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#focused = null;
  }

  /** Exactly one item is in the tab order: the last focused one, or the selected one. */
  get tabStop(): string | undefined {
    const items = this.#tree.items();
    const wanted = [this.#focused, this.#tree.current()].find((some) =>
      items.some((item) => item.key === some),
    );
    return wanted ?? items[0]?.key;
  }

  /** Moves the focus to the selected item. */
  focus(): void {
    const items = this.#tree.items();
    const current = this.#tree.current();
    const item = items.find(({ key }) => key === current) ?? items[0];
    if (item !== undefined) this.#tree.element(item.key)?.focus();
  }

  onFocus(key: string): void {
    if (this.#focused === key) return;
    this.#focused = key;
    this.#host.requestUpdate();
  }

  onKeyDown(event: KeyboardEvent, item: Item): void {
    const isMenuKey = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isMenuKey && !this.#move(event.key, item)) return;
    if (isMenuKey) {
      const element = this.#tree.element(item.key);
      if (element !== null) this.#tree.openMenu(item, element);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #move(key: string, item: Item): boolean {
    const items = this.#tree.items();
    const index = items.indexOf(item);
    switch (key) {
      case "ArrowDown":
        return this.#go(items[index + 1]);
      case "ArrowUp":
        return this.#go(items[index - 1]);
      case "Home":
        return this.#go(items[0]);
      case "End":
        return this.#go(items.at(-1));
      case "ArrowRight":
        if (item.expanded === false) this.#tree.expand(item, true);
        else if (item.expanded === true) this.#go(childOf(items, index));
        else this.#tree.enter();
        return true;
      case "ArrowLeft":
        if (item.expanded === true) this.#tree.expand(item, false);
        else if (item.level > 1) this.#go(parentOf(items, index));
        return true;
      case "Enter":
      case " ":
        this.#tree.choose(item);
        this.#tree.enter();
        return true;
      default:
        return /^[\p{L}\p{N}]$/u.test(key) && this.#typeAhead(key, items, index);
    }
  }

  #go(item: Item | undefined): boolean {
    if (item !== undefined) {
      this.#tree.element(item.key)?.focus();
      this.#tree.choose(item);
    }
    return true;
  }

  #typeAhead(letter: string, items: readonly Item[], index: number): boolean {
    const now = Date.now();
    const goesOn = now - this.#typedAt < wordPause;
    this.#typed = (goesOn ? this.#typed : "") + letter.toLocaleLowerCase();
    this.#typedAt = now;
    // A first letter looks from the next item on; more letters may keep the item that fits so far.
    const start = this.#typed.length === 1 ? index + 1 : index;
    const order = [...items.slice(start), ...items.slice(0, start)];
    const found = order.find(({ label }) => label.toLocaleLowerCase().startsWith(this.#typed));
    // A digit that begins no name is left to the window: it goes to a pane.
    if (found === undefined) return !/\d/.test(letter);
    return this.#go(found);
  }
}

function childOf<Item extends TreeItem>(items: readonly Item[], index: number): Item | undefined {
  const next = items[index + 1];
  return next !== undefined && next.level > (items[index]?.level ?? 0) ? next : undefined;
}

function parentOf<Item extends TreeItem>(items: readonly Item[], index: number): Item | undefined {
  const level = items[index]?.level ?? 1;
  return items.slice(0, index).findLast((item) => item.level < level);
}
