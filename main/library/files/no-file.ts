import type { FileHandle } from "node:fs/promises";

const nothing = () => Promise.resolve();

/** Stands in for a file where nothing may be written: takes everything and keeps nothing. */
export const noFile = {
  write: (_: Uint8Array, __: number, length: number) => Promise.resolve({ bytesWritten: length }),
  read: () => Promise.resolve({ bytesRead: 0 }),
  stat: () => Promise.resolve({ size: 0 }),
  truncate: nothing,
  sync: nothing,
  datasync: nothing,
  close: nothing,
} as unknown as FileHandle;
