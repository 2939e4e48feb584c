import { describe, expect, it } from "vitest";
import { inspectIcon } from "../../../main/offline/offline.ts";
import { encodePng } from "../../newsstand/pictures/encode-png.ts";

const png = (width: number, height = width): Buffer =>
  encodePng(width, height, new Uint8ClampedArray(width * height * 3).fill(90));

/** A picture as ICO files of old hold it: a BMP without its head, and the mask behind it. */
function bitmap(side: number, depth = 32): Buffer {
  const bytes = Buffer.alloc(40 + side * side * 4 + (side * side) / 8, side);
  bytes.writeUInt32LE(40, 0);
  bytes.writeInt32LE(side, 4);
  bytes.writeInt32LE(side * 2, 8);
  bytes.writeUInt16LE(1, 12);
  bytes.writeUInt16LE(depth, 14);
  return bytes;
}

function ico(...pictures: readonly { side: number; depth?: number; content: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [at, { side, depth = 32, content }] of pictures.entries()) {
    const entry = 6 + at * 16;
    head.set([side % 256, side % 256], entry);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(depth, entry + 6);
    head.writeUInt32LE(content.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += content.length;
  }
  return Buffer.concat([head, ...pictures.map(({ content }) => content)]);
}

const svg = (attributes: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><g width="9"/></svg>`);

describe("an icon", () => {
  it.each([
    ["of good size", png(96), true],
    ["of the smallest size", png(16), true],
    ["nearly square", png(64, 56), true],
    ["of a banner", png(180, 40), false],
    ["of a pixel", png(1), false],
    ["too small to be known by", png(12), false],
    ["drawn", svg(`viewBox="0 0 24 24"`), true],
    ["drawn small", svg(`width="10" height="10"`), true],
    ["drawn without measures", svg(""), true],
    ["drawn as a banner", svg(`viewBox="0 0 200 40"`), false],
    ["that is a page", Buffer.from("<!doctype html><title>Not here</title>"), false],
    ["of nothing", Buffer.alloc(0), false],
    ["of five megabytes", Buffer.concat([png(64), Buffer.alloc(5_000_000)]), false],
    ["with an empty list", ico(), false],
  ])("%s: %#", (_, bytes, isTaken) => {
    expect(inspectIcon(bytes) !== null).toBe(isTaken);
  });

  it("is stored as it came where it is one picture", () => {
    const bytes = png(64);
    expect(inspectIcon(bytes)).toMatchObject({ extension: "png", width: 64, bytes });
  });
});

describe("of the pictures in an ICO file", () => {
  it("the smallest sharp one is taken, out of its wrapping where it is a PNG", () => {
    const wanted = png(64);
    const file = ico(
      { side: 16, content: bitmap(16) },
      { side: 256, content: png(256) },
      { side: 64, content: wanted },
      { side: 32, content: bitmap(32) },
    );
    const icon = inspectIcon(file);
    expect(icon).toMatchObject({ extension: "png", width: 64 });
    expect(Buffer.from(icon?.bytes ?? []).equals(wanted)).toBe(true);
  });

  it("the largest is taken where none is sharp, alone, with its mask and its colours", () => {
    const file = ico(
      { side: 48, depth: 8, content: bitmap(48, 8) },
      { side: 48, content: bitmap(48) },
      { side: 16, content: bitmap(16) },
    );
    const icon = inspectIcon(file);
    expect(icon).toMatchObject({ extension: "ico", width: 48, height: 48 });
    const alone = ico({ side: 48, content: bitmap(48) });
    expect(Buffer.from(icon?.bytes ?? []).equals(alone)).toBe(true);
  });

  it("those that lie outside of the file are passed over", () => {
    const file = ico({ side: 32, content: png(32) }, { side: 128, content: png(128) });
    file.writeUInt32LE(0xffffff00, 6 + 16 + 12);
    expect(inspectIcon(file)).toMatchObject({ extension: "png", width: 32 });
    expect(inspectIcon(file.subarray(0, 30))).toBeNull();
  });

  it("one that says more pictures than it has does no harm", () => {
    const file = ico({ side: 32, content: png(32) });
    file.writeUInt16LE(65_535, 4);
    expect(inspectIcon(file)).toMatchObject({ width: 32 });
  });
});
