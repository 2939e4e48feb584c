import { crc32, zstdCompressSync } from "node:zlib";
import type { Frame } from "../../../main/library/editions/frame.ts";

/** A frame as version 1 wrote it. */
export function firstFrame(frame: Pick<Frame, "record" | "html">): Buffer {
  const payload = zstdCompressSync(Buffer.from(JSON.stringify(frame), "utf8"));
  const header = Buffer.from("BSF1........", "latin1");
  header.writeUInt32LE(payload.length, 4);
  header.writeUInt32LE(crc32(payload), 8);
  return Buffer.concat([header, payload]);
}
