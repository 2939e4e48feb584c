/** The icons that a site names: in the heads of its pages and in its web app manifest. */
import { webAddress } from "./addresses.ts";
import { attributesOf, nextTag, rawTextEnd } from "./html.ts";
import { isObject, textIn } from "./json-feed.ts";
import type { IconCandidate, PageIcons } from "./types.ts";

/** More of a page or a manifest is not looked at. */
const maximumLength = 2_000_000;
const maximumIcons = 40;
/** A picture inside an address is taken as it is, if it is small. */
const maximumData = 100_000;
/** Pixels of what Apple's devices ask for, where a page does not say. */
const touchSide = 180;
/** The longer side of what still counts as square, by the shorter one. */
const squareEnough = 4 / 3;

/** The icons that a page names in its head, in its order. Never throws. */
export function findIcons(page: string, address: string): PageIcons {
  const html = page.slice(0, maximumLength);
  const icons = new Map<string, IconCandidate>();
  let base: string | null = address;
  let manifest: string | null = null;
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    if (tag.name === "body" && icons.size > 0) break;
    if (tag.isEnd) continue;
    if (tag.name === "script" || tag.name === "style" || tag.name === "title") {
      tag = { ...tag, end: rawTextEnd(html, tag.name, tag.end) };
    } else if (tag.name === "base") {
      base = webAddress(attributesOf(html, tag).get("href"), address) ?? base;
    } else if (tag.name === "link" && icons.size < maximumIcons) {
      const attributes = attributesOf(html, tag);
      const icon = declaredIcon(attributes, base);
      if (icon !== null) icons.set(`${icon.scheme} ${icon.address}`, icon);
      if (relationsOf(attributes).includes("manifest"))
        manifest ??= webAddress(attributes.get("href")?.trim(), base);
    }
  }
  return { address, icons: [...icons.values()], manifest };
}

/** The icons of a web app manifest (w3.org/TR/appmanifest); none when it cannot be read. */
export function iconsInManifest(text: string, address: string): IconCandidate[] {
  const icons = manifestOf(text.slice(0, maximumLength));
  return icons.slice(0, maximumIcons).flatMap((icon): IconCandidate[] => {
    if (!isObject(icon)) return [];
    const purposes = textIn(icon, "purpose").toLowerCase().split(/\s+/);
    const isPlain = purposes.includes("any") || purposes.join("") === "";
    // A monochrome one is a stencil to be filled with a colour.
    if (!isPlain && !purposes.includes("maskable")) return [];
    const type = textIn(icon, "type");
    const found = iconAddress(textIn(icon, "src"), type, address);
    const side = sideOf(textIn(icon, "sizes"), found ?? "", type);
    if (found === null || side === "none") return [];
    return [{ address: found, source: "manifest", scheme: "any", side, isMaskable: !isPlain }];
  });
}

function manifestOf(text: string): readonly unknown[] {
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isObject(manifest) && Array.isArray(manifest.icons) ? manifest.icons : [];
  } catch {
    return [];
  }
}

function relationsOf(attributes: ReadonlyMap<string, string>): string[] {
  return (attributes.get("rel") ?? "").toLowerCase().split(/\s+/);
}

function declaredIcon(
  attributes: ReadonlyMap<string, string>,
  base: string | null,
): IconCandidate | null {
  const source = sourceOf(relationsOf(attributes));
  const scheme = schemeOf(attributes.get("media") ?? "");
  if (source === null || scheme === null) return null;
  const type = attributes.get("type") ?? "";
  const address = iconAddress(attributes.get("href") ?? "", type, base);
  if (address === null || /safari-pinned-tab|mask-icon/i.test(address)) return null;
  const written = sideOf(attributes.get("sizes") ?? "", address, type);
  if (written === "none") return null;
  const side = written ?? (source === "touch" ? touchSide : null);
  return { address, source, scheme, side, isMaskable: false };
}

/** `mask-icon` is a stencil, and `apple-touch-startup-image` a whole screen: neither is an icon. */
function sourceOf(relations: readonly string[]): IconCandidate["source"] | null {
  if (relations.includes("mask-icon")) return null;
  if (relations.includes("icon")) return "icon";
  if (relations.some((relation) => /^apple-touch-icon(?:-precomposed)?$/.test(relation)))
    return "touch";
  return relations.includes("fluid-icon") ? "fluid" : null;
}

/** For which windows an icon is meant; null: for paper. */
function schemeOf(media: string): IconCandidate["scheme"] | null {
  if (/\bprint\b/i.test(media) && !/\bscreen\b/i.test(media)) return null;
  return /prefers-color-scheme\s*:\s*dark/i.test(media) && !/\bnot\b/i.test(media) ? "dark" : "any";
}

/** An address on the web, or a small picture inside the address itself. */
function iconAddress(written: string, type: string, base: string | null): string | null {
  if (type !== "" && !/^\s*image\//i.test(type)) return null;
  const trimmed = written.trim();
  if (!/^data:/i.test(trimmed)) return webAddress(trimmed, base);
  const isPicture = /^data:image\//i.test(trimmed) && trimmed.length <= maximumData;
  return isPicture ? trimmed : null;
}

/**
 * The side of an icon in pixels as it is declared, or named in the address: of several the best to
 * show. `Infinity`: a drawing; null: unknown; "none": it is no icon.
 */
function sideOf(sizes: string, address: string, type: string): number | null | "none" {
  const isDrawing = /svg/i.test(type) || /^data:image\/svg|\.svgz?(?:[?#]|$)/i.test(address);
  if (isDrawing) return Infinity;
  const named = address.startsWith("data:") ? "" : (URL.parse(address)?.pathname ?? "");
  const written = measuresIn(sizes);
  const measures = written.length > 0 ? written : measuresIn(named);
  if (measures.length === 0) return null;
  const square = measures.filter(
    ([width, height]) => Math.max(width, height) <= Math.min(width, height) * squareEnough,
  );
  if (square.length === 0) return written.length > 0 ? "none" : null;
  const sides = square.map(([width, height]) => Math.min(width, height)).sort((a, b) => a - b);
  return sides.find((side) => side >= 64) ?? sides.at(-1) ?? null;
}

function measuresIn(text: string): [number, number][] {
  return Array.from(
    text.slice(0, 500).matchAll(/(?<!\d)([1-9]\d{0,3})[x×]([1-9]\d{0,3})(?!\d)/gi),
    ([, width, height]): [number, number] => [Number(width), Number(height)],
  );
}
