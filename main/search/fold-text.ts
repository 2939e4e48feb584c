/**
 * Scripts that put no spaces between words. Each of their characters is a word of its own in the
 * index, and a run of them a phrase: the index's tokenizer alone finds nothing inside such a run.
 */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}][\p{M}ー]*/gu;

/** Marks that readers leave out when they type: accents, Hebrew points, Arabic vowels. */
const marks =
  /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{M}])\p{Mn}+/gu;

/** Letters that are typed for one another, once case, width and accents are gone. */
const kin: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  ς: "σ",
  ѐ: "е",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ک: "ك",
  ة: "ه",
  ٱ: "ا",
  ـ: "",
};
const kinLetters = new RegExp(`[${Object.keys(kin).join("")}]`, "gu");

/**
 * Apostrophes that are part of a word, so that `O'Neill` and `п'ять` are found however they are set.
 * Others part words: behind `l'` and before `'s` or `'da` stands what is looked for.
 */
const apostrophes =
  /(?<=[\p{sc=Cyrillic}\p{sc=Hebrew}]|(?<![\p{L}\p{M}\p{N}])o)['’ʼ‘`´](?=\p{L})/gu;

/**
 * The Arabic article, with what is written together before it. Where less than three letters follow,
 * it is more often part of the word (الآن, التي), and taken off it would make frequent words of rare ones.
 */
const arabicArticle = /(?<![\p{L}\p{M}\p{N}])(?:[وفبك]?ال|لل)(?=\p{sc=Arabic}{3})/gu;

/**
 * Text as the index holds it and as queries are put to it: without case, width, accents and other
 * differences that people do not type. What has no spaces between its words is parted into
 * characters. Its length is not that of the text: for showing, see `findHits`.
 */
export function foldText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(marks, "")
    .normalize("NFC")
    .replace(kinLetters, (letter) => kin[letter] ?? letter)
    .replace(apostrophes, "")
    .replace(arabicArticle, "")
    .replace(unspaced, " $& ");
}

/** The words of a folded text, as the index's tokenizer parts them: letters, digits, marks. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
}
