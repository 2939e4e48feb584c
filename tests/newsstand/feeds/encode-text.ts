import type { Charset } from "../types.ts";

/** Text in a charset; what the charset lacks becomes a numeric character reference. */
export function encodeText(text: string, charset: Charset): Buffer {
  if (charset === "utf-8") return Buffer.from(text);
  const parts: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const byte = code < 0x80 ? code : byteOf(character, code, charset);
    if (byte === undefined) parts.push(...Buffer.from(`&#${code};`));
    else parts.push(byte);
  }
  return Buffer.from(parts);
}

function byteOf(character: string, code: number, charset: Charset): number | undefined {
  if (code >= 0xa0 && code <= 0xff) return code;
  if (charset !== "windows-1252") return undefined;
  const index = windows1252.indexOf(character);
  return index === -1 ? undefined : 0x80 + index;
}

/** What windows-1252 has at 0x80–0x9F; spaces stand for the five unused places. */
const windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
