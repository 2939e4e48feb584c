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
const [zero, nine, comma, dash] = [48, 57, 44, 45];

/** The numbers that such a text stands for; what is not one is passed over. */
export function parseRanges(text: string): number[] {
  const numbers: number[] = [];
  for (let at = 0; at <= text.length; at++) {
    // Letter by letter: a mark may be of thousands of articles.
    let [first, last, isRange, isGood] = [-1, -1, false, true];
    for (; at < text.length && text.charCodeAt(at) !== comma; at++) {
      const letter = text.charCodeAt(at);
      if (letter >= zero && letter <= nine) {
        const number = Math.max(0, isRange ? last : first) * 10 + letter - zero;
        if (isRange) last = number;
        else first = number;
        if (number > highest) isGood = false;
      } else if (letter === dash && !isRange) isRange = true;
      else isGood = false;
    }
    if (!isGood || first < 0 || (isRange && last < 0)) continue;
    for (let number = first; number <= (isRange ? last : first); number++) numbers.push(number);
  }
  return numbers;
}
