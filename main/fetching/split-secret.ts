/** Addresses of private feeds: what may be shown of them, and what may not. Pure. */
import { hash } from "node:crypto";
import {
  isSecretSegment,
  looksRandom,
  prefixedSecret,
  secretInParameter,
} from "./secret-places.ts";
import type { SecretKind } from "./secret-places.ts";

/** An address, parted. */
export interface SplitAddress {
  /** What may be stored in the library, shown, exported and logged. */
  readonly address: string;
  /** The whole address, for the vault and the request alone; null when all of it is public. */
  readonly secret: string | null;
}

/**
 * Looked for before anything is taken apart: most addresses have nothing of the kind, and thousands
 * are looked at in a row. A name in an address, a parameter or a place that may be a secret's.
 */
const mayHoldSecret = new RegExp(
  [
    "@",
    "[?&;](?:[^=&;]*(?:%|pass|pw|token|secret|key|jwt|bearer|amz|private|auth|sig|hmac|session|sid|cred|ticket|code|hash)[^=&;]*|feed|r)=",
    "[/=](?:eyJ|gh[pousr]_|github_pat_|gl(?:pat|ft|rt)-|xox[abprs]-|[sr]k_live_)",
    "/(?:private|token|secret)[/:-]",
    "(?:feedbin|kill-the-newsletter|instapaper|supportingcast)\\.",
  ].join("|"),
  "i",
);

/**
 * The public form of a token tells two feeds of one publisher apart and nothing else: 24 bits of a
 * hash. Of a password, which a person chose and could be guessed from it, there is no such trace.
 */
function placeholderFor(secret: string, kind: SecretKind): string {
  return kind === "password" ? "hidden" : `hidden-${hash("sha256", secret, "hex").slice(0, 6)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** What a secret part of an address becomes. */
type Replace = (secret: string, kind: SecretKind) => string;

/** The ending that tells a file's kind belongs to no token. */
const ending = /\.(?:rss|xml|atom|json|rdf|ics|mp3|php)$/i;

function withPath(path: string, host: string, replace: Replace): string {
  let before = "";
  for (const segment of path.split(/(?<=\/)/)) {
    const name = segment.replace(/\/$/, "");
    const bare = name.replace(ending, "");
    const prefixed = prefixedSecret.exec(bare);
    const [, prefix = "", secret = bare] = prefixed ?? [];
    const isSecret = prefixed !== null || isSecretSegment(bare, before, host);
    before += isSecret
      ? `${prefix}${replace(secret, "token")}${segment.slice(bare.length)}`
      : segment;
  }
  return before;
}

function withQuery(search: string, host: string, replace: Replace): string {
  return search
    .split(/([?&;])/)
    .map((pair) => {
      const at = pair.indexOf("=");
      if (at < 0) return pair;
      const value = pair.slice(at + 1);
      const kind = secretInParameter(decoded(pair.slice(0, at)), decoded(value), host);
      return kind === null ? pair : `${pair.slice(0, at)}=${replace(value, kind)}`;
    })
    .join("");
}

/** Some servers take a token as a name, whatever the password. People's names have words in them. */
function isTokenAsName({ username }: URL): boolean {
  const name = decoded(username);
  return name.length >= 20 && looksRandom(name);
}

/**
 * Parts an address: the password and the tokens in it are hidden, the user name stays. Byte for
 * byte the same address where nothing is hidden; parting the public form gives it back.
 */
export function splitSecret(address: string): SplitAddress {
  if (!mayHoldSecret.test(address)) return { address, secret: null };
  const url = URL.parse(address);
  if (url === null) return { address, secret: null };
  let isSecret = false;
  const hide: Replace = (secret, kind) => {
    isSecret = true;
    return placeholderFor(secret, kind);
  };
  const host = url.hostname;
  const path = withPath(url.pathname, host, hide);
  const query = withQuery(url.search, host, hide);
  if (isTokenAsName(url)) url.username = hide(url.username, "token");
  isSecret ||= url.password !== "";
  if (!isSecret) return { address, secret: null };
  url.password = "";
  url.pathname = path;
  url.search = query;
  return { address: url.href, secret: address };
}

/** What may be shown, exported and logged of an address. */
export const publicAddress = (address: string): string => splitSecret(address).address;

/**
 * The address of a title's site as it may be stored, shown and exported: a feed that names it relative
 * to its own address takes a token along from there, and then the front page has to do.
 */
export function publicSite(address: string): string {
  return splitSecret(address).secret === null ? address : `${new URL(address).origin}/`;
}

const hiddenPart = /(?:^|[/=:]|private-|\/\/)(hidden(?:-[\da-f]{6})?)(?=$|[./&;@?#])/;

/**
 * Which kind of secret the public form of an address lacks; null when it lacks none, and may be
 * asked for as it is. A name without a password is what is left of a name with one.
 */
export function missingSecret(address: string): SecretKind | null {
  if (!/hidden|@/.test(address)) return null;
  const url = URL.parse(address);
  if (url === null) return null;
  if (hiddenPart.test(address)) return "token";
  return url.username !== "" && url.password === "" && !isTokenAsName(url) ? "password" : null;
}

/**
 * An address in which a person left what stands for secrets as it was, with the secrets of another
 * one of the same origin in their places.
 */
export function withSecretsOf(address: string, other: string): string {
  const url = URL.parse(address);
  const from = URL.parse(other);
  if (url === null || from?.origin !== url.origin) return address;
  const secrets = new Map<string, string>();
  const note: Replace = (secret, kind) => {
    secrets.set(placeholderFor(secret, kind), secret);
    return secret;
  };
  withPath(from.pathname, from.hostname, note);
  withQuery(from.search, from.hostname, note);
  if (isTokenAsName(from)) note(from.username, "token");
  const put = (text: string): string =>
    text.replaceAll(/hidden(?:-[\da-f]{6})?(?![\w-])/g, (shown) => secrets.get(shown) ?? shown);
  url.pathname = put(url.pathname);
  url.search = put(url.search);
  url.username = put(url.username);
  if (url.password === "" && url.username === from.username) url.password = from.password;
  return missingSecret(address) === null ? address : url.href;
}
