import { z } from "zod";
import { feedId, type FeedId } from "../../preload/contract/contract.ts";

/** Where it is kept who is signed in: among this machine's secrets, never in the library. */
export interface SignInVault {
  /** Names that begin so, also of secrets that cannot be opened any more. */
  names(prefix: string): readonly string[];
  get(name: string): Promise<string | null>;
  /** Null removes. Durable when it resolves. */
  set(entries: ReadonlyMap<string, string | null>): Promise<void>;
}

const stored = z.object({ since: z.number(), feedIds: z.array(feedId) });

/** What is known of a sign-in. */
export interface SignInRecord {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly since: number;
  /** The titles at which the person chose to sign in. */
  readonly feedIds: readonly FeedId[];
}

const prefix = "sign-in:";

/** The publishers that the person is signed in to, by site. */
export class SignInRecords {
  readonly #vault: SignInVault;
  readonly #sites: Set<string>;
  readonly #records = new Map<string, Promise<SignInRecord>>();
  readonly #titles = new Map<string, readonly FeedId[]>();

  constructor(vault: SignInVault) {
    this.#vault = vault;
    this.#sites = new Set(vault.names(prefix).map((name) => name.slice(prefix.length)));
    for (const site of this.#sites) void this.of(site);
  }

  /** In alphabetical order. */
  sites(): string[] {
    return [...this.#sites].sort();
  }

  get isEmpty(): boolean {
    return this.#sites.size === 0;
  }

  has(site: string): boolean {
    return this.#sites.has(site);
  }

  /** Of a site that is among `sites`; one that cannot be opened any more knows no titles. */
  of(site: string): Promise<SignInRecord> {
    let record = this.#records.get(site);
    if (record === undefined) {
      record = this.#vault.get(prefix + site).then(read, () => read(null));
      this.#keep(site, record);
    }
    return record;
  }

  /** The titles of a record, as far as it has been opened yet. */
  titlesOf(site: string): readonly FeedId[] {
    return this.#titles.get(site) ?? [];
  }

  /** Notes a sign-in that was begun at a title; `since` stays what it was where one was there. */
  async add(site: string, id: FeedId, now: number): Promise<void> {
    const before = this.has(site) ? await this.of(site) : null;
    const feedIds = [...new Set([...(before?.feedIds ?? []), id])];
    const since = before === null || before.since === 0 ? now : before.since;
    const record = { since, feedIds };
    await this.#vault.set(new Map([[prefix + site, JSON.stringify(record)]]));
    this.#sites.add(site);
    this.#titles.set(site, feedIds);
    this.#keep(site, Promise.resolve(record));
  }

  async remove(site: string): Promise<void> {
    await this.#vault.set(new Map([[prefix + site, null]]));
    this.#sites.delete(site);
    this.#records.delete(site);
    this.#titles.delete(site);
  }

  #keep(site: string, record: Promise<SignInRecord>): void {
    this.#records.set(site, record);
    void record.then(({ feedIds }) => {
      if (this.#records.get(site) === record) this.#titles.set(site, feedIds);
    });
  }
}

function read(text: string | null): SignInRecord {
  try {
    return stored.parse(JSON.parse(text ?? ""));
  } catch {
    return { since: 0, feedIds: [] };
  }
}
