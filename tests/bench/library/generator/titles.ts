import { section, type Section } from "../../../../preload/contract/contract.ts";
import type { NewFeed } from "../../../../main/library/library.ts";
import { languages, type Language } from "./languages.ts";
import { seeded, zipf } from "./seeded.ts";
import { makeVocabulary, type Vocabulary } from "./vocabulary.ts";

/** A made-up title, and what its articles are made of. */
export interface Title {
  readonly feed: NewFeed;
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** Which of the folders it is filed into; null: into none. */
  readonly folder: number | null;
  readonly section: Section | null;
}

export const folderNames = [
  "Mornings",
  "Home town",
  "World",
  "Business",
  "Science",
  "Technology",
  "Culture",
  "Sport",
  "Climate",
  "Long reads",
  "Friends",
  "Work",
];
const sections = section.options;
const seed = 7;

/** Makes titles, the first ones with the most articles; the same in every run. */
export function makeTitles(count: number): Title[] {
  const random = seeded(seed);
  const vocabularies = new Map<string, Vocabulary>();
  return Array.from({ length: count }, (_, index) => {
    const language = languageAt((index * 0.618) % 1);
    let vocabulary = vocabularies.get(language.code);
    if (vocabulary === undefined)
      vocabularies.set(language.code, (vocabulary = makeVocabulary(language)));
    const host = `title-${index + 1}.example`;
    const own = random.chance(0.7) ? random.pick(sections) : null;
    return {
      feed: {
        address: `https://${host}/feed.xml`,
        ownTitle: null,
        publisherTitle: vocabulary.phrase(random, 2),
        site: `https://${host}/`,
        folderId: null,
        section: own,
        language: language.code,
        typedHost: null,
      },
      language,
      vocabulary,
      folder: random.chance(0.85) ? random.below(folderNames.length) : null,
      section: own,
    };
  });
}

/** Which title an article is from: a few publish most of what there is. */
export function titlePicker(count: number): ReturnType<typeof zipf> {
  return zipf(count, 0.8, 6);
}

/** The language that stands at a place when all are laid out by their shares. */
function languageAt(place: number): Language {
  let end = 0;
  const found = languages.find(({ share }) => place < (end += share));
  if (found === undefined) throw new Error("The languages' shares do not sum up to 1.");
  return found;
}
