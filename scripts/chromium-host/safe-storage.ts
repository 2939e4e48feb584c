/**
 * `safeStorage` as Electron has it on a Linux without a keyring, the machine this host is for: no
 * sealing. A key file of the host's own would only seem to seal, and the program would say so to
 * the person; sealing itself is tested with a safe storage that is handed in.
 */
import type * as Electron from "electron";
import { imitation } from "./refuse.ts";

export const safeStorage = imitation("safeStorage", {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  getSelectedStorageBackend: () => "basic_text",
} satisfies Pick<Electron.SafeStorage, "isAsyncEncryptionAvailable" | "getSelectedStorageBackend">);
