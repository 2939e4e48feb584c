/** Numbers that look random and are the same in every run. */
export interface Random {
  /** A number from 0 up to, but without, 1. */
  fraction(): number;
  /** A whole number from 0 up to, but without, `limit`. */
  below(limit: number): number;
  /** One of a list, each as likely as the other. */
  pick<Choice>(choices: readonly Choice[]): Choice;
  chance(likelihood: number): boolean;
}

/** A small generator with a seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    pick: <Choice>(choices: readonly Choice[]) => choices[below(choices.length)] as Choice,
    chance: (likelihood) => fraction() < likelihood,
  };
}

/**
 * Draws places from 0 to `count - 1` by Zipf's law (the place's weight is 1 / (place + shift)^power),
 * as words of a text or titles of a reader are spread.
 */
export function zipf(count: number, power = 1, shift = 1.5): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let place = 0; place < count; place++) sums[place] = sum += (place + shift) ** -power;
  return (random) => {
    const wanted = random.fraction() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
