import { Random } from "../random.ts";
import type { TitleProfile } from "../titles.ts";
import type { Template } from "./template.ts";
import { englishTemplates, templatesOf } from "./templates.ts";
import { places } from "./world.ts";

/** A story that a title is to tell. */
export interface Assignment {
  readonly template: Template;
  readonly eventSeed: string;
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
  #shared: ReadonlyMap<string, readonly Assignment[]> | null = null;

  constructor(seed: number, now: number, profiles: readonly TitleProfile[]) {
    this.#seed = seed;
    this.#now = now;
    this.#profiles = profiles;
  }

  /** The first stories of a title, newest first. */
  assignments(profile: TitleProfile, count: number): readonly Assignment[] {
    this.#shared ??= this.#shareOut(count);
    const shared = (this.#shared.get(profile.slug) ?? []).slice(0, Math.floor(count * 0.4));
    const told = new Set(shared.map(({ template }) => template));
    const exclusive: Assignment[] = [];
    for (let index = 0; shared.length + exclusive.length < count; index++) {
      const candidate = this.exclusive(profile, index, null);
      // A title that tells a world event has no second one of the same kind, unless it must.
      const isSpare = told.has(candidate.template) && index < englishTemplates.length;
      if (!isSpare) exclusive.push(candidate);
    }
    return [...shared, ...exclusive].sort((one, other) => other.published - one.published);
  }

  /** A title's own story of a number; its time is invented where none is given. */
  exclusive(profile: TitleProfile, index: number, published: number | null): Assignment {
    const order = templateOrder(profile, this.#seed);
    const template = order[index % order.length];
    if (template === undefined) throw new Error(`no stories in ${profile.language}`);
    const eventSeed = `${this.#seed}/${profile.slug}/${index}`;
    const random = new Random(eventSeed);
    const time = published ?? someTime(random, this.#now);
    const isForeign = !profile.language.startsWith("en");
    const earlier = order.slice(0, index).filter((other) => other === template).length;
    return {
      template,
      eventSeed,
      event: null,
      variant: new Random(`${this.#seed}/${profile.slug}`).whole(0, 11) + earlier,
      city: isForeign || random.chance(0.5) ? profile.city : random.pick(places),
      happened: time - random.whole(1, 9) * 3_600_000,
      published: time,
    };
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
      const happened = someTime(random, this.#now - 5 * 3_600_000);
      const city = random.pick(places);
      const chosen = random
        .shuffled(tellers)
        .sort((one, other) => interest(other, template) - interest(one, template))
        .slice(0, random.whole(3, Math.min(9, tellers.length)));
      for (const [variant, teller] of chosen.entries()) {
        const published = Math.min(happened + random.whole(10, 480) * 60_000, this.#now - 60_000);
        const event = `event-${number}`;
        const eventSeed = `${this.#seed}/${event}`;
        shares
          .get(teller.slug)
          ?.push({ template, eventSeed, event, variant, city, happened, published });
      }
    }
    return shares;
  }
}

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

/** A moment of the three days before, seldom at night. */
function someTime(random: Random, now: number): number {
  for (;;) {
    const moment = now - random.whole(4, 72 * 60) * 60_000;
    const hour = new Date(moment).getUTCHours();
    if ((hour >= 6 && hour < 22) || random.chance(0.15)) return moment;
  }
}
