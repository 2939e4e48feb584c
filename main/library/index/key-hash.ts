import { hash } from "node:crypto";

/** The 64-bit hash under which an article's key is remembered, as 16 hexadecimal digits. */
export function keyHash(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}

/** A title's key as two numbers. Keys of different titles are kept apart by mixing the title in. */
export function mixKey(feed: number, key: string): [high: number, low: number] {
  return [
    (Number.parseInt(key.slice(0, 8), 16) ^ mixHigh(feed)) >>> 0,
    (Number.parseInt(key.slice(8, 16), 16) ^ mixLow(feed)) >>> 0,
  ];
}

/** The key that was mixed. */
export function unmixKey(feed: number, high: number, low: number): string {
  return hexadecimal(high ^ mixHigh(feed)) + hexadecimal(low ^ mixLow(feed));
}

/** Odd factors map every title to another number. */
function mixHigh(feed: number): number {
  return Math.imul(feed, 0x9e3779b1);
}

function mixLow(feed: number): number {
  return Math.imul(feed, 0x85ebca6b);
}

function hexadecimal(half: number): string {
  return (half >>> 0).toString(16).padStart(8, "0");
}
