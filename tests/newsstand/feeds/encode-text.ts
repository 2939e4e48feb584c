import type { Charset } from "../types.ts";

/** Text in a charset; what the charset lacks becomes a numeric character reference. */
export function encodeText(text: string, charset: Charset): Buffer {
  if (charset === "utf-8") return Buffer.from(text);
  if (charset === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  const table = tableOf(charset);
  const parts: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? [code] : table.get(character);
    parts.push(...(bytes ?? Buffer.from(`&#${code};`)));
  }
  return Buffer.from(parts);
}

type Table = ReadonlyMap<string, readonly number[]>;
const tables = new Map<Charset, Table>();

function tableOf(charset: Charset): Table {
  const table = tables.get(charset) ?? turnRound(charset);
  tables.set(charset, table);
  return table;
}

/**
 * The bytes of every character, from what the engine's decoder makes of every one and two bytes:
 * the engine has no encoders. Characters of four bytes (GB18030) are left to references.
 */
function turnRound(charset: Charset): Table {
  const table = new Map<string, readonly number[]>();
  if (charset === "iso-8859-1" || charset === "windows-1252") {
    for (let code = 0xa0; code <= 0xff; code += 1) table.set(String.fromCharCode(code), [code]);
    if (charset === "iso-8859-1") return table;
    for (const [index, character] of Array.from(windows1252).entries()) {
      if (character !== " ") table.set(character, [0x80 + index]);
    }
    return table;
  }
  const decoder = new TextDecoder(charset, { fatal: true });
  const note = (...bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0x80; byte <= 0xff; byte += 1) note(byte);
  if (!twoBytes.has(charset)) return table;
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) note(lead, trail);
  }
  return table;
}

const twoBytes: ReadonlySet<Charset> = new Set(["big5", "gb18030", "shift_jis", "euc-kr"]);

/**
 * What windows-1252 has at 0x80–0x9F; spaces stand for the five unused places. Written out, because
 * some builds of the engine decode them as controls.
 */
const windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
