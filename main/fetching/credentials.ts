/** Names and passwords inside addresses, `https://name:password@host/feed`. Pure. */

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The header `Authorization` for a request on the way from an address with a name and password
 * (RFC 7617); null for any other origin than that address's own, whoever redirected there.
 */
export function authorizationFor(request: URL, address: string): string | null {
  const url = URL.parse(address);
  if (url?.origin !== request.origin) return null;
  if (url.username === "" && url.password === "") return null;
  const pair = `${decoded(url.username)}:${decoded(url.password)}`;
  return `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
}

/** An address that may be asked for, shown and logged: without name and password. */
export function withoutCredentials(address: string): string {
  const url = URL.parse(address);
  // What cannot be parsed may hold them all the same.
  if (url === null) return address.replace(/\/\/[^/?#]*@/, "//");
  if (url.username === "" && url.password === "") return address;
  url.username = "";
  url.password = "";
  return url.href;
}

/** An address with the name and password of another one of the same origin; others get none. */
export function withCredentialsOf(address: string, other: string): string {
  const from = URL.parse(other);
  const url = URL.parse(address);
  const isTheirs = from !== null && url !== null && from.origin === url.origin;
  if (!isTheirs || (from.username === "" && from.password === "")) return address;
  url.username = from.username;
  url.password = from.password;
  return url.href;
}
