/** Bytes → text: BOM, HTTP charset, declaration, UTF-8 when valid, else detected. */
import {
  decodeAs,
  decodeStrictUtf8,
  decodeWindows1252,
  encodingOf,
  latin1,
  withoutC1,
} from "./decoders.ts";
import { detectEncoding } from "./detect-encoding.ts";

/** How far into a document a declaration of its encoding is looked for. */
const declarationReach = 1_024;
/** The same in a web page; of 333 pages one in nine declares it behind the first 1,024 bytes. */
const pageReach = 65_536;

/** A document as text. */
export interface DecodedText {
  readonly text: string;
  /** What was wrong with its bytes, in plain English. */
  readonly problems: readonly string[];
}

interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Decodes a document. Never throws; control characters that no document may hold are left out. */
export function decodeText(bytes: Uint8Array, contentType?: string): string {
  return decodeDocument(bytes, contentType).text;
}

/**
 * The same for a web page, whose declaration may come late: behind scripts and styles that a template
 * put first. Browsers, too, look on behind the 1,024 bytes of the standard, as far as the head goes.
 */
export function decodePage(bytes: Uint8Array, contentType?: string): string {
  return decodeDocument(bytes, contentType, pageReach).text;
}

/** Decodes a document and says what was wrong with it. Never throws. */
export function decodeDocument(
  bytes: Uint8Array,
  contentType?: string,
  reach = declarationReach,
): DecodedText {
  const claims = [charsetOf(contentType), declaredEncoding(bytes, reach)].filter(
    (label) => label !== null,
  );
  const { text, encoding } = decode(bytes, claims);
  const kept = withoutControls(text);
  const problems = claims
    .slice(0, 1)
    .filter((label) => !isSaidRightly(label, encoding, text))
    .map((label) => `declared as ${label.slice(0, 40)}, but written in ${encoding}`);
  if (text.includes("\ufffd")) problems.push(`holds bytes that mean nothing in ${encoding}`);
  if (kept.length < text.length) problems.push("control characters were left out");
  return { text: kept, problems };
}

/** A label that means what it was; plain ASCII may be called by nearly any name. */
function isSaidRightly(label: string, encoding: string, text: string): boolean {
  const said = encodingOf(label) ?? (isUtf8(label) ? "utf-8" : null);
  if (said === encoding || (label.startsWith("utf-16") && encoding.startsWith("utf-16")))
    return true;
  return said !== null && /^[\0-\u007f]*$/.test(text);
}

function decode(bytes: Uint8Array, claims: readonly string[]): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decodedAs(bytes.subarray(marked.length), marked.label);
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodedAs(bytes, wide);

  // Without a mark and without zero bytes it is no UTF-16 or UTF-32, whatever it says.
  const label = claims.find(
    (name) =>
      !/^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646-ucs)/.test(name) && encodingOf(name) !== null,
  );
  // Bytes that are valid UTF-8 beyond ASCII are UTF-8: no other text looks like that by chance.
  const utf8 = decodeStrictUtf8(bytes);
  if (utf8 !== null && (label === undefined || !isStateful(label) || hasNonAscii(bytes))) {
    return { text: utf8, encoding: "utf-8" };
  }
  return decodedAs(bytes, label === undefined || isUtf8(label) ? detectEncoding(bytes) : label);
}

function decodedAs(bytes: Uint8Array, label: string): Decoded {
  const encoding = encodingOf(label);
  const text = encoding === null ? null : decodeAs(bytes, label);
  if (encoding === null || text === null) {
    return { text: decodeWindows1252(bytes), encoding: "windows-1252" };
  }
  return { text, encoding };
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
function declaredEncoding(bytes: Uint8Array, reach: number): string | null {
  const start = latin1(bytes.subarray(0, reach)).replace(/<body\b.*$/is, "");
  const match =
    /<\?xml[^>]*?\bencoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(start) ??
    /<meta[^>]+?charset\s*=\s*["']?\s*([^"'\s>;/]+)/i.exec(start);
  return match?.[1]?.toLowerCase() ?? null;
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
