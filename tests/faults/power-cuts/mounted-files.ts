import type { FileHandle } from "node:fs/promises";
import { join, sep } from "node:path";
import type { FileSystem } from "../../../main/library/files/disk.ts";
import type { Random } from "../../newsstand/random.ts";
import { MemoryFolder, type MemoryDisk, type MemoryNode } from "./memory-disk.ts";
import { MemoryFile } from "./memory-file.ts";

/** Calls that a failure report shows. */
const traced = 60;

let mounts = 0;

/**
 * The file calls of one program run on a disk in memory. Once the power is cut no call comes back,
 * as nothing goes on in a machine without power.
 */
export class MountedFiles {
  /** The folder that stands for the disk; another one for each run, as locks are held by path. */
  readonly folder = join(sep, `power-cut-${++mounts}`);
  readonly files: FileSystem;
  /** Resolves when the power is cut. */
  readonly off: Promise<void>;
  /** Calls so far that change something or make it durable. */
  steps = 0;
  /** The step at which the power is cut, or the process killed. */
  cutAt = Infinity;
  endsInKill = false;
  wasKilled = false;
  /** Called before each call, to make it slow or to make it fail. */
  before: ((call: string, path: string) => Promise<void> | void) | null = null;
  readonly #disk: MemoryDisk;
  readonly #random: Random;
  readonly #trace: string[] = [];
  #isOff = false;
  #turnOff: () => void = () => undefined;

  constructor(disk: MemoryDisk, random: Random) {
    this.#disk = disk;
    this.#random = random;
    this.off = new Promise((resolve) => (this.#turnOff = resolve));
    const calls = {
      open: (path: string, flags = "r") => this.#open(path, flags),
      readFile: (path: string, encoding?: BufferEncoding) => this.#readFile(path, encoding),
      writeFile: (path: string, content: string | Uint8Array) => this.#writeFile(path, content),
      rename: (from: string, to: string) => this.#rename(from, to),
      rm: (path: string, options?: { force?: boolean; recursive?: boolean }) =>
        this.#rm(path, options),
      unlink: (path: string) => this.#rm(path),
      rmdir: (path: string) => this.#rmdir(path),
      mkdir: (path: string, options?: { recursive?: boolean }) => this.#mkdir(path, options),
      readdir: (path: string, options?: { withFileTypes?: boolean }) =>
        this.#readdir(path, options),
      stat: (path: string) => this.#stat(path),
      lstat: (path: string) => this.#stat(path),
      access: (path: string) => this.#stat(path),
      copyFile: (from: string, to: string, flags = 0) => this.#copyFile(from, to, flags),
      statfs: () => this.#statfs(),
    };
    // A call that the library makes and this class does not know must not pass unnoticed.
    this.files = new Proxy(calls as unknown as FileSystem, {
      get: (target, name) => {
        if (name in target) return Reflect.get(target, name) as unknown;
        throw new Error(`The simulated disk has no call “${String(name)}”.`);
      },
    });
  }

  /** Whether the power has been cut, or the process killed. */
  isCut(): boolean {
    return this.#isOff;
  }

  /** The last calls, oldest first. */
  get trace(): readonly string[] {
    return this.#trace;
  }

  /** Cuts the power now. */
  cut(): void {
    if (this.#isOff) return;
    this.#isOff = true;
    this.#disk.cut(this.#random);
    this.#turnOff();
  }

  /** Ends the run as `kill -9` does: all is there, but a later cut may still take the unsynced. */
  kill(): void {
    if (this.#isOff) return;
    this.#isOff = true;
    this.wasKilled = true;
    this.#turnOff();
  }

  async #open(path: string, flags: string): Promise<FileHandle> {
    await this.#enter("open", path);
    const { folder, name, node } = this.#find(path);
    if (node !== undefined) {
      if (flags.includes("x")) throw failure("EEXIST", path);
      if (node.kind === "folder" && flags !== "r") throw failure("EISDIR", path);
      if (flags.startsWith("w") && node.kind === "file" && node.content.length > 0)
        await this.#step(`truncate ${path}`, () => node.resize(0, this.#disk.now));
      return this.#handle(path, node);
    }
    if (flags.startsWith("r")) throw failure("ENOENT", path);
    const made = new MemoryFile(this.#disk.now);
    await this.#step(`create ${path}`, () => {
      this.#disk.change([{ folder, name, node: made }]);
    });
    return this.#handle(path, made);
  }

  #handle(path: string, node: MemoryNode): FileHandle {
    let isOpen = true;
    const enter = async (call: string): Promise<MemoryFile> => {
      await this.#enter(call, path);
      if (!isOpen) throw failure("EBADF", path);
      if (node.kind === "folder") throw failure("EISDIR", path);
      return node;
    };
    const sync = async () => {
      await this.#enter("sync", path);
      if (!isOpen) throw failure("EBADF", path);
      await this.#sync(path, node);
    };
    const handle = {
      read: async (bytes: Buffer, offset: number, length: number, position: number) => {
        const { content } = await enter("read");
        const bytesRead = content.copy(bytes, offset, position, position + length);
        return { bytesRead, buffer: bytes };
      },
      write: async (bytes: Uint8Array, offset = 0, length?: number, position?: number | null) => {
        const file = await enter("write");
        const piece = Buffer.from(bytes.buffer, bytes.byteOffset + offset, length ?? bytes.length);
        await this.#write(path, file, position ?? file.content.length, piece);
        return { bytesWritten: piece.length, buffer: bytes };
      },
      readFile: async () => Buffer.from((await enter("read")).content),
      truncate: async (size = 0) => {
        const file = await enter("truncate");
        await this.#step(`truncate ${path} to ${size}`, () => file.resize(size, this.#disk.now));
      },
      stat: async () => {
        await this.#enter("stat", path);
        return factsOf(node);
      },
      sync,
      datasync: sync,
      close: async () => {
        await this.#enter("close", path);
        isOpen = false;
      },
    };
    return handle as unknown as FileHandle;
  }

  async #write(path: string, file: MemoryFile, position: number, bytes: Buffer): Promise<void> {
    const room = this.#room() + Math.max(0, file.content.length - position);
    const fits = bytes.subarray(0, Math.max(0, room));
    await this.#step(`write ${path} at ${position}, ${fits.length} bytes`, () =>
      file.write(position, fits, this.#disk.now),
    );
    if (fits.length < bytes.length) throw failure("ENOSPC", path);
  }

