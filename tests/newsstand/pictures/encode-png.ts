import { crc32, deflateSync } from "node:zlib";

/** A PNG of 8-bit RGB pixels, three bytes each, row by row. */
export function encodePng(width: number, height: number, pixels: Uint8ClampedArray): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(filterRows(width, height, pixels), { level: 4 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Each row as its difference from the one above (filter 2): painted skies shrink to little. */
function filterRows(width: number, height: number, pixels: Uint8ClampedArray): Uint8Array {
  const stride = width * 3;
  const rows = new Uint8Array(height * (stride + 1));
  for (let y = 0; y < height; y++) {
    const target = y * (stride + 1);
    const source = y * stride;
    rows[target] = y === 0 ? 0 : 2;
    for (let x = 0; x < stride; x++) {
      const above = y === 0 ? 0 : (pixels[source + x - stride] ?? 0);
      rows[target + 1 + x] = (pixels[source + x] ?? 0) - above;
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
