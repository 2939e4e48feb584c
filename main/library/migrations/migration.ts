import type { Disk } from "../files/disk.ts";
import type { Repairs } from "../files/repairs.ts";

/** What a migration works on: the folder, before anything in it is opened. */
export interface MigrationContext {
  readonly disk: Disk;
  readonly library: string;
  readonly repairs: Repairs;
  readonly now: () => number;
}

/**
 * A step from one version of the folder's layout to the next. It keeps a copy of what it changes in
 * `before-format-<to>/`, and can be run again from its start wherever it was interrupted.
 */
export interface Migration {
  readonly to: number;
  run(context: MigrationContext): Promise<void>;
}
