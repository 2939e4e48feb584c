/** What stands for a title that has no icon. */
export interface Monogram {
  /** One letter, or two for a name of several words; as they are to be shown. */
  readonly letters: readonly string[];
  /** The number of a colour, from 0. */
  readonly hue: number;
}

/** How many colours there are. */
export const hues = 10;

/** Words that many names begin with, or that only join others. */
const joiningWords = new Set(
  (
    "the a an of and for in on at to by der die das den dem des ein eine und im am le la les un une de " +
    "du des et el los las una y il lo gli i di del della e o os as um uma da do dos het een van en"
  ).split(" "),
);
/** Scripts of which two letters side by side read as initials. */
const lettersOfInitials = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;
/** What parts a name from what is said of it. */
const subtitle = /\s+[|–—·•:»-]\s+|:\s+/u;
const arabicArticle = /^ال(?=\p{L}{3})/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The letters and the colour that stand for a name; always the same for the same one. */
export function monogramOf(name: string): Monogram {
  return { letters: lettersOf(name.normalize("NFC")), hue: hueOf(name) };
}

function lettersOf(name: string): string[] {
  const words = wordsIn(name.split(subtitle).find((part) => wordsIn(part).length > 0) ?? name);
  const telling = words.filter((word) => !joiningWords.has(word.toLowerCase()));
  const [first, second] = telling.length > 0 ? telling : words;
  if (first === undefined) return [/\p{Extended_Pictographic}/u.exec(name)?.[0] ?? "•"];
  const initials = second === undefined ? [first] : [first, second];
  return initials.every((word) => lettersOfInitials.test(word))
    ? initials.map(initialOf)
    : [initialOf(first)];
}

/** `l’Équipe` is one word, and its article is none. */
function wordsIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’]|\u200c|\u200d)*/gu) ?? [];
  return words.map((word) => word.replace(/^(?:[ld]|dell|all|un)['’](?=\p{L})/iu, ""));
}

function initialOf(word: string): string {
  const [first] = graphemes.segment(word.replace(arabicArticle, ""));
  const [upper] = graphemes.segment((first?.segment ?? "").toUpperCase());
  return upper?.segment ?? "";
}

function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hash % hues;
}
