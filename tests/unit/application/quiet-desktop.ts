import type { Desktop } from "../../../main/application/application.ts";

/** A desktop on which every question is cancelled. */
export const quietDesktop: Desktop = {
  askWhereToSave: () => Promise.resolve(null),
  askForBackup: () => Promise.resolve(null),
  askForFolder: () => Promise.resolve(null),
  showFolder: () => Promise.resolve(),
  rememberLibrary: () => Promise.resolve(),
  restart: () => undefined,
};
