import { expect, test } from "vitest";
import { brokenDecoders } from "../../../main/feeds/decoders.ts";
import { decodeDocument } from "../../../main/feeds/encoding.ts";
import { decodePage, decodeText } from "../../../main/feeds/feeds.ts";

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string, isLittleEndian: boolean): number[] {
  return Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return isLittleEndian ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
  }).flat();
}

function utf32(text: string, isLittleEndian: boolean): number[] {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const bytes = [code & 0xff, (code >> 8) & 0xff, (code >> 16) & 0xff, 0];
    return isLittleEndian ? bytes : bytes.reverse();
  }).flat();
}

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly text: string;
}

const cases: readonly Case[] = [
  {
    name: "UTF-8 without any declaration",
    bytes: new TextEncoder().encode("<a>é€😀</a>"),
    text: "<a>é€😀</a>",
  },
  {
    name: "a BOM goes before a wrong header",
    bytes: Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9),
    contentType: "text/xml; charset=iso-8859-1",
    text: "é",
  },
  {
    name: "UTF-16LE with BOM",
    bytes: Uint8Array.from([0xff, 0xfe, ...utf16("<a>ж</a>", true)]),
    text: "<a>ж</a>",
  },
  {
    name: "UTF-16BE without BOM",
    bytes: Uint8Array.from(utf16("<a>ж</a>", false)),
    text: "<a>ж</a>",
  },
  {
    name: "UTF-32LE with BOM",
    bytes: Uint8Array.from([0xff, 0xfe, 0, 0, ...utf32("<a>😀</a>", true)]),
    text: "<a>😀</a>",
  },
  {
    name: "UTF-32BE without BOM",
    bytes: Uint8Array.from(utf32("<a>😀</a>", false)),
    text: "<a>😀</a>",
  },
  {
    name: "the header's charset",
    bytes: latin("caf\u00e9"),
    contentType: 'text/xml; charset="ISO-8859-1"',
    text: "café",
  },
  {
    name: "the declaration",
    bytes: latin('<?xml version="1.0" encoding="windows-1251"?><a>\u00c6</a>'),
    text: '<?xml version="1.0" encoding="windows-1251"?><a>Ж</a>',
  },
  {
    name: "valid UTF-8 goes before a single-byte label",
    bytes: new TextEncoder().encode("<a>é</a>"),
    contentType: "text/xml; charset=iso-8859-1",
    text: "<a>é</a>",
  },
  {
    name: "windows-1252 between 0x80 and 0x9F",
    bytes: latin("\u0093\u0080\u0094 \u0085"),
    contentType: "text/xml; charset=windows-1252",
    text: "“€” …",
  },
  {
    name: "declared UTF-16 in bytes that are not",
    bytes: latin('<?xml version="1.0" encoding="utf-16"?><a/>'),
    text: '<?xml version="1.0" encoding="utf-16"?><a/>',
  },
  {
    name: "an unknown label is ignored",
    bytes: new TextEncoder().encode("<a>é</a>"),
    contentType: "text/xml; charset=klingon",
    text: "<a>é</a>",
  },
  {
    name: "us-ascii with other bytes is windows-1252",
    bytes: latin("<a>it\u0092s</a>"),
    contentType: "text/xml; charset=us-ascii",
    text: "<a>it’s</a>",
  },
  {
    name: "Shift_JIS",
    bytes: Uint8Array.of(0x93, 0xfa, 0x96, 0x7b),
    contentType: "text/xml; charset=Shift_JIS",
    text: "日本",
  },
  {
    name: "gb2312 as GBK",
    bytes: Uint8Array.of(0xd6, 0xd0),
    contentType: "text/xml; charset=gb2312",
    text: "中",
  },
  {
    name: "ISO-2022-JP, which is all ASCII bytes",
    bytes: latin("\u001b$BF|K\\\u001b(B"),
    contentType: "text/xml; charset=iso-2022-jp",
    text: "日本",
  },
  {
    name: "a few broken bytes in good UTF-8",
    bytes: Uint8Array.from([...new TextEncoder().encode("éééééééé"), 0xc3]),
    text: "éééééééé\ufffd",
  },
  {
    name: "control characters vanish",
    bytes: latin("a\u0000b\u0008c\u001fd\te\nf"),
    text: "abcd\te\nf",
  },
  { name: "nothing", bytes: new Uint8Array(), text: "" },
];

test.each(cases)("$name", ({ bytes, contentType, text }) => {
  expect(decodeText(bytes, contentType)).toBe(text);
});

