import type { FeedId } from "../../../preload/contract/contract.ts";
import { flag } from "../index/article-index.ts";
import type { Parts } from "../parts.ts";
import type { Feed } from "../types.ts";

/**
 * Makes titles for articles whose titles are lost, so that they are listed again: named as their
 * bookmarks name them, at the addresses of their publishers. Returns how many there are.
 */
export async function recoverTitles(parts: Parts): Promise<number> {
  const { now, sources } = parts;
  const rows = newestRows(parts);
  if (rows.size === 0) return 0;
  const names = await namesInBookmarks(parts);
  const taken = new Set([...sources.followed, ...sources.former].map(({ address }) => address));
  const recovered: Feed[] = [];
  for (const [id, row] of rows) {
    const [record] = await parts.records.read([row]);
    const address = freeAddress(record?.address ?? null, id, taken);
    taken.add(address);
    recovered.push({
      id,
      address,
      ownTitle: null,
      publisherTitle: names.get(id) ?? `Recovered title ${id}`,
      site: null,
      folderId: null,
      section: null,
      language: record?.language ?? null,
      addedAt: now(),
      unfollowedAt: null,
      typedHost: null,
      retention: null,
      publisherIcon: null,
      publisherImage: null,
      fullText: "auto",
      isShortened: null,
      pagesStopped: null,
      keepRecordings: 0,
      ownExtraction: null,
      icon: null,
    });
  }
  await sources.update((here) => ({
    next: { ...here, feeds: [...here.feeds, ...recovered] },
    result: undefined,
  }));
  return recovered.length;
}

/** One article of each title that is not known. */
function newestRows({ index, sources }: Parts): Map<FeedId, number> {
  const rows = new Map<FeedId, number>();
  const { feed } = index.columns;
  for (let row = 0; row < index.length; row++) {
    const id = (feed[row] ?? 0) as FeedId;
    if (!index.has(row, flag.gone | flag.copyOnly) && sources.feed(id) === undefined)
      rows.set(id, row);
  }
  return rows;
}

async function namesInBookmarks({ bookmarks, statuses }: Parts): Promise<Map<FeedId, string>> {
  const names = new Map<FeedId, string>();
  for (const id of statuses.data.bookmarks.keys()) {
    const copy = await bookmarks.read(id);
    if (copy !== null && copy.feedTitle !== "") names.set(copy.record.feedId, copy.feedTitle);
  }
  return names;
}

/** The publisher's front page; titles of one publisher differ by what servers are not told. */
function freeAddress(article: string | null, id: FeedId, taken: ReadonlySet<string>): string {
  const parsed = article === null ? null : URL.parse(article);
  const page = parsed === null ? `https://recovered.invalid/${id}` : `${parsed.origin}/`;
  return taken.has(page) ? `${page}#${id}` : page;
}
