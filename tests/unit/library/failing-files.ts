import * as nodeFiles from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import type { FileSystem } from "../../../main/library/files/disk.ts";

/** File calls that count, and that fail when told to. */
export class FailingFiles {
  /** Syncs of files and folders so far. */
  syncs = 0;
  /** Bytes written so far. */
  bytes = 0;
  /** Writes that are still let through; then the disk is full. */
  writesLeft = Infinity;
  /** Syncs that are still let through; then the disk is full. */
  syncsLeft = Infinity;

  readonly files: FileSystem = {
    ...nodeFiles,
    open: async (...args: Parameters<typeof nodeFiles.open>) =>
      this.#watch(await nodeFiles.open(...args)),
  };

  /** Lets everything through again. */
  recover(): void {
    this.writesLeft = Infinity;
    this.syncsLeft = Infinity;
  }

  #watch(handle: FileHandle): FileHandle {
    return new Proxy(handle, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        return (...args: unknown[]) => {
          if (name === "write") return this.#write(target, member, args);
          if (name === "sync" || name === "datasync") {
            if (this.syncsLeft-- <= 0) return Promise.reject(diskFull());
            this.syncs++;
          }
          return (member as (...args: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  }

  /** A full disk takes half of the bytes before it refuses. */
  async #write(target: FileHandle, member: unknown, args: unknown[]): Promise<unknown> {
    const [bytes, offset, length, position] = args as [Buffer, number, number, number];
    const write = member as (
      ...args: [Buffer, number, number, number]
    ) => ReturnType<FileHandle["write"]>;
    if (this.writesLeft-- > 0) {
      this.bytes += length;
      return write.call(target, bytes, offset, length, position);
    }
    await write.call(target, bytes, offset, Math.floor(length / 2), position);
    throw diskFull();
  }
}

function diskFull(): Error {
  return Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
}
