/** What response headers say about caching and patience. Pure. */

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A header's first value, or null. */
export function headerOf(headers: Headers, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** The one language that `Content-Language` names (RFC 9110, 8.5); null for none and for several. */
export function languageOf(headers: Headers): string | null {
  const named = headerOf(headers, "content-language")?.trim() ?? "";
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(named) ? named : null;
}

function seconds(text: string | null): number | null {
  return text !== null && /^\s*\d+\s*$/.test(text) ? Number(text) : null;
}

/**
 * For how many seconds an answer is fresh (RFC 9111, 4.2): `max-age` less `Age`, else `Expires`
 * less `Date`; null when the publisher does not say, 0 for `no-cache` and `no-store`.
 */
export function freshSeconds(headers: Headers, now: number): number | null {
  // Sent in several lines it is one list (RFC 9110, 5.3).
  const control = [headers["cache-control"]].flat().join(", ").toLowerCase();
  if (/\bno-(?:cache|store)\b/.test(control)) return 0;
  const maximum = /\bmax-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  if (maximum !== undefined) {
    return Math.max(0, Number(maximum) - (seconds(headerOf(headers, "age")) ?? 0));
  }
  const expires = headerOf(headers, "expires");
  if (expires === null) return null;
  const until = Date.parse(expires);
  // RFC 9111, 5.3: an invalid date, such as "0", means already expired.
  if (Number.isNaN(until)) return 0;
  const sent = Date.parse(headerOf(headers, "date") ?? "");
  return Math.max(0, Math.round((until - (Number.isNaN(sent) ? now : sent)) / 1000));
}

/** When `Retry-After` asks to come back, in milliseconds since 1970 (RFC 9110, 10.2.3), or null. */
export function retryAfter(headers: Headers, now: number): number | null {
  const value = headerOf(headers, "retry-after");
  if (value === null) return null;
  const wait = seconds(value);
  if (wait !== null) return now + wait * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : date;
}
