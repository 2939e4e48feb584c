import { readProxyAnswer, type Proxy, type Route } from "./proxy-answer.ts";

/** Milliseconds for which the system's answer is believed, and a proxy that did not answer is put last. */
const lifetime = 5 * 60_000;
const originsAtMost = 2000;

/** Which ways lead to publishers, as the system's proxy settings say. */
export interface Routes {
  to(url: URL): Promise<readonly Route[]>;
  /** A proxy did not answer: others first, for a while. */
  failed(proxy: Proxy): void;
  /** The network changed, and with it perhaps all of this. */
  forget(): void;
}

const nameOf = ({ scheme, host, port }: Proxy): string => `${scheme} ${host} ${port}`;

/** `proxyFor` answers in the form of a PAC script; without it everything goes straight. */
export function createRoutes(
  proxyFor: ((address: string) => Promise<string>) | undefined,
  now: () => number = () => performance.now(),
): Routes {
  const known = new Map<string, { readonly routes: Promise<readonly Route[]>; until: number }>();
  const silent = new Map<string, number>();

  const ask = async (origin: string): Promise<readonly Route[]> => {
    const answer = await proxyFor?.(`${origin}/`).catch(() => "DIRECT");
    return readProxyAnswer(answer ?? "DIRECT");
  };

  function isSilent(route: Route): boolean {
    return route !== "direct" && (silent.get(nameOf(route)) ?? 0) > now();
  }

  return {
    async to({ origin }) {
      if (proxyFor === undefined) return ["direct"];
      let entry = known.get(origin);
      if (entry === undefined || entry.until <= now()) {
        if (known.size >= originsAtMost) known.clear();
        entry = { routes: ask(origin), until: now() + lifetime };
        known.set(origin, entry);
      }
      const routes = await entry.routes;
      return [...routes.filter((route) => !isSilent(route)), ...routes.filter(isSilent)];
    },
    failed(proxy) {
      silent.set(nameOf(proxy), now() + lifetime);
    },
    forget() {
      known.clear();
      silent.clear();
    },
  };
}
