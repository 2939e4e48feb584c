import { ignoreFullDisk } from "../files/library-error.ts";
import { writeVersion } from "../layout.ts";
import { derivedKeys } from "./2-derived-keys.ts";
import type { Migration, MigrationContext } from "./migration.ts";

/** Every step there ever was, in order. */
const migrations: readonly Migration[] = [derivedKeys];

/**
 * Brings a library's folder up to date, step by step; each is recorded once it is done. On a full
 * disk the rest is done at another opening.
 */
export async function migrate(context: MigrationContext, version: number): Promise<void> {
  for (const migration of migrations) {
    if (migration.to <= version) continue;
    try {
      await migration.run(context);
      await writeVersion(context.disk, context.library, migration.to);
    } catch (error) {
      ignoreFullDisk(error);
      context.repairs.tell(
        "The library could not be brought up to date because the disk is full; that is tried again at the next start.",
      );
      return;
    }
  }
}
