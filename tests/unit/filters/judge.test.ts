import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkExpression,
  compileFilters,
  type ArticleFacts,
  type Filter,
  type FilterTest,
} from "../../../main/filters/filters.ts";
import type { FeedId, FolderId } from "../../../preload/contract/contract.ts";

const today = "2026-11-24";
const article: ArticleFacts = {
  feedId: 7 as FeedId,
  folderId: 3 as FolderId,
  title: "The Harbour Times",
  headline: "Café owners fear Brexit-style chaos",
  text: "L’école d’Aubervilliers reopens.\nTrumpism and O’Neill’s crème brûlée. COVID-19 figures rise.",
  author: "Ann O’Neill and Jürgen Groß",
  section: "Culture",
  topics: ["Football", "Été 2026"],
};

function filter(test: FilterTest, more: Partial<Filter> = {}): Filter {
  const place = { kind: "everywhere" } as const;
  return { id: 1, test, place, action: { kind: "mute" }, until: null, isOn: true, ...more };
}

function fieldOf(test: FilterTest, of: Partial<ArticleFacts> = {}): string | null {
  const [fit] = compileFilters([filter(test)], today).fitting({ ...article, ...of });
  return fit?.field ?? null;
}

describe("phrases, wherever they stand", () => {
  it.each<[string, string | null]>([
    ["cafe", "headline"],
    ["CAFÉ OWNERS", "headline"],
    ["café  owners", "headline"],
    ["trump", "text"],
    ["covid", "text"],
    ["covid-19", "text"],
    ["creme brulee", "text"],
    ["ecole", "text"],
    ["reopens. Trumpism", "text"],
    ["owners chaos", null],
    ["harbour", null],
    ["football", null],
    ["", null],
    ["   ", null],
  ])("“%s”: %s", (text, field) => {
    expect(fieldOf({ kind: "phrase", text })).toBe(field);
  });
});

describe("whole words", () => {
  it.each<[string, string | null]>([
    ["cafe", "headline"],
    ["caf", null],
    ["owners fear", "headline"],
    ["fear owners", null],
    ["brexit", "headline"],
    ["trump", null],
    ["trumpism", "text"],
    ["covid", "text"],
    ["covid-19", "text"],
    ["19", "text"],
    ["1", null],
    ["oneill", "text"],
    ["O'Neill", "text"],
    ["ecole", "text"],
    ["lecole", null],
    ["…", null],
    ["", null],
  ])("“%s”: %s", (text, field) => {
    expect(fieldOf({ kind: "word", text })).toBe(field);
  });
});

describe("in every script", () => {
  it.each<[string, string, boolean]>([
    ["東京で地震がありました。", "地震", true],
    ["東京で地震がありました。", "震地", false],
    ["北京大学的研究人员", "大学", true],
    ["부산에서 열린 영화제", "영화제", true],
    ["น้ำท่วมในเชียงใหม่", "เชียงใหม่", true],
    ["والوزراء في الجامعة", "وزراء", true],
    ["والوزراء في الجامعة", "الجامعه", true],
    ["قَرَأَ الطَّالِبُ", "قرأ", true],
    ["Полёт над Киевом", "полет", true],
    ["Полёт над Киевом", "киев", false],
    ["Ο ΉΛΙΟΣ και η θάλασσα", "ηλιος", true],
    ["İstanbul'da ışık", "istanbul", true],
    ["Żółta łódź", "zolta lodz", true],
    ["הילדים בירושלים", "הילדים", true],
    ["हिन्दी समाचार", "समाचार", true],
    ["Straße", "strasse", true],
    ["ｆｕｌｌ width", "full", true],
    ["п'ять м’ячів", "пять", true],
  ])("%s: %s is a word: %s", (headline, text, fits) => {
    const found = fieldOf({ kind: "word", text }, { headline, text: "" });
    expect(found).toBe(fits ? "headline" : null);
  });
});