  #room(): number {
    return this.#disk.capacity === Infinity ? Infinity : this.#disk.capacity - this.#disk.used();
  }

  async #sync(path: string, node: MemoryNode): Promise<void> {
    this.#note(`sync ${path}`);
    // A sync that the cut comes in the midst of has promised nothing.
    if (++this.steps > this.cutAt) return this.#end();
    if (node.kind === "file") node.sync();
    else this.#disk.syncFolder(node);
  }

  async #readFile(path: string, encoding?: BufferEncoding): Promise<Buffer | string> {
    await this.#enter("read", path);
    const { node } = this.#find(path);
    if (node === undefined) throw failure("ENOENT", path);
    if (node.kind === "folder") throw failure("EISDIR", path);
    return encoding === undefined ? Buffer.from(node.content) : node.content.toString(encoding);
  }

  async #writeFile(path: string, content: string | Uint8Array): Promise<void> {
    const handle = await this.#open(path, "w");
    await handle.write(Buffer.from(content), 0, undefined, 0);
    await handle.close();
  }

  async #rename(from: string, to: string): Promise<void> {
    await this.#enter("rename", from);
    const source = this.#find(from);
    const target = this.#find(to);
    const { node } = source;
    if (node === undefined) throw failure("ENOENT", from);
    if (target.node !== undefined && target.node.kind !== node.kind)
      throw failure(node.kind === "folder" ? "ENOTDIR" : "EISDIR", to);
    if (target.node?.kind === "folder" && target.node.entries.size > 0)
      throw failure("ENOTEMPTY", to);
    await this.#step(`rename ${from} to ${to}`, () => {
      this.#disk.change([
        { folder: source.folder, name: source.name, node: null },
        { folder: target.folder, name: target.name, node },
      ]);
    });
  }

  async #rm(path: string, options: { force?: boolean; recursive?: boolean } = {}): Promise<void> {
    await this.#enter("rm", path);
    let found: { folder: MemoryFolder; name: string; node: MemoryNode | undefined };
    try {
      found = this.#find(path);
    } catch (error) {
      if (options.force === true) return;
      throw error;
    }
    const { folder, name, node } = found;
    if (node === undefined) {
      if (options.force === true) return;
      throw failure("ENOENT", path);
    }
    if (node.kind === "folder") {
      if (options.recursive !== true) throw failure("ERR_FS_EISDIR", path);
      for (const child of [...node.entries.keys()]) await this.#rm(join(path, child), options);
    }
    await this.#step(`remove ${path}`, () => {
      this.#disk.change([{ folder, name, node: null }]);
    });
  }

  async #rmdir(path: string): Promise<void> {
    await this.#enter("rmdir", path);
    const { folder, name, node } = this.#find(path);
    if (node === undefined) throw failure("ENOENT", path);
    if (node.kind === "file") throw failure("ENOTDIR", path);
    if (node.entries.size > 0) throw failure("ENOTEMPTY", path);
    await this.#step(`remove ${path}`, () => {
      this.#disk.change([{ folder, name, node: null }]);
    });
  }

  /** Returns the first folder that was made, as Node does. */
  async #mkdir(path: string, options: { recursive?: boolean } = {}): Promise<string | undefined> {
    await this.#enter("mkdir", path);
    let first: string | undefined;
    let current = this.folder;
    const names = this.#names(path);
    for (const [at, part] of names.entries()) {
      current = join(current, part);
      const { folder, name, node } = this.#find(current);
      const isLast = at === names.length - 1;
      if (node?.kind === "folder" && (!isLast || options.recursive === true)) continue;
      if (node?.kind === "folder") throw failure("EEXIST", current);
      if (node !== undefined) throw failure(isLast ? "EEXIST" : "ENOTDIR", current);
      if (!isLast && options.recursive !== true) throw failure("ENOENT", path);
      await this.#step(`mkdir ${current}`, () => {
        this.#disk.change([{ folder, name, node: new MemoryFolder() }]);
      });
      first ??= current;
    }
    return first;
  }

  async #readdir(path: string, options: { withFileTypes?: boolean } = {}): Promise<unknown[]> {
    await this.#enter("readdir", path);
    const { node } = this.#find(path);
    if (node === undefined) throw failure("ENOENT", path);
    if (node.kind === "file") throw failure("ENOTDIR", path);
    if (options.withFileTypes !== true) return [...node.entries.keys()];
    return Array.from(node.entries, ([name, entry]) => ({
      name,
      parentPath: path,
      ...kindOf(entry),
    }));
  }

  async #stat(path: string): Promise<ReturnType<typeof factsOf>> {
    await this.#enter("stat", path);
    const { node } = this.#find(path);
    if (node === undefined) throw failure("ENOENT", path);
    return factsOf(node);
  }

  async #copyFile(from: string, to: string, flags: number): Promise<void> {
    const bytes = (await this.#readFile(from)) as Buffer;
    const exclusive = (flags & 1) === 1;
    const handle = await this.#open(to, exclusive ? "wx" : "w");
    await handle.write(bytes, 0, bytes.length, 0);
    await handle.close();
  }

  async #statfs(): Promise<{ bsize: number; bavail: number; bfree: number; blocks: number }> {
    await this.#enter("statfs", this.folder);
    // Too little for the reserve of megabytes, which would only make every cut slow.
    const free = Math.min(this.#room(), 50_000_000);
    return { bsize: 1, bavail: free, bfree: free, blocks: free + this.#disk.used() };
  }

  async #enter(call: string, path: string): Promise<void> {
    if (this.#isOff) await never;
    await this.before?.(call, path);
    if (this.#isOff) await never;
  }

  /** Makes a change, and cuts the power where it is time: the change itself may then survive. */
  async #step(what: string, act: () => void): Promise<void> {
    this.#note(what);
    act();
    if (++this.steps > this.cutAt) await this.#end();
  }

  async #end(): Promise<never> {
    if (this.endsInKill) this.kill();
    else this.cut();
    return never;
  }

  #note(what: string): void {
    this.#trace.push(`${this.steps + 1}: ${what.replaceAll(this.folder, "")}`);
    if (this.#trace.length > traced) this.#trace.shift();
  }

  /** The folder that a path's last name lies in, and what it stands for there. */
  #find(path: string): { folder: MemoryFolder; name: string; node: MemoryNode | undefined } {
    const names = this.#names(path);
    const name = names.pop();
    if (name === undefined) return { folder: this.#disk.root, name: "", node: this.#disk.root };
    let folder = this.#disk.root;
    for (const part of names) {
      const next = folder.entries.get(part);
      if (next === undefined) throw failure("ENOENT", path);
      if (next.kind === "file") throw failure("ENOTDIR", path);
      folder = next;
    }
    return { folder, name, node: folder.entries.get(name) };
  }

  #names(path: string): string[] {
    if (path !== this.folder && !path.startsWith(`${this.folder}${sep}`))
      throw new Error(`${path} lies outside of the simulated disk ${this.folder}.`);
    return path
      .slice(this.folder.length)
      .split(sep)
      .filter((part) => part !== "");
  }
}

const never = new Promise<never>(() => undefined);

/** Without the stack: libraries ask for files that are not there all the time. */
function failure(code: string, path: string): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return Object.assign(new Error(`${code}: ${path}`), { code, path });
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function kindOf(node: MemoryNode) {
  return {
    isFile: () => node.kind === "file",
    isDirectory: () => node.kind === "folder",
    isSymbolicLink: () => false,
  };
}

function factsOf(node: MemoryNode) {
  const isFile = node.kind === "file";
  return {
    size: isFile ? node.content.length : 4096,
    mtimeMs: isFile ? node.changed : 0,
    mtime: new Date(isFile ? node.changed : 0),
    mode: isFile ? 0o100644 : 0o40755,
    ...kindOf(node),
  };
}
