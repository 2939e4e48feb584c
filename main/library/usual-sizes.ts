import { pageStateOf, waitingPicturesOf } from "./editions/page-record.ts";
import { Pace } from "./files/pace.ts";
import { flag } from "./index/article-index.ts";
import type { Parts } from "./parts.ts";

/** What is believed while nothing is stored that it could be known from. */
const usualPicture = 90_000;
const usualPicturesOfPage = 2;
/** A packed text; it weighs next to nothing beside pictures, so nobody measures it. */
const usualText = 5_000;
/** So many must be stored for their average to tell about others. */
const enough = 5;
/** Rows that are looked at before others may have their turn. */
const rowsAtOnce = 8192;

/** What things of a title take on disk, in bytes, and how many pictures a page of it has. */
export interface UsualSizes {
  readonly text: number;
  readonly picture: number;
  readonly picturesOfPage: number;
}

export interface Averages {
  of(feed: number): UsualSizes;
}

/** Sums of a title, or of all. */
interface Sums {
  pictures: number;
  pictureBytes: number;
  pages: number;
  picturesOfPages: number;
}

/** What is stored, averaged by title; where that says too little, by the library. */
export async function measureAverages({ index }: Parts): Promise<Averages> {
  const pace = new Pace();
  const sums = new Map<number, Sums>();
  const all: Sums = { pictures: 0, pictureBytes: 0, pages: 0, picturesOfPages: 0 };
  for (let row = 0; row < index.length; row++) {
    if (row % rowsAtOnce === 0) await pace.rest();
    const hasPage = pageStateOf(index.page[row] ?? 0) === "stored";
    const pictures = index.pictures[row] ?? 0;
    if ((!hasPage && pictures === 0) || index.has(row, flag.gone)) continue;
    const feed = index.feed[row] ?? 0;
    let ofTitle = sums.get(feed);
    if (ofTitle === undefined) {
      ofTitle = { pictures: 0, pictureBytes: 0, pages: 0, picturesOfPages: 0 };
      sums.set(feed, ofTitle);
    }
    for (const sum of [ofTitle, all]) {
      sum.pictures += pictures;
      sum.pictureBytes += index.pictureBytes[row] ?? 0;
      if (!hasPage) continue;
      sum.pages += 1;
      sum.picturesOfPages += pictures + waitingPicturesOf(index.waiting[row] ?? 0);
    }
  }
  const ofAll = averageOf(all, {
    text: usualText,
    picture: usualPicture,
    picturesOfPage: usualPicturesOfPage,
  });
  return {
    of: (feed) => {
      const ofTitle = sums.get(feed);
      return ofTitle === undefined ? ofAll : averageOf(ofTitle, ofAll);
    },
  };
}

function averageOf(sums: Sums, otherwise: UsualSizes): UsualSizes {
  const { pictures, pictureBytes, pages, picturesOfPages } = sums;
  return {
    text: otherwise.text,
    picture: pictures >= enough ? pictureBytes / pictures : otherwise.picture,
    picturesOfPage: pages >= enough ? picturesOfPages / pages : otherwise.picturesOfPage,
  };
}
