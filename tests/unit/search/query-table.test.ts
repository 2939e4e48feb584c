import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleId } from "../../../preload/contract/contract.ts";
import { parseQuery } from "../../../main/search/query/parse-query.ts";
import { SearchIndex } from "../../../main/search/search-index.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-search-"));
const firstDay = 20_000;

/** Articles by number, headline and text. */
const articles: readonly (readonly [string, string])[] = [
  ["Crème brûlée à Besançon", "L’été, les garçons naïfs mangent des œufs chez Noël."],
  ["Mañana en Málaga", "El pingüino y el niño. ¿Qué pasó en Ávila?"],
  ["Żółta łódź w Gdańsku", "Źdźbło trawy nad Wisłą i Świętokrzyskie góry."],
  ["Příliš žluťoučký kůň", "V Plzni úpěl ďábelské ódy."],
  ["Fußgänger auf der STRAẞE", "Die Maße der Füße, nicht die Masse."],
  ["İstanbul'da ışık", "Diyarbakır ve Iğdır yağmurlu, ÇAĞRI kızgın."],
  ["Æbler på Ærø", "Smørrebrød i København og Tromsø."],
  ["Það er Þórshöfn", "Reykjavík, Ísafjörður, höfuðborg."],
  ["Ελληνική άνοιξη στην Αθήνα", "Ο ΉΛΙΟΣ και η θάλασσα. Ωραίος καιρός, ΐδιο."],
  ["Полёт над Київом", "Йод, съезд, подъём и їжак в Україні."],
  ["قَرَأَ الطَّالِبُ الكِتَابَ", "أُسرة في مدرسةٍ، إلى المستشفى. آثار قديمة."],
  ["شَلוֹם עוֹלָם", "צה״ל וְהַיְּלָדִים בִּירוּשָׁלַיִם"],
  ["中国经济增长放缓", "北京大学的研究人员发布了报告。"],
  ["ラーメンの新しい店", "コーヒーとｶﾀｶﾅ、東京タワーの近く。"],
  ["대한민국 정부 발표", "부산에서 열린 영화제가 끝났다."],
  ["กรุงเทพมหานคร", "น้ำท่วมในเชียงใหม่เมื่อวานนี้"],
  ["हिन्दी समाचार", "दिल्ली में किताब मेला शुरू हुआ।"],
  ["Ｆｕｌｌ ｗｉｄｔｈ ﬁnance", "iPhone15 costs 1,299.50 in 2024; R&D up 3.5%."],
  ["L’école d’Aubervilliers", "Kaminski’s battery, O’Neill’s п'ять м’ячів, dell'arte."],
  ["الوزير في الجامعة", "والوزراء للجامعات بالقاهرة الآن"],
];
const ids = articles.map((_, at) => articleId.parse(`${firstDay + at}-1`));
const marks = { unread: () => false, bookmarked: () => false, offline: () => false };
const beginningOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

let index: SearchIndex;
beforeAll(() => {
  index = new SearchIndex(folder);
  index.put(
    articles.map(([headline, text], at) => ({
      articleId: articleId.parse(`${firstDay + at}-1`),
      headline,
      text,
      author: "",
      title: "",
      tags: [],
      note: "",
      section: null,
      stamp: 7,
      published: (firstDay + at) * 86_400_000,
    })),
  );
});
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

function found(typed: string, isTyping = false): number[] {
  const { query } = parseQuery(typed, { today: "2024-12-01", isTyping });
  if (query === null) return [];
  const options = { limit: 50, order: "newest", marks, beginningOf } as const;
  return index.search(query, options).articleIds.map((id) => ids.indexOf(id));
}

