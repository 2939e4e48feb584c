import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import { mediaName, type MediaName } from "../../preload/contract/contract.ts";
import { isAnimated } from "./is-animated.ts";

/** What a stored picture is, told by its bytes alone. Sizes in pixels, as it is shown. */
export interface InspectedPicture {
  readonly extension: "jpg" | "png" | "gif" | "webp" | "avif" | "svg" | "bmp" | "ico";
  readonly width: number;
  readonly height: number;
  /** It has more than one frame. */
  readonly isAnimated: boolean;
}

const byteLimit = 10 * 1024 * 1024;
const drawingByteLimit = 1024 * 1024;
const pixelLimit = 25_000_000;
/** Smaller ones only count readers. */
const sideMinimum = 3;
/** What browsers give a drawing that names no size. */
const drawingSize = { width: 300, height: 150 };

/**
 * Looks at a picture's bytes, never at what they are said to be; null when it is not a picture
 * that we keep: unknown, damaged, a tracking pixel, or too large (10 MB, 25 megapixels).
 */
export function inspectPicture(bytes: Uint8Array): InspectedPicture | null {
  if (bytes.length > byteLimit) return null;
  const extension = sniff(bytes);
  if (extension === null) return null;
  const size = measure(bytes, extension);
  if (size === null) return null;
  const isKept =
    size.width >= sideMinimum &&
    size.height >= sideMinimum &&
    size.width * size.height <= pixelLimit;
  return isKept ? { extension, ...size, isAnimated: isAnimated(bytes, extension) } : null;
}

/** The name under which a picture is stored: SHA-256 of its bytes and its extension. */
export function namePicture(
  bytes: Uint8Array,
  extension: InspectedPicture["extension"],
): MediaName {
  return mediaName.parse(`${createHash("sha256").update(bytes).digest("hex")}.${extension}`);
}

function sniff(bytes: Uint8Array): InspectedPicture["extension"] | null {
  const start = Buffer.from(bytes.subarray(0, 32)).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return "jpg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (/^GIF8[79]a/.test(start)) return "gif";
  if (/^RIFF[^]{4}WEBP/.test(start)) return "webp";
  if (/^[^]{4}ftyp(?:[^]{4}[^]{4})*?avi[fs]/.test(start)) return "avif";
  if (/^BM[^]{4}\0\0\0\0/.test(start)) return "bmp";
  if (start.startsWith("\0\0\x01\0")) return "ico";
  return isDrawing(bytes) ? "svg" : null;
}

/** An SVG document begins with its root, after a declaration, a doctype and comments at most. */
function isDrawing(bytes: Uint8Array): boolean {
  if (bytes.length > drawingByteLimit) return false;
  const text = new TextDecoder().decode(bytes).trim();
  const root = text.search(/<svg[\s>]/);
  if (root === -1 || !/<\/svg\s*>(?:\s*<!--[^]*-->)?$|\/>$/.test(text)) return false;
  return /^(?:\s|<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>]*)?>)*$/i.test(
    text.slice(0, Math.min(root, 10_000)),
  );
}

function measure(
  bytes: Uint8Array,
  extension: InspectedPicture["extension"],
): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // From 5 on, EXIF says that the picture lies on its side.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return extension === "svg" ? drawingSize : null;
  }
}
