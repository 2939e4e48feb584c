/** A way to a publisher: straight, or through a proxy. */
export type Route = "direct" | Proxy;

export interface Proxy {
  readonly scheme: "http" | "https" | "socks5";
  /** Without brackets where it is an IPv6 address. */
  readonly host: string;
  readonly port: number;
}

const schemes: Readonly<Record<string, readonly [Proxy["scheme"], defaultPort: number]>> = {
  PROXY: ["http", 80],
  HTTP: ["http", 80],
  HTTPS: ["https", 443],
  SOCKS5: ["socks5", 1080],
};

function readEntry(entry: string): Route | null {
  const [kind = "", place = ""] = entry.trim().split(/\s+/);
  if (kind.toUpperCase() === "DIRECT") return "direct";
  const known = schemes[kind.toUpperCase()];
  const url = URL.parse(`proxy://${place}`);
  if (known === undefined || url === null || url.hostname === "") return null;
  const [scheme, defaultPort] = known;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { scheme, host, port: url.port === "" ? defaultPort : Number(url.port) };
}

/**
 * The ways that a PAC answer names, such as `PROXY a:8080; SOCKS5 b:1080; DIRECT`, in its order. An
 * empty answer means straight; kinds that cannot be spoken (SOCKS 4) are left out, never replaced by
 * the straight way, which whoever set a proxy did not mean.
 */
export function readProxyAnswer(answer: string): readonly Route[] {
  const entries = answer.split(";").filter((entry) => entry.trim() !== "");
  return entries.length === 0 ? ["direct"] : entries.flatMap((entry) => readEntry(entry) ?? []);
}
