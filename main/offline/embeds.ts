import type { IncomingPicture } from "../library/types.ts";
import { linkAddress, webAddress } from "./addresses.ts";
import type { SourceElement } from "./parse-markup.ts";
import { isHidden, isTracker } from "./pictures.ts";

/** Something that played or moved on the page and is a link here. */
export interface Embed {
  readonly address: string;
  readonly host: string;
  readonly label: string;
  /** Address of a still picture that the publisher gave. */
  readonly still: IncomingPicture | null;
}

/** Frames that are made to be framed, and the pages that show the same to a person. */
const pages: readonly (readonly [frame: RegExp, page: string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{11})(?![\w-])/,
    "https://www.youtube.com/watch?v=$1",
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/, "https://vimeo.com/$1"],
  [
    /^https?:\/\/(?:www\.|geo\.)?dailymotion\.com\/embed\/video\/(\w+)/,
    "https://www.dailymotion.com/video/$1",
  ],
];

/** What an `iframe`, `embed`, `object`, `video` or `audio` shows, or null when it shows nothing. */
export function findEmbed(element: SourceElement, baseUrl: string | null): Embed | null {
  const { attributes } = element;
  if (isInvisible(attributes)) return null;
  for (const candidate of candidates(element)) {
    const frame = webAddress(candidate, baseUrl);
    if (frame === null || isTracker(frame)) continue;
    const page = pages.find(([pattern]) => pattern.test(frame.href));
    const shown = page
      ? frame.href.replace(new RegExp(`${page[0].source}.*`), page[1])
      : frame.href;
    const address = linkAddress(shown, null);
    if (address === null) continue;
    const host = new URL(address).hostname.replace(/^www\./, "");
    const title = (
      attributes.title ??
      attributes["aria-label"] ??
      attributes.playlabel ??
      ""
    ).replace(/\s+/g, " ");
    return {
      address,
      host,
      label: title.trim().slice(0, 200).toWellFormed() || host,
      still: findStill(attributes, baseUrl) ?? knownStill(address),
    };
  }
  return null;
}

function isInvisible(attributes: SourceElement["attributes"]): boolean {
  const isTiny = (size: string | undefined): boolean => /^\s*[0-2](?:px)?\s*$/.test(size ?? "");
  return (
    "hidden" in attributes ||
    isTiny(attributes.width) ||
    isTiny(attributes.height) ||
    isHidden(attributes.style ?? "")
  );
}

function candidates({ attributes, children }: SourceElement): string[] {
  const film = /^[\w-]{11}$/.exec(attributes.videoid ?? "")?.[0];
  if (film !== undefined) return [`https://www.youtube.com/embed/${film}`];
  const own = ["src", "data-src", "data-lazy-src", "data"].map((name) => attributes[name]);
  const inside = children.flatMap((child) =>
    typeof child !== "string" && ["source", "embed", "iframe"].includes(child.name)
      ? [child.attributes.src]
      : [],
  );
  return [...own, ...inside].filter((address) => address !== undefined);
}

/** Where films have their stills, told from the pages that show them. */
const stills: readonly (readonly [page: RegExp, still: string])[] = [
  [
    /^https:\/\/www\.youtube\.com\/watch\?v=([\w-]{11})$/,
    "https://i.ytimg.com/vi/$1/hqdefault.jpg",
  ],
  [
    /^https:\/\/www\.dailymotion\.com\/video\/(\w+)$/,
    "https://www.dailymotion.com/thumbnail/video/$1",
  ],
];

function knownStill(page: string): IncomingPicture | null {
  const known = stills.find(([pattern]) => pattern.test(page));
  if (known === undefined) return null;
  return { address: page.replace(...known), alt: "", width: null, height: null };
}

function findStill(
  attributes: SourceElement["attributes"],
  baseUrl: string | null,
): IncomingPicture | null {
  const address = webAddress(attributes.poster ?? attributes["data-poster"] ?? "", baseUrl);
  return address === null ? null : { address: address.href, alt: "", width: null, height: null };
}
