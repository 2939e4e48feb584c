import type { IconCandidate, PageIcons } from "./types.ts";

/** What is known of where a title's icon may be. */
export interface IconSources {
  /** What a page of its site names; null when it could not be had. */
  readonly page: PageIcons | null;
  readonly manifest: readonly IconCandidate[];
  /** An address on its site, which may have an icon that nobody names; null: do not ask there. */
  readonly site: string | null;
  /** A picture that its feed names for lists (Atom `icon`, JSON Feed `favicon`). */
  readonly publisherIcon: string | null;
  /** Any other picture that stands for the feed (RSS `image`, podcasts' covers). */
  readonly publisherImage: string | null;
}

/** Addresses to be tried, best first. */
export interface IconChoice {
  readonly icons: readonly string[];
  /** Meant for dark backgrounds. */
  readonly dark: readonly string[];
}

/** Ranks from here on are worth a look at the manifest first. */
const goodRank = 2;
/** Of icons that are equally good the one nearest to these pixels. */
const bestSide = 128;
const sourceOrder = ["icon", "touch", "manifest", "fluid"];

/** Orders all that may be a title's icon; none is named twice. */
export function chooseIcons(sources: IconSources): IconChoice {
  const { page, manifest, site, publisherIcon, publisherImage } = sources;
  const declared = [...(page?.icons ?? []), ...manifest].sort(byWorth);
  const plain = declared.filter(({ scheme }) => scheme === "any");
  const good = plain.filter((icon) => rankOf(icon) < goodRank).map(({ address }) => address);
  const usual = site === null ? null : new URL("/favicon.ico", page?.address ?? site).href;
  const icons = [
    ...good,
    publisherIcon,
    ...plain.map(({ address }) => address),
    usual,
    publisherImage,
  ].filter((address) => address !== null);
  const dark = declared.filter(({ scheme }) => scheme === "dark").map(({ address }) => address);
  return { icons: [...new Set(icons)], dark: [...new Set(dark)] };
}

/** The manifest of a page, if it is worth a request: when the page itself names no good icon. */
export function manifestToAsk(page: PageIcons | null): string | null {
  const isGood = page?.icons.some((icon) => icon.scheme === "any" && rankOf(icon) < goodRank);
  return isGood === true ? null : (page?.manifest ?? null);
}

function byWorth(one: IconCandidate, other: IconCandidate): number {
  return (
    rankOf(one) - rankOf(other) ||
    sourceOrder.indexOf(one.source) - sourceOrder.indexOf(other.source) ||
    distance(one) - distance(other)
  );
}

/**
 * How well an icon can be shown at 16 to 32 CSS pixels on screens of double and triple density; 0 is
 * best. One that is to be cut out of its middle is drawn small within wide margins, so it comes
 * after others, but before what is too small.
 */
function rankOf({ side, isMaskable }: IconCandidate): number {
  return rankOfSide(side) + (isMaskable ? 3 : 0);
}

function rankOfSide(side: number | null): number {
  if (side === null) return 3;
  if (side === Infinity) return 0;
  if (side > 1024 || side < 32) return 6;
  if (side > 512) return 4;
  if (side > 192) return 1;
  if (side >= 64) return 0;
  return side >= 48 ? 2 : 4;
}

function distance({ side }: IconCandidate): number {
  return side === null || side === Infinity ? 0 : Math.abs(Math.log2(Math.max(1, side) / bestSide));
}
