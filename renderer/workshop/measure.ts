/** Which part of a picture is drawn, and how large; all in pixels. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A thumbnail that saves less than a third of each side is not worth another file. */
const worthwhile = 2 / 3;
/** Lists show a square: of a very wide or high picture the middle is enough. */
const flattest = 2;

/** The whole picture, at most so wide. */
export function measureShrunk({ width, height }: Size, widthLimit: number): Cut {
  const scale = Math.min(1, widthLimit / width);
  return {
    ...{ left: 0, top: 0, across: width, down: height },
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** Its middle, whose shorter side gets so many pixels; null when it is hardly larger. */
export function measureThumbnail({ width, height }: Size, side: number): Cut | null {
  const shorter = Math.min(width, height);
  const scale = side / shorter;
  if (scale > worthwhile) return null;
  const across = Math.min(width, shorter * flattest);
  const down = Math.min(height, shorter * flattest);
  return {
    left: (width - across) / 2,
    top: (height - down) / 2,
    ...{ across, down },
    width: Math.round(across * scale),
    height: Math.round(down * scale),
  };
}
