import { crc32 } from "node:zlib";

/** CRC-32 as eight hexadecimal digits. */
export function checksum(content: string | Uint8Array): string {
  return hexadecimal(crc32(content));
}

function hexadecimal(sum: number): string {
  return sum.toString(16).padStart(8, "0");
}

const head = '{"crc":"';
const neck = '","data":';
const dataStart = head.length + 8 + neck.length;

/** Where the data begins in a checked file, in bytes. */
export const checkedDataStart = dataStart;

/** Wraps JSON text as `{"crc":"…","data":…}`: still plain JSON, and able to show damage. */
export function wrapChecked(dataText: string): Buffer {
  return Buffer.concat(wrapCheckedParts([Buffer.from(dataText, "utf8")]));
}

/** Like `wrapChecked`, for text that comes in parts and is written in parts. */
export function wrapCheckedParts(parts: readonly Buffer[]): Buffer[] {
  let sum = 0;
  for (const part of parts) sum = crc32(part, sum);
  return [Buffer.from(head + hexadecimal(sum) + neck), ...parts, Buffer.from("}")];
}

/** The data's bytes out of a checked file, or null when a single bit of it is not as written. */
export function unwrapChecked(bytes: Buffer): Buffer | null {
  if (bytes.length < dataStart + 1) return null;
  const start = bytes.toString("latin1", 0, dataStart);
  if (!start.startsWith(head) || !start.endsWith(neck) || bytes.at(-1) !== 0x7d) return null;
  const data = bytes.subarray(dataStart, -1);
  return checksum(data) === start.slice(head.length, head.length + 8) ? data : null;
}
