/** Which rows are rendered. */
export class RangeEvent extends Event {
  static readonly type = "bs-range";
  readonly first: number;
  readonly last: number;
  /** The first row that can be seen. */
  readonly top: number;

  constructor(first: number, last: number, top: number) {
    super(RangeEvent.type);
    this.first = first;
    this.last = last;
    this.top = top;
  }
}

/** A row was chosen: by moving to it (`key`), or by a click. */
export class ChooseEvent extends Event {
  static readonly type = "bs-choose";
  readonly index: number;
  readonly by: "key" | "click";

  constructor(index: number, by: "key" | "click") {
    super(ChooseEvent.type);
    this.index = index;
    this.by = by;
  }
}

/** A menu was asked for, by the right button or by key. */
export class RowMenuEvent extends Event {
  static readonly type = "bs-row-menu";
  readonly index: number;
  /** Where the menu belongs in the window. */
  readonly at: DOMRect;

  constructor(index: number, at: DOMRect) {
    super(RowMenuEvent.type);
    this.index = index;
    this.at = at;
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-range": RangeEvent;
    "bs-choose": ChooseEvent;
    "bs-row-menu": RowMenuEvent;
  }
}
