import { safeStorage } from "electron";

/**
 * Whether the system keeps secrets at all. On a Linux without a keyring Electron would encrypt with
 * a password that every copy of Chromium knows (`basic_text`): nothing that deserves the name.
 */
function isOffered(): boolean {
  if (process.platform !== "linux") return true;
  return !["basic_text", "unknown"].includes(safeStorage.getSelectedStorageBackend());
}

/**
 * Keychain, DPAPI, or the desktop's keyring, through Electron's asynchronous calls: the older ones
 * hold the main thread while the person is asked. To be used once Electron is ready.
 */
export const systemSafeStorage = {
  get isOffered(): boolean {
    return isOffered();
  },
  isAvailable: (): Promise<boolean> => safeStorage.isAsyncEncryptionAvailable(),
  seal: (text: string): Promise<Uint8Array> => safeStorage.encryptStringAsync(text),
  async open(bytes: Uint8Array): Promise<{ text: string; isOutdated: boolean }> {
    const opened = await safeStorage.decryptStringAsync(Buffer.from(bytes));
    return { text: opened.result, isOutdated: opened.shouldReEncrypt };
  },
};
