import { fill } from "./library/generator/fill.ts";

/** Fills an empty library folder with made articles of 30 titles that came over the last days. */
export function fillLibrary(folder: string, articles: number, days = 30): Promise<void> {
  return fill({
    folder,
    articles,
    days,
    titles: 30,
    bookmarks: 20,
    readShare: 0.6,
    end: Date.now(),
  });
}
