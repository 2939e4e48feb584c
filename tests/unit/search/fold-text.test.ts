import { expect, test } from "vitest";
import { foldText, wordsOf } from "../../../main/search/fold-text.ts";

const words = (text: string): string => wordsOf(foldText(text)).join(" ");

test.each([
  ["Ångström", "angstrom"],
  ["STRASSE", "Straße"],
  ["ﬁnance", "finance"],
  ["ＡＢＣ１２", "abc12"],
  ["Việt Nam", "viet nam"],
  ["Øresund", "oresund"],
  ["Łódź", "lodz"],
  ["ёлка", "елка"],
  ["İstanbul ılık", "istanbul ilik"],
  ["Ὀδυσσεύς", "οδυσσευσ"],
  ["O’Neill", "o'neill"],
  ["l’été", "l ete"],
  ["O’Neill’s", "oneill s"],
  ["п'ять м’ячів", "пять мячів"],
  ["الوزير والوزيرة للوزير بالوزارة", "وزير وزيره وزير وزاره"],
  ["الآن التي إلى الله والد", "الان التي الي الله والد"],
  ["كِتَاب", "كتاب"],
  ["أخبار", "اخبار"],
  ["مدرسة", "مدرسه"],
  ["کتابخانه", "كتابخانه"],
  ["שָׁלוֹם", "שלום"],
])("%s is found by %s", (written, typed) => {
  expect(words(written)).toBe(words(typed));
});

test.each([
  ["東京図書館", "東 京 図 書 館"],
  ["뉴스", "뉴 스"],
  ["ข่าว", "ข่ า ว"],
  ["コーヒー", "コー ヒー"],
  ["iPhone発売", "iphone 発 売"],
])("%s is parted", (written, expected) => {
  expect(words(written)).toBe(expected);
});

test("marks that make another letter stay where words are written with them", () => {
  expect(words("हिन्दी")).not.toBe(words("हनद"));
});

test("lone surrogates and control signs do no harm", () => {
  expect(words("a\ud800b\0c")).toBe("a b c");
});
