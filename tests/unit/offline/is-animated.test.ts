import { expect, test } from "vitest";
import { isAnimated } from "../../../main/offline/is-animated.ts";
import { movingPicture } from "../../e2e/moving-picture.ts";

const chunk = (type: string, length = 0): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return Buffer.concat([head, Buffer.from(type), Buffer.alloc(length + 4)]);
};
const png = (...types: string[]): Buffer =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", 13),
    ...types.map((type) => chunk(type, 8)),
  ]);
const webp = (kind: string, flags: number): Buffer =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\x0a\0\0\0`), Buffer.from([flags, 0, 0, 0])]);
const avif = (...brands: string[]): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(12 + 4 * brands.length);
  return Buffer.concat([
    ...[length, Buffer.from(`ftyp${brands[0] ?? ""}\0\0\0\0`)],
    Buffer.from(`${brands.slice(1).join("")}meta`),
  ]);
};
/** The GIF up to the end of its first frame. */
const firstFrame = (gif: Buffer): Buffer =>
  Buffer.concat([gif.subarray(0, gif.indexOf(Buffer.from([0x21, 0xf9]), 40)), Buffer.from([0x3b])]);

test.each([
  ["a GIF of two frames", "gif", movingPicture(20, 10), true],
  ["a GIF of one frame", "gif", firstFrame(movingPicture(20, 10)), false],
  ["a GIF that breaks off", "gif", movingPicture(20, 10).subarray(0, 30), false],
  ["a PNG with an animation before its pixels", "png", png("acTL", "IDAT"), true],
  ["a PNG with the word behind its pixels", "png", png("IDAT", "acTL"), false],
  ["a PNG that breaks off", "png", png().subarray(0, 20), false],
  ["a WebP that says so", "webp", webp("VP8X", 0x12), true],
  ["a WebP with an alpha channel alone", "webp", webp("VP8X", 0x10), false],
  ["a plain WebP whose pixels look like the flag", "webp", webp("VP8 ", 0x02), false],
  ["an AVIF sequence", "avif", avif("avis", "avif", "mif1"), true],
  ["an AVIF that can be read as a sequence", "avif", avif("avif", "mif1", "avis"), true],
  ["a still AVIF", "avif", avif("avif", "mif1", "miaf"), false],
  ["a photo", "jpg", Buffer.from("\xff\xd8\xff", "latin1"), false],
])("%s", (_message, extension, bytes, expected) => {
  expect(isAnimated(bytes, extension)).toBe(expected);
});
