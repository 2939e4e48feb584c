import type { ArticleId } from "../../preload/contract/contract.ts";

interface DayCount {
  readonly day: string;
  readonly count: number;
}

/**
 * Rows that a frozen list holds but does not show any more: their articles were deleted. Indexes
 * of what is shown and of what was frozen are told apart here and nowhere else.
 */
export class HiddenRows {
  /** By article, in the order of the frozen list. */
  #frozen = new Map<ArticleId, number>();

  get count(): number {
    return this.#frozen.size;
  }

  /** The frozen indexes of what is hidden, rising. */
  get frozenIndexes(): readonly number[] {
    return [...this.#frozen.values()];
  }

  has(id: ArticleId): boolean {
    return this.#frozen.has(id);
  }

  hide(id: ArticleId, frozenIndex: number): void {
    const all = [...this.#frozen, [id, frozenIndex] as const];
    this.#frozen = new Map(all.sort(([, one], [, other]) => one - other));
  }

  /** Shows a row again; gives back its index among the rows shown, null when it was not hidden. */
  show(id: ArticleId): number | null {
    const frozenIndex = this.#frozen.get(id);
    if (frozenIndex === undefined) return null;
    this.#frozen.delete(id);
    return this.shownAt(frozenIndex);
  }

  /** What is shown of each day of the frozen list; days without a row are left out. */
  countDays(days: readonly DayCount[]): DayCount[] {
    let end = 0;
    return days
      .map(({ day, count }) => {
        const start = end;
        end += count;
        const hidden = this.frozenIndexes.filter((index) => index >= start && index < end);
        return { day, count: count - hidden.length };
      })
      .filter(({ count }) => count > 0);
  }

  /** Where a shown row stands in the frozen list. */
  frozenAt(shownIndex: number): number {
    let index = shownIndex;
    for (const hidden of this.#frozen.values()) {
      if (hidden > index) break;
      index++;
    }
    return index;
  }

  /** Where a row of the frozen list is shown; null when it is hidden. */
  shownAt(frozenIndex: number): number | null {
    let before = 0;
    for (const hidden of this.#frozen.values()) {
      if (hidden === frozenIndex) return null;
      if (hidden < frozenIndex) before++;
    }
    return frozenIndex - before;
  }
}
