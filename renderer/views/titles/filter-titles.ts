import type { TitleEntry } from "./title-entry.ts";

/** Which titles the manager lists. */
export const titleFilters = [
  "all",
  "failing",
  "quiet",
  "duplicates",
  "private",
  "unvisited",
] as const;
export type TitleFilter = (typeof titleFilters)[number];

/** A title without a new article for so many weeks has gone quiet. */
export const quietWeeks = 8;
const week = 7 * 86_400_000;

/** Whether a title is listed under a filter. `now` in milliseconds since 1970. */
export function fitsFilter(
  { feed, record }: TitleEntry,
  filter: TitleFilter,
  now: number,
): boolean {
  switch (filter) {
    case "all":
      return true;
    case "failing":
      return feed.failure !== null || feed.nextVisitReason === "gone";
    case "quiet":
      return (record?.newest ?? now) < now - quietWeeks * week;
    case "duplicates":
      return (record?.duplicateOf ?? null) !== null;
    case "private":
      return feed.isPrivate || feed.signedIn;
    case "unvisited":
      return feed.lastVisit === null;
  }
}

/** Whether a title's name, address or folder has all the words that were typed. */
export function fitsSearch({ feed, folder }: TitleEntry, search: string): boolean {
  const text = folded(`${feed.title} ${feed.address} ${feed.site ?? ""} ${folder}`);
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** How many titles each filter lists. */
export function countFilters(
  entries: Iterable<TitleEntry>,
  now: number,
): Readonly<Record<TitleFilter, number>> {
  const counts = { all: 0, failing: 0, quiet: 0, duplicates: 0, private: 0, unvisited: 0 };
  for (const entry of entries)
    for (const filter of titleFilters) if (fitsFilter(entry, filter, now)) counts[filter] += 1;
  return counts;
}

/** Without accents and case, as people type. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLocaleLowerCase();
}
