/** Whether a picture moves: told by its bytes, without decoding it. */

/**
 * Whether a picture of this kind has more than one frame. One that says so and has only one counts
 * as moving: it is left as it came, and nothing is lost.
 */
export function isAnimated(bytes: Uint8Array, extension: string): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (extension) {
    case "gif":
      return hasSecondFrame(view);
    case "png":
      return hasAnimationControl(view);
    case "webp":
      // VP8X, and in its flags the one for animation.
      return view.toString("latin1", 12, 16) === "VP8X" && ((view[20] ?? 0) & 0x02) !== 0;
    case "avif":
      return namesSequence(view);
    default:
      return false;
  }
}

/** Walks over the blocks of a GIF (GIF89a, appendix A) up to its second picture. */
function hasSecondFrame(bytes: Buffer): boolean {
  let at = 13 + colourTableLength(bytes[10] ?? 0);
  for (let frames = 0; at < bytes.length;) {
    const introducer = bytes[at];
    if (introducer === 0x2c) {
      frames += 1;
      if (frames > 1) return true;
      at = behindBlocks(bytes, at + 11 + colourTableLength(bytes[at + 9] ?? 0));
    } else if (introducer === 0x21) at = behindBlocks(bytes, at + 2);
    else return false;
  }
  return false;
}

const colourTableLength = (flags: number): number =>
  (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);

/** The place behind a run of blocks, each of which says its length, up to the empty one. */
function behindBlocks(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) break;
  }
  return at;
}

/** A chunk `acTL` before the first pixels makes a PNG move. */
function hasAnimationControl(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (type === "acTL") return true;
    if (type === "IDAT") return false;
  }
  return false;
}

/** The first box lists the brands; `avis` is a sequence of pictures. */
function namesSequence(bytes: Buffer): boolean {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length);
  for (let at = 8; at + 4 <= end; at += 4)
    if (at !== 12 && bytes.toString("latin1", at, at + 4) === "avis") return true;
  return false;
}
