/** Bytes → text: BOM, HTTP charset, declaration, UTF-8 when valid, else detected. */
import { analyse } from "chardet";

/** How far into a document a declaration of its encoding is looked for. */
const declarationReach = 1_024;
/** How much of a document without any declaration is looked at to guess its encoding. */
const detectionReach = 32_768;

/** The characters of windows-1252 at 0x80–0x9F; some builds of ICU decode them as controls. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes a document. Never throws; control characters that no document may hold are left out. */
export function decodeText(bytes: Uint8Array, contentType?: string): string {
  return withoutControls(decode(bytes, contentType));
}

function decode(bytes: Uint8Array, contentType: string | undefined): string {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decodeAs(bytes.subarray(marked.length), marked.label) ?? "";
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeAs(bytes, wide) ?? "";

  const declared = [charsetOf(contentType), declaredEncoding(bytes)].filter(
    // Without a mark and without zero bytes it is no UTF-16 or UTF-32, whatever it says.
    (label) => label !== null && !/^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646-ucs)/.test(label),
  );
  // Bytes that are valid UTF-8 beyond ASCII are UTF-8: no other text looks like that by chance.
  const utf8 = decodeStrictUtf8(bytes);
  const label = declared.find((name) => name !== null && isSupported(name)) ?? null;
  if (utf8 !== null && (label === null || !isStateful(label) || hasNonAscii(bytes))) return utf8;
  if (label !== null && !isUtf8(label)) return decodeAs(bytes, label) ?? decodeWindows1252(bytes);
  return decodeAs(bytes, detect(bytes)) ?? decodeWindows1252(bytes);
}

/** Encodings that write other scripts with ASCII bytes alone, and so pass as UTF-8. */
function isStateful(label: string): boolean {
  return /^(?:iso-2022|csiso2022|hz-gb)/.test(label);
}

function hasNonAscii(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f);
}

function isUtf8(label: string): boolean {
  return /^(?:utf-?8|unicode-1-1-utf-8|us-ascii|ascii)$/.test(label);
}

function byteOrderMark(bytes: Uint8Array): { label: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: "utf-8", length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { label: "utf-32le", length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { label: "utf-32be", length: 4 };
  if (a === 0xff && b === 0xfe) return { label: "utf-16le", length: 2 };
  if (a === 0xfe && b === 0xff) return { label: "utf-16be", length: 2 };
  return null;
}

/** UTF-16 and UTF-32 without a mark, told by where the zero bytes around the first `<` are. */
function wideEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && c === 0 && d !== 0) return "utf-32be";
  if (a !== 0 && b === 0 && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  return null;
}

/** The label in `text/xml; charset=…`, lower case, or null. */
function charsetOf(contentType: string | undefined): string | null {
  const match = /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? "");
  return match?.[1]?.toLowerCase() ?? null;
}

/** The label in `<?xml encoding="…"?>` or in `<meta charset>`, lower case, or null. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = latin1(bytes.subarray(0, declarationReach));
  const match =
    /<\?xml[^>]*?\bencoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(start) ??
    /<meta[^>]+?charset\s*=\s*["']?\s*([^"'\s>;/]+)/i.exec(start);
  return match?.[1]?.toLowerCase() ?? null;
}

function isSupported(label: string): boolean {
  if (/^utf-32(?:le|be)$/.test(label)) return true;
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  if (label === "utf-32le" || label === "utf-32be") return decodeUtf32(bytes, label === "utf-32le");
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === "windows-1252" ? decodeWindows1252(bytes) : decoder.decode(bytes);
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

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function decodeWindows1252(bytes: Uint8Array): string {
  return withoutC1(latin1(bytes));
}

function withoutC1(text: string): string {
  return text.replace(
    /[\u0080-\u009f]/g,
    (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character,
  );
}

/** The likeliest encoding of bytes that declare nothing usable and are no valid UTF-8. */
function detect(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, detectionReach);
  const mostlyUtf8 = new TextDecoder().decode(sample);
  const broken = mostlyUtf8.split("\ufffd").length - 1;
  const intact = mostlyUtf8.match(/[^\0-\u007f\ufffd]/g)?.length ?? 0;
  // A few broken bytes in a document full of good UTF-8: cut by a program that counts bytes.
  if (intact > broken * 4) return "utf-8";
  const guess = analyse(sample)
    .map(({ name }) => name.toLowerCase())
    .find((name) => isSupported(name) && isPlausible(decodeAs(sample, name) ?? ""));
  return guess ?? "windows-1252";
}

/** Text of single bytes passes for Japanese written in nothing but half-width syllables. */
function isPlausible(text: string): boolean {
  const halfWidth = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  const beyondAscii = text.match(/[^\0-\u007f]/g)?.length ?? 0;
  return halfWidth * 2 <= beyondAscii;
}

/**
 * Leaves out what no document may hold, and reads C1 controls as what the publisher's program meant
 * by them: nobody writes those, but many convert windows-1252 to UTF-8 as if it were Latin-1.
 */
function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  const kept = text.replace(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]/g, "");
  return withoutC1(kept);
}
