import type { GridSelection } from "./grid-selection.ts";

/** Other rows are chosen, or the keyboard is on another one. */
export class GridSelectEvent extends Event {
  static readonly type = "bs-grid-select";
  readonly selection: GridSelection;

  constructor(selection: GridSelection) {
    super(GridSelectEvent.type);
    this.selection = selection;
  }
}

/** The head of a column was pressed. */
export class GridSortEvent extends Event {
  static readonly type = "bs-grid-sort";
  readonly column: string;

  constructor(column: string) {
    super(GridSortEvent.type);
    this.column = column;
  }
}

/** A row was opened, by Enter or a double click. */
export class GridOpenEvent extends Event {
  static readonly type = "bs-grid-open";
  readonly row: number;

  constructor(row: number) {
    super(GridOpenEvent.type);
    this.row = row;
  }
}

/** The chosen rows are to go, by Delete. */
export class GridDeleteEvent extends Event {
  static readonly type = "bs-grid-delete";

  constructor() {
    super(GridDeleteEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-grid-select": GridSelectEvent;
    "bs-grid-sort": GridSortEvent;
    "bs-grid-open": GridOpenEvent;
    "bs-grid-delete": GridDeleteEvent;
  }
}
