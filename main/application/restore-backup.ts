import type { RestoreReport } from "../library/library.ts";
import { announceLists } from "./announce-changes.ts";
import { backupErrors } from "./backup-errors.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Gate } from "./gate.ts";
import type { IconKeeper } from "./icon-keeper.ts";
import type { LongTasks } from "./long-tasks.ts";
import type { PrivateAddresses } from "./private-addresses.ts";
import { RequestError } from "./request-error.ts";
import type { Refresher } from "./refresher.ts";

interface Restoring extends Pick<Collaborators, "library" | "announce" | "log"> {
  readonly gate: Gate;
  readonly tasks: LongTasks;
  readonly refresher: Refresher;
  readonly privateAddresses: PrivateAddresses;
  readonly icons: IconKeeper;
}

/** Takes a backup in while nothing else changes the library, and shows what is there then. */
export async function restoreBackup(
  path: string,
  mode: "merge" | "replace",
  { library, announce, log, gate, tasks, privateAddresses, refresher, icons }: Restoring,
): Promise<RestoreReport> {
  return tasks.run("restore", async (onProgress) => {
    await gate.keepOutChanges(new RequestError("busy", "a backup is being restored"));
    try {
      // Titles may become others, so no visit of those before may still be stored.
      await refresher.cancel();
      return await backupErrors(() =>
        library.copies.restore(path, mode, onProgress, (addresses) =>
          privateAddresses.takeSecrets(addresses),
        ),
      );
    } finally {
      gate.open();
      if (mode === "replace")
        // They name titles and folders that are others now.
        for (const { undoId } of library.undo.list())
          await library.undo.forget(undoId).catch((error: unknown) => {
            log("forgetting what was done before", error);
          });
      announce("settings.changed", {});
      announce("statuses.changed", { articleIds: null });
      announce("bookmarks.changed", {});
      announce("searches.changed", {});
      announceLists(announce);
      refresher.release();
      icons.lookThrough();
    }
  });
}
