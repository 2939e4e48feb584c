/** Numbers as text such as `1-40,42`, in ascending order. */
export function formatRanges(numbers: readonly number[]): string {
  const sorted = Uint32Array.from(numbers).sort();
  const parts: string[] = [];
  for (let first = 0; first < sorted.length;) {
    let last = first;
    while (last + 1 < sorted.length && (sorted[last + 1] ?? 0) - (sorted[last] ?? 0) <= 1) last++;
    const from = sorted[first] ?? 0;
    const to = sorted[last] ?? 0;
    parts.push(from === to ? `${from}` : `${from}-${to}`);
    first = last + 1;
  }
  return parts.join(",");
}

/** Seven digits are the most that an article's number has. */
const highest = 9_999_999;

/** The numbers that such a text stands for; what is not one is passed over. */
export function parseRanges(text: string): number[] {
  const numbers: number[] = [];
  for (const part of text.split(",")) {
    const match = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part);
    if (match === null) continue;
    const from = Number(match[1]);
    const to = Math.min(Number(match[2] ?? match[1]), highest);
    for (let number = from; number <= to; number++) numbers.push(number);
  }
  return numbers;
}
