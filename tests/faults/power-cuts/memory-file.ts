import type { Random } from "../../newsstand/random.ts";

/** A change that the disk has not promised to keep yet. */
type FileChange =
  | { readonly kind: "write"; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: "size"; readonly size: number };

/** Disks write such pieces whole or not at all, and in any order. */
const sector = 64;

/** A file's bytes as programs see them, and what of them would outlive a power cut. */
export class MemoryFile {
  readonly kind = "file";
  content: Buffer = Buffer.alloc(0);
  /** When it was changed last, in milliseconds. */
  changed: number;
  #durable: Buffer = Buffer.alloc(0);
  #durablyChanged: number;
  #changes: FileChange[] = [];

  constructor(now: number) {
    this.changed = now;
    this.#durablyChanged = now;
  }

  write(position: number, bytes: Buffer, now: number): void {
    this.#change({ kind: "write", position, bytes: Buffer.from(bytes) }, now);
  }

  resize(size: number, now: number): void {
    if (size !== this.content.length) this.#change({ kind: "size", size }, now);
  }

  sync(): void {
    this.#durable = this.content;
    this.#durablyChanged = this.changed;
    this.#changes = [];
  }

  /**
   * What is left when the power goes: unsynced changes are lost, kept, torn, kept in part and out
   * of order, or only the new size has come to the disk and what it should hold is zeros.
   */
  cut(random: Random): void {
    if (this.#changes.length > 0) {
      this.content = this.#survivor(random);
      if (random.chance(0.5)) this.changed = this.#durablyChanged;
    }
    this.sync();
  }

  #survivor(random: Random): Buffer {
    const changes = this.#changes;
    switch (random.whole(0, 7)) {
      case 0:
        return this.#durable;
      case 1: {
        const whole = changes.slice(0, random.whole(0, changes.length - 1));
        return apply(this.#durable, [...whole, ...torn(changes[whole.length], random)]);
      }
      case 2:
        return apply(this.#durable, changes.map(zeroed));
      case 3: {
        const zeroes = changes.map((change) => (random.chance(0.5) ? zeroed(change) : change));
        return apply(this.#durable, zeroes);
      }
      case 4: {
        const kept = changes.flatMap((change) => scattered(change, random));
        const size = random.chance(0.5) ? Math.max(this.content.length, this.#durable.length) : 0;
        const result = apply(this.#durable, kept);
        return result.length >= size ? result : resized(result, size);
      }
      default:
        return this.content;
    }
  }

  #change(change: FileChange, now: number): void {
    this.content = apply(this.content, [change]);
    this.changed = now;
    this.#changes.push(change);
  }
}

/** Never changes the bytes that it is given: they may be what is durable. */
function apply(bytes: Buffer, changes: readonly FileChange[]): Buffer {
  let result = bytes;
  for (const change of changes) {
    if (change.kind === "size") {
      result = resized(result, change.size);
    } else {
      const end = change.position + change.bytes.length;
      result = resized(result, Math.max(result.length, end));
      change.bytes.copy(result, change.position);
    }
  }
  return result;
}

function resized(bytes: Buffer, size: number): Buffer {
  const result = Buffer.alloc(size);
  bytes.copy(result, 0, 0, Math.min(size, bytes.length));
  return result;
}

function torn(change: FileChange | undefined, random: Random): FileChange[] {
  if (change?.kind !== "write") return change === undefined ? [] : [change];
  return [{ ...change, bytes: change.bytes.subarray(0, random.whole(0, change.bytes.length)) }];
}

function zeroed(change: FileChange): FileChange {
  return change.kind === "write" ? { ...change, bytes: Buffer.alloc(change.bytes.length) } : change;
}

function scattered(change: FileChange, random: Random): FileChange[] {
  if (change.kind === "size") return random.chance(0.5) ? [change] : [];
  const pieces: FileChange[] = [];
  for (let start = 0; start < change.bytes.length; start += sector)
    if (random.chance(0.5))
      pieces.push({
        kind: "write",
        position: change.position + start,
        bytes: change.bytes.subarray(start, start + sector),
      });
  return pieces;
}
