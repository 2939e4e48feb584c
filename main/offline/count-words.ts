/** Scripts that are written without spaces between words. */
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** Where all of these scripts are; punctuation in between is left out. */
const mayBeUnspaced = /[\u0e00-\u1fff\u2e80-\uffff]/;
const spacedWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,:/-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
/** The same for texts of Latin letters and general punctuation alone, in half the time. */
const latinWord = /[\dA-Za-zªµº²³¹¼-¾À-ÖØ-öø-ɏ]+(?:['’.,:/-][\dA-Za-zªµº²³¹¼-¾À-ÖØ-öø-ɏ]+)*/g;
const beyondLatin = /[^\0-\u024f\u2000-\u206f]/;
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** Number of words; runs without spaces (Chinese, Japanese, Thai …) are cut by dictionary. */
export function countWords(text: string): number {
  if (!beyondLatin.test(text)) return text.match(latinWord)?.length ?? 0;
  if (!mayBeUnspaced.test(text)) return countSpaced(text);
  let count = 0;
  const rest = text.replace(unspacedScript, (run) => {
    for (const segment of segmenter.segment(run)) if (segment.isWordLike) count += 1;
    return " ";
  });
  return count + countSpaced(rest);
}

function countSpaced(text: string): number {
  return text.match(spacedWord)?.length ?? 0;
}