describe("finds in many scripts", () => {
  test.each<[string, number[]]>([
    ["creme brulee", [0]],
    ["CRÈME", [0]],
    ["cre\u0300me", [0]],
    ["besancon", [0]],
    ["garcons", [0]],
    ["oeufs", [0]],
    ["noel naifs", [0]],
    ['"creme brulee a besancon"', [0]],
    ["manana", [1]],
    ["mañana malaga", [1]],
    ["pinguino nino", [1]],
    ["¿qué pasó?", [1]],
    ["avila", [1]],
    ["zolta lodz", [2]],
    ["ŻÓŁTA", [2]],
    ["gdansk*", [2]],
    ["zdzblo", [2]],
    ["swietokrzyskie", [2]],
    ["prilis zlutoucky kun", [3]],
    ["ďábelské", [3]],
    ["plzen", []],
    ["fussganger", [4]],
    ["FUSSGÄNGER", [4]],
    ["strasse", [4]],
    ["STRASSE", [4]],
    ["straße", [4]],
    ["maße", [4]],
    ["füsse", [4]],
    // Apostrophes part words, but where they are part of a name or a letter of their own.
    ["istanbul", [5]],
    ["ete", [0]],
    ["ecole", [18]],
    ["l'ecole", [18]],
    ["lecole", []],
    ["aubervilliers", [18]],
    ["arte", [18]],
    ["kaminski", [18]],
    ["Kaminski's", [18]],
    ["oneill", [18]],
    ["O'Neill", [18]],
    ["пять", [18]],
    ["п’ять", [18]],
    // The Arabic article makes no difference, and takes nothing away from short words.
    ["وزير", [19]],
    ["الوزير", [19]],
    ["وزراء", [19]],
    ["الوزراء", [19]],
    ["جامعات", [19]],
    ["قاهرة", [19]],
    ["كتاب", [10]],
    ["طالب", [10]],
    ["ان", []],
    ["الآن", [19]],
    ["istanbul*", [5]],
    ["İSTANBUL'DA", [5]],
    ["isik", [5]],
    ["ışık", [5]],
    ["diyarbakir", [5]],
    ["DİYARBAKIR", [5]],
    ["igdir", [5]],
    ["çağrı", [5]],
    ["cagri kizgin", [5]],
    ["aebler", [6]],
    ["ÆBLER", [6]],
    ["smorrebrod", [6]],
    ["kobenhavn tromso", [6]],
    ["reykjavik", [7]],
    ["isafjordur", [7]],
    ["thorshofn", [7]],
    ["hofudborg", [7]],
    ["ελληνικη", [8]],
    ["ΑΘΗΝΑ", [8]],
    ["ηλιος", [8]],
    ["ήλιος", [8]],
    ["ΗΛΙΟΣ θαλασσα", [8]],
    ["ωραιοσ", [8]],
    ["ιδιο", [8]],
    ["полет", [9]],
    ["ПОЛЁТ", [9]],
    ["києвом", []],
    ["київом", [9]],
    ["подъем съезд", [9]],
    ["їжак", [9]],
    ["قرا", [10]],
    ["الطالب", [10]],
    ["الكتاب", [10]],
    ['"قرأ الطالب الكتاب"', [10]],
    ["اسره", [10]],
    ["مدرسة", [10]],
    ["المستشفي", [10]],
    ["اثار", [10]],
    ["المـــستشفى", [10]],
    ["עולם", [11]],
    ["והילדים", [11]],
    ["בירושלים", [11]],
    ["中国", [12]],
    ["经济", [12]],
    ["国经", [12]],
    ["经国", []],
    ["北京大学 报告", [12]],
    ["中国 -北京", []],
    ["ラーメン", [13]],
    ["コーヒー", [13]],
    ["カタカナ", [13]],
    ["ｶﾀｶﾅ", [13]],
    ["東京タワー", [13]],
    ["新しい店", [13]],
    ["대한민국", [14]],
    ["민국", [14]],
    ["부산", [14]],
    ["영화제", [14]],
    ["국민", []],
    ["กรุงเทพ", [15]],
    ["น้ำท่วม", [15]],
    ["เชียงใหม่", [15]],
    ["हिन्दी", [16]],
    ["दिल्ली किताब", [16]],
    ["समाचार", [16]],
    ["किताब*", [16]],
    ["full width", [17]],
    ["finance", [17]],
    ["iphone15", [17]],
    ["1,299.50", [17]],
    ["r&d", [17]],
    ["3.5%", [17]],
    ["ラーメン OR 中国", [13, 12]],
    ["(diyarbakir OR reykjavik) -isik", [7]],
    ["headline:经济", [12]],
    ["text:经济", []],
  ])("%s", (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  test.each<[string, number[]]>([
    ["besan", [0]],
    ["ist", [5]],
    ["ελλην", [8]],
    ["укра", [9]],
    ["المست", [10]],
    ["ירוש", []],
    ["北京大", [12]],
    ["ラー", [13]],
    ["영화", [14]],
    ["เชียง", [15]],
    ["समा", [16]],
  ])("while it is typed, %s", (typed, expected) => {
    expect(found(typed, true)).toEqual(expected);
  });
});

test("whatever is typed is understood, and looked for without an error", () => {
  const pieces = fc.constantFrom(
    ...[
      '"',
      "(",
      ")",
      "-",
      "*",
      "OR",
      "NOT",
      "AND",
      "NEAR(",
      " ",
      ":",
      "^",
      "+",
      "{",
      "}",
      "'",
      "\0",
    ],
    ...["title:", "tag:", "note:", "section:", "is:", "is:unread", "before:", "after:2024-13-40"],
    ...[
      "on:yesterday",
      "tide",
      "東京",
      "İ",
      "ß",
      "\ud800",
      "\u0301",
      "ﷺ",
      "é*",
      "--",
      "; DROP TABLE",
    ],
  );
  const typed = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(" ")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  fc.assert(
    fc.property(typed, fc.boolean(), (text, isTyping) => {
      expect(Array.isArray(found(text, isTyping))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
