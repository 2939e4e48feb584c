import { detours, trackingParameters, trackingPrefixes } from "./trackers.ts";

/** Longer addresses are refused by browsers and by the contract. */
const lengthLimit = 4096;

/** An absolute http(s) address, or null when the text is none. */
export function webAddress(text: string, baseUrl: string | null): URL | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > lengthLimit) return null;
  const base = baseUrl ?? (trimmed.startsWith("//") ? "https://unknown.invalid" : undefined);
  const url = URL.parse(trimmed, base);
  if (url?.protocol !== "http:" && url?.protocol !== "https:") return null;
  url.username = "";
  url.password = "";
  return url.href.length > lengthLimit ? null : url;
}

/** Where a link leads, made absolute and freed of tracking parameters; null to drop the link. */
export function linkAddress(text: string, baseUrl: string | null): string | null {
  const trimmed = text.trim();
  if (/^mailto:/i.test(trimmed)) {
    const address = URL.parse(trimmed)?.href;
    return address !== undefined && address.length <= lengthLimit ? address : null;
  }
  const url = webAddress(trimmed, baseUrl);
  return url === null ? null : withoutTracking(endOfDetour(url)).href;
}

/** Where a link ends that first goes by a counter of clicks. */
function endOfDetour(url: URL): URL {
  const address = `${url.hostname}${url.pathname}`;
  const detour = detours.find(([pattern]) => pattern.test(address));
  for (const parameter of detour?.[1] ?? []) {
    const end = webAddress(url.searchParams.get(parameter) ?? "", null);
    if (end !== null) return end;
  }
  return url;
}

/** The place in this same article that a link names, or null when it leads elsewhere. */
export function placeWithin(written: string, baseUrl: string | null): string | null {
  const hash = written.indexOf("#");
  if (hash === -1 || hash === written.length - 1) return null;
  const page = written.slice(0, hash).trim();
  const isHere =
    page === "" || (baseUrl !== null && URL.parse(page, baseUrl)?.href === withoutHash(baseUrl));
  if (!isHere) return null;
  const place = written.slice(hash + 1).trim();
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

function withoutHash(address: string): string | undefined {
  return URL.parse(address)?.href.replace(/#.*$/s, "");
}

/** Drops parameters by name; leaves the spelling of all others as the publisher has it. */
function withoutTracking(url: URL): URL {
  if (url.search === "") return url;
  const parameters = url.search.slice(1).split("&");
  const kept = parameters.filter((parameter) => !isTracking(parameter.split("=", 1)[0] ?? ""));
  if (kept.length < parameters.length) url.search = kept.join("&");
  return url;
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    trackingParameters.has(lower) || trackingPrefixes.some((prefix) => lower.startsWith(prefix))
  );
}
