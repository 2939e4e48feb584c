import { createHash } from "node:crypto";
import { section, type Section } from "../../../../preload/contract/contract.ts";
import type { IncomingArticle, IncomingPicture } from "../../../../main/library/library.ts";
import { packText } from "../../../../main/offline/pack-text.ts";
import { picturePool } from "./pictures.ts";
import { seeded, zipf, type Random } from "./seeded.ts";
import { titlePicker, type Title } from "./titles.ts";

/** Raised whenever other articles come out of here: libraries made before are then made anew. */
export const generatorVersion = 1;

export interface MadeArticle {
  /** Place of its title in the list of titles. */
  readonly title: number;
  readonly article: IncomingArticle;
  /** Its text as it is before it is packed. */
  readonly html: string;
}

const hour = 3_600_000;
const sections = section.options;
/** Publishers' tags; the first ones are on thousands of articles, the last ones on a handful. */
const tagCount = 2000;
const drawTag = zipf(tagCount, 1, 3);
const medianWords = 420;

/** Makes articles of titles; any of them again by its number, also as its publisher changed it. */
export class ArticleMaker {
  readonly #titles: readonly Title[];
  readonly #drawTitle: (random: Random) => number;
  readonly #tags: readonly string[];

  constructor(titles: readonly Title[]) {
    this.#titles = titles;
    this.#drawTitle = titlePicker(titles.length);
    const random = seeded(tagCount);
    this.#tags = Array.from({ length: tagCount }, () => {
      const { vocabulary } = random.pick(titles);
      return vocabulary.phrase(random, 1 + random.below(2));
    });
  }

  /** The tags, from the most frequent to the rarest. */
  get tags(): readonly string[] {
    return this.#tags;
  }

  /** Article number `index`, which arrives at `arrival` (milliseconds); `revision` 0 is its first wording. */
  make(index: number, arrival: number, revision = 0): MadeArticle {
    const random = seeded(index);
    const at = this.#drawTitle(random);
    const title = this.#titles[at];
    if (title === undefined) throw new Error("There are no titles to write for.");
    const address = `${title.feed.site ?? ""}${2020 + random.below(7)}/${slug(random)}-${index}.html`;
    const published = random.chance(0.02)
      ? null
      : arrival - Math.floor(random.fraction() ** 3 * 24 * hour);
    const own: Section | null = random.chance(0.3) ? random.pick(sections) : null;
    const pictures = drawPictures(random, title);
    const text = writeText(random, title, pictures);
    const { opening, wordCount } = text;
    const html =
      revision === 0 ? text.html : `${text.html}<p>${title.vocabulary.sentence(seeded(index))}</p>`;
    const mark = revision === 0 ? "" : ` (${revision})`;
    return {
      title: at,
      article: {
        key: random.chance(0.8) ? `tag:${index}@${address.slice(8, 24)}` : address,
        aliases: random.chance(0.6) ? [address] : [],
        address,
        headline: title.vocabulary.phrase(random, 6 + random.below(7)) + mark,
        author: random.chance(0.8) ? title.vocabulary.phrase(random, 2) : "",
        excerpt: opening.slice(0, 200),
        published,
        section: own ?? title.section,
        tags: Array.from({ length: random.below(6) }, () => this.#tags[drawTag(random)] ?? ""),
        language: title.language.code,
        body: packText(html),
        pictures,
        leadPicture: pictures.length > 0 ? 0 : null,
        enclosures: random.chance(0.03)
          ? [{ address: `${address}.mp3`, type: "audio/mpeg", length: random.below(5e7) }]
          : [],
        wordCount,
        contentHash: createHash("sha256").update(`${index} ${revision}`).digest("hex").slice(0, 16),
      },
      html,
    };
  }
}

/** Most articles have one picture, some none, a few a whole gallery. */
function drawPictures(random: Random, { vocabulary }: Title): IncomingPicture[] {
  const count = random.pick([0, 0, 1, 1, 1, 1, 1, 2, 3, 5]);
  return Array.from({ length: count }, () => ({
    address: picturePool.address(random.below(picturePool.size)),
    alt: random.chance(0.6) ? vocabulary.phrase(random, 8) : "",
    width: 1200,
    height: 800,
  }));
}

/** Some 500 words on average: most articles near the median, some notes, some long ones. */
function writeText(
  random: Random,
  { language, vocabulary }: Title,
  pictures: readonly IncomingPicture[],
): { html: string; opening: string; wordCount: number } {
  const bell = random.fraction() + random.fraction() + random.fraction() + random.fraction() - 2;
  const wordCount = Math.round(Math.min(4000, medianWords * Math.exp(bell * 1.05)));
  const [shortest, longest] = language.sentence;
  const sentences = Math.max(
    2,
    Math.round((wordCount * language.density * 2) / (shortest + longest)),
  );
  const paragraphs: string[] = [];
  let opening = "";
  for (let said = 0; said < sentences;) {
    let paragraph = "";
    for (let left = 2 + random.below(4); left > 0 && said < sentences; left--, said++)
      paragraph += vocabulary.sentence(random);
    opening ||= paragraph;
    if (random.chance(0.1)) paragraphs.push(`<h2>${vocabulary.phrase(random, 4)}</h2>`);
    if (random.chance(0.2))
      paragraph += `<a href="https://${slug(random)}.example/">${vocabulary.phrase(random, 3)}</a>`;
    paragraphs.push(`<p>${paragraph}</p>`);
  }
  // The lead picture stands above the text.
  for (let picture = 1; picture < pictures.length; picture++)
    paragraphs.splice(picture * 2, 0, `<figure><img data-picture="${picture}"></figure>`);
  return { html: paragraphs.join(""), opening, wordCount };
}

function slug(random: Random): string {
  return random.below(2 ** 31).toString(36);
}
