/** Limits how many requests run at once, in all and per host, and spaces those to one host. */
export interface HostGate {
  /** Waits for a place, runs the task, gives the place back. Rejects when aborted while waiting. */
  run<Result>(host: string, task: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

export interface HostGateOptions {
  readonly perHost: number;
  readonly total: number;
  /** Milliseconds between the starts of two requests to one host. */
  readonly spacing: number;
}

interface Waiting {
  readonly host: string;
  readonly enter: () => void;
}

interface HostState {
  running: number;
  /** When the next request to this host may start, by `performance.now()`. */
  nextStart: number;
}

export function createHostGate(options: HostGateOptions): HostGate {
  const hosts = new Map<string, HostState>();
  const queue: Waiting[] = [];
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let nextTurn: NodeJS.Immediate | undefined;

  const stateOf = (host: string): HostState => {
    let state = hosts.get(host);
    if (state === undefined) {
      state = { running: 0, nextStart: 0 };
      hosts.set(host, state);
    }
    return state;
  };

  /**
   * Lets one in, and the next in another turn of the event loop: opening a connection takes a
   * millisecond or two, and a dozen of them in one turn would be felt in the window.
   */
  function admit(): void {
    clearTimeout(timer);
    const now = performance.now();
    let soonest = Infinity;
    for (const waiting of queue) {
      if (running >= options.total) return;
      const state = stateOf(waiting.host);
      if (state.running >= options.perHost) continue;
      if (state.nextStart > now) {
        soonest = Math.min(soonest, state.nextStart - now);
        continue;
      }
      queue.splice(queue.indexOf(waiting), 1);
      state.running += 1;
      state.nextStart = now + options.spacing;
      running += 1;
      waiting.enter();
      nextTurn ??= setImmediate(admitNext);
      return;
    }
    if (soonest !== Infinity) timer = setTimeout(admit, Math.ceil(soonest));
  }

  function admitNext(): void {
    nextTurn = undefined;
    admit();
  }

  function leave(host: string): void {
    const state = stateOf(host);
    state.running -= 1;
    running -= 1;
    nextTurn ??= setImmediate(admitNext);
    const isIdle = state.running === 0 && state.nextStart <= performance.now();
    if (isIdle && !queue.some((waiting) => waiting.host === host)) hosts.delete(host);
  }

  const place = (host: string, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const waiting: Waiting = {
        host,
        enter() {
          signal?.removeEventListener("abort", giveUp);
          resolve();
        },
      };
      function giveUp(): void {
        const index = queue.indexOf(waiting);
        if (index >= 0) queue.splice(index, 1);
        reject(signal?.reason as Error);
      }
      signal?.addEventListener("abort", giveUp, { once: true });
      queue.push(waiting);
      nextTurn ??= setImmediate(admitNext);
    });

  return {
    async run(host, task, signal) {
      await place(host, signal);
      try {
        return await task();
      } finally {
        leave(host);
      }
    },
  };
}
