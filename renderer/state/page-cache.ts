import type { ArticleId, ArticleRow } from "../../preload/contract/contract.ts";

/** Rows to a page. */
export const pageSize = 50;
const mostPages = 40;

type Page = readonly (ArticleRow | null)[];

/** The last used pages of a frozen list. A row is undefined until it is here, null when purged. */
export class PageCache {
  /** In order of use: the least recently used first. */
  readonly #pages = new Map<number, Page>();

  row(index: number): ArticleRow | null | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /** Where an article stands; null when its page is not here. */
  indexOf(id: ArticleId): number | null {
    for (const [page, rows] of this.#pages) {
      const index = rows.findIndex((row) => row?.id === id);
      if (index >= 0) return page * pageSize + index;
    }
    return null;
  }

  has(page: number): boolean {
    return this.#pages.has(page);
  }

  put(page: number, rows: Page): void {
    this.#pages.delete(page);
    this.#pages.set(page, rows);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= mostPages) break;
      this.#pages.delete(oldest);
    }
  }

  /** Marks pages as used, so that what is on screen is never what goes. */
  touch(first: number, last: number): void {
    for (let page = first; page <= last; page++) {
      const rows = this.#pages.get(page);
      if (rows !== undefined) this.put(page, rows);
    }
  }

  /** The pages that hold any of the articles; all pages for null. */
  pagesWith(ids: ReadonlySet<ArticleId> | null): number[] {
    return [...this.#pages]
      .filter(([, rows]) => ids === null || rows.some((row) => row !== null && ids.has(row.id)))
      .map(([page]) => page);
  }

  /** Changes rows in place, ahead of the main process's word. */
  patch(ids: ReadonlySet<ArticleId>, change: Partial<ArticleRow>): void {
    for (const page of this.pagesWith(ids)) {
      const rows = this.#pages.get(page) ?? [];
      this.#pages.set(
        page,
        rows.map((row) => (row !== null && ids.has(row.id) ? { ...row, ...change } : row)),
      );
    }
  }

  drop(page: number): void {
    this.#pages.delete(page);
  }
}
