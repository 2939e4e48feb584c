import { arabicStories } from "../languages/arabic.ts";
import { frenchStories } from "../languages/french.ts";
import { germanStories } from "../languages/german.ts";
import { japaneseStories } from "../languages/japanese.ts";
import { spanishStories } from "../languages/spanish.ts";
import { businessEvents } from "./events/business.ts";
import { climateEvents } from "./events/climate.ts";
import { cultureEvents } from "./events/culture.ts";
import { entertainmentEvents } from "./events/entertainment.ts";
import { healthEvents } from "./events/health.ts";
import { investigationEvents } from "./events/investigations.ts";
import { lifestyleEvents } from "./events/lifestyle.ts";
import { localEvents } from "./events/local.ts";
import { opinionEvents } from "./events/opinion.ts";
import { politicsEvents } from "./events/politics.ts";
import { scienceEvents } from "./events/science.ts";
import { sportEvents } from "./events/sport.ts";
import { technologyEvents } from "./events/technology.ts";
import { worldEvents } from "./events/world.ts";
import type { Template } from "./template.ts";

/** All events that titles in English can tell. */
export const englishTemplates: readonly Template[] = [
  ...worldEvents,
  ...politicsEvents,
  ...businessEvents,
  ...technologyEvents,
  ...scienceEvents,
  ...healthEvents,
  ...climateEvents,
  ...sportEvents,
  ...cultureEvents,
  ...entertainmentEvents,
  ...lifestyleEvents,
  ...opinionEvents,
  ...investigationEvents,
  ...localEvents,
];

const others: Readonly<Record<string, readonly Template[]>> = {
  de: germanStories,
  fr: frenchStories,
  es: spanishStories,
  ar: arabicStories,
  ja: japaneseStories,
};

/** What titles of a language can tell; English for one that nobody here writes. */
export function templatesOf(language: string): readonly Template[] {
  return others[language.slice(0, 2)] ?? englishTemplates;
}
