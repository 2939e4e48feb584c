/** Rows that stand together under one heading. */
export interface RowGroup {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/**
 * Where everything stands in a list of headed groups with rows of one height: exact for any number
 * of rows without measuring one. Heights and places in CSS pixels, rows counted over all groups.
 */
export class ListGeometry {
  readonly rowHeight: number;
  readonly headingHeight: number;
  readonly count: number;
  readonly height: number;
  readonly #firstRows: readonly number[];

  constructor(groups: readonly RowGroup[], rowHeight: number, headingHeight: number) {
    this.rowHeight = rowHeight;
    this.headingHeight = headingHeight;
    const firstRows: number[] = [];
    let count = 0;
    for (const group of groups) {
      firstRows.push(count);
      count += group.count;
    }
    this.#firstRows = firstRows;
    this.count = count;
    this.height = count * rowHeight + groups.length * headingHeight;
  }

  /** The first row of a group. */
  firstRow(group: number): number {
    return this.#firstRows[group] ?? this.count;
  }

  /** The group that a row stands in. */
  groupOf(row: number): number {
    let low = 0;
    let high = this.#firstRows.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.firstRow(middle) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The top of a group's heading. */
  groupTop(group: number): number {
    return this.firstRow(group) * this.rowHeight + group * this.headingHeight;
  }

  /** The top of a row. */
  rowTop(row: number): number {
    return row * this.rowHeight + (this.groupOf(row) + 1) * this.headingHeight;
  }

  /** The row at a height, or the next one below where a heading stands. */
  rowAt(y: number): number {
    let low = 0;
    let high = Math.max(0, this.count - 1);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.rowTop(middle) + this.rowHeight > y) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
