import type { Random } from "../../newsstand/random.ts";
import type { MemoryFile } from "./memory-file.ts";

export class MemoryFolder {
  readonly kind = "folder";
  entries = new Map<string, MemoryNode>();
  durable = new Map<string, MemoryNode>();
}

export type MemoryNode = MemoryFile | MemoryFolder;

/** A name in a folder that now stands for another node, or for none. */
export interface Step {
  readonly folder: MemoryFolder;
  readonly name: string;
  readonly node: MemoryNode | null;
}

/**
 * A disk in memory that can lose power. File contents and folder entries become durable apart from
 * each other, each only by a sync of that file or folder. A rename is one change, as on every file
 * system with a journal, also between folders.
 */
export class MemoryDisk {
  root = new MemoryFolder();
  /** Bytes that all files may take together. */
  capacity = Infinity;
  #now = Date.UTC(2026, 0, 1);
  #calls = 0;
  /** Changes of folders that no sync has made durable, oldest first. */
  #pending: (readonly Step[])[] = [];

  /** The disk's clock: as coarse as real ones, so that changes in quick succession look alike. */
  get now(): number {
    if (++this.#calls % 16 === 0) this.#now += 4;
    return this.#now;
  }

  change(steps: readonly Step[]): void {
    make(steps, "entries");
    this.#pending.push(steps);
  }

  syncFolder(folder: MemoryFolder): void {
    const synced: (readonly Step[])[] = [];
    const waiting: (readonly Step[])[] = [];
    // Walked backwards: what a durable change has settled, an earlier one must not undo.
    const settled = new Map<MemoryFolder, Set<string>>();
    for (const steps of this.#pending.toReversed()) {
      const left = steps.filter((step) => settled.get(step.folder)?.has(step.name) !== true);
      if (!steps.some((step) => step.folder === folder)) {
        if (left.length > 0) waiting.push(left);
        continue;
      }
      synced.push(left);
      for (const step of steps)
        settled.set(step.folder, (settled.get(step.folder) ?? new Set()).add(step.name));
    }
    for (const steps of synced.reverse()) make(steps, "durable");
    this.#pending = waiting.reverse();
  }

  /** Bytes that all files take. */
  used(folder = this.root): number {
    let bytes = 0;
    for (const node of folder.entries.values())
      bytes += node.kind === "file" ? node.content.length : this.used(node);
    return bytes;
  }

  /** The power goes and comes back: of what was not synced anything may be left. */
  cut(random: Random): void {
    for (const steps of this.#survivors(random)) make(steps, "durable");
    this.#pending = [];
    settle(this.root, random, new Set());
  }

  /** Folder changes reach the disk in order, in order for each folder alone, or in no order. */
  #survivors(random: Random): (readonly Step[])[] {
    const pending = this.#pending;
    switch (random.whole(0, 2)) {
      case 0:
        return pending.slice(0, random.whole(0, pending.length));
      case 1: {
        const left = new Map<MemoryFolder, number>();
        for (const steps of pending)
          for (const { folder } of steps) left.set(folder, (left.get(folder) ?? 0) + 1);
        for (const [folder, count] of left) left.set(folder, random.whole(0, count));
        return pending.filter((steps) => {
          const isKept = steps.every(({ folder }) => (left.get(folder) ?? 0) > 0);
          for (const { folder } of steps) left.set(folder, (left.get(folder) ?? 0) - 1);
          return isKept;
        });
      }
      default:
        return pending.filter(() => random.chance(0.5));
    }
  }
}

function make(steps: readonly Step[], which: "entries" | "durable"): void {
  for (const { folder, name, node } of steps)
    if (node === null) folder[which].delete(name);
    else folder[which].set(name, node);
}

function settle(folder: MemoryFolder, random: Random, settled: Set<MemoryNode>): void {
  folder.entries = new Map(folder.durable);
  for (const node of folder.entries.values()) {
    if (settled.has(node)) continue;
    settled.add(node);
    if (node.kind === "file") node.cut(random);
    else settle(node, random, settled);
  }
}
