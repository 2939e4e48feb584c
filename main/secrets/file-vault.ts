import * as nodeFiles from "node:fs/promises";
import { basename, join } from "node:path";
import { replaceFile, type FileCalls } from "./replace-file.ts";
import type { SafeStorage } from "./safe-storage.ts";
import type { VaultOptions } from "./secrets.ts";
import {
  readDocument,
  secretIn,
  textToSeal,
  writeDocument,
  type StoredSecret,
} from "./secrets-document.ts";
import type { Vault } from "./vault.ts";

/** A vault in one file, `secrets.json`, which is replaced as a whole by one writer at a time. */
export class FileVault implements Vault {
  readonly repairs: string[] = [];
  readonly #path: string;
  readonly #files: FileCalls;
  readonly #safeStorage: SafeStorage;
  readonly #log: VaultOptions["log"];
  /** As the system was when it was last asked. */
  #kind: Vault["kind"];
  #stored: ReadonlyMap<string, StoredSecret> = new Map();
  /** Secrets that were opened, or are being opened, or did not open: each is tried once. */
  readonly #opened = new Map<string, Promise<string | null>>();
  /** Why nothing may be written: there is a file that could neither be read nor set aside. */
  #refusal: unknown = null;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor({ folder, safeStorage, log, files }: VaultOptions) {
    this.#path = join(folder, "secrets.json");
    this.#files = files ?? nodeFiles;
    this.#safeStorage = safeStorage;
    this.#log = log;
    this.#kind = safeStorage.isOffered ? "sealed" : "plain";
  }

  static async open(options: VaultOptions): Promise<Vault> {
    const vault = new FileVault(options);
    await vault.#read();
    return vault;
  }

  get kind(): Vault["kind"] {
    return this.#kind;
  }

  has(name: string): boolean {
    return this.#stored.has(name);
  }

  names(prefix = ""): readonly string[] {
    return [...this.#stored.keys()].filter((name) => name.startsWith(prefix));
  }

  get(name: string): Promise<string | null> {
    const known = this.#opened.get(name);
    if (known !== undefined) return known;
    const stored = this.#stored.get(name);
    if (stored === undefined) return Promise.resolve(null);
    const opening = "plain" in stored ? Promise.resolve(stored.plain) : this.#open(name, stored);
    this.#opened.set(name, opening);
    return opening;
  }

  set(entries: ReadonlyMap<string, string | null>): Promise<void> {
    const writing = this.#writing.then(() => this.#set(entries));
    this.#writing = writing.catch(() => undefined);
    return writing;
  }

  async #read(): Promise<void> {
    try {
      this.#stored = readDocument(await this.#files.readFile(this.#path, "utf8"));
    } catch (error) {
      if (systemCode(error) === "ENOENT") return;
      await this.#setAside(error);
    }
  }

  /** A file that does not read as it was written is never overwritten. */
  async #setAside(cause: unknown): Promise<void> {
    this.#log("reading the file of secrets", systemCode(cause) || "not as it was written");
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
    const aside = `${this.#path}.damaged-${stamp}`;
    try {
      await this.#files.rename(this.#path, aside);
      this.repairs.push(
        "The file with your passwords and private addresses could not be read and has been set " +
          `aside as ${basename(aside)}. Private titles will ask for them again.`,
      );
    } catch (error) {
      this.#refusal = error;
      this.repairs.push(
        `The file with your passwords and private addresses, ${this.#path}, cannot be read. ` +
          "Private titles cannot be visited.",
      );
    }
  }

  async #open(name: string, { sealed }: { readonly sealed: string }): Promise<string | null> {
    try {
      const { text, isOutdated } = await this.#safeStorage.open(Buffer.from(sealed, "base64"));
      const secret = secretIn(text, name);
      if (isOutdated) this.#sealAnew(name, secret);
      return secret;
    } catch (error) {
      this.#log("a secret could not be opened", error instanceof Error ? error.name : undefined);
      return null;
    }
  }

  #sealAnew(name: string, secret: string): void {
    const writing = this.#writing.then(async () => {
      if (!this.#stored.has(name) || !(await this.#canSeal())) return;
      await this.#write(new Map(this.#stored).set(name, await this.#seal(name, secret)));
    });
    this.#writing = writing.catch((error: unknown) => {
      this.#log("sealing a secret anew", systemCode(error));
    });
  }

  async #set(entries: ReadonlyMap<string, string | null>): Promise<void> {
    const changed: [string, string | null][] = [];
    for (const [name, secret] of entries)
      if (secret === null ? this.has(name) : (await this.get(name)) !== secret)
        changed.push([name, secret]);
    if (changed.length === 0) return;
    const next = new Map(this.#stored);
    const canSeal = await this.#canSeal();
    for (const [name, secret] of changed)
      if (secret === null) next.delete(name);
      else next.set(name, canSeal ? await this.#seal(name, secret) : { plain: secret });
    // What was written while the system offered nothing better.
    for (const [name, stored] of next)
      if (canSeal && "plain" in stored) next.set(name, await this.#seal(name, stored.plain));
    await this.#write(next);
    for (const [name, secret] of changed)
      if (secret === null) this.#opened.delete(name);
      else this.#opened.set(name, Promise.resolve(secret));
  }

  async #canSeal(): Promise<boolean> {
    if (!this.#safeStorage.isOffered) return false;
    const isAvailable = await this.#safeStorage.isAvailable();
    this.#kind = isAvailable ? "sealed" : "plain";
    return isAvailable;
  }

  async #seal(name: string, secret: string): Promise<StoredSecret> {
    const sealed = await this.#safeStorage.seal(textToSeal(name, secret));
    return { sealed: Buffer.from(sealed).toString("base64") };
  }

  /** Shown only once it is durable. */
  async #write(next: ReadonlyMap<string, StoredSecret>): Promise<void> {
    if (this.#refusal !== null)
      throw new Error("the file of secrets cannot be read", { cause: this.#refusal });
    await replaceFile(this.#files, this.#path, writeDocument(next));
    this.#stored = next;
  }
}

/** The system's code of a failed file call, such as `ENOENT`; empty for any other error. */
function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}
