import { join } from "node:path";
import { viewState, type ViewState } from "../../preload/contract/contract.ts";
import type { Disk } from "./files/disk.ts";
import { writeAll } from "./files/whole-ranges.ts";
import { WriteQueue } from "./files/write-queue.ts";

/**
 * Where the reader was: `view.json`. It changes with every scroll and is worth little, so it is
 * written without a sync, and one that cannot be read is simply forgotten.
 */
export class ViewFile {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #temporary: string;
  readonly #queue = new WriteQueue();
  #state: ViewState = viewState.parse({});
  #isWaiting = false;

  constructor(disk: Disk, library: string) {
    this.#disk = disk;
    this.#path = join(library, "view.json");
    this.#temporary = join(library, ".view.json.tmp");
  }

  async read(): Promise<void> {
    const bytes = await this.#disk.read(this.#path);
    if (bytes === null) return;
    try {
      this.#state = viewState.parse(JSON.parse(bytes.toString("utf8")));
    } catch {
      // The defaults do.
    }
  }

  get state(): ViewState {
    return this.#state;
  }

  /** States that follow each other quickly are written once. */
  async remember(state: ViewState): Promise<void> {
    this.#state = state;
    if (this.#isWaiting) return this.#queue.idle();
    this.#isWaiting = true;
    await this.#queue.run(async () => {
      this.#isWaiting = false;
      const handle = await this.#disk.open(this.#temporary, "w");
      try {
        await writeAll(handle, Buffer.from(JSON.stringify(this.#state)), 0);
      } finally {
        await handle.close();
      }
      await this.#disk.rename(this.#temporary, this.#path);
    });
  }

  async close(): Promise<void> {
    await this.#queue.idle();
  }
}
