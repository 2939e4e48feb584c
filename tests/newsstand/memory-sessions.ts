import type { PublisherSessions } from "../../main/application/publisher-sessions.ts";
import { cookieHeader, type StoredCookie } from "../../main/electron/cookie-header.ts";
import { readSetCookie } from "../../main/electron/set-cookie.ts";

/** What answers set while a person signs in: the lines `Set-Cookie`, and who sent them. */
export interface SetByAnswer {
  readonly url: URL;
  readonly lines: readonly string[];
}

/** Publishers' sessions without a browser: cookies as a browser would keep them, in memory. */
export class MemorySessions implements PublisherSessions {
  readonly #person: (startAddress: string) => Promise<readonly SetByAnswer[]>;
  readonly #cookies = new Map<string, StoredCookie[]>();

  /** `person` plays who sits before the window; nobody signs in anywhere unless told. */
  constructor(
    person: (startAddress: string) => Promise<readonly SetByAnswer[]> = () => Promise.resolve([]),
  ) {
    this.#person = person;
  }

  async signIn(site: string, startAddress: string): Promise<boolean> {
    for (const { url, lines } of await this.#person(startAddress))
      await this.keepCookies(site, url, lines);
    return (this.#cookies.get(site) ?? []).length > 0;
  }

  cookiesFor(site: string, url: URL): Promise<string | null> {
    return Promise.resolve(cookieHeader(this.#cookies.get(site) ?? [], url));
  }

  keepCookies(site: string, url: URL, lines: readonly string[]): Promise<void> {
    const kept = new Map(
      (this.#cookies.get(site) ?? []).map((cookie) => [
        `${cookie.name} ${cookie.path ?? ""}`,
        cookie,
      ]),
    );
    for (const line of lines) {
      const asked = readSetCookie(line, url, Date.now());
      if (asked === null) continue;
      const { name, value, path, secure, domain, expires } = asked;
      const key = `${name} ${path}`;
      if (expires !== null && expires * 1000 <= Date.now()) kept.delete(key);
      else {
        const hostOnly = domain === null;
        kept.set(key, { name, value, path, secure, domain: domain ?? url.hostname, hostOnly });
      }
    }
    this.#cookies.set(site, [...kept.values()]);
    return Promise.resolve();
  }

  signOut(site: string): Promise<void> {
    this.#cookies.delete(site);
    return Promise.resolve();
  }
}
