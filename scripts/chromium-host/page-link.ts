/** The line between the host and one page: messages both ways over CDP, and the frames that speak on it. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CDPSession, Page } from "playwright";
import { setUpPage, type HostMessage, type PageMessage } from "./page-side.ts";
import { decode, encode } from "./wire.ts";

/** A frame as Chromium reports it; addresses as the browser sees them. */
export interface Frame {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly url: string;
}

/** What a page may ask of its window. */
export interface PageListeners {
  /** @param frame undefined when it is gone or has navigated since */
  message(message: PageMessage, frame: Frame | undefined): void;
  /** The page wants a second window. */
  popup(address: string): void;
}

export class PageLink {
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly #names: { toHost: string; fromHost: string };
  readonly #frames = new Map<string, Frame>();
  readonly #contexts = new Map<number, string>();

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.devtools = devtools;
    const secret = randomBytes(8).toString("hex");
    this.#names = { toHost: `toHost${secret}`, fromHost: `fromHost${secret}` };
  }

  /** Must end before the page's first navigation, or that page would load without its preload script. */
  static async attach(
    page: Page,
    preload: string | undefined,
    listeners: PageListeners,
  ): Promise<PageLink> {
    const devtools = await page.context().newCDPSession(page);
    const link = new PageLink(page, devtools);
    link.#follow(listeners);
    await Promise.all([
      devtools.send("Page.enable"),
      devtools.send("Runtime.enable"),
      devtools.send("Runtime.addBinding", { name: link.#names.toHost }),
      devtools.send("Page.addScriptToEvaluateOnNewDocument", { source: link.#script(preload) }),
    ]);
    return link;
  }

  /** Messages to a page that is gone or still without its preload script are lost, as in Electron. */
  send(message: HostMessage): void {
    const name = JSON.stringify(this.#names.fromHost);
    const expression = `globalThis[${name}]?.(${JSON.stringify(message)})`;
    this.devtools.send("Runtime.evaluate", { expression, silent: true }).catch(() => undefined);
  }

  #follow(listeners: PageListeners): void {
    this.devtools.on("Page.frameNavigated", ({ frame }) => {
      this.#frames.set(frame.id, { id: frame.id, parentId: frame.parentId, url: frame.url });
    });
    this.devtools.on("Page.frameDetached", ({ frameId }) => this.#frames.delete(frameId));
    this.devtools.on("Page.navigatedWithinDocument", ({ frameId, url }) => {
      const frame = this.#frames.get(frameId);
      if (frame !== undefined) this.#frames.set(frameId, { ...frame, url });
    });
    this.devtools.on("Runtime.executionContextCreated", ({ context }) => {
      const data = context.auxData as { frameId?: string } | undefined;
      if (data?.frameId !== undefined) this.#contexts.set(context.id, data.frameId);
    });
    this.devtools.on("Runtime.executionContextDestroyed", ({ executionContextId }) =>
      this.#contexts.delete(executionContextId),
    );
    this.devtools.on("Runtime.executionContextsCleared", () => {
      this.#contexts.clear();
    });
    this.devtools.on("Runtime.bindingCalled", ({ name, payload, executionContextId }) => {
      if (name !== this.#names.toHost) return;
      const frameId = this.#contexts.get(executionContextId);
      const frame = frameId === undefined ? undefined : this.#frames.get(frameId);
      listeners.message(JSON.parse(payload) as PageMessage, frame);
    });
    this.devtools.on("Page.windowOpen", ({ url }) => {
      listeners.popup(url);
    });
  }

  #script(preload: string | undefined): string {
    const names = JSON.stringify(this.#names);
    const source = preload === undefined ? "" : readFileSync(preload, "utf8");
    return `(() => {
      const require = (${String(setUpPage)})(${names}, ${String(encode)}, ${String(decode)});
      if (require === undefined) return;
      const module = { exports: {} };
      try {
        (function (require, module, exports) {${source}
        })(require, module, module.exports);
      } catch (error) {
        console.error("Unable to load preload script", error);
      }
    })();`;
  }
}
