import { moveLibrary } from "./move-library.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about what the library takes on disk, and where. */
export function storageHandlers(context: UseCaseContext): HandlersFor<"storage"> {
  const { library, desktop, housekeeping } = context;
  return {
    async "storage.usage"() {
      return {
        ...(await library.upkeep.usage()),
        dataFolder: library.folder,
        backupsFolder: library.copies.folder,
        readOnly: library.readOnly,
      };
    },
    "storage.forecast": ({ retention, sizeBudget }) =>
      library.upkeep.forecast(retention, sizeBudget),
    "storage.purge": () => housekeeping.purge(),
    async "storage.openFolder"({ which }) {
      await desktop.showFolder(which === "library" ? library.folder : library.copies.folder);
      return {};
    },
    "storage.move": () => moveLibrary(context),
  };
}
