import type { NewsstandSettings } from "./fill-story.ts";
import { fillStory, plainStory, tellStory } from "./fill-story.ts";
import { iconStyleAt } from "./pictures/icon-style.ts";
import { NewsstandPublisher } from "./publisher.ts";
import { hashText, Random } from "./random.ts";
import { Plan } from "./stories/plan.ts";
import { places } from "./stories/world.ts";
import { countryOf, titles } from "./titles.ts";
import type { TitleProfile } from "./titles.ts";
import type { FeedFormat, PublisherDefinition } from "./types.ts";
import { section as sectionSchema } from "../../preload/contract/model.ts";

/** The built-in titles, as many as asked for; nothing of theirs is written yet. */
export function makePublishers(settings: NewsstandSettings, count: number): NewsstandPublisher[] {
  const profiles = Array.from({ length: count }, (_, index) => titles[index] ?? inventTitle(index));
  const plan = new Plan(settings.seed, settings.now, profiles);
  return profiles.map((known, index) => {
    const profile: TitleProfile = { ...known, icon: iconStyleAt(index) };
    const format = profile.format ?? formats[index % formats.length] ?? "rss";
    const publisher: NewsstandPublisher = new NewsstandPublisher({
      profile,
      format,
      port: settings.port,
      feedPath: format === "json" ? "/feed.json" : "/feed.xml",
      behaviour: profile.charset === undefined ? {} : { charset: profile.charset },
      write: () =>
        settings.lifelike
          ? plan
              .assignments(profile, settings.articles)
              .map((assignment) => tellStory(publisher, assignment))
          : Array.from({ length: settings.articles }, (_, number) =>
              plainStory(publisher, number, settings.now - (number + 1) * 1_800_000 - index * 1000),
            ),
      fixedFeed: null,
      contentType: null,
      resources: {},
    });
    return publisher;
  });
}

/** A publisher made for one test. Throws a RangeError on an unusable slug. */
export function makePublisher(
  settings: NewsstandSettings,
  definition: PublisherDefinition,
): NewsstandPublisher {
  const { slug, format = "rss", language = "en", stories = [] } = definition;
  if (!/^[a-z0-9-]+$/.test(slug)) throw new RangeError(`"${slug}" cannot be a host label`);
  const known = titles.find((title) => title.slug === slug);
  const profile: TitleProfile = {
    slug,
    title: definition.title ?? known?.title ?? slug,
    section: definition.section ?? "World",
    folder: "Front pages",
    city: "Port Halden",
    country: definition.country ?? countryOf(language),
    language,
    colour: "#34495e",
    description: `News from ${definition.title ?? slug}.`,
  };
  const publisher: NewsstandPublisher = new NewsstandPublisher({
    profile,
    format,
    port: settings.port,
    feedPath: definition.feedPath ?? "/feed.xml",
    behaviour: definition.behaviour ?? {},
    write: () =>
      stories.map((story, index) =>
        fillStory(publisher, settings, stories.length - index - 1, story),
      ),
    fixedFeed: definition.body === undefined ? null : Buffer.from(definition.body),
    contentType: definition.contentType ?? null,
    resources: definition.resources ?? {},
  });
  return publisher;
}

/** Titles beyond those with a character of their own: for benchmarks with hundreds. */
function inventTitle(index: number): TitleProfile {
  const random = new Random(`title/${index}`);
  const place = places[index % places.length] ?? "Carrow";
  const paper = papers[Math.floor(index / places.length) % papers.length] ?? "Gazette";
  const title = `${place} ${paper}`;
  return {
    slug: `${title.toLowerCase().replaceAll(" ", "-")}-${index}`,
    title,
    section: random.pick(sectionSchema.options),
    folder: "Everywhere else",
    city: place,
    country: "GB",
    language: "en",
    description: `The ${paper.toLowerCase()} of ${place}.`,
    colour: colours[hashText(title) % colours.length] ?? "#34495e",
  };
}

const formats: readonly FeedFormat[] = ["rss", "atom", "rss-summary", "rss", "json", "rdf", "rss"];

const papers: readonly string[] = [
  "Gazette",
  "Observer",
  "Chronicle",
  "Herald",
  "Record",
  "Courier",
  "Argus",
  "Examiner",
  "Beacon",
  "Register",
  "Mercury",
  "Standard",
];

const colours: readonly string[] = [
  "#22577a",
  "#7f2f2f",
  "#3f6b3f",
  "#6b4c8a",
  "#8a5a1f",
  "#2f5f5f",
];
