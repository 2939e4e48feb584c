/** Reads and writes of whole ranges: one call may do only a part. */
import type { FileHandle } from "node:fs/promises";

/** Writes all bytes at a position, however many calls that takes. */
export async function writeAll(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const result = await handle.write(bytes, written, bytes.length - written, position + written);
    written += result.bytesWritten;
  }
}

/** Reads a range whole; null where the file ends before it does. */
export async function readRange(
  handle: FileHandle,
  offset: number,
  length: number,
): Promise<Buffer | null> {
  const bytes = Buffer.allocUnsafe(length);
  return (await readInto(handle, bytes, offset)) ? bytes : null;
}

/** Fills bytes from a position on; false where the file ends before they are full. */
export async function readInto(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<boolean> {
  let read = 0;
  while (read < bytes.length) {
    const result = await handle.read(bytes, read, bytes.length - read, position + read);
    if (result.bytesRead === 0) return false;
    read += result.bytesRead;
  }
  return true;
}
