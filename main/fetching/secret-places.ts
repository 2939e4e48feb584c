/**
 * Where secrets stand in addresses: parameters of the query and segments of the path that let in
 * whoever knows them. Ids of channels, playlists and posts look much the same, so only well-known
 * names and shapes count: when in doubt it is no secret. Pure.
 */

/** A word that a person chose, of which not even a fingerprint may be shown; or a machine's token. */
export type SecretKind = "password" | "token";

const passwordNames = /^(?:pass|passwd|password|passphrase|pwd|pw)$/;

/** Names that are given to nothing but secrets. */
const tokenNames =
  /^(?:(?:[a-z]+[-_.]?)*token|(?:client|app|shared)?[-_]?secret|(?:x[-_])?api[-_]?key|(?:rss|feed|user|auth|access|private|login)[-_]?key|passkey|torrent[-_]?pass|jwt|bearer|x-amz-signature|x-amz-security-token|private[-_]?id)$/;
/** Tokens that say where to go on, not who asks. */
const pagingTokens = /^(?:next|page|continuation|cursor|sync|resume)[-_.]?token$/;
/** Names that are given to secrets and to other things. */
const doubtfulNames =
  /^(?:auth|key|private|sig|signature|hmac|session|session[-_]?id|sid|credential|ticket|code|hash|uuid_key)$/;

/** Tokens that say themselves what they are: JSON web tokens, GitHub, GitLab, Slack, Stripe. */
const knownTokens =
  /^(?:eyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)?|gh[pousr]_\w{20,}|github_pat_\w{20,}|gl(?:pat|ft|rt)-[\w-]{16,}|xox[abprs]-[\w-]{10,}|[sr]k_live_\w{16,})$/;

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const hexadecimal = /^[\da-f]{16,}$/i;
/** What the public form of an address says in place of a secret. */
const placeholder = /^hidden(?:-[\da-f]{6})?$/;

/** Places in which certain publishers put secrets: what stands before, in host and path. */
const knownPaths: readonly { readonly host: RegExp; readonly before: RegExp }[] = [
  { host: /(?:^|\.)feedbin\.(?:com|me)$/, before: /^\/starred\/$/ },
  { host: /(?:^|\.)kill-the-newsletter\.com$/, before: /^\/feeds\/$/ },
  { host: /(?:^|\.)instapaper\.com$/, before: /^\/(?:\w+\/)*rss\/\d+\/$/ },
  { host: /(?:^|\.)supportingcast\.fm$/, before: /^\/(?:content|rss|feed)\/$/ },
];

/** Whether no person would make up such a text: letters and digits mixed, and no words in it. */
export function looksRandom(text: string): boolean {
  if (uuid.test(text) || hexadecimal.test(text)) return true;
  if (!/^[\w~.+/=%-]{8,}$/.test(text)) return false;
  // "top-10-news", "2026-07-30", "v2.1": words and numbers, each of them whole.
  const parts = text.split(/[-_.~]/).filter((part) => part !== "");
  const isReadable = parts.every((part) => /^(?:\d{1,8}|[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(part));
  if (isReadable) return false;
  return (/\d/.test(text) && /[a-z]/i.test(text)) || (text.length >= 20 && /[a-z][A-Z]/.test(text));
}

/** What kind of secret a parameter's value is; null for none. `name` and `value` decoded. */
export function secretInParameter(name: string, value: string, host: string): SecretKind | null {
  const known = name.toLowerCase();
  if (value === "" || placeholder.test(value)) return null;
  if (passwordNames.test(known)) return "password";
  if (knownTokens.test(value)) return "token";
  if (pagingTokens.test(known)) return null;
  // "token=rss", "secret=1", "api_key=none" are switches.
  if (tokenNames.test(known)) return value.length >= 6 && !/^[a-z]+$/.test(value) ? "token" : null;
  if (doubtfulNames.test(known)) return looksRandom(value) ? "token" : null;
  // Reddit's private feeds, and what indexes of newsgroups call the key of an account.
  const isReddit = known === "feed" && /(?:^|\.)reddit\.com$/.test(host);
  const isIndex = known === "r" && /^[\da-f]{32}$/i.test(value);
  return (isReddit || isIndex) && hexadecimal.test(value) ? "token" : null;
}

/** Whether a segment of a path is a secret, by what stands before it: `/private/`, `/token/`. */
export function isSecretSegment(segment: string, before: string, host: string): boolean {
  if (placeholder.test(segment) || segment.length < 8) return false;
  if (knownTokens.test(segment)) return true;
  if (/\/(?:private|token|secret)\/$/i.test(before)) return looksRandom(segment);
  return knownPaths.some(
    (known) => known.host.test(host) && known.before.test(before) && looksRandom(segment),
  );
}

/** `secret:<hex>` (Pinboard) and `private-<hex>` (calendars): what is public, then the secret. */
export const prefixedSecret = /^(secret:|private-)([\da-f]{16,})$/i;
