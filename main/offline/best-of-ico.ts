const headSize = 6;
const entrySize = 16;
const maximumEntries = 64;
/** Pixels from which an entry is sharp enough for where icons are shown. */
const goodSide = 64;
const pngStart = "\x89PNG\r\n\x1a\n";

interface Entry {
  readonly side: number;
  readonly depth: number;
  readonly head: Uint8Array;
  readonly content: Uint8Array;
}

/**
 * Of the many pictures in an ICO file the one to be shown: as PNG, where that is what it holds, else
 * as an ICO of this one alone (its transparency is a mask that no other format knows). The others
 * would be ballast: files of ten sizes take hundreds of kilobytes. Null when it is no ICO file.
 */
export function bestOfIco(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headSize + entrySize || view.getUint32(0, true) !== 0x00010000) return null;
  const best = entriesOf(bytes, view).sort(byWorth)[0];
  if (best === undefined) return null;
  return isPng(best.content) ? best.content.slice() : icoOf(best);
}

function entriesOf(bytes: Uint8Array, view: DataView): Entry[] {
  const count = Math.min(view.getUint16(4, true), maximumEntries);
  const entries: Entry[] = [];
  for (let at = headSize; at < headSize + count * entrySize; at += entrySize) {
    if (at + entrySize > bytes.length) break;
    const [length, offset] = [view.getUint32(at + 8, true), view.getUint32(at + 12, true)];
    if (length === 0 || offset + length > bytes.length) continue;
    // Zero stands for 256.
    const [width = 0, height = 0] = bytes.subarray(at, at + 2);
    const side = Math.min(width === 0 ? 256 : width, height === 0 ? 256 : height);
    const depth = view.getUint16(at + 6, true);
    const head = bytes.subarray(at, at + entrySize);
    entries.push({ side, depth, head, content: bytes.subarray(offset, offset + length) });
  }
  return entries;
}

/** The smallest that is sharp, else the largest; of the same size the one with more colours. */
function byWorth(one: Entry, other: Entry): number {
  const isSharp = one.side >= goodSide;
  if (isSharp !== other.side >= goodSide) return isSharp ? -1 : 1;
  const bySide = isSharp ? one.side - other.side : other.side - one.side;
  return bySide || other.depth - one.depth;
}

function isPng(content: Uint8Array): boolean {
  return Buffer.from(content.subarray(0, pngStart.length)).toString("latin1") === pngStart;
}

function icoOf({ head, content }: Entry): Uint8Array {
  const ico = new Uint8Array(headSize + entrySize + content.length);
  ico.set([0, 0, 1, 0, 1, 0]);
  ico.set(head, headSize);
  new DataView(ico.buffer).setUint32(headSize + 12, headSize + entrySize, true);
  ico.set(content, headSize + entrySize);
  return ico;
}
