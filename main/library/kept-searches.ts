import { savedSearchId, type SavedSearchId } from "../../preload/contract/contract.ts";
import type { KeptSearchStore } from "./groups.ts";
import type { KeptSearch, Sources, SourcesDocument } from "./sources.ts";

/** Searches that a person keeps; they stand in `library.json`. */
export function keptSearchStore(sources: Sources): KeptSearchStore {
  /** Refuses, changing nothing, what names a search that is not there. */
  const change = (
    ids: readonly SavedSearchId[],
    act: (searches: readonly KeptSearch[]) => readonly KeptSearch[],
  ): Promise<boolean> =>
    sources.update((stored) => {
      const isThere = ids.every((id) => stored.searches.some((one) => one.id === id));
      return isThere
        ? { next: { ...stored, searches: [...act(stored.searches)] }, result: true }
        : { next: stored, result: false };
    });

  return {
    all: () => sources.document.searches,
    add: (name, text) =>
      sources.update((stored) => {
        const id = savedSearchId.parse(nextSearchId(stored));
        const searches = [...stored.searches, { id, name, text }];
        return { next: { ...stored, searches, nextSearchId: id + 1 }, result: id };
      }),
    change: (id, { name, text }) =>
      change([id], (searches) =>
        searches.map((one) =>
          one.id === id ? { id, name: name ?? one.name, text: text ?? one.text } : one,
        ),
      ),
    move: (id, before) =>
      change(before === null ? [id] : [id, before], (searches) => {
        const moved = searches.filter((one) => one.id === id);
        return id === before ? searches : placed(searches, moved, before);
      }),
    remove: (id) =>
      sources.update((stored) => {
        const at = stored.searches.findIndex((one) => one.id === id);
        const search = stored.searches[at];
        if (search === undefined) return { next: stored, result: null };
        const before = stored.searches[at + 1]?.id ?? null;
        const searches = stored.searches.toSpliced(at, 1);
        return { next: { ...stored, searches }, result: { search, before } };
      }),
    restore: ({ search, before }) =>
      sources.update((stored) => {
        const isThere = stored.searches.some(({ id }) => id === search.id);
        const searches = isThere ? stored.searches : placed(stored.searches, [search], before);
        const next = { ...stored, searches: [...searches] };
        return { next: { ...next, nextSearchId: nextSearchId(next) }, result: undefined };
      }),
  };
}

/** A number that none ever had, even where the document forgot what it had given. */
export function nextSearchId({
  nextSearchId: next,
  searches,
}: Pick<SourcesDocument, "nextSearchId" | "searches">): number {
  return Math.max(next, ...searches.map(({ id }) => id + 1));
}

/** Searches put before another one, or at the end when that one is not there. */
function placed(
  searches: readonly KeptSearch[],
  moved: readonly KeptSearch[],
  before: SavedSearchId | null,
): KeptSearch[] {
  const others = searches.filter(({ id }) => moved.every((one) => one.id !== id));
  const at = others.findIndex(({ id }) => id === before);
  return others.toSpliced(at === -1 ? others.length : at, 0, ...moved);
}
