import { parseSrcset } from "srcset";
import type { IncomingPicture } from "../library/types.ts";
import { webAddress } from "./addresses.ts";
import type { SourceElement } from "./parse-markup.ts";
import { trackerAddresses, trackerHosts } from "./trackers.ts";

/** Width in pixels from which a picture is good enough for the reading pane on any screen. */
const goodWidth = 1280;
const altLimit = 1000;

/** Where lazy loaders keep the real address, in the order in which they are believed. */
const lazyAttributes = (
  "data-src data-lazy-src data-original data-lazy data-url data-image data-hi-res-src " +
  "data-full-src data-orig-file data-delayed-url nitro-lazy-src"
).split(" ");
const lazySetAttributes = ["data-srcset", "data-lazy-srcset", "nitro-lazy-srcset"];
const placeholder =
  /(?:^|[/_.-])(?:blank|spacer|placeholder|1x1|loading|loader|transparent|lazy|lazyload|pixel|clear)(?:[-_]?\w{0,8})?\.(?:gif|png|svg|jpe?g|webp)(?:$|[?#])/i;

/** The picture an `img` shows, or null when it shows none or only counts readers. */
export function findPicture(
  image: SourceElement,
  sources: readonly SourceElement[],
  baseUrl: string | null,
): IncomingPicture | null {
  const { attributes } = image;
  const width = pixels(attributes.width);
  const height = pixels(attributes.height);
  if ((width ?? 3) < 3 || (height ?? 3) < 3) return null;
  if (isHidden(attributes.style ?? "")) return null;

  const address = bestAddress(image, sources, baseUrl);
  if (address === null || isTracker(address)) return null;
  const alt = (attributes.alt ?? "").replace(/\s+/g, " ").trim().slice(0, altLimit);
  return { address: address.href, alt: alt.toWellFormed(), width, height };
}

/** True when the address only counts readers. */
export function isTracker(address: URL): boolean {
  const host = address.hostname;
  return (
    trackerHosts.some((tracker) => host === tracker || host.endsWith(`.${tracker}`)) ||
    trackerAddresses.some((tracker) => tracker.test(`${host}${address.pathname}`))
  );
}

/** True when an inline style makes the element invisible or as small as a tracking pixel. */
export function isHidden(style: string): boolean {
  return /display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[\s;])(?:width|height)\s*:\s*[0-2](?:px|\s*(?:;|$))/i.test(
    style,
  );
}

function bestAddress(
  image: SourceElement,
  sources: readonly SourceElement[],
  baseUrl: string | null,
): URL | null {
  const { attributes } = image;
  const sets = ["srcset", ...lazySetAttributes].map((name) => attributes[name]);
  const addresses = [attributes.src, ...lazyAttributes.map((name) => attributes[name])];
  const candidates = [
    ...sets.map(bestOfSet),
    ...addresses,
    ...preferredSources(sources).flatMap(({ attributes: source }) =>
      ["srcset", ...lazySetAttributes].map((name) => bestOfSet(source[name])),
    ),
  ];
  for (const candidate of candidates) {
    if (candidate === undefined || placeholder.test(candidate)) continue;
    const address = webAddress(candidate, baseUrl);
    if (address !== null) return address;
  }
  return null;
}

/** Formats that every program can show come first. */
function preferredSources(sources: readonly SourceElement[]): SourceElement[] {
  const isUsual = ({ attributes }: SourceElement): boolean =>
    /jpe?g|png|webp/.test(attributes.type ?? "jpeg");
  return [...sources.filter(isUsual), ...sources.filter((source) => !isUsual(source))];
}

function bestOfSet(set: string | undefined): string | undefined {
  if (set === undefined || set === "") return undefined;
  const candidates = parseSrcset(set).filter(({ url }) => !placeholder.test(url));
  const byWidth = candidates
    .filter(({ width }) => width !== undefined)
    .toSorted((one, other) => (one.width ?? 0) - (other.width ?? 0));
  const good = byWidth.find(({ width }) => (width ?? 0) >= goodWidth) ?? byWidth.at(-1);
  if (good) return good.url;
  const byDensity = candidates.toSorted((one, other) => (one.density ?? 1) - (other.density ?? 1));
  return (byDensity.find(({ density }) => (density ?? 1) >= 2) ?? byDensity.at(-1))?.url;
}

function pixels(text: string | undefined): number | null {
  const digits = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(text ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
