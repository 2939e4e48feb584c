/**
 * What an icon needs behind it: nothing, as it fills its square ("tile") or can be seen on any paper
 * ("glyph"); something light on dark paper ("dark-glyph"), or something dark on light paper
 * ("light-glyph").
 */
export type IconGround = "tile" | "glyph" | "dark-glyph" | "light-glyph";

/** Points of the small copy that is looked at, a side. */
const side = 24;
/** The share of points that may be clear in a picture that fills its square: rounded corners. */
const clearCorners = 0.24;
/** The share of an icon's points that must stand out for it to be seen. */
const enough = 0.15;
/** Relative luminances of the papers (WCAG 2.2), and the contrast that stands out on each. */
const light = { luminance: 0.86, contrast: 1.35 };
const dark = { luminance: 0.01, contrast: 2.6 };

const known = new Map<string, IconGround>();

/** What is known of an icon that was judged before, by its file's name. */
export function knownGround(media: string): IconGround | undefined {
  return known.get(media);
}

/** Judges a loaded icon by its points. */
export function judgeIcon(image: HTMLImageElement): IconGround {
  const ground = judge(image);
  const { currentSrc } = image;
  known.set(currentSrc.slice(currentSrc.lastIndexOf("/") + 1), ground);
  return ground;
}

function judge(image: HTMLImageElement): IconGround {
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return "tile";
  context.drawImage(image, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  const luminances: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    if (alpha > 127) luminances.push(luminanceOf(red, green, blue));
  }
  if (luminances.length >= side * side * (1 - clearCorners)) return "tile";
  if (!standsOut(luminances, dark)) return "dark-glyph";
  return standsOut(luminances, light) ? "glyph" : "light-glyph";
}

function standsOut(luminances: readonly number[], paper: typeof light): boolean {
  const visible = luminances.filter((luminance) => {
    const [high, low] = [
      Math.max(luminance, paper.luminance),
      Math.min(luminance, paper.luminance),
    ];
    return (high + 0.05) / (low + 0.05) >= paper.contrast;
  });
  return visible.length >= luminances.length * enough;
}

function luminanceOf(red: number, green: number, blue: number): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
