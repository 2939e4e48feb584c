import type { ArticleRecord, BodyPlace, StoredPicture } from "./article-record.ts";
import type { LocatedRecord } from "./edition-file.ts";
import { decodeFrame } from "./frame.ts";

/** A frame as it was found in a pack. */
export interface FoundFrame {
  readonly place: BodyPlace;
  readonly bytes: Buffer;
}

/**
 * The records of frames that no record points at: their own were lost. A frame before the one in
 * use is only an older wording.
 */
export async function adoptFrames(
  records: ReadonlyMap<string, LocatedRecord>,
  frames: readonly FoundFrame[],
): Promise<ArticleRecord[]> {
  const adopted = new Map<string, ArticleRecord>();
  const used = new Set([...records.values()].map(({ record }) => keyOf(record.body)));
  for (const { place, bytes } of frames) {
    if (used.has(keyOf(place))) continue;
    const frame = await decodeFrame(bytes);
    if (frame === null) continue;
    const { id } = frame.record;
    const present = adopted.get(id) ?? records.get(id)?.record;
    if (present !== undefined && !isBefore(present.body, place)) continue;
    const pictures = frame.record.pictures.map((picture) => withKnown(picture, present));
    adopted.set(id, { ...frame.record, pictures, body: place });
  }
  return [...adopted.values()];
}

/** A picture as it became known after its frame was written. */
function withKnown(picture: StoredPicture, present: ArticleRecord | undefined): StoredPicture {
  if (picture.media !== null) return picture;
  return present?.pictures.findLast(({ address }) => address === picture.address) ?? picture;
}

/** How many records point behind the end of their pack; `sizes` are by pack number. */
export function lostTexts(
  records: readonly LocatedRecord[],
  sizes: ReadonlyMap<number, number>,
): number {
  let lost = 0;
  for (const { record } of records) {
    const { offset, length, pack } = record.body;
    if (offset + length > (sizes.get(pack ?? 0) ?? 0)) lost++;
  }
  return lost;
}

function isBefore(one: BodyPlace, other: BodyPlace): boolean {
  const packs = (one.pack ?? 0) - (other.pack ?? 0);
  return packs < 0 || (packs === 0 && one.offset < other.offset);
}

function keyOf({ pack, offset }: BodyPlace): string {
  return `${pack ?? 0}:${offset}`;
}
