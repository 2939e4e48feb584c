import { join } from "node:path";
import type { MigrationContext } from "./migration.ts";

/** Copies files into the folder where a migration keeps what it changes; durable once resolved. */
export async function keepBefore(
  { disk, library }: MigrationContext,
  version: number,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  const folder = join(library, `before-format-${version}`);
  await disk.makeFolder(folder);
  for (const name of names) await disk.copy(join(library, name), join(folder, name));
  await disk.syncFolder(folder);
}
