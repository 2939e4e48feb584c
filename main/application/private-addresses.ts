import { missingSecret, publicAddress, splitSecret } from "../fetching/fetching.ts";
import type { Feed } from "../library/library.ts";
import type { Vault } from "../secrets/secrets.ts";
import { RequestError } from "./request-error.ts";

type Title = Pick<Feed, "address">;

const nameOf = (address: string): string => `feed:${publicAddress(address)}`;

/**
 * Whether a whole address belongs into the vault: it holds a secret, and lacks none. One with a name
 * and no password looks as if it lacked that; `isComplete` says that it does not.
 */
export function needsKeeping(whole: string, isComplete: boolean): boolean {
  const missing = missingSecret(whole);
  if (missing === "token") return false;
  return splitSecret(whole).secret !== null || (missing === "password" && isComplete);
}

/** Codes of a disk that is full, and of one that has no more for this person. */
const fullDisk = ["ENOSPC", "EDQUOT"];

/**
 * Whole addresses of private titles. The library knows the public form alone, which is also the name
 * of the secret in the vault: whatever becomes of numbers, copies and libraries, a secret is only
 * ever sent to where it belongs, and a crash between the two never parts a title from it.
 */
export class PrivateAddresses {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Whether a part of a title's address, or its password, is or was a secret. */
  isPrivate(address: string): boolean {
    return (
      this.#vault.has(nameOf(address)) ||
      missingSecret(address) !== null ||
      splitSecret(address).secret !== null
    );
  }

  /** What a title is asked for under; null when that takes a secret which is not here. */
  async fullAddress(address: string): Promise<string | null> {
    const kept = await this.#vault.get(nameOf(address));
    if (kept !== null && publicAddress(kept) === address) return kept;
    return missingSecret(address) === null ? address : null;
  }

  /** Keeps whole addresses. Throws `RequestError` when that is not on disk in the end. */
  async keep(addresses: readonly string[]): Promise<void> {
    await this.#set(new Map(addresses.map((whole) => [nameOf(whole), whole])));
  }

  /** Keeps those of which no secret is here, or none that opens: one that is here is newer. */
  async #keepMissing(addresses: readonly string[]): Promise<void> {
    const missing: string[] = [];
    for (const whole of addresses)
      if ((await this.#vault.get(nameOf(whole))) === null) missing.push(whole);
    await this.keep(missing);
  }

  /** Keeps the secrets of addresses, unless one is here already, which is newer, and returns what is shown of those. */
  async takeSecrets(addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const shown = new Map<string, string>();
    for (const whole of addresses) {
      const { address, secret } = splitSecret(whole);
      if (secret !== null) shown.set(whole, address);
    }
    await this.#keepMissing([...shown.keys()]);
    return shown;
  }

  /** Forgets the secrets of titles, but for those that others of the same address still need. */
  async forget(titles: readonly Title[], needed: readonly Title[]): Promise<void> {
    const kept = titles
      .map(({ address }) => nameOf(address))
      .filter((name) => this.#vault.has(name));
    const names = new Set(kept);
    if (names.size === 0) return;
    for (const { address } of needed) names.delete(nameOf(address));
    await this.#set(new Map([...names].map((name) => [name, null])));
  }

  async #set(entries: ReadonlyMap<string, string | null>): Promise<void> {
    try {
      await this.#vault.set(entries);
    } catch (error) {
      const isFull =
        error instanceof Error && fullDisk.includes((error as { code?: string }).code ?? "");
      throw new RequestError(
        isFull ? "storage-full" : "storage-failed",
        "a secret could not be stored",
      );
    }
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Says of a title that is not visited which secret it lacks, in what a failure tells the window. */
export function lackOf(address: string): {
  readonly host: string;
  readonly kind: "password" | "token";
  readonly user?: string;
} {
  const { host, username } = new URL(address);
  const kind = missingSecret(address) ?? "token";
  return { host, kind, ...(kind === "password" && { user: decoded(username) }) };
}
