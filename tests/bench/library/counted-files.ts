import * as nodeFiles from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import type { LibraryOptions } from "../../../main/library/library.ts";

type FileSystem = NonNullable<LibraryOptions["files"]>;
type Act = (...parameters: unknown[]) => unknown;

/** A part of a file that was read. */
export interface ReadRange {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

/** File calls that count what is asked of the disk. */
export class CountedFiles {
  /** Syncs of files and folders. */
  syncs = 0;
  bytesWritten = 0;
  reads: ReadRange[] = [];

  readonly files: FileSystem = {
    ...nodeFiles,
    open: async (...parameters: Parameters<typeof nodeFiles.open>) =>
      this.#count(String(parameters[0]), await nodeFiles.open(...parameters)),
    readFile: (async (path: string, options?: null) => {
      const bytes = await nodeFiles.readFile(path, options);
      this.reads.push({ path, offset: 0, length: bytes.length });
      return bytes;
    }) as typeof nodeFiles.readFile,
    copyFile: async (from, to, mode) => {
      await nodeFiles.copyFile(from, to, mode);
      this.bytesWritten += (await nodeFiles.stat(to)).size;
    },
  };

  /** Starts counting anew. */
  reset(): void {
    this.syncs = 0;
    this.bytesWritten = 0;
    this.reads = [];
  }

  #count(path: string, handle: FileHandle): FileHandle {
    return new Proxy(handle, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        return (...parameters: unknown[]) => {
          this.#note(path, name, parameters);
          return (member as Act).apply(target, parameters);
        };
      },
    });
  }

  #note(path: string, name: string | symbol, parameters: readonly unknown[]): void {
    const [bytes, , length, position] = parameters;
    if (name === "sync" || name === "datasync") this.syncs++;
    else if (name === "write")
      this.bytesWritten += typeof length === "number" ? length : byteLength(bytes);
    else if (name === "writeFile" || name === "appendFile") this.bytesWritten += byteLength(bytes);
    else if (name === "read" && typeof length === "number")
      this.reads.push({ path, offset: Number(position ?? 0), length });
    else if (name === "readFile") this.reads.push({ path, offset: 0, length: Infinity });
    else if (name === "writev" || name === "readv")
      throw new Error(`Counting does not know ${name} yet.`);
  }
}

function byteLength(bytes: unknown): number {
  return typeof bytes === "string" ? Buffer.byteLength(bytes) : (bytes as Uint8Array).byteLength;
}
