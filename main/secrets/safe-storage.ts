/** The system's safe storage, as far as the vault uses it. */
export interface SafeStorage {
  /** Whether the system has one at all. Asks nobody for a password, unlike everything below. */
  readonly isOffered: boolean;
  /** Whether it can be used now. A keychain that is locked may ask the person first. */
  isAvailable(): Promise<boolean>;
  seal(text: string): Promise<Uint8Array>;
  /**
   * Rejects for what was not sealed here. `isOutdated`: it should be sealed anew, because the
   * system has changed its key.
   */
  open(bytes: Uint8Array): Promise<{ readonly text: string; readonly isOutdated: boolean }>;
}
