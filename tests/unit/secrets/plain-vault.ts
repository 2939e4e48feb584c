import { openVault, type SafeStorage, type Vault } from "../../../main/secrets/secrets.ts";

const refuse = (): Promise<never> => Promise.reject(new Error("no safe storage here"));

/** As on a machine that offers none. */
const noSafeStorage: SafeStorage = {
  isOffered: false,
  isAvailable: () => Promise.resolve(false),
  seal: refuse,
  open: refuse,
};

/** The vault of a person whose library is in a folder: beside it, in a folder of its own. */
export const vaultBeside = (library: string): Promise<Vault> =>
  openVault({ folder: `${library}-person`, safeStorage: noSafeStorage, log: () => undefined });
