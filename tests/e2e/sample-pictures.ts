/** Pictures of many pixels, painted by the engine for tests. */
import type { Page } from "@playwright/test";

export interface Painting {
  readonly type: "image/jpeg" | "image/png";
  readonly width: number;
  readonly height: number;
  /** Left half and right half; the left one with this opacity. */
  readonly left: string;
  readonly right: string;
}

/** A picture of two halves, with grain so that it takes bytes as a photo does. */
export async function paint(page: Page, painting: Painting): Promise<Buffer> {
  const base64 = await page.evaluate(async ({ type, width, height, left, right }) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.fillStyle = left;
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = right;
    context.fillRect(width / 2, 0, width / 2, height);
    const pixels = context.getImageData(0, 0, width, height);
    for (let at = 0, seed = 1; at < pixels.data.length; at += 4) {
      seed = (seed * 48271) % 0x7fffffff;
      for (let colour = 0; colour < 3; colour += 1)
        pixels.data[at + colour] = (pixels.data[at + colour] ?? 0) + ((seed >> colour) % 24);
    }
    context.putImageData(pixels, 0, 0);
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer(),
    );
    let text = "";
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  }, painting);
  return Buffer.from(base64, "base64");
}

/** The JPEG, lying on its left side: EXIF says to turn it to the right by a quarter. */
export function lyingDown(jpeg: Buffer): Buffer {
  const exif = Buffer.from(
    "\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
    "latin1",
  );
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}
