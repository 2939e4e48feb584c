import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { inspectPicture, namePicture } from "../../../main/offline/offline.ts";

/** Pictures made by hand, with the fewest bytes that tell their kind and size. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(10))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
function gif(width: number, height: number): Buffer {
  const bytes = Buffer.from("GIF89a\0\0\0\0\0\0\0;", "latin1");
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}
function jpg(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 17, 1, 3, 17, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const start = Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1");
  return Buffer.concat([start, frame, Buffer.from([0xff, 0xd9])]);
}
function bmp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(54);
  bytes.write("BM");
  bytes.writeUInt32LE(40, 14);
  bytes.writeUInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  return bytes;
}
function webp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write("RIFF\x16\0\0\0WEBPVP8X", "latin1");
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}
function ico(side: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.set([0, 0, 1, 0, 1, 0, side, side]);
  return bytes;
}
function svg(attributes: string, before = ""): Buffer {
  return Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><g/></svg>`);
}

describe("pictures that are kept", () => {
  test.each([
    ["png", png(640, 480), 640, 480],
    ["gif", gif(30, 20), 30, 20],
    ["jpg", jpg(800, 600), 800, 600],
    ["bmp", bmp(16, 9), 16, 9],
    ["webp", webp(1200, 675), 1200, 675],
    ["ico", ico(32), 32, 32],
    ["svg", svg('width="40" height="30"'), 40, 30],
    ["svg", svg('viewBox="0 0 100 50"', '<?xml version="1.0"?>\n<!-- made by hand -->\n'), 100, 50],
    ["svg", svg(""), 300, 150],
  ])("%s", (extension, bytes, width, height) => {
    expect(inspectPicture(bytes)).toEqual({ extension, width, height, isAnimated: false });
  });
});

describe("pictures that are not kept", () => {
  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a page", Buffer.from("<!doctype html><html><body><svg></svg></body></html>")],
    ["text", Buffer.from("Not found")],
    ["a tracking pixel", gif(1, 1)],
    ["a line of pixels", png(600, 2)],
    ["more than 25 megapixels", png(6000, 5000)],
    ["no size at all", png(0, 0)],
    ["only the first bytes", png(10, 10).subarray(0, 12)],
    ["only the first bytes of a photo", jpg(10, 10).subarray(0, 16)],
    ["more than 10 MB", Buffer.concat([png(100, 100), Buffer.alloc(10 * 1024 * 1024)])],
    ["a drawing of more than 1 MB", svg("", `<!--${"x".repeat(1024 * 1024)}-->`)],
    ["a drawing that was cut off", svg("").subarray(0, 40)],
    ["a drawing within other XML", Buffer.from("<rss><svg></svg></rss>")],
    ["a program", Buffer.from("MZ\x90\0")],
    ["sound", Buffer.from("RIFF\0\0\0\0WAVEfmt ")],
    ["a film", Buffer.from("\0\0\0\x20ftypisom\0\0\0\0isomavc1")],
    ["another kind of picture", Buffer.from("II*\0\x08\0\0\0\0\0\0\0")],
  ])("%s", (_message, bytes) => expect(inspectPicture(bytes)).toBeNull());
});

test("a photo that lies on its side has the size in which it is shown", () => {
  const exif = Buffer.from(
    "\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
    "latin1",
  );
  const upright = jpg(800, 600);
  const lying = Buffer.concat([upright.subarray(0, 2), exif, upright.subarray(2)]);
  expect(inspectPicture(lying)).toMatchObject({ width: 600, height: 800 });
});

test("a picture's name is the hash of its bytes", () => {
  const bytes = png(10, 10);
  const hash = createHash("sha256").update(bytes).digest("hex");
  expect(namePicture(bytes, "png")).toBe(`${hash}.png`);
});

test("damaged pictures never throw", () => {
  const kinds = [png(40, 30), gif(40, 30), jpg(40, 30), bmp(40, 30), webp(40, 30), ico(32)];
  for (const whole of kinds) {
    for (let length = 0; length < whole.length; length += 1) {
      const cut = inspectPicture(whole.subarray(0, length));
      expect(cut === null || cut.width >= 3).toBe(true);
      const bent = Buffer.from(whole);
      bent[length] = 0xff;
      const read = inspectPicture(bent);
      expect(read === null || read.width * read.height <= 25_000_000).toBe(true);
    }
  }
});
