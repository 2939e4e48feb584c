import { Random } from "../random.ts";
import { background } from "./background.ts";
import { expand, settleFacts } from "./grammar.ts";
import type { Facts } from "./grammar.ts";
import { Narrator } from "./narrator.ts";
import type { Block, Draft, Template } from "./template.ts";

/** Who tells what, and in which words. */
export interface Commission {
  readonly template: Template;
  /** Settles the facts; titles that tell the same event share it. */
  readonly eventSeed: string;
  /** Settles the words. */
  readonly wordingSeed: string;
  /** Which of the headlines and leads; counted round. */
  readonly variant: number;
  readonly language: string;
  /** Where it happens. */
  readonly city: string;
  /** When it happened, in milliseconds since 1970-01-01 UTC. */
  readonly happened: number;
}

/** A story in words. */
export function writeDraft(commission: Commission): Draft {
  const { template, variant, language } = commission;
  const facts = factsOf(commission);
  const random = new Random(commission.wordingSeed);
  const say = (text: string): string => expand(text, facts, random);
  const round = (list: readonly string[], turn: number): string => list[turn % list.length] ?? "";
  const narrator = new Narrator(template, facts, random);
  return {
    section: template.section,
    headline: writeHeadline(commission),
    standfirst: say(round(template.standfirsts, variant + Math.floor(variant / 2))),
    tags: tagsOf(template, facts),
    scenes: template.scenes,
    captions: random.shuffled(template.captions).map(say),
    blocks: [
      { kind: "paragraph", text: narrator.tell(round(template.leads, variant)) },
      ...arrange(template, facts, language, random, narrator),
    ],
  };
}

/**
 * A story's headline; where it holds nothing that sets it apart, or the headlines have been used
 * up by other titles, a catchword stands before it.
 */
export function writeHeadline(commission: Commission): string {
  const { template, variant } = commission;
  const facts = factsOf(commission);
  const text = template.headlines[variant % template.headlines.length] ?? "";
  const headline = expand(text, facts, new Random(`${commission.wordingSeed}/headline`));
  const uses = Math.floor(variant / template.headlines.length);
  const isPlain = !text.includes("{");
  if (uses === 0 && !isPlain) return headline;
  const catchwords = [commission.city, ...tagsOf(template, facts)];
  return `${catchwords[uses % catchwords.length] ?? ""}: ${headline}`;
}

function factsOf({ template, city, happened, language, eventSeed }: Commission): Facts {
  const day = weekdays(language).format(happened);
  return settleFacts(template.facts, { city, day }, language, new Random(eventSeed));
}

/** Making a format is dear, using it is not. */
function weekdays(language: string): Intl.DateTimeFormat {
  let format = weekdayFormats.get(language);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
    weekdayFormats.set(language, format);
  }
  return format;
}

const weekdayFormats = new Map<string, Intl.DateTimeFormat>();

function tagsOf(template: Template, facts: Facts): readonly string[] {
  const plain = new Random("tags");
  return template.tags.split(",").map((tag) => expand(tag.trim(), facts, plain));
}

/** The story after its first paragraph: the body with voices, then what lies behind it. */
function arrange(
  template: Template,
  facts: Facts,
  language: string,
  random: Random,
  narrator: Narrator,
): Block[] {
  const say = (text: string): string => expand(text, facts, random);
  // Some stories are briefs, most are of middle length, a few are long.
  const fullness = random.pick([0.45, 0.75, 1, 1, 1]);
  const told = template.body.filter((_, index) => index < 3 || random.chance(fullness));
  const quotes = random.shuffled(template.quotes);
  const blocks: Block[] = told.flatMap((text, index) => {
    const texts = [narrator.tell(text)];
    // Nobody is quoted before the story has said who it is.
    const voice = index % 2 === 0 ? quotes.findIndex((quote) => narrator.hasMetAll(quote)) : -1;
    if (voice !== -1) texts.push(...quotes.splice(voice, 1).map((quote) => narrator.tell(quote)));
    return texts.map((paragraph) => ({ kind: "paragraph" as const, text: paragraph }));
  });
  const spare = quotes.find((quote) => narrator.hasMetAll(quote));
  if (spare !== undefined && fullness === 1) {
    blocks.push({ kind: "quote", text: narrator.tell(spare) });
  }
  blocks.push(...extras(template, say));
  const behind = background(template.section, language);
  if (behind !== null && fullness > 0.5) {
    const count = random.whole(1, fullness === 1 ? 7 : 3);
    const extra = settleFacts(behind.facts, facts, language, random);
    if (count > 2) blocks.push({ kind: "heading", text: random.pick(behind.headings) });
    for (const text of random.shuffled(behind.paragraphs).slice(0, count)) {
      blocks.push({ kind: "paragraph", text: expand(text, { ...facts, ...extra }, random) });
    }
  }
  return blocks;
}

function extras(template: Template, say: (text: string) => string): Block[] {
  const { table, list, code } = template;
  return [
    ...(list === undefined ? [] : [{ kind: "list" as const, entries: list.map(say) }]),
    ...(table === undefined
      ? []
      : [{ kind: "table" as const, rows: table.map((row) => say(row).split(" / ")) }]),
    ...(code === undefined ? [] : [{ kind: "code" as const, text: code }]),
  ];
}
