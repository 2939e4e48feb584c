import { bestOfIco } from "./best-of-ico.ts";
import { inspectPicture, type InspectedPicture } from "./inspect-picture.ts";

/** An icon as it is to be stored. */
export interface InspectedIcon extends InspectedPicture {
  readonly bytes: Uint8Array;
}

const byteLimit = 1_000_000;
const sideMinimum = 16;
/** The longer side of what still looks like an icon, by the shorter one. */
const squareEnough = 4 / 3;

/** Looks at an icon's bytes; null when it is no picture, too small, too large, or far from square. */
export function inspectIcon(given: Uint8Array): InspectedIcon | null {
  if (given.length > byteLimit) return null;
  const best = bestOfIco(given);
  const bytes = best ?? given;
  const picture = inspectPicture(bytes);
  if (picture === null || (picture.extension === "ico" && best === null)) return null;
  const { width, height, extension } = picture;
  const hasMeasures = extension !== "svg" || namesMeasures(bytes);
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  if (hasMeasures && longer > shorter * squareEnough) return null;
  if (extension !== "svg" && shorter < sideMinimum) return null;
  return { ...picture, bytes };
}

/** A drawing without measures takes whatever sides it is given. */
function namesMeasures(drawing: Uint8Array): boolean {
  const root = /<svg[\s>][^>]*/.exec(new TextDecoder().decode(drawing))?.[0] ?? "";
  return /\s(?:viewBox|width|height)\s*=/.test(root);
}
