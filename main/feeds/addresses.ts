/** Addresses: resolving, and which of them may be followed. */

/** Longer ones are not addresses but data in disguise; browsers give up earlier. */
const maximumLength = 8_192;

/** The absolute form of an address, or null when there is no base to resolve it or it is broken. */
export function resolveAddress(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  if (trimmed.length > maximumLength) return null;
  if (base === null || base === "") return URL.parse(trimmed)?.href ?? null;
  return URL.parse(trimmed, base)?.href ?? URL.parse(trimmed)?.href ?? null;
}

/** The absolute http or https form of an address; null for everything else, and for "". */
export function webAddress(address: string | undefined, base: string | null): string | null {
  if (address === undefined || address === "") return null;
  const absolute = resolveAddress(address.replace(/[\t\r\n]+/g, ""), base);
  return absolute !== null && isWebAddress(absolute) ? absolute : null;
}

/** True for absolute http and https addresses. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^/]/i.test(address);
}
