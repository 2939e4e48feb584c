import type { LibraryStore } from "../../state/library-store.ts";
import type { TitlesStore } from "../../state/titles-store.ts";
import { countFilters, fitsFilter, fitsSearch, type TitleFilter } from "./filter-titles.ts";
import { sortTitles, type TitleOrder } from "./title-columns.ts";
import { titleEntries, type TitleEntry } from "./title-entry.ts";

/** What decides which titles are listed, and in which order. */
export interface TitleQuestion {
  readonly filter: TitleFilter;
  readonly search: string;
  readonly sort: TitleOrder;
}

/**
 * Which titles are listed. While a refresh goes on nothing moves under the pointer: the list is put
 * in order anew when something else is asked for, when titles come or go, and when their records
 * come for the first time.
 */
export class TitleListing {
  entries: ReadonlyMap<number, TitleEntry> = new Map();
  /** The numbers of the listed titles, from top to bottom. */
  order: readonly number[] = [];
  counts = countFilters([], 0);
  #sources: unknown = null;
  #records: unknown = null;
  #question = "";

  /** Takes over what is known now. */
  update(
    { sources }: LibraryStore,
    { records, isLoaded }: TitlesStore,
    question: TitleQuestion,
    now: number,
  ): void {
    const isNew = this.#sources !== sources || this.#records !== records;
    const before = this.entries;
    if (isNew) {
      this.#sources = sources;
      this.#records = records;
      this.entries = titleEntries(sources?.feeds ?? [], sources?.folders ?? [], records);
      this.counts = countFilters(this.entries.values(), now);
    }
    const asked = JSON.stringify([question, isLoaded]);
    if (asked === this.#question && (!isNew || hasSameTitles(before, this.entries))) return;
    this.#question = asked;
    this.order = this.#arrange(question, now);
  }

  #arrange({ filter, search, sort }: TitleQuestion, now: number): number[] {
    const listed = [...this.entries.values()].filter(
      (entry) => fitsFilter(entry, filter, now) && fitsSearch(entry, search.trim()),
    );
    return sortTitles(listed, sort).map(({ feed }) => feed.id);
  }
}

function hasSameTitles(
  before: ReadonlyMap<number, TitleEntry>,
  after: ReadonlyMap<number, TitleEntry>,
): boolean {
  return before.size === after.size && [...after.keys()].every((id) => before.has(id));
}
