/** Bytes in a known encoding → text, on the engine's decoders as far as they can be trusted. */

/** The characters of windows-1252 at 0x80–0x9F; some builds of ICU decode them as controls. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** A word in each encoding that decides over whole countries' feeds, as bytes in hexadecimal. */
const samples: readonly (readonly [label: string, bytes: string, text: string])[] = [
  ["gbk", "d6d0cec480", "中文€"],
  ["gb18030", "d6d0cec4", "中文"],
  ["big5", "a4a4a4e5", "中文"],
  ["euc-kr", "c7d1b1b9", "한국"],
  ["shift_jis", "93fa967b", "日本"],
  ["euc-jp", "c6fccbdc", "日本"],
  ["iso-2022-jp", "1b2442467c4b5c1b2842", "日本"],
  ["koi8-r", "cdc9d2", "мир"],
  ["koi8-u", "cda6d2", "мір"],
  ["windows-1250", "9ce6", "ść"],
  ["windows-1251", "ece8f0", "мир"],
  ["windows-1253", "e1e2e3", "αβγ"],
  ["windows-1254", "f0fdfe", "ğış"],
  ["windows-1255", "f9ece5ed", "שלום"],
  ["windows-1256", "d3e1c7e3", "سلام"],
  ["windows-1257", "eff0fe", "ļšž"],
  ["windows-874", "e4b7c2", "ไทย"],
  ["iso-8859-2", "b6e6", "ść"],
];

let broken: ReadonlySet<string> | null = null;

/**
 * Encodings that this build of the engine decodes wrongly, by the names that `TextDecoder` gives
 * them. Looked into once, when the first document comes; builds differ in their tables (ICU).
 */
export function brokenDecoders(decode = decodeBy): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [label, bytes, text] of samples) {
    if (decode(label, Buffer.from(bytes, "hex")) !== text) found.add(label);
  }
  return found;
}

function decodeBy(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

/** The standard's name of an encoding that can be read here, or null. */
export function encodingOf(label: string): string | null {
  if (/^utf-32(?:le|be)$/.test(label)) return label;
  try {
    const { encoding } = new TextDecoder(label);
    broken ??= brokenDecoders();
    return broken.has(encoding) ? null : encoding;
  } catch {
    return null;
  }
}

/** Text of bytes in an encoding; null when it cannot be read here. Undecodable bytes become U+FFFD. */
export function decodeAs(bytes: Uint8Array, label: string): string | null {
  switch (encodingOf(label)) {
    case null:
      return null;
    case "utf-32le":
    case "utf-32be":
      return decodeUtf32(bytes, label === "utf-32le");
    case "windows-1252":
      return decodeWindows1252(bytes);
    default:
      return new TextDecoder(label).decode(bytes);
  }
}

/** Text of bytes that are valid UTF-8, else null. */
export function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    parts.push(code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code));
  }
  return parts.join("");
}

/** Every byte as the character of the same number; for looking at ASCII parts. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** Never fails: what nothing else reads is read as this. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return withoutC1(latin1(bytes));
}

/** C1 controls as the characters of windows-1252 that were meant. */
export function withoutC1(text: string): string {
  return text.replace(
    /[\u0080-\u009f]/g,
    (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character,
  );
}
