import type { Random } from "../random.ts";

/** A rolling line: `level` in the middle, `swing` pixels up and down; rougher with more octaves. */
export function rollingLine(
  width: number,
  level: number,
  swing: number,
  octaves: number,
  random: Random,
): Float64Array {
  const line = new Float64Array(width).fill(level);
  for (let octave = 0; octave < octaves; octave++) {
    const amplitude = swing / 1.9 ** octave;
    const length = width / (1.3 * 1.95 ** octave) / random.between(0.8, 1.25);
    const phase = random.between(0, Math.PI * 2);
    const second = random.between(0, Math.PI * 2);
    for (let x = 0; x < width; x++) {
      const turn = (x / length) * Math.PI * 2;
      line[x] =
        (line[x] ?? 0) -
        amplitude * (0.6 * Math.sin(turn + phase) + 0.4 * Math.sin(turn * 1.7 + second));
    }
  }
  return line;
}

/** A ridge of peaks, by halving a line and moving its middle at random (midpoint displacement). */
export function ridge(
  width: number,
  level: number,
  swing: number,
  roughness: number,
  random: Random,
): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(width));
  const points = new Float64Array(size + 1);
  points[0] = random.between(-0.5, 0.5) * swing;
  points[size] = random.between(-0.5, 0.5) * swing;
  let reach = swing;
  for (let step = size; step > 1; step /= 2) {
    for (let at = step / 2; at < size; at += step) {
      const middle = ((points[at - step / 2] ?? 0) + (points[at + step / 2] ?? 0)) / 2;
      points[at] = middle + random.between(-1, 1) * reach;
    }
    reach *= roughness;
  }
  return points.slice(0, width).map((height) => level - height);
}
