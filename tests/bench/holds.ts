import { performance } from "node:perf_hooks";

/** How long a thread was held: not free to answer, in milliseconds. */
export interface Holds {
  readonly longest: number;
  readonly over16: number;
  readonly samples: number;
}

/**
 * Watches how long this thread is not free: an immediate asks for its turn over and over, and what
 * lies between two turns beyond waiting for input is time in which the window would have waited.
 * A timer of one millisecond keeps the loop turning, so that every hold is seen.
 */
export function watchHolds(): () => Holds {
  const delays: number[] = [];
  let expected = performance.now() + 1;
  let timer = setTimeout(tick, 1);
  function tick(): void {
    const now = performance.now();
    delays.push(Math.max(0, now - expected));
    expected = now + 1;
    timer = setTimeout(tick, 1);
  }
  return () => {
    clearTimeout(timer);
    return {
      longest: Math.max(0, ...delays),
      over16: delays.filter((delay) => delay > 16).length,
      samples: delays.length,
    };
  };
}
