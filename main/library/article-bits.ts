import { z } from "zod";

/** A set of articles: for each arrival day one bit per article number. */
export type ArticleBits = Map<number, Uint8Array>;

/** Article numbers by their day. */
export type MarkedNumbers = ReadonlyMap<number, readonly number[]>;

/** How such a set is stored: each day's bits in base64. */
export const storedBits = z.record(z.string().regex(/^\d{1,6}$/), z.base64());

export function hasBit(articles: ArticleBits, day: number, number: number): boolean {
  return (((articles.get(day)?.[number >> 3] ?? 0) >> (number & 7)) & 1) === 1;
}

export function setBit(articles: ArticleBits, day: number, number: number, on: boolean): void {
  let bits = articles.get(day);
  if (bits === undefined && !on) return;
  bits ??= new Uint8Array(16);
  const index = number >> 3;
  if (index >= bits.length) {
    const larger = new Uint8Array(Math.max(bits.length * 2, index + 1));
    larger.set(bits);
    bits = larger;
  }
  const bit = 1 << (number & 7);
  bits[index] = on ? (bits[index] ?? 0) | bit : (bits[index] ?? 0) & ~bit;
  articles.set(day, bits);
}

/** The numbers of a day's articles in the set, ascending. */
export function numbersOf(articles: ArticleBits, day: number): number[] {
  const numbers: number[] = [];
  for (const [index, bits] of (articles.get(day) ?? new Uint8Array()).entries())
    for (let bit = 0; bits >> bit !== 0; bit++)
      if (((bits >> bit) & 1) === 1) numbers.push(index * 8 + bit);
  return numbers;
}

/** The highest number of a day in the set; 0 when there is none. */
export function highestNumber(articles: ArticleBits, day: number): number {
  const bits = articles.get(day) ?? new Uint8Array();
  const last = bits.findLastIndex((byte) => byte !== 0);
  return last < 0 ? 0 : last * 8 + 31 - Math.clz32(bits[last] ?? 0);
}

export function encodeBits(articles: ArticleBits): Record<string, string> {
  return Object.fromEntries(
    Array.from(articles, ([day, bits]) => [day, Buffer.from(bits).toString("base64")]),
  );
}

export function decodeBits(stored: Readonly<Record<string, string>>): ArticleBits {
  return new Map(
    Object.entries(stored).map(([day, bits]) => [
      Number(day),
      new Uint8Array(Buffer.from(bits, "base64")),
    ]),
  );
}
