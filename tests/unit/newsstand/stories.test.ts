import { afterAll, beforeAll, expect, test } from "vitest";
import { startNewsstand } from "../../newsstand/newsstand.ts";
import type { Newsstand, Story } from "../../newsstand/newsstand.ts";
import { expand, settleFacts } from "../../newsstand/stories/grammar.ts";
import { Random } from "../../newsstand/random.ts";
import { englishTemplates, templatesOf } from "../../newsstand/stories/templates.ts";
import { writeDraft } from "../../newsstand/stories/write-draft.ts";

const now = Date.UTC(2026, 10, 23, 12);
let newsstand: Newsstand;
let english: Story[];

beforeAll(async () => {
  newsstand = await startNewsstand({ now });
  english = newsstand.publishers
    .filter(({ language }) => language.startsWith("en"))
    .flatMap(({ stories }) => stories)
    .sort((one, other) => other.published - one.published);
});

afterAll(async () => {
  await newsstand.close();
});

test("there are sixty kinds of events in English, all different", () => {
  expect(englishTemplates.length).toBeGreaterThanOrEqual(60);
  const headlines = englishTemplates.flatMap((template) => template.headlines);
  expect(new Set(headlines).size).toBe(headlines.length);
});

test.each(["en", "de", "fr", "es", "ar", "ja"])("every text in %s can be told", (language) => {
  const templates = templatesOf(language);
  expect(templates.length).toBeGreaterThanOrEqual(6);
  for (const template of templates) {
    const facts = settleFacts(template.facts, { city: "X", day: "Y" }, language, new Random("1"));
    const { headlines, standfirsts, leads, body, quotes, captions, table, list } = template;
    const texts = [headlines, standfirsts, leads, body, quotes, captions, table ?? [], list ?? []];
    for (const text of texts.flat()) {
      const told = expand(text, facts, new Random("1"));
      expect(told, text).not.toMatch(/[{}[\]|"]/);
      expect(told.length, text).toBeGreaterThan(1);
    }
  }
});

test("no headline comes twice within a hundred English stories", () => {
  expect(english.length).toBeGreaterThan(600);
  for (let first = 0; first + 100 <= english.length; first += 50) {
    const headlines = english.slice(first, first + 100).map(({ headline }) => headline);
    const twice = headlines.filter((headline, index) => headlines.indexOf(headline) !== index);
    expect(twice).toEqual([]);
  }
});

test("no title repeats a headline, an id or an address", () => {
  for (const { stories, title } of newsstand.publishers) {
    for (const field of ["headline", "id", "address"] as const) {
      const values = stories.map((story) => story[field]);
      expect(new Set(values).size, `${title}: ${field}`).toBe(stories.length);
    }
  }
});

test("stories were published within three days, newest first, none in the future", () => {
  for (const { stories } of newsstand.publishers) {
    const times = stories.map(({ published }) => published);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(times[0]).toBeLessThan(now);
    expect(times.at(-1)).toBeGreaterThanOrEqual(now - 72 * 3_600_000);
  }
  const byDay = english.filter(({ published }) => new Date(published).getUTCHours() >= 6);
  expect(byDay.length / english.length).toBeGreaterThan(0.8);
});

test("world events are told by several titles in different words", () => {
  const events = Map.groupBy(
    english.filter(({ event }) => event !== null),
    ({ event }) => event,
  );
  expect(events.size).toBeGreaterThan(15);
  const sizes = [...events.values()].map((stories) => stories.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(9);
  expect(sizes.filter((size) => size >= 3).length / sizes.length).toBeGreaterThan(0.8);
  for (const stories of events.values()) {
    const bodies = new Set(stories.map(({ html }) => html));
    expect(bodies.size).toBe(stories.length);
    expect(new Set(stories.map(({ section }) => section)).size).toBe(1);
  }
});

test("titles that tell the same event agree on its facts", () => {
  const template = englishTemplates.find(({ headlines }) =>
    headlines.some((headline) => headline.includes("hung parliament")),
  );
  if (template === undefined) throw new Error("the election is missing");
  const common = { template, eventSeed: "vote", language: "en", city: "Carrow", happened: now };
  const [one, other] = ["first", "second"].map((wordingSeed, variant) =>
    writeDraft({ ...common, wordingSeed, variant }),
  );
  const table = (draft: typeof one): unknown =>
    draft?.blocks.find((block) => block.kind === "table");
  expect(table(one)).toBeDefined();
  expect(table(one)).toEqual(table(other));
  expect(one?.headline).not.toBe(other?.headline);
});

test("nobody is called by the family name alone before the full name was told", () => {
  const template = englishTemplates.find(({ tags }) => tags.startsWith("budget, council"));
  if (template === undefined) throw new Error("the budget is missing");
  for (let seed = 0; seed < 40; seed++) {
    const words = { wordingSeed: `${seed}`, variant: seed, language: "en", city: "Carrow" };
    const draft = writeDraft({ template, eventSeed: "budget", happened: now, ...words });
    const text = draft.blocks
      .flatMap((block) => (block.kind === "paragraph" || block.kind === "quote" ? block.text : []))
      .join(" ");
    const facts = settleFacts(
      template.facts,
      { city: "Carrow", day: "Monday" },
      "en",
      new Random("budget"),
    );
    const critic = facts.critic ?? "";
    const family = critic.slice(critic.indexOf(" ") + 1);
    expect(text.indexOf(family)).toBe(
      text.includes(critic) ? text.indexOf(critic) + critic.indexOf(family) : -1,
    );
  }
});

test("articles have four paragraphs and more, most have a picture", () => {
  const lengths = english.map(({ html }) => html.split("<p>").length - 1);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...lengths)).toBeGreaterThanOrEqual(14);
  const illustrated = english.filter(({ pictures }) => pictures.length > 0);
  expect(illustrated.length / english.length).toBeGreaterThan(0.7);
  const painted = illustrated.flatMap(({ pictures }) => pictures);
  const rasters = painted.filter(({ address }) => address.endsWith(".png"));
  expect(rasters.length / painted.length).toBeCloseTo(0.6, 1);
});
