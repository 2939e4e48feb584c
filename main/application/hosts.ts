import {
  FetchError,
  pauseUntil,
  type FetchedResource,
  type HttpClient,
} from "../fetching/fetching.ts";
import type { HostPause } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";

/** A longer pause than any that is granted comes from a clock that was wrong when it was noted. */
const longestPause = 8 * 86_400_000;

/**
 * What is known of publishers' hosts: which of them asked to be left alone, at once in memory and
 * soon after on disk, and whether anybody out there answers at all.
 */
export class Hosts {
  readonly #options: Pick<Collaborators, "library" | "now" | "log">;
  readonly #pauses: Map<string, HostPause>;
  #writing: Promise<void> = Promise.resolve();
  #answers = 0;

  constructor(options: Pick<Collaborators, "library" | "now" | "log">) {
    this.#options = options;
    this.#pauses = new Map(options.library.visits.hostPauses().map((pause) => [pause.host, pause]));
  }

  /** Answers of any kind that came since the program was started: a sign that the network is there. */
  get answers(): number {
    return this.#answers;
  }

  /** Until when the host of an address is to be left alone; null when it may be asked. */
  pausedUntil(address: string): number | null {
    if (this.#pauses.size === 0) return null;
    return this.#running(URL.parse(address)?.host ?? "")?.until ?? null;
  }

  /** When the first of the pauses ends; null when there is none. */
  soonestEnd(): number | null {
    const ends = [...this.#pauses.keys()].flatMap((host) => this.#running(host)?.until ?? []);
    return ends.length === 0 ? null : Math.min(...ends);
  }

  /** Pauses in a row of an address's host, before the one that it may be having. */
  pausesBefore(address: string): number {
    const host = URL.parse(address)?.host ?? "";
    const count = this.#pauses.get(host)?.count ?? 0;
    return this.#running(host) === null ? count : Math.max(0, count - 1);
  }

  /**
   * The same client, whose answers are taken note of, and which asks no host that wants peace, also
   * where it only learnt of that while a request waited for its turn or was led there: then it
   * rejects with `FetchError` "too-soon", whose details say until when.
   */
  watch(client: HttpClient): HttpClient {
    const beforeHop = (url: URL): void => {
      const nextVisit = this.pausedUntil(url.href);
      if (nextVisit === null) return;
      const details = { host: url.host, reason: "host-asks", nextVisit };
      throw new FetchError("too-soon", `${url.host} wants to be left alone`, details);
    };
    return {
      ...client,
      fetch: async (request) => {
        const resource = await client.fetch({ ...request, beforeHop });
        this.#note(resource);
        return resource;
      },
      download: async (request, sink) => {
        const answer = await client.download({ ...request, beforeHop }, sink);
        this.#note(answer);
        return answer;
      },
    };
  }

  /** Resolves when everything noted has been stored. */
  async stored(): Promise<void> {
    await this.#writing;
  }

  #running(host: string): HostPause | null {
    const pause = this.#pauses.get(host);
    const left = (pause?.until ?? 0) - this.#options.now();
    return pause !== undefined && left > 0 && left < longestPause ? pause : null;
  }

  #note({
    address,
    status,
    retryAfter,
  }: Pick<FetchedResource, "address" | "status" | "retryAfter">): void {
    this.#answers += 1;
    const isBusy = status === 429 || status === 503;
    const { host } = new URL(address);
    const before = this.#pauses.get(host);
    if (!isBusy) {
      // Requests that were under way already when it asked for peace do not end the pause.
      if (before === undefined || this.#running(host) !== null) return;
      this.#pauses.delete(host);
      this.#store({ host, until: 0, count: 0 });
      return;
    }
    const earlier = this.pausesBefore(address);
    const until = pauseUntil(retryAfter, earlier, this.#options.now());
    const running = this.#running(host)?.until ?? 0;
    const pause = { host, until: Math.max(until, running), count: earlier + 1 };
    this.#pauses.set(host, pause);
    this.#store(pause);
  }

  #store(pause: HostPause): void {
    const { library, log } = this.#options;
    this.#writing = this.#writing
      .then(() => library.visits.record([], [pause]))
      .catch((error: unknown) => {
        log("noting a host's wish", error);
      });
  }
}
