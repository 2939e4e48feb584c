/** What a session beside the default one lives in: cookies, and a Chromium of its own while it has windows. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type * as Electron from "electron";
import type { BrowserContext } from "playwright";
import { app } from "./app.ts";
import { beforeStop, launchChromium } from "./browser.ts";
import { ownSwitches } from "./command-line.ts";
import {
  fromDetails,
  goesTo,
  isSame,
  living,
  readCookies,
  toElectron,
  writeCookies,
  type Cookie,
} from "./cookies.ts";
import { imitation, refusal } from "./refuse.ts";

type Filter = Electron.CookiesGetFilter;

/**
 * Chromium keeps its cookies in its own profile and writes them when it likes; here they are the host's, are
 * given to the Chromium that shows the session's windows and taken back when that ends. So they can be asked
 * for, and last, without a browser.
 */
export class Partition {
  readonly #folder: string;
  readonly #cookieFile: string;
  #cookies: Cookie[];
  #context: BrowserContext | undefined;
  /** One thing after another: cookies asked for while Chromium ends are those it had. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(name: string) {
    this.#folder = join(app.getPath("userData"), "Partitions", encodeURIComponent(name));
    this.#cookieFile = join(this.#folder, "cookies.json");
    this.#cookies = readCookies(this.#cookieFile);
    beforeStop(() => this.end());
  }

  /** The session's Chromium, started if need be; `prepare` comes before its first page is used. */
  context(prepare: (context: BrowserContext) => Promise<void>): Promise<BrowserContext> {
    return this.#run(async () => {
      if (this.#context !== undefined) return this.#context;
      const context = await launchChromium(join(this.#folder, "profile"), ownSwitches());
      await context.clearCookies();
      await context.addCookies(living(this.#cookies));
      await prepare(context);
      context.once("close", () => (this.#context = undefined));
      context.on("requestfinished", () => {
        void this.#run(() => this.#look());
      });
      this.#context = context;
      return context;
    });
  }

  /** Ends Chromium, keeping its cookies. */
  end(): Promise<void> {
    return this.#run(async () => {
      if (this.#context === undefined) return;
      writeCookies(this.#cookieFile, await this.#look());
      await this.#context.close().catch(() => undefined);
      this.#context = undefined;
    });
  }

  /** Removes everything that its pages stored; its windows must be closed. */
  async clear(): Promise<void> {
    await this.end();
    await this.#run(() => {
      this.#cookies = [];
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
      return Promise.resolve();
    });
  }

  readonly cookies = imitation("session.cookies", {
    get: (filter: Filter) =>
      this.#run(async () => {
        const unknown = Object.keys(filter).find((name) => name !== "url" && name !== "name");
        if (unknown !== undefined) throw refusal(`session.cookies.get by ${unknown}`);
        const url = filter.url === undefined ? null : new URL(filter.url);
        return (await this.#look())
          .filter((cookie) => url === null || goesTo(cookie, url))
          .filter(({ name }) => filter.name === undefined || name === filter.name)
          .map(toElectron);
      }),
    set: (details: Electron.CookiesSetDetails) =>
      this.#run(async () => {
        const cookie = fromDetails(details);
        await this.#replace((known) => isSame(known, cookie), cookie);
      }),
    remove: (url: string, name: string) =>
      this.#run(() =>
        this.#replace((known) => known.name === name && goesTo(known, new URL(url)), null),
      ),
    flushStore: () =>
      this.#run(async () => {
        writeCookies(this.#cookieFile, await this.#look());
      }),
  } satisfies Pick<Electron.Cookies, "get" | "set" | "remove" | "flushStore">);

  /** With its last window Chromium forgets cookies of the session; for Electron that lasts until it quits. */
  async #look(): Promise<Cookie[]> {
    const shown = this.#context?.pages().length ?? 0;
    const found = (await this.#context?.cookies().catch(() => undefined)) ?? [];
    const remembered = this.#cookies.filter(
      (cookie) => shown === 0 && !found.some((other) => isSame(cookie, other)),
    );
    this.#cookies = living([...found, ...remembered]);
    return this.#cookies;
  }

  async #replace(isReplaced: (cookie: Cookie) => boolean, by: Cookie | null): Promise<void> {
    const kept = (await this.#look()).filter((cookie) => !isReplaced(cookie));
    this.#cookies = by === null ? kept : [...kept, by];
    await this.#context?.clearCookies();
    await this.#context?.addCookies(this.#cookies);
  }

  #run<Result>(task: () => Promise<Result>): Promise<Result> {
    const run = this.#last.then(task);
    this.#last = run.catch(() => undefined);
    return run;
  }
}
