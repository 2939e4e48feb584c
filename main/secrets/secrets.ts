/** Passwords, private addresses and sign-ins, kept apart from the library. This folder's public file. */
import { FileVault } from "./file-vault.ts";
import type { FileCalls } from "./replace-file.ts";
import type { SafeStorage } from "./safe-storage.ts";
import type { Vault } from "./vault.ts";

export type { FileCalls } from "./replace-file.ts";
export type { SafeStorage } from "./safe-storage.ts";
export type { Vault } from "./vault.ts";

export interface VaultOptions {
  /** The folder for everything this person keeps; the file `secrets.json` lies there. */
  readonly folder: string;
  readonly safeStorage: SafeStorage;
  /** Told what could not be opened, by name and never by content. */
  readonly log: (message: string, cause?: unknown) => void;
  /** The file calls, for tests that make them fail. */
  readonly files?: FileCalls;
}

/**
 * Opens the vault of this person on this machine. Never fails: a file that cannot be read is set
 * aside and told of in `repairs`.
 */
export function openVault(options: VaultOptions): Promise<Vault> {
  return FileVault.open(options);
}
