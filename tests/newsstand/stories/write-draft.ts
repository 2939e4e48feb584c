import { Random } from "../random.ts";
import { background } from "./background.ts";
import { expand, settleFacts } from "./grammar.ts";
import type { Facts } from "./grammar.ts";
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
  const day = new Date(commission.happened).toLocaleDateString(language, {
    weekday: "long",
    timeZone: "UTC",
  });
  const facts = settleFacts(
    template.facts,
    { city: commission.city, day },
    language,
    new Random(commission.eventSeed),
  );
  const random = new Random(commission.wordingSeed);
  const say = (text: string): string => expand(text, facts, random);
  const round = (list: readonly string[], offset: number): string =>
    say(list[(variant + offset) % list.length] ?? "");
  const headline = round(template.headlines, 0);
  const standfirst = round(template.standfirsts, Math.floor(variant / 2));
  return {
    section: template.section,
    headline,
    standfirst,
    tags: template.tags.split(",").map((tag) => say(tag.trim())),
    scenes: template.scenes,
    captions: random.shuffled(template.captions).map(say),
    blocks: [
      { kind: "paragraph", text: round(template.leads, 0) },
      ...arrange(template, facts, language, random),
    ],
  };
}

/** The story after its first paragraph: the body with voices, then what lies behind it. */
function arrange(template: Template, facts: Facts, language: string, random: Random): Block[] {
  const say = (text: string): string => expand(text, facts, random);
  const paragraph = (text: string): Block => ({ kind: "paragraph", text: say(text) });
  // Some stories are briefs, most are of middle length, a few are long.
  const fullness = random.pick([0.45, 0.75, 1, 1, 1]);
  const told = template.body.filter((_, index) => index < 2 || random.chance(fullness));
  const quotes = random.shuffled(template.quotes);
  const blocks: Block[] = told.flatMap((text, index) => {
    const quote = index % 2 === 0 ? quotes.pop() : undefined;
    return quote === undefined ? [paragraph(text)] : [paragraph(text), paragraph(quote)];
  });
  const spare = quotes.pop();
  if (spare !== undefined && fullness === 1) blocks.push({ kind: "quote", text: say(spare) });
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
