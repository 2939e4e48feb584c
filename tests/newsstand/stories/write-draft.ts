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
  const facts = factsOf(commission);
  const random = new Random(commission.wordingSeed);
  const say = (text: string): string => expand(text, facts, random);
  const round = (list: readonly string[], offset: number): string =>
    say(list[(variant + offset) % list.length] ?? "");
  return {
    section: template.section,
    headline: writeHeadline(commission),
    standfirst: round(template.standfirsts, Math.floor(variant / 2)),
    tags: tagsOf(template, facts),
    scenes: template.scenes,
    captions: random.shuffled(template.captions).map(say),
    blocks: [
      { kind: "paragraph", text: round(template.leads, 0) },
      ...arrange(template, facts, language, random),
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
  const day = new Date(happened).toLocaleDateString(language, {
    weekday: "long",
    timeZone: "UTC",
  });
  return settleFacts(template.facts, { city, day }, language, new Random(eventSeed));
}

function tagsOf(template: Template, facts: Facts): readonly string[] {
  const plain = new Random("tags");
  return template.tags.split(",").map((tag) => expand(tag.trim(), facts, plain));
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
