import type { ArticleRecord, StoredPicture } from "../editions/article-record.ts";
import { Pace } from "../files/pace.ts";
import { flag } from "../index/article-index.ts";
import type { Parts } from "../parts.ts";
import { storeRecords } from "../pictures.ts";

/** Articles whose records are changed in one turn of the queue. */
const articlesAtOnce = 64;
const exempt = flag.bookmarked | flag.copyOnly | flag.gone | flag.hidden;

/**
 * Leaves out the stored pictures of articles, to save room: their records say so from then on, so
 * that nobody believes them to be here or fetches them again. The files go with the next sweep,
 * where nothing else names them. Returns how many pictures that are.
 */
export async function leaveOutPictures(parts: Parts, rows: readonly number[]): Promise<number> {
  const { index, queue, records } = parts;
  const pace = new Pace();
  let count = 0;
  for (let from = 0; from < rows.length; from += articlesAtOnce) {
    const some = rows.slice(from, from + articlesAtOnce);
    count += await queue.run(async () => {
      // One may have been bookmarked or deleted since it was selected.
      const there = some.filter((row) => !index.has(row, exempt));
      const before = (await records.read(there)).filter((record) => record !== null);
      const changed = before.filter(hasPictures).map(withoutPictures);
      await storeRecords(parts, changed);
      return changed.reduce((sum, { pictures }) => sum + pictures.filter(isLeftOut).length, 0);
    });
    await pace.rest();
  }
  return count;
}

const isLeftOut = ({ failure }: StoredPicture): boolean => failure === "left-out";

function hasPictures({ pictures }: ArticleRecord): boolean {
  return pictures.some(({ media }) => media !== null);
}

function withoutPictures(record: ArticleRecord): ArticleRecord {
  const pictures = record.pictures.map((picture): StoredPicture => {
    if (picture.media === null) return picture;
    const { address, alt, width, height } = picture;
    return { address, alt, width, height, media: null, bytes: 0, failure: "left-out" };
  });
  return { ...record, pictures };
}
