/** Breaks documents in the ways in which networks, programs and villains do. */
import type { Random } from "../newsstand/random.ts";

/** Pieces that have a meaning for a reader of feeds. */
const pieces: readonly string[] = [
  "<",
  ">",
  "&",
  "&#0;",
  "&#x10FFFF;",
  "&a;",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  "<?xml ",
  "<!DOCTYPE rss [<!ENTITY a '&a;&a;'>",
  "<item>",
  "</item>",
  "<entry>",
  "</channel>",
  "<rss>",
  "<title>",
  '<link rel="alternate" href="',
  'xml:base="../../',
  'xmlns:x="',
  "<p>",
  "<br>",
  "</",
  "\0",
  "\ufeff",
  "\ufffe",
  "\u2028",
  "\u{1f600}",
  '"',
  "'",
  "{",
  "[",
  "\\u0000",
  ":",
  ",",
  "__proto__",
  "constructor",
  "javascript:",
  "data:text/html,",
  "http://",
  "-1",
  "1e999",
  "99999-99-99T99:99:99Z",
  " ".repeat(500),
  "a".repeat(5_000),
];

const signs = ["<", ">", "&", '"', "'", "/", "=", ":", " "];

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const at = (bytes: Buffer, random: Random): number => random.whole(0, bytes.length);

const mutations: readonly Mutation[] = [
  /** Cut off. */
  (bytes, random) => bytes.subarray(0, at(bytes, random)),
  /** The beginning is lost. */
  (bytes, random) => bytes.subarray(at(bytes, random)),
  /** Some bytes are others. */
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let left = random.whole(1, 20); left > 0 && changed.length > 0; left -= 1) {
      changed[random.whole(0, changed.length - 1)] = random.whole(0, 255);
    }
    return changed;
  },
  /** A piece comes in. */
  (bytes, random) => {
    const where = at(bytes, random);
    const piece = Buffer.from(random.pick(pieces));
    return Buffer.concat([bytes.subarray(0, where), piece, bytes.subarray(where)]);
  },
  /** A piece comes in very often. */
  (bytes, random) => {
    const where = at(bytes, random);
    const piece = Buffer.from(random.pick(pieces).repeat(random.whole(2, 2_000)));
    return Buffer.concat([
      bytes.subarray(0, where),
      piece.subarray(0, 400_000),
      bytes.subarray(where),
    ]);
  },
  /** A stretch is lost. */
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  /** A stretch stands there several times. */
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    const copies = Array.from({ length: random.whole(1, 30) }, () => bytes.subarray(from, to));
    return Buffer.concat([bytes.subarray(0, to), ...copies, bytes.subarray(to)]);
  },
  /** The beginning of one document, the end of another. */
  (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, at(bytes, random)), other.subarray(at(other, random))]),
  /** Every sign of one kind is another. */
  (bytes, random) => {
    const [from, to] = [random.pick(signs), random.pick([...signs, "\0"])];
    return Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1");
  },
];

function stretch(bytes: Buffer, random: Random): [number, number] {
  const from = at(bytes, random);
  return [from, Math.min(bytes.length, from + random.whole(1, 4_000))];
}

/** A document after one to six accidents. */
export function mutate(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let mutated = bytes;
  for (let left = random.whole(1, 6); left > 0; left -= 1) {
    mutated = random.pick(mutations)(mutated, random, other);
  }
  return mutated.subarray(0, 2_000_000);
}
