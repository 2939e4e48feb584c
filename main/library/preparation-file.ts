import { join } from "node:path";
import { z } from "zod";
import { preparationWishes } from "../../preload/contract/contract.ts";
import type { Disk } from "./files/disk.ts";
import { DurableJsonFile, type Codec } from "./files/durable-json-file.ts";
import type { Repairs } from "./files/repairs.ts";
import type { StoredPreparation } from "./types.ts";
import { WriteQueue } from "./files/write-queue.ts";

const stored = z.object({
  wishes: preparationWishes,
  evenMetered: z.boolean(),
  pausedAt: z.number().nullable(),
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
  done: z.int(),
  total: z.int(),
  bytes: z.number(),
}) satisfies z.ZodType<StoredPreparation>;

const document = z.object({ preparation: stored.nullable() });
type PreparationDocument = Readonly<z.infer<typeof document>>;

const codec: Codec<PreparationDocument> = {
  encode: (value) => value,
  decode: (value) => document.parse(value),
};

/**
 * What is being prepared for a time without a network: `preparation.json`. What waits to be fetched
 * stands with the articles; this only says what goes first, and how far it has come.
 */
export class PreparationFile {
  readonly #file: DurableJsonFile<PreparationDocument>;
  readonly #queue = new WriteQueue();
  #current: StoredPreparation | null = null;

  constructor(disk: Disk, library: string, repairs: Repairs) {
    const path = join(library, "preparation.json");
    this.#file = new DurableJsonFile({ disk, path, codec, repairs });
  }

  async read(): Promise<void> {
    this.#current = (await this.#file.read())?.preparation ?? null;
  }

  get current(): StoredPreparation | null {
    return this.#current;
  }

  /** Writes it, and only then shows it. */
  save(preparation: StoredPreparation | null): Promise<void> {
    return this.#queue.run(async () => {
      await this.#file.write({ preparation });
      this.#current = preparation;
    });
  }

  async close(): Promise<void> {
    await this.#queue.idle();
  }
}
