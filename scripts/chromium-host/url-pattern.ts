/** Electron's address patterns for `webRequest` filters, such as `<all_urls>` and `*://*.example.com/*`. */

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");

function toExpression(pattern: string): RegExp {
  if (pattern === "<all_urls>") return /^/;
  const [, scheme, host, path] = /^([^:]+):\/\/([^/]*)(.*)$/.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined) throw new Error(`Invalid url pattern ${pattern}`);
  const schemeSource = scheme === "*" ? "(https?|wss?)" : escaped(scheme);
  const hostSource = host.startsWith("*.")
    ? `([^/]+\\.)?${escaped(host.slice(2))}`
    : escaped(host).replaceAll("*", "[^/]*");
  const pathSource = escaped(path ?? "").replaceAll("*", ".*");
  return new RegExp(`^${schemeSource}://${hostSource}${pathSource}$`, "i");
}

/** @returns whether one of the patterns covers the address. */
export function matchesAny(patterns: readonly string[], address: string): boolean {
  return patterns.some((pattern) => toExpression(pattern).test(address));
}
