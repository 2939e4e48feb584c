import { performance } from "node:perf_hooks";

/** How long a thread was held: busy and not free to answer, in milliseconds. */
export interface Holds {
  readonly longest: number;
  readonly over16: number;
  /** The longest that a turn came late by the clock, other processes' share included. */
  readonly latest: number;
  readonly samples: number;
}

/**
 * Watches how long this thread works without a pause: a timer of one millisecond asks for its turn
 * over and over. A late turn counts as far as this thread itself was computing: what the system gave
 * to other processes in the meantime is not the program's doing.
 */
export function watchHolds(): () => Holds {
  const holds: number[] = [];
  let latest = 0;
  let lastTurn = performance.now();
  let lastWork = threadWork();
  let timer = setTimeout(tick, 1);
  function tick(): void {
    const turn = performance.now();
    const work = threadWork();
    latest = Math.max(latest, turn - lastTurn - 1);
    holds.push(Math.min(turn - lastTurn - 1, work - lastWork));
    lastTurn = turn;
    lastWork = work;
    timer = setTimeout(tick, 1);
  }
  return () => {
    clearTimeout(timer);
    return {
      longest: Math.max(0, ...holds),
      latest,
      over16: holds.filter((hold) => hold > 16).length,
      samples: holds.length,
    };
  };
}

/** Milliseconds that this thread has computed so far. */
function threadWork(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
