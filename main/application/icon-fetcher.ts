import type { MediaName } from "../../preload/contract/contract.ts";
import { decodeDataAddress } from "../feeds/feeds.ts";
import {
  FetchError,
  silences,
  type FetchedResource,
  type FetchRequest,
} from "../fetching/fetching.ts";
import { WorkerError } from "../workers/workers.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";

/**
 * What became of a request: an answer worth nothing ("none"), a host that wants peace, or the end of
 * the program ("later"), or no answer at all, for which the network may be to blame ("silent").
 */
export type Miss = "none" | "later" | "silent";

export type IconOutcome = { readonly media: MediaName } | Miss;

const remembered = 2000;

/** Fetches icons, each address once, and stores their bytes. */
export class IconFetcher {
  readonly #collaborators: Collaborators & { readonly hosts: Hosts };
  readonly #signal: AbortSignal;
  /** By address: the picture, or null where there is none. */
  readonly #known = new Map<string, MediaName | null>();
  readonly #underway = new Map<string, Promise<IconOutcome>>();

  constructor(collaborators: Collaborators & { readonly hosts: Hosts }, signal: AbortSignal) {
    this.#collaborators = collaborators;
    this.#signal = signal;
  }

  /** Takes note of an icon that is here already. */
  learn(address: string, media: MediaName | null): void {
    this.#known.delete(address);
    this.#known.set(address, media);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= remembered) break;
      this.#known.delete(oldest);
    }
  }

  /** Forgets what was fetched, and what was not to be had. */
  forget(): void {
    this.#known.clear();
  }

  /** Whether an icon costs no request. */
  has(address: string): boolean {
    return this.#known.has(address) || address.startsWith("data:");
  }

  /** The icon at an address, stored. Rejects when it could not be stored. */
  async icon(address: string, typedHost: string | null): Promise<IconOutcome> {
    const known = this.#known.get(address);
    if (known !== undefined) return known === null ? "none" : { media: known };
    let fetching = this.#underway.get(address);
    if (fetching === undefined) {
      fetching = this.#icon(address, typedHost).finally(() => this.#underway.delete(address));
      this.#underway.set(address, fetching);
    }
    const outcome = await fetching;
    if (outcome === "none") this.learn(address, null);
    else if (typeof outcome !== "string") this.learn(address, outcome.media);
    return outcome;
  }

  /** A page or a manifest that names icons. */
  async document(
    address: string,
    typedHost: string | null,
  ): Promise<(FetchedResource & { readonly body: Uint8Array }) | Miss> {
    return this.#fetch({ address, kind: "page", typedHost });
  }

  async #icon(address: string, typedHost: string | null): Promise<IconOutcome> {
    const { library, workers } = this.#collaborators;
    let bytes = decodeDataAddress(address);
    if (bytes === null) {
      const resource = await this.#fetch({ address, kind: "icon", typedHost });
      if (typeof resource === "string") return resource;
      bytes = resource.body;
    }
    try {
      const icon = await workers.run("inspectIcon", { bytes }, { signal: this.#signal });
      if (icon === null) return "none";
      await library.pictures.store(icon.name, icon.bytes);
      return { media: icon.name };
    } catch (error) {
      if (this.#signal.aborted) return "later";
      if (error instanceof WorkerError) return "none";
      throw error;
    }
  }

  async #fetch(
    request: FetchRequest,
  ): Promise<(FetchedResource & { readonly body: Uint8Array }) | Miss> {
    const { client } = this.#collaborators;
    const signal = this.#signal;
    if (!this.#mayAsk(request.address)) return "later";
    try {
      const { body, ...resource } = await client.fetch({ ...request, signal });
      if (resource.status === 429 || resource.status === 503) return "later";
      return body === null ? "none" : { ...resource, body };
    } catch (error) {
      if (signal.aborted) return "later";
      if (!(error instanceof FetchError)) throw error;
      if (error.code === "too-soon") return "later";
      return silences.includes(error.code) ? "silent" : "none";
    }
  }

  #mayAsk(address: string): boolean {
    return !this.#signal.aborted && this.#collaborators.hosts.pausedUntil(address) === null;
  }
}
