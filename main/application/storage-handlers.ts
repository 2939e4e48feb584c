import { notYet } from "./not-yet.ts";
import type { HandlersFor } from "./use-case-context.ts";

/** Requests about what the library takes on disk, copies of it, and ways to leave. */
export function storageHandlers(): HandlersFor<"storage" | "backup" | "export"> {
  return {
    "storage.usage": notYet,
    "storage.forecast": notYet,
    "storage.purge": notYet,
    "storage.openFolder": notYet,
    "storage.move": notYet,
    "backup.list": notYet,
    "backup.create": notYet,
    "backup.choose": notYet,
    "backup.restore": notYet,
    "export.everything": notYet,
  };
}
