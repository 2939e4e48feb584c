import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { SafeStorage } from "../../../main/secrets/secrets.ts";

/** A safe storage with a key of its own, as each machine has one; it can be taken away. */
export class KeyRing implements SafeStorage {
  isOffered = true;
  /** The person said no, or the keyring is gone. */
  refuses = false;
  /** The key was changed: what was sealed before opens, and should be sealed anew. */
  generation = 0;
  opened = 0;
  readonly #key = randomBytes(32);

  isAvailable(): Promise<boolean> {
    return Promise.resolve(!this.refuses);
  }

  seal(text: string): Promise<Uint8Array> {
    if (this.refuses) return Promise.reject(new Error("refused"));
    const start = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.#key, start);
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Promise.resolve(
      Buffer.concat([Buffer.of(this.generation), start, cipher.getAuthTag(), sealed]),
    );
  }

  // Asynchronous as the system's, so that what it throws is a rejection.
  async open(bytes: Uint8Array): Promise<{ text: string; isOutdated: boolean }> {
    await Promise.resolve();
    if (this.refuses) throw new Error("refused");
    this.opened += 1;
    const decipher = createDecipheriv("aes-256-gcm", this.#key, bytes.subarray(1, 13));
    decipher.setAuthTag(bytes.subarray(13, 29));
    const text = decipher.update(bytes.subarray(29), undefined, "utf8") + decipher.final("utf8");
    return { text, isOutdated: bytes[0] !== this.generation };
  }
}
