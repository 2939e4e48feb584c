/** The sixty titles that come along on the train, and how each of them makes it hard. */
import { encodePng } from "../../newsstand/pictures/encode-png.ts";
import { Random } from "../../newsstand/random.ts";
import type { Newsstand, PublisherDefinition, Resource } from "../../newsstand/newsstand.ts";

/** What a title does, beside coming at all. */
type Kind = Pick<PublisherDefinition, "format" | "behaviour"> & {
  readonly name: string;
  readonly titles: number;
  /** How a title's pictures are made; painted unless told. */
  readonly pictures?: "painted" | "drawn" | "moving" | "large" | "elsewhere" | "none";
};

const kinds: readonly Kind[] = [
  { name: "full", titles: 9 },
  { name: "full-atom", titles: 4, format: "atom", pictures: "drawn" },
  { name: "full-json", titles: 2, format: "json", pictures: "none" },
  { name: "short", titles: 10, format: "rss-summary" },
  { name: "short-drawn", titles: 3, format: "rss-summary", pictures: "drawn" },
  { name: "split", titles: 3, format: "rss-summary", behaviour: { pages: "split" } },
  { name: "slow", titles: 2, format: "rss-summary", behaviour: { pages: "slow", delay: 200 } },
  { name: "slow-pictures", titles: 1, behaviour: { pictures: "slow" } },
  {
    name: "legacy",
    titles: 3,
    format: "rss-summary",
    behaviour: { pages: "legacy", charset: "windows-1252" },
  },
  { name: "undeclared", titles: 2, behaviour: { charset: "iso-8859-1", declares: "header" } },
  { name: "moving", titles: 2, pictures: "moving" },
  { name: "large", titles: 2, pictures: "large" },
  { name: "consent", titles: 3, format: "rss-summary", behaviour: { pages: "consent" } },
  { name: "login", titles: 2, format: "rss-summary", behaviour: { pages: "login" } },
  { name: "bot", titles: 2, format: "rss-summary", behaviour: { pages: "bot" } },
  { name: "excerpt", titles: 2, format: "rss-summary", behaviour: { pages: "excerpt" } },
  { name: "no-pages", titles: 2, format: "rss-summary", behaviour: { pages: "missing" } },
  { name: "broken-pictures", titles: 2, behaviour: { pictures: "missing" } },
  { name: "false-pictures", titles: 2, behaviour: { pictures: "html" } },
  { name: "dead-host", titles: 1, pictures: "elsewhere" },
  { name: "cut-pictures", titles: 1, behaviour: { pictures: "dropped" } },
];

/** What an article must hold when nothing is said to be missing. */
export interface Expected {
  readonly kind: string;
  /** The last words of the article. */
  readonly ending: string;
  readonly pictures: number;
}

/** Adds the titles to a newsstand; what each of their articles holds, by its headline. */
export function addTitles(newsstand: Newsstand, articles: number): Map<string, Expected> {
  const expected = new Map<string, Expected>();
  let place = 0;
  for (const kind of kinds) {
    for (let number = 1; number <= kind.titles; number += 1, place += 1) {
      const slug = `${kind.name}-${number}`;
      const host = `http://${slug}.localhost:${newsstand.port}`;
      const stories = Array.from({ length: articles }, (_, index) => {
        const ending = `These are the last words of article ${index + 1} in ${slug}.`;
        const addresses = picturesOf(kind, host, index);
        const headline = `${headlines[(place + index) % headlines.length] ?? ""}, ${index + 1} of ${slug}`;
        expected.set(headline, { kind: kind.name, ending, pictures: addresses.length });
        return {
          headline,
          ending,
          addresses,
          standfirst: `${sentence(new Random(`${slug}/${index}/standfirst`))} …`,
          published: Date.now() - (index * 61 + place + 1) * 60_000,
        };
      });
      newsstand.add({
        slug,
        title: `The ${slug} paper`,
        ...(kind.format && { format: kind.format }),
        ...(kind.behaviour && { behaviour: kind.behaviour }),
        resources: resources(kind),
        stories: stories.map(({ ending, addresses, ...story }, index) => ({
          ...story,
          html: writeBody(new Random(`${slug}/${index}`), addresses, ending),
          pictures: addresses.slice(0, 1).map((address) => ({
            address,
            caption: "What it shows",
            credit: "A. Name",
            width: 1200,
            height: 800,
          })),
        })),
      });
    }
  }
  return expected;
}

/** Two pictures for every third article, one for every other but the fourth. */
function picturesOf({ pictures = "painted" }: Kind, host: string, index: number): string[] {
  if (pictures === "none" || index % 4 === 3) return [];
  const names = index % 3 === 0 ? [index % 6, (index + 1) % 6] : [index % 6];
  switch (pictures) {
    case "painted":
      return names.map((name) => `${host}/pictures/harbour-${name + 1}.png`);
    case "drawn":
      return names.map((name) => `${host}/pictures/books-${name + 1}.svg`);
    case "moving":
      return [`${host}/moving.gif`];
    case "large":
      return [`${host}/large.png`];
    case "elsewhere":
      // Nobody listens there.
      return names.map((name) => `http://nobody.localhost:9/${name}.png`);
  }
}

function resources({ pictures }: Kind): Record<string, Resource> {
  if (pictures === "moving")
    return { "/moving.gif": { body: movingPicture, contentType: "image/gif" } };
  if (pictures === "large")
    return { "/large.png": { body: largePicture(), contentType: "image/png" } };
  return {};
}

/** Two pictures of 4 × 4 points that follow each other. */
const movingPicture = Buffer.from(
  "R0lGODlhBAAEAIAAAAAAAP///yH/C05FVFNDQVBFMi4wAwEAAAAh+QQAMgAAACwAAAAABAAEAAACBISPCQUAIfkEADIAAAAsAAAAAAQABAAAAgSEjwkFADs=",
  "base64",
);

/** 3,000 × 2,000 points. */
function largePicture(): Buffer {
  const [width, height] = [3000, 2000];
  const pixels = new Uint8ClampedArray(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) pixels[at] = (at / 3 / width) & 0xff;
  return encodePng(width, height, pixels);
}

function writeBody(random: Random, addresses: readonly string[], ending: string): string {
  const paragraphs = Array.from({ length: 7 }, () => {
    const text = Array.from({ length: 4 }, () => sentence(random)).join(" ");
    return `<p>${text}</p>`;
  });
  const figures = addresses.map(
    (address) =>
      `<figure><img src="${address}" alt="A view"><figcaption>What it shows</figcaption></figure>`,
  );
  const [first = "", ...rest] = paragraphs;
  return [first, ...figures, ...rest, `<p>${ending} ${sentence(random)}</p>`].join("\n");
}

function sentence(random: Random): string {
  return `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)} ${random.pick(times)}.`;
}

const headlines = ["A quiet vote", "Ferries late again", "The bridge reopens", "Naïve at the café"];
const subjects = [
  "The council of the old harbour",
  "A committee that nobody had heard of",
  "The engineers from the northern yard",
  "Two residents of Quay Street",
  "The opposition’s spokeswoman",
];
const verbs = ["looked closely at", "voted against", "praised, somewhat late,", "sent back"];
const objects = [
  "the plan for a second bridge",
  "the accounts of the ferry company",
  "a report of four hundred pages",
  "the façade of the former customs house",
];
const times = [
  "on Tuesday evening",
  "after a debate that lasted until midnight",
  "before the winter storms come in",
  "while the public gallery listened",
];
