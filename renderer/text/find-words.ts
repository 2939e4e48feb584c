/** Words that are looked for, as a query names them. */
export interface Term {
  readonly text: string;
  /** The last word may go on. */
  readonly isPrefix: boolean;
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Letters that are typed for one another, once case and accents are gone. */
const kin: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  ς: "σ",
  ى: "ي",
  ة: "ه",
  ـ: "",
};
/** Of scripts without spaces, words begin and end anywhere. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;
const wordSign = /[\p{L}\p{N}\p{M}]/u;

/** A letter without case and accents. */
function foldLetter(letter: string): string {
  const bare = letter
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mn}+/gu, "");
  return kin[bare] ?? kin[letter.toLowerCase()] ?? bare;
}

/** Where terms stand in a text, first to last, without overlaps: case and accents make no difference. */
export function findWords(text: string, terms: readonly Term[]): Stretch[] {
  const patterns = terms.map(patternOf).filter((pattern) => pattern !== null);
  if (patterns.length === 0 || text === "") return [];
  let folded = "";
  const starts: number[] = [];
  let at = 0;
  for (const letter of text) {
    const bare = foldLetter(letter);
    starts.push(...new Array<number>(bare.length).fill(at));
    folded += bare;
    at += letter.length;
  }
  starts.push(text.length);
  const found = patterns.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((match) => ({
      start: starts[match.index] ?? 0,
      end: endOf(text, starts[match.index + match[0].length] ?? text.length),
    })),
  );
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const apart: Stretch[] = [];
  for (const stretch of found)
    if (stretch.end > stretch.start && stretch.start >= (apart.at(-1)?.end ?? 0))
      apart.push(stretch);
  return apart;
}

/** Marks that belong to the last letter are part of it. */
function endOf(text: string, end: number): number {
  let last = end;
  while (last < text.length && /^\p{Mn}$/u.test(text.charAt(last))) last += 1;
  return last;
}

/** Arabic words are found with and without their article, as the index has them. */
function withArticle(word: string): string {
  if (!/^\p{sc=Arabic}{3}/u.test(word)) return word;
  return `(?:[وفبك]?ال|لل)?${word.replace(/^(?:[وفبك]?ال|لل)(?=.{3})/u, "")}`;
}

function patternOf({ text, isPrefix }: Term): RegExp | null {
  const folded = Array.from(text, foldLetter).join("");
  const words = folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = unspaced.test(first.charAt(0)) ? "" : "(?<![\\p{L}\\p{N}])";
  const isOpen = isPrefix || unspaced.test(last.charAt(last.length - 1));
  const end = isOpen
    ? isPrefix && wordSign.test(last)
      ? "[\\p{L}\\p{N}]*"
      : ""
    : "(?![\\p{L}\\p{N}])";
  const isSpaced = !words.some((word) => unspaced.test(word));
  const parts = words.map(withArticle);
  return new RegExp(`${start}${parts.join("[^\\p{L}\\p{N}]{1,3}")}${isSpaced ? end : ""}`, "gu");
}