/** What the government said, in languages whose encodings are declared wrongly most often. */
const undeclared: readonly (readonly [encoding: string, text: string])[] = [
  ["koi8-r", "Правительство сообщило, что новые правила начнут действовать с первого января"],
  ["koi8-u", "Уряд повідомив, що нові правила почнуть діяти з першого січня, її слова чули всі"],
  ["windows-1251", "Правительство сообщило, что новые правила начнут действовать с января"],
  [
    "windows-1250",
    "Rząd ogłosił, że nowe przepisy wejdą w życie pierwszego stycznia, mówią źródła",
  ],
  [
    "windows-1250",
    "Rząd ogłosił, że wejdą w życie w styczniu, a reszta wniosków będzie rozpatrzona",
  ],
  [
    "iso-8859-2",
    "Vláda oznámila, že nová pravidla začnou platit prvního ledna a potřebují přípravu",
  ],
  ["windows-1253", "Η κυβέρνηση ανακοίνωσε ότι οι νέοι κανόνες θα ισχύσουν από την Πρωτοχρονιά"],
  [
    "windows-1254",
    "Hükümet yeni kuralların Ocak'ta yürürlüğe gireceğini açıkladı, başvuranları değil",
  ],
  ["windows-1255", "הממשלה הודיעה כי הכללים החדשים ייכנסו לתוקף באחד בינואר לדברי השר"],
  [
    "iso-8859-8",
    "הנמל נפתח מחדש אחרי שיפוץ של שנתיים. הרציף הישן הפך לטיילת, והמגדלור יואר מדי ערב",
  ],
  ["windows-1256", "أعلنت الحكومة أن القواعد الجديدة ستدخل حيز التنفيذ اعتبارا من الأول من يناير"],
  ["windows-874", "รัฐบาลประกาศว่ากฎใหม่จะเริ่มใช้ตั้งแต่วันที่หนึ่งมกราคม รัฐมนตรีกล่าวว่า"],
  ["gbk", "政府宣布新规定将于一月一日起实施，这些规定不会影响已经提交申请的人。"],
  ["big5", "政府宣布新規定將於一月一日起實施，這些規定不會影響已經提交申請的人。"],
  ["euc-kr", "정부는 새로운 규정이 일월 일일부터 시행될 것이라고 발표했다."],
  ["shift_jis", "政府は新しい規則が一月一日から施行されると発表した。"],
  ["euc-jp", "政府は新しい規則が一月一日から施行されると発表した。"],
];

/** Bytes of a text, by asking the decoder what each single byte and each pair of bytes means. */
function encodeAs(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const known = new Map<string, readonly number[]>();
  for (let lead = 0; lead < 0x100; lead += 1) {
    known.set(decoder.decode(Uint8Array.of(lead)), [lead]);
    for (let trail = 0x40; lead >= 0x81 && trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!known.has(character)) known.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((character) => known.get(character) ?? [0x3f]));
}

test.each(undeclared)("what is declared nowhere is detected: %s", (encoding, text) => {
  const around = (inner: string): string =>
    `<rss version="2.0"><channel><title>News</title><link>https://x.org/</link><item><title>${inner}</title>` +
    `<guid isPermaLink="false">1</guid><description>&lt;p class="first"&gt;${inner}&lt;/p&gt;</description></item></channel></rss>`;
  for (const document of [text, around(text)]) {
    expect(decodeText(encodeAs(document, encoding))).toBe(document);
  }
});

test.each([
  [
    "another encoding than declared",
    "text/xml; charset=iso-8859-1",
    "é",
    "iso-8859-1, but written in utf-8",
  ],
  ["a name that nobody knows", "text/xml; charset=klingon", "é", "klingon, but written in utf-8"],
])("says so: %s", (_name, contentType, text, wanted) => {
  const { problems } = decodeDocument(new TextEncoder().encode(`<a>${text}</a>`), contentType);
  expect(problems).toEqual([`declared as ${wanted}`]);
});

test.each([
  ["text/xml; charset=utf-8", "é"],
  ["text/xml; charset=iso-8859-1", "e"],
  ["text/xml; charset=us-ascii", "e"],
  ["text/xml", "é"],
])("nothing is wrong with %s and %s", (contentType, text) => {
  const { problems } = decodeDocument(new TextEncoder().encode(`<a>${text}</a>`), contentType);
  expect(problems).toEqual([]);
});

test("this build decodes as it should, and one that does not is found out", () => {
  expect([...brokenDecoders()]).toEqual([]);
  const asLatin = (_label: string, bytes: Uint8Array): string =>
    Buffer.from(bytes).toString("latin1");
  expect(brokenDecoders(asLatin).size).toBeGreaterThan(10);
});

test("a web page may declare its encoding late, behind what a template puts first", () => {
  const bytes = Buffer.concat([
    Buffer.from(`<html><head><script>${"x".repeat(9_000)}</script><meta charset="windows-1257">`),
    Buffer.from("</head><body><p>R"),
    // In the encoding that would be guessed it is another letter.
    Uint8Array.from([0xee]),
    Buffer.from("ga</p></body></html>"),
  ]);
  expect(decodePage(bytes)).toContain("<p>Rīga</p>");
  expect(decodeText(bytes)).not.toContain("<p>Rīga</p>");
});
