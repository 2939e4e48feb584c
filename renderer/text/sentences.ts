import { trimStretch, type Stretch } from "./find-passage.ts";

/**
 * The sentences of a text, in its order; none of them goes on over the end of a line.
 *
 * @param language - a language tag (BCP 47), as far as it is known
 */
export function sentencesOf(text: string, language: string | null): Stretch[] {
  const segmenter = makeSegmenter(language);
  const sentences: Stretch[] = [];
  let lineStart = 0;
  for (const line of text.split("\n")) {
    for (const { index, segment } of segmenter.segment(line)) {
      const start = lineStart + index;
      const sentence = trimStretch(text, { start, end: start + segment.length });
      if (sentence !== null) sentences.push(sentence);
    }
    lineStart += line.length + 1;
  }
  return sentences;
}

function makeSegmenter(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity: "sentence" });
  } catch {
    // What publishers give as a language is not always the tag of one.
    return new Intl.Segmenter(undefined, { granularity: "sentence" });
  }
}
