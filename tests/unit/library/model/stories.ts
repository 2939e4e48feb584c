import type { IncomingArticle } from "../../../../main/library/library.ts";
import type { MediaName, Section } from "../../../../preload/contract/contract.ts";
import { hour, noon, sampleArticle } from "../samples.ts";

/** One article of a title, as its publisher numbers it and in one of its wordings. */
export interface Story {
  /** Which of the titles, from 0. */
  readonly title: number;
  readonly number: number;
  readonly version: number;
}

const sections: readonly (Section | null)[] = [null, "World", "Sport", null, "Science"];

export function titleAddress(title: number): string {
  return `https://title-${title}.example/feed`;
}

/** What the publisher offers: the same story and version always give the same article. */
export function storyArticle({ title, number, version }: Story): IncomingArticle {
  const name = `${title}/${number}/${version}`;
  return sampleArticle(`story ${number}`, {
    headline: `Headline of ${name}`,
    address: `https://title-${title}.example/${number}`,
    aliases: [`https://title-${title}.example/${number}`],
    html: isBare(number) ? "" : `<p>The text of ${name}. ${"word ".repeat(number % 9)}</p>`,
    // Some share a second, some have no date, some are dated in the future.
    published: number % 5 === 4 ? null : noon + ((number * 7) % 11) * 6 * hour - 24 * hour,
    section: sections[number % sections.length] ?? null,
    tags: [`tag ${number % 3}`],
    pictures: Array.from({ length: number % 3 }, (_, at) => ({
      // Another wording may come with another picture.
      address: `https://title-${title}.example/${number}-${at === 0 ? 0 : version % 2}.jpg`,
      alt: "",
      width: null,
      height: null,
    })),
    contentHash: `hash of ${name}`,
  });
}

/** The story that a headline tells of. */
export function storyOf(headline: string): Story {
  const match = /^Headline of (\d+)\/(\d+)\/(\d+)$/.exec(headline);
  if (match === null) throw new Error(`“${headline}” is no headline that was ever stored.`);
  return { title: Number(match[1]), number: Number(match[2]), version: Number(match[3]) };
}

/** Whether the feed gives no text of a story. */
export const isBare = (number: number): boolean => number % 7 === 3;

/** What a story's page says, in every wording of its feed. */
export function pageText({ title, number }: Omit<Story, "version">): string {
  return `<p>The page of ${title}/${number}.</p>`;
}

/** When a page is asked for again that could not be had. */
export const nextTryOfPages = noon + 30 * hour;

/** What a picture is said to take: few of them fill the smallest cap. */
export const saidBytes = 400_000;

/** The picture that is found at a place: its name and its bytes. */
export function pictureFile(number: number): { name: MediaName; bytes: Buffer } {
  const name = `${number.toString(16).padStart(2, "0").repeat(32)}.jpg` as MediaName;
  return { name, bytes: Buffer.alloc(40 + number, number) };
}
