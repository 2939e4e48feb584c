/** Scripts that are written without spaces between words. */
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const spacedWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,:/-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** Number of words; runs without spaces (Chinese, Japanese, Thai …) are cut by dictionary. */
export function countWords(text: string): number {
  let count = 0;
  const rest = text.replace(unspacedScript, (run) => {
    for (const segment of segmenter.segment(run)) if (segment.isWordLike) count += 1;
    return " ";
  });
  return count + (rest.match(spacedWord)?.length ?? 0);
}
