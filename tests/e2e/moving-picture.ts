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
