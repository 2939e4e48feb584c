import { expect, test } from "vitest";
import { decodeText } from "../../../main/feeds/feeds.ts";
import { encodeText } from "../../newsstand/feeds/encode-text.ts";
import type { Charset } from "../../newsstand/types.ts";

test.each<[Charset, string, string]>([
  ["utf-8", "日本語 é", "e697a5e69cace8aa9e20c3a9"],
  ["utf-16le", "é日", "fffee900e565"],
  ["big5", "臺灣新聞", "bb4f c657 b773 bb44"],
  ["gb18030", "中文新闻", "d6d0 cec4 d0c2 cec5"],
  ["shift_jis", "日本語ｱ", "93fa 967b 8cea b1"],
  ["euc-kr", "한국어", "c7d1 b1b9 beee"],
  ["windows-1251", "мир", "ec e8 f0"],
  ["windows-1256", "سلام", "d3 e1 c7 e3"],
  ["iso-8859-2", "śćž", "b6 e6 be"],
  ["iso-8859-7", "αβγ", "e1 e2 e3"],
  ["iso-8859-8", "שלום", "f9 ec e5 ed"],
  ["iso-8859-9", "ğış", "f0 fd fe"],
  ["koi8-r", "мир", "cd c9 d2"],
  ["windows-1252", "é€", "e9 80"],
  ["iso-8859-1", "é€", "e9 2623383336343b"],
])("%s has the bytes that its standard gives", (charset, text, bytes) => {
  expect(encodeText(text, charset).toString("hex")).toBe(bytes.replaceAll(" ", ""));
  if (charset !== "iso-8859-1")
    expect(decodeText(encodeText(text, charset), `text/xml; charset=${charset}`)).toBe(text);
});

test("what a charset lacks becomes a reference", () => {
  expect(encodeText("a→日", "koi8-r").toString("latin1")).toBe("a&#8594;&#26085;");
});
