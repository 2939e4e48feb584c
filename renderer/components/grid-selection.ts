/** Which rows of a grid are chosen, and on which one the keyboard is; rows go by their numbers. */
export interface GridSelection {
  readonly active: number | null;
  /** Where a range that is extended begins. */
  readonly anchor: number | null;
  readonly chosen: ReadonlySet<number>;
}

export const nothingChosen: GridSelection = { active: null, anchor: null, chosen: new Set() };

/** One row alone. */
export function chooseOne(row: number): GridSelection {
  return { active: row, anchor: row, chosen: new Set([row]) };
}

/** The keyboard goes to a row; what is chosen stays. */
export function moveTo(selection: GridSelection, row: number): GridSelection {
  return { ...selection, active: row };
}

/** One row more, or one less. */
export function toggle({ chosen }: GridSelection, row: number): GridSelection {
  const next = new Set(chosen);
  if (!next.delete(row)) next.add(row);
  return { active: row, anchor: row, chosen: next };
}

/** From where the choice began to a row, in the grid's order. */
export function extendTo(
  { anchor }: GridSelection,
  row: number,
  order: readonly number[],
): GridSelection {
  const to = order.indexOf(row);
  const from = anchor === null ? to : Math.max(0, order.indexOf(anchor));
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { active: row, anchor: order[from] ?? row, chosen: new Set(range) };
}

/** Every row. */
export function chooseAll({ active }: GridSelection, order: readonly number[]): GridSelection {
  const first = order[0] ?? null;
  return { active: active ?? first, anchor: first, chosen: new Set(order) };
}

/** Without the rows that are gone; the same object when none is. */
export function keepOf(selection: GridSelection, order: readonly number[]): GridSelection {
  const rows = new Set(order);
  const isHere = (row: number | null): boolean => row === null || rows.has(row);
  const chosen = [...selection.chosen].filter((row) => rows.has(row));
  const { active, anchor } = selection;
  if (chosen.length === selection.chosen.size && isHere(active) && isHere(anchor)) return selection;
  return {
    active: isHere(active) ? active : null,
    anchor: isHere(anchor) ? anchor : null,
    chosen: new Set(chosen),
  };
}
