/** Requests to one host at once: as many as the client has connections for it. */
const perHost = 2;

/**
 * Runs errands to hosts, a bounded number at a time, in the order they were asked for. Those to a
 * slow host wait for each other, and never keep a place that another host could use.
 */
export class Pump<Errand> {
  readonly #concurrency: number;
  readonly #run: (errand: Errand) => Promise<void>;
  /** Hosts of the errands that wait. */
  readonly #queue = new Map<Errand, string>();
  /** Hosts of those under way. */
  readonly #underway = new Map<Errand, string>();
  readonly #waitFor: (host: string) => number;
  #whenIdle: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `run` must not reject. `waitFor`: milliseconds until a host may be asked, where it is not now. */
  constructor(
    concurrency: number,
    run: (errand: Errand) => Promise<void>,
    waitFor: (host: string) => number = () => 0,
  ) {
    this.#concurrency = concurrency;
    this.#run = run;
    this.#waitFor = waitFor;
  }

  get isIdle(): boolean {
    return this.#queue.size + this.#underway.size === 0;
  }

  /** Whether an errand waits or is under way. */
  holds(errand: Errand): boolean {
    return this.#queue.has(errand) || this.#underway.has(errand);
  }

  /** Asks for an errand to the host of an address; false when it waits or is under way already. */
  add(errand: Errand, address: string): boolean {
    if (this.holds(errand)) return false;
    this.#queue.set(errand, URL.parse(address)?.host ?? "");
    this.#fill();
    return true;
  }

  /** Forgets what waits. */
  clear(): void {
    this.#queue.clear();
    clearTimeout(this.#timer);
    this.#tellIdle();
  }

  /** Resolves when nothing waits or is under way. */
  async idle(): Promise<void> {
    if (this.isIdle) return;
    await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  #fill(): void {
    clearTimeout(this.#timer);
    if (this.#underway.size >= this.#concurrency) return;
    let soonest = Infinity;
    for (const [errand, host] of this.#queue) {
      if (this.#countUnderway(host) >= perHost) continue;
      const wait = this.#waitFor(host);
      if (wait > 0) {
        soonest = Math.min(soonest, wait);
        continue;
      }
      this.#queue.delete(errand);
      this.#underway.set(errand, host);
      void this.#run(errand).then(() => {
        this.#underway.delete(errand);
        this.#fill();
        this.#tellIdle();
      });
      if (this.#underway.size >= this.#concurrency) return;
    }
    if (soonest === Infinity) return;
    this.#timer = setTimeout(() => {
      this.#fill();
    }, Math.ceil(soonest));
  }

  #tellIdle(): void {
    if (this.isIdle) for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  #countUnderway(host: string): number {
    let count = 0;
    for (const other of this.#underway.values()) if (other === host) count += 1;
    return count;
  }
}
