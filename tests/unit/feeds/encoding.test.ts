import { expect, test } from "vitest";
import { decodeText } from "../../../main/feeds/feeds.ts";

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

test("what is declared nowhere is detected", () => {
  const russian =
    "Правительство сообщило, что новые правила начнут действовать с первого января. По словам " +
    "министра, они не коснутся тех, кто уже подал заявление, но все остальные должны будут " +
    "прийти ещё раз. Представители городов попросили дать им больше времени на подготовку.";
  const koi8 = "юабцдефгхийклмнопярстужвьызшэщчъ";
  const bytes = Uint8Array.from(russian, (character) => {
    const lower = koi8.indexOf(character);
    const upper = koi8.toUpperCase().indexOf(character);
    return lower >= 0
      ? 0xc0 + lower
      : upper >= 0
        ? 0xe0 + upper
        : character === "ё"
          ? 0xa3
          : character.charCodeAt(0);
  });
  expect(decodeText(bytes)).toBe(russian);
});
