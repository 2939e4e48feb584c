/** Pictures of many pixels, made for tests: photos are painted by the engine, the rest by hand. */
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

/** A GIF of two frames, white and black, written without compression. */
export function movingPicture(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  const start = Buffer.from([0x80, 0, 0, 0xff, 0xff, 0xff, 0, 0, 0]);
  const frames = [0, 1].flatMap((colour) => [
    Buffer.from([0x21, 0xf9, 4, 0, 50, 0, 0, 0, 0x2c, 0, 0, 0, 0]),
    ...[size, Buffer.from([0, 2]), blocksOf(colour, width * height)],
  ]);
  return Buffer.concat([Buffer.from("GIF89a"), size, start, ...frames, Buffer.from([0x3b])]);
}

/** LZW codes of three bits; a clear before every second pixel keeps them at that length. */
function blocksOf(colour: number, pixels: number): Buffer {
  const codes = [];
  for (let at = 0; at < pixels; at += 2) codes.push(4, colour, colour);
  codes.push(5);
  const bytes = Buffer.alloc(Math.ceil((codes.length * 3) / 8) + 1);
  for (const [at, code] of codes.entries())
    for (let bit = 0; bit < 3; bit += 1)
      if ((code >> bit) & 1) {
        const place = at * 3 + bit;
        bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7));
      }
  const blocks = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.subarray(at, at + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([...blocks, Buffer.from([0])]);
}