describe("names", () => {
  it.each<[FilterTest, string | null]>([
    [{ kind: "author", text: "o'neill" }, "author"],
    [{ kind: "author", text: "Jurgen Gross" }, "author"],
    [{ kind: "author", text: "Jür" }, null],
    [{ kind: "title", text: "the harbour times" }, "title"],
    [{ kind: "title", text: "Harbour" }, null],
    [{ kind: "topic", text: "FOOTBALL" }, "topic"],
    [{ kind: "topic", text: "ete 2026" }, "topic"],
    [{ kind: "topic", text: "foot" }, null],
    [{ kind: "section", section: "Culture" }, "section"],
    [{ kind: "section", section: "Sport" }, null],
    [{ kind: "author", text: " " }, null],
    [{ kind: "title", text: "" }, null],
  ])("%j: %s", (test, field) => {
    expect(fieldOf(test)).toBe(field);
  });

  it("of nobody fit nothing", () => {
    expect(fieldOf({ kind: "author", text: "–" }, { author: "" })).toBeNull();
    expect(fieldOf({ kind: "section", section: "World" }, { section: null })).toBeNull();
  });
});

describe("regular expressions", () => {
  it.each<[string, string | null]>([
    ["brexit.{0,9}chaos", "headline"],
    ["^Café", "headline"],
    ["covid-\\d+", "text"],
    ["\\p{Lu}’N", "text"],
    ["nothing of that", null],
    ["(", null],
    // Only the older rules take that.
    ["\\-", "headline"],
    ["caf\\é", "headline"],
    [" ", null],
  ])("%s: %s", (text, field) => {
    expect(fieldOf({ kind: "regex", text })).toBe(field);
  });

  it("are told when they are not valid", () => {
    expect(checkExpression("(")).toMatchObject({ kind: "invalid-expression" });
    expect(checkExpression("a|b")).toBeNull();
    expect(checkExpression("caf\\é")).toBeNull();
  });

  it("that never end are cut off, given up and told, and keep no other from its work", () => {
    const judge = compileFilters(
      [
        filter({ kind: "regex", text: "(a+)+$" }, { id: 1 }),
        filter({ kind: "phrase", text: "aab" }, { id: 2 }),
      ],
      today,
    );
    const facts = { ...article, headline: "", text: `${"a".repeat(50_000)}b` };
    for (let times = 0; times < 4; times++)
      expect(judge.fitting(facts).map(({ id }) => id)).toEqual([2]);
    expect([...judge.slow]).toEqual([1]);
  });
});

describe("when and where", () => {
  const test = { kind: "word", text: "brexit" } as const;
  it.each<[string, Partial<Filter>, boolean]>([
    ["switched off", { isOn: false }, false],
    ["until today", { until: today }, true],
    ["until tomorrow", { until: "2026-11-25" }, true],
    ["until yesterday", { until: "2026-11-23" }, false],
    ["in its title", { place: { kind: "feed", feedId: 7 as FeedId } }, true],
    ["in another title", { place: { kind: "feed", feedId: 8 as FeedId } }, false],
    ["in its folder", { place: { kind: "folder", folderId: 3 as FolderId } }, true],
    ["in another folder", { place: { kind: "folder", folderId: 4 as FolderId } }, false],
  ])("%s", (_, more, fits) => {
    expect(compileFilters([filter(test, more)], today).fitting(article)).toHaveLength(fits ? 1 : 0);
  });

  it("says of each that fits why, in their order", () => {
    const judge = compileFilters(
      [
        filter({ kind: "topic", text: "football" }, { id: 4 }),
        filter({ kind: "word", text: "nothing" }, { id: 5 }),
        filter({ kind: "phrase", text: "chaos" }, { id: 6 }),
      ],
      today,
    );
    const fits = judge.fitting(article);
    expect(fits.map(({ id, field }) => [id, field])).toEqual([
      [4, "topic"],
      [6, "headline"],
    ]);
    const at = fits[1]?.at ?? -1;
    expect(Math.abs(at - article.headline.indexOf("chaos"))).toBeLessThan(6);
  });
});

it("never throws, and stays inside the text", () => {
  const kinds = ["phrase", "word", "regex", "author", "title", "topic"] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 60 }),
      (kind, wanted, text) => {
        const facts = { ...article, headline: text, text, author: text, topics: [text] };
        for (const { at } of compileFilters([filter({ kind, text: wanted })], today).fitting(
          facts,
        )) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(text.length);
        }
      },
    ),
    { numRuns: 150 },
  );
});
