import type { NewsstandPublisher } from "./publisher.ts";
import { hashText, Random } from "./random.ts";
import { objects } from "./pictures/scenes.ts";
import type { Assignment } from "./stories/plan.ts";
import { Plan } from "./stories/plan.ts";
import type { Draft } from "./stories/template.ts";
import { writeDraft } from "./stories/write-draft.ts";
import { writeHtml } from "./stories/write-html.ts";
import { firstNames, familyNames } from "./stories/world.ts";
import type { Story, StoryPicture } from "./types.ts";

/** What a newsstand was started with. */
export interface NewsstandSettings {
  readonly seed: number;
  readonly articles: number;
  readonly now: number;
  readonly lifelike: boolean;
  readonly port: number;
}

/** A story with whatever is missing invented; `index` tells a title's own stories apart. */
export function fillStory(
  owner: Pick<NewsstandPublisher, "profile" | "siteAddress">,
  settings: NewsstandSettings,
  index: number,
  given: Partial<Story>,
): Story {
  const plan = new Plan(settings.seed, settings.now, [owner.profile]);
  const assignment = plan.exclusive(owner.profile, index, given.published ?? null);
  const story = settings.lifelike
    ? tellStory(owner, assignment)
    : plainStory(owner, index, assignment.published);
  return { ...story, updated: given.published ?? story.updated, ...given };
}

/** A lifelike story. */
export function tellStory(
  owner: Pick<NewsstandPublisher, "profile" | "siteAddress">,
  assignment: Assignment,
): Story {
  const { profile, siteAddress } = owner;
  const { published, event, wordingSeed } = assignment;
  const draft = writeDraft(assignment);
  const random = new Random(`${wordingSeed}/dress`);
  const code = hashText(wordingSeed).toString(36);
  const day = new Date(published).toISOString().slice(0, 10).replaceAll("-", "/");
  const pictures = choosePictures(owner, draft, random);
  return {
    id: `urn:${profile.slug}:${code}`,
    address: `${siteAddress}${day}/${slugOf(draft.headline)}-${code}`,
    headline: draft.headline,
    standfirst: draft.standfirst,
    author: byline(profile.slug, profile.language, random),
    section: draft.section,
    tags: draft.tags,
    published,
    updated: published,
    html: writeHtml(draft.blocks, pictures),
    pictures,
    event,
  };
}

/** A short article without pictures, cheap to make by the hundred thousand. */
export function plainStory(
  owner: Pick<NewsstandPublisher, "profile" | "siteAddress">,
  index: number,
  published: number,
): Story {
  const { slug, title, section } = owner.profile;
  const headline = `Story ${index + 1} of ${title}`;
  return {
    id: `urn:${slug}:${index}`,
    address: `${owner.siteAddress}stories/${index}`,
    headline,
    standfirst: `What story ${index + 1} of ${title} is about.`,
    author: "Marta Lindqvist",
    section,
    tags: [],
    published,
    updated: published,
    html: `<p>This is story ${index + 1} of ${title}.</p>\n<p>It has two paragraphs.</p>`,
    pictures: [],
    event: null,
  };
}

function choosePictures(
  owner: Pick<NewsstandPublisher, "profile" | "siteAddress">,
  draft: Draft,
  random: Random,
): StoryPicture[] {
  const count = random.pick([0, 1, 1, 1, 1, 2, 2, 3]);
  const scenes = random.shuffled(draft.scenes);
  const artist = byline(owner.profile.slug, owner.profile.language, random);
  return draft.captions.slice(0, count).map((caption, index) => {
    const scene = scenes[index % scenes.length] ?? "geometry";
    const extension = random.chance(objects.has(scene) ? 0.42 : 0.82) ? "png" : "svg";
    return {
      address: `${owner.siteAddress}pictures/${scene}-${random.whole(1, 99_999)}.${extension}`,
      caption,
      credit: `${artist} / ${owner.profile.title}`,
      width: 1200,
      height: 800,
    };
  });
}

/** One of the dozen names on a title's staff. */
function byline(slug: string, language: string, random: Random): string {
  const staff = new Random(`${slug}/staff/${random.whole(1, 12)}`);
  const names = bylines[language];
  return names === undefined
    ? `${staff.pick(firstNames)} ${staff.pick(familyNames)}`
    : staff.pick(names);
}

const bylines: Readonly<Record<string, readonly string[]>> = {
  de: [
    "Katrin Vogelsang",
    "Matthias Brückner",
    "Anke Thiessen",
    "Jörg Wallenhorst",
    "Lena Oberkirch",
    "Ruth Ackermann",
    "Tilman Greve",
  ],
  fr: [
    "Élodie Marchand",
    "Bastien Laforêt",
    "Solène Guérin",
    "Hervé Castagnac",
    "Noémie Vasseur",
    "Thibault Orsel",
  ],
  es: [
    "Inés Robledo",
    "Álvaro Quintanar",
    "Marisol Etxea",
    "Joaquín Peralta",
    "Lucía Montalbo",
    "Tomás Arriaza",
  ],
  ar: ["ليلى المرسي", "سامر الحدّاد", "نور البحري", "هاني الشاطئ", "رنا السهلي", "كريم الواحي"],
  ja: ["汐見 遥", "港川 健一", "夕凪 美咲", "浜野 拓也", "白波 由紀", "磯部 慎"],
};

function slugOf(headline: string): string {
  const slug = headline
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return slug === "" ? "article" : slug;
}
