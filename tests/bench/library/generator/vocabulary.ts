import type { Language } from "./languages.ts";
import { seeded, zipf, type Random } from "./seeded.ts";

/** Different words of a language. With these the texts compress as printed news does. */
const wordCount = 6000;
/** Sentences are made beforehand and dealt out: no two in an article are likely to be the same. */
const sentenceCount = 4000;

const drawWord = zipf(wordCount, 1.02, 2.2);

/** What a title's language has to say. */
export interface Vocabulary {
  sentence(random: Random): string;
  /** Words in a row, the first with a capital letter where the script has them. */
  phrase(random: Random, count: number): string;
}

/** Makes a language's words and sentences; the same in every run. */
export function makeVocabulary(language: Language): Vocabulary {
  const random = seeded(Buffer.from(language.code).readUInt16BE());
  const words = [...new Set(language.frequent)];
  const known = new Set(words);
  const [fewest, longest] = language.length;
  while (words.length < wordCount) {
    // Short words are the most frequent ones.
    const most = fewest + Math.ceil((longest - fewest) * Math.min(1, words.length / 800));
    const count = fewest + random.below(most - fewest + 1);
    const word = Array.from({ length: count }, () => random.pick(language.syllables)).join("");
    // A word that has been made before gets longer, so that short syllables never run out.
    const fresh = known.has(word) ? word + random.pick(language.syllables) : word;
    if (known.has(fresh)) continue;
    known.add(fresh);
    words.push(fresh);
  }
  const phrase = (from: Random, count: number): string => {
    const said = Array.from({ length: count }, () => words[drawWord(from)] ?? "");
    return capitalise(said.join(language.gap));
  };
  const [shortest, widest] = language.sentence;
  const sentences = Array.from(
    { length: sentenceCount },
    () => phrase(random, shortest + random.below(widest - shortest + 1)) + language.stop,
  );
  return { phrase, sentence: (from) => from.pick(sentences) };
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
