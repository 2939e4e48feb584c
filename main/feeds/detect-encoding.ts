/** Guessing the encoding of bytes that declare none and are no valid UTF-8. */
import { analyse } from "chardet";
import { decodeAs, encodingOf, latin1 } from "./decoders.ts";

/** How much of a document is looked at. */
const reach = 32_768;

/** Fewer Thai characters than this prove nothing. */
const thaiMinimum = 12;

/** Fewer Hebrew letters than this prove nothing. */
const hebrewMinimum = 12;

/** Encodings of scripts whose words hold no ASCII letters. */
const otherScripts: ReadonlySet<string> = new Set(
  "koi8-r windows-1251 iso-8859-5 iso-8859-6 windows-1256 iso-8859-7 windows-1253 iso-8859-8 windows-1255".split(
    " ",
  ),
);

/** Encodings of Windows that have letters where the standard ones have control characters. */
const withLetters = new Map([
  ["iso-8859-1", "windows-1252"],
  ["iso-8859-2", "windows-1250"],
  ["iso-8859-7", "windows-1253"],
  ["iso-8859-8", "windows-1255"],
  ["iso-8859-9", "windows-1254"],
]);

/** The likeliest encoding; "windows-1252" when nothing speaks for another. */
export function detectEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, reach);
  const mostlyUtf8 = new TextDecoder().decode(sample);
  const broken = mostlyUtf8.split("\ufffd").length - 1;
  const intact = mostlyUtf8.match(/[^\0-\u007f\ufffd]/g)?.length ?? 0;
  // A few broken bytes in a document full of good UTF-8: cut by a program that counts bytes.
  if (intact > broken * 4) return "utf-8";
  if (isThai(decodeAs(sample, "windows-874") ?? "") && !isInPairs(sample)) return "windows-874";
  const words = withoutMarkup(sample);
  if (isHebrew(decodeAs(words, "windows-1255") ?? "")) return "windows-1255";
  const guess = guessOf(tellingWords(words), otherScripts) ?? latinOf(words, guessOf(words));
  if (guess === "koi8-r" && isUkrainian(sample)) return "koi8-u";
  const hasLetters =
    sample.some((byte) => byte >= 0x80 && byte <= 0x9f) ||
    (guess === "iso-8859-2" && isPolishOfWindows(sample));
  return (hasLetters ? withLetters.get(guess ?? "") : undefined) ?? guess ?? "windows-1252";
}

/** The detector's first guess that can be meant, perhaps among some only. */
function guessOf(words: Uint8Array, among?: ReadonlySet<string>): string | undefined {
  return analyse(words)
    .map(({ name }) => name.toLowerCase())
    .filter((name) => encodingOf(name) !== null && isPlausible(decodeAs(words, name) ?? ""))
    .slice(0, 1)
    .find((name) => among?.has(name) !== false);
}

/**
 * Words with characters beyond ASCII: English ones beside them, such as names of sections, pass for
 * the language of a short text. In pairs of bytes the second is never a space.
 */
function tellingWords(words: Uint8Array): Uint8Array {
  const telling = latin1(words).match(/[^\s]*[\x80-\xff][^\s]*/g) ?? [];
  return Buffer.from(telling.join(" "), "latin1");
}

/** Polish and Turkish that the detector takes for a western language, beside English words. */
function latinOf(words: Uint8Array, guess: string | undefined): string | undefined {
  if (guess !== "iso-8859-1" && guess !== "windows-1252") return guess;
  const text = latin1(words);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  // Signs such as ³ and ¶ in the midst of words are letters of Central Europe.
  if (count(/[a-z\xc0-\xff][\xb1\xb3\xb6\xb9\xbc\xbf](?=[a-z\xc0-\xff])/gi) >= 3)
    return "iso-8859-2";
  // The Turkish letters stand where Icelandic has its own, which are never without á, æ, í or ó.
  const turkish = count(/[\xd0\xdd\xde\xf0\xfd\xfe]/g);
  return turkish >= 5 && count(/[\xe1\xe6\xed\xf3]/g) * 5 <= turkish ? "iso-8859-9" : guess;
}

/** English words of the markup would pass for the language of the text. */
function withoutMarkup(bytes: Uint8Array): Uint8Array {
  const text = latin1(bytes).replace(
    /<[^<>]*>|&lt;(?:(?!&[lg]t;).){0,500}&gt;|&#?\w{1,10};/gs,
    " ",
  );
  return Buffer.from(text, "latin1");
}

/** Whether the bytes can be Chinese, Japanese or Korean, whose characters are pairs of them. */
function isInPairs(bytes: Uint8Array): boolean {
  return ["gbk", "euc-jp", "euc-kr", "big5"].some((label) => {
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
      return true;
    } catch {
      return false;
    }
  });
}

/** Text of single bytes passes for Japanese written in nothing but half-width syllables. */
function isPlausible(text: string): boolean {
  const halfWidth = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  const beyondAscii = text.match(/[^\0-\u007f]/g)?.length ?? 0;
  return halfWidth * 2 <= beyondAscii;
}

/** A vowel or tone that stands above or below a letter, without one before it. */
const markWithoutLetter = /(?<![\u0e01-\u0e2e]|\p{Mn})\p{Mn}/gu;

/**
 * Thai, which the detector does not know: nearly all characters are of that script, and they obey
 * its spelling. Vowels before a consonant have one behind them, marks have a letter under them.
 */
function isThai(text: string): boolean {
  const beyondAscii = text.match(/[^\0-\u007f]/g)?.length ?? 0;
  const letters = text.match(/[\u0e01-\u0e5b]/g)?.length ?? 0;
  if (letters < thaiMinimum || letters < beyondAscii * 0.95) return false;
  const consonants = text.match(/[\u0e01-\u0e2e]/g)?.length ?? 0;
  const vowelsAlone = text.match(/[\u0e40-\u0e44](?![\u0e01-\u0e2e])/g)?.length ?? 0;
  const marksAlone = text.match(markWithoutLetter)?.length ?? 0;
  // Words are not parted by spaces: runs of letters are long.
  const runs = text.match(/[\u0e01-\u0e5b]+/g)?.length ?? 0;
  return (
    consonants > letters * 0.4 && vowelsAlone + marksAlone <= letters * 0.03 && letters >= runs * 6
  );
}

/**
 * Hebrew, which the detector takes for French beside some English words. Nearly all characters are
 * of its script and, unlike accented letters, beside no Latin one; and unlike Russian at the same
 * places, those that end words stand at their ends.
 */
function isHebrew(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(/[א-ת]/g);
  if (letters < hebrewMinimum || letters < count(/[^\0-\u007f]/g) * 0.85) return false;
  const beside = count(/[a-z][א-ת]|[א-ת][a-z]/gi);
  const endings = count(/[ךםןףץ]/g);
  const inside = count(/[ךםןףץ](?=[א-ת])/g);
  return beside <= letters * 0.02 && endings > 0 && inside <= endings * 0.1;
}

/** Polish is told by its ł and ż; its ą stands at 0xB9 in windows-1250, at 0xB1 in ISO 8859-2. */
function isPolishOfWindows(bytes: Uint8Array): boolean {
  return (
    bytes.includes(0xb9) && !bytes.includes(0xb1) && (bytes.includes(0xb3) || bytes.includes(0xbf))
  );
}

/** KOI8-U has Ukrainian letters where KOI8-R has frames of tables, which no feed draws. */
function isUkrainian(bytes: Uint8Array): boolean {
  return bytes.some((byte) => [0xa4, 0xa6, 0xa7, 0xad, 0xb4, 0xb6, 0xb7, 0xbd].includes(byte));
}
