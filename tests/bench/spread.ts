/** How measured values lie. */
export interface Spread {
  readonly best: number;
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { best: at(0), median: at(0.5), p95: at(0.95), worst: at(1) };
}

/** Milliseconds that all threads of this process have computed so far. */
export function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds that an act takes. */
export async function time(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
