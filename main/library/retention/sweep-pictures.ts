import { join } from "node:path";
import { journalName, sealedName } from "../editions/edition.ts";
import { Pace } from "../files/pace.ts";
import type { Parts } from "../parts.ts";
import { isGone, isRecoverable } from "../statuses.ts";
import { PictureSet } from "./picture-set.ts";

const lineFeed = 10;
/** How a record names a stored picture: its file name begins with the hash of its content. */
const mention = Buffer.from('"media":"');
/** How a record begins. */
const recordStart = '{"id":"';
/** Letters of a line in which its article's number stands, behind a checksum in a journal. */
const startLength = 40;

/**
 * Removes pictures that no article and no bookmark refers to. Records are searched as bytes: to
 * parse a million of them would take a hundred times as long. Returns the bytes that were freed.
 */
export async function sweepPictures(parts: Parts): Promise<number> {
  const { bookmarks, editions, media } = parts;
  const kept = new PictureSet();
  const isKept = keptArticles(parts);
  for (const day of await editions.list())
    for (const name of [sealedName, journalName])
      await addMentions(parts, join(editions.of(day).folder, name), kept, isKept);
  for (const path of await bookmarks.copyPaths()) await addMentions(parts, path, kept, () => true);
  return media.removeUnless((name) => kept.has(name));
}

/** Tells of a line whether its article is still there; of any other line that it is. */
function keptArticles({ statuses }: Parts): (line: Buffer) => boolean {
  return (line) => {
    const text = line.toString("latin1", 0, startLength);
    const match = /^(\d+)-(\d+)"/.exec(text.slice(text.indexOf(recordStart) + recordStart.length));
    if (match === null) return true;
    const [day, number] = [Number(match[1]), Number(match[2])];
    return !isGone(statuses.data, day, number) || isRecoverable(statuses.data, day, number);
  };
}

async function addMentions(
  { disk }: Parts,
  path: string,
  kept: PictureSet,
  isKept: (line: Buffer) => boolean,
): Promise<void> {
  const bytes = await disk.read(path);
  if (bytes === null) return;
  const pace = new Pace();
  let at = bytes.indexOf(mention);
  while (at >= 0) {
    const start = bytes.lastIndexOf(lineFeed, at) + 1;
    const end = bytes.indexOf(lineFeed, at);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (isKept(line))
      for (let from = line.indexOf(mention); from >= 0; from = line.indexOf(mention, from + 1))
        kept.add(line.toString("latin1", from + mention.length, from + mention.length + 16));
    at = end < 0 ? -1 : bytes.indexOf(mention, end);
    await pace.rest();
  }
}
