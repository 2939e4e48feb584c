import { Random } from "../random.ts";
import type { TitleProfile } from "../titles.ts";
import type { Template } from "./template.ts";
import { writeHeadline } from "./write-draft.ts";
import { englishTemplates, templatesOf } from "./templates.ts";
import { places } from "./world.ts";

/** A story that a title is to tell. */
export interface Assignment {
  readonly template: Template;
  readonly eventSeed: string;
  readonly wordingSeed: string;
  readonly language: string;
  /** Name of the world event; null for an exclusive story. */
  readonly event: string | null;
  readonly variant: number;
  readonly city: string;
  readonly happened: number;
  readonly published: number;
}

/** Who tells what: world events told by 3–9 titles in English, and exclusive stories. */
export class Plan {
  readonly #seed: number;
  readonly #now: number;
  readonly #profiles: readonly TitleProfile[];
  #assigned: ReadonlyMap<string, readonly Assignment[]> | null = null;

  constructor(seed: number, now: number, profiles: readonly TitleProfile[]) {
    this.#seed = seed;
    this.#now = now;
    this.#profiles = profiles;
  }

  /** The first stories of a title, newest first; no headline is another title's. */
  assignments(profile: TitleProfile, count: number): readonly Assignment[] {
    this.#assigned ??= this.#assignAll(count);
    return this.#assigned.get(profile.slug) ?? [];
  }

  /** A title's own story of a number; its time is invented where none is given. */
  exclusive(
    profile: TitleProfile,
    index: number,
    published: number | null,
    order: readonly Template[] = templateOrder(profile, this.#seed),
  ): Assignment {
    const template = order[index % order.length];
    if (template === undefined) throw new Error(`no stories in ${profile.language}`);
    const eventSeed = `${this.#seed}/${profile.slug}/${index}`;
    const random = new Random(eventSeed);
    const time = published ?? someTime(random, this.#now);
    const isForeign = !profile.language.startsWith("en");
    return {
      template,
      eventSeed,
      wordingSeed: `${eventSeed}/${profile.slug}`,
      language: profile.language,
      event: null,
      variant: random.whole(0, template.headlines.length - 1),
      city: isForeign || random.chance(0.35) ? profile.city : random.pick(places),
      happened: time - random.whole(1, 9) * 3_600_000,
      published: time,
    };
  }

  #assignAll(count: number): ReadonlyMap<string, readonly Assignment[]> {
    const shared = this.#shareOut(count);
    const taken = new Set<string>();
    return new Map(
      this.#profiles.map((profile) => {
        const ours = (shared.get(profile.slug) ?? []).slice(0, Math.floor(count * 0.4));
        const all = [...ours, ...this.#exclusives(profile, ours, count - ours.length)];
        const told = all.map((assignment) => withFreshHeadline(assignment, taken));
        return [profile.slug, told.sort((one, other) => other.published - one.published)];
      }),
    );
  }

  #exclusives(profile: TitleProfile, told: readonly Assignment[], count: number): Assignment[] {
    const order = templateOrder(profile, this.#seed);
    const events = new Set(told.map(({ template }) => template));
    // A title that tells a world event has no second one of the same kind, unless it must.
    const fresh = order.filter((template) => !events.has(template));
    const chosen = fresh.length >= count ? fresh : order;
    return Array.from({ length: count }, (_, index) =>
      this.exclusive(profile, index, null, chosen),
    );
  }

  #shareOut(count: number): ReadonlyMap<string, readonly Assignment[]> {
    const tellers = this.#profiles.filter((profile) => profile.language.startsWith("en"));
    const shares = new Map<string, Assignment[]>(tellers.map(({ slug }) => [slug, []]));
    const events = Math.ceil((tellers.length * count) / 24);
    const random = new Random(`${this.#seed}/events`);
    let pool: readonly Template[] = [];
    for (let number = 0; number < events && tellers.length > 2; number++) {
      if (pool.length === 0) pool = random.shuffled(englishTemplates);
      const [template, ...rest] = pool;
      pool = rest;
      if (template === undefined || alone.has(template.section)) continue;
      const happened = someTime(random, this.#now, 5 * 60);
      const city = random.pick(places);
      const chosen = random
        .shuffled(tellers)
        .sort((one, other) => interest(other, template) - interest(one, template))
        .slice(0, random.whole(3, Math.min(9, tellers.length)));
      for (const [variant, teller] of chosen.entries()) {
        const published = Math.min(happened + random.whole(10, 480) * 60_000, this.#now - 60_000);
        const event = `event-${number}`;
        const eventSeed = `${this.#seed}/${event}`;
        shares.get(teller.slug)?.push({
          template,
          eventSeed,
          wordingSeed: `${eventSeed}/${teller.slug}`,
          language: teller.language,
          event,
          variant,
          city,
          happened,
          published,
        });
      }
    }
    return shares;
  }
}

/** The assignment with a headline that nobody has taken, and takes it. */
function withFreshHeadline(assignment: Assignment, taken: Set<string>): Assignment {
  for (let step = 0; step < patience; step++) {
    const candidate = { ...assignment, variant: assignment.variant + step };
    const headline = writeHeadline(candidate);
    if (taken.has(headline)) continue;
    taken.add(headline);
    return candidate;
  }
  return assignment;
}

/** Headlines that are tried before one that is taken is taken again. */
const patience = 24;

/** Sections whose stories are a title's own. */
const alone: ReadonlySet<string> = new Set(["Opinion", "Lifestyle", "Local", "Investigations"]);

/** Titles of general news tell everything; others look to their own section. */
function interest(profile: TitleProfile, template: Template): number {
  if (profile.section === template.section) return 2;
  return general.has(profile.section) ? 1 : 0;
}

const general: ReadonlySet<string> = new Set(["World", "Politics", "Local", "Business"]);

/** A title's own section comes twice, then its neighbours, then everything. */
function templateOrder(profile: TitleProfile, seed: number): readonly Template[] {
  const random = new Random(`${seed}/${profile.slug}/order`);
  const all = templatesOf(profile.language);
  const own = all.filter((template) => template.section === profile.section);
  const rest = random.shuffled(all.filter((template) => template.section !== profile.section));
  if (general.has(profile.section) || own.length === 0) {
    return [...random.shuffled([...own, ...rest.slice(0, 14)]), ...rest.slice(14)];
  }
  return [...random.shuffled(own), ...random.shuffled(own), ...rest];
}

/** A moment of the three days before, at least so many minutes ago, seldom at night. */
function someTime(random: Random, now: number, least = 4): number {
  for (;;) {
    const moment = now - random.whole(least, 72 * 60) * 60_000;
    const hour = new Date(moment).getUTCHours();
    if ((hour >= 6 && hour < 22) || random.chance(0.15)) return moment;
  }
}
