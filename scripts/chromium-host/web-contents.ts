/** `webContents`: what a window shows, and what it may not do. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import type { Page } from "playwright";
import { toBrowserAddress, toProgramAddress } from "./addresses.ts";
import { blankPage } from "./browser.ts";
import { answer, toWebFrame } from "./ipc.ts";
import type { PageLink } from "./page-link.ts";
import type { HostMessage } from "./page-side.ts";
import { PreventableEvent } from "./preventable.ts";
import { imitation } from "./refuse.ts";
import type { HostSession } from "./session.ts";
import { encode } from "./wire.ts";

type WindowOpenHandler = Parameters<Electron.WebContents["setWindowOpenHandler"]>[0];

type Imitated =
  | "id"
  | "send"
  | "isDestroyed"
  | "getURL"
  | "reload"
  | "focus"
  | "setWindowOpenHandler"
  | "mainFrame"
  | "executeJavaScript";

let lastId = 0;

/** Created with its window; its page follows when the first address is loaded. */
export class HostWebContents extends EventEmitter {
  readonly id = (lastId += 1);
  readonly session: Electron.Session;
  #link: PageLink | undefined;
  #windowOpenHandler: WindowOpenHandler | undefined;
  #isDestroyed = false;
  #loadingByProgram = 0;
  readonly #self: Electron.WebContents;

  constructor(session: HostSession) {
    super();
    this.session = session.asElectron();
    const self = imitation("webContents", this satisfies Pick<Electron.WebContents, Imitated>);
    this.#self = self as unknown as Electron.WebContents;
  }

  /** This object as the program sees it. */
  asElectron(): Electron.WebContents {
    return this.#self;
  }

  /** Called once, with the page that this object stands for. */
  take(link: PageLink): void {
    this.#link = link;
    const { page } = link;
    page.on("domcontentloaded", () => this.emit("dom-ready", {}));
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame() && frame.url() !== blankPage) {
        this.emit("did-navigate", {}, toProgramAddress(frame.url()), 200, "OK");
      }
    });
    page.on("load", () => {
      if (page.url() !== blankPage) this.emit("did-finish-load", {});
    });
    page.on("crash", () => {
      this.emit("render-process-gone", {}, { reason: "crashed", exitCode: 1 });
    });
    page.on("pageerror", (error) => {
      console.error(`[window] ${error.stack ?? error.message}`);
    });
    page.on("console", (message) => {
      if (message.type() === "error") console.error(`[window] ${message.text()}`);
    });
  }

  /** Messages of the page, given by its {@link PageLink}. */
  receive(message: Parameters<typeof answer>[0], frame: Parameters<typeof answer>[2]): void {
    if (this.#link !== undefined) void answer(message, this.#self, frame, this.#link);
  }

  async load(address: string): Promise<void> {
    this.#loadingByProgram += 1;
    try {
      await this.#link?.page.goto(toBrowserAddress(address), { waitUntil: "load" });
    } catch (error) {
      if (!this.#isDestroyed) throw error;
    } finally {
      this.#loadingByProgram -= 1;
    }
  }

  /** @returns whether a frame may go there: what the program itself loads is not asked about. */
  mayNavigate(url: string, isMainFrame = true): boolean {
    // The browser's own reload, of which Electron asks nobody, cannot be told from the page's.
    const [shown] = this.getURL().split("#");
    if (isMainFrame && (this.#loadingByProgram > 0 || url === shown)) return true;
    const question = Object.assign(new PreventableEvent(), { url, isMainFrame });
    if (isMainFrame) this.emit("will-navigate", question, url, false, true);
    this.emit("will-frame-navigate", question);
    return !question.defaultPrevented;
  }

  /** The page asks for a second window: what the program says to that. */
  askedForWindow(address: string): Electron.WindowOpenHandlerResponse {
    const answered = this.#windowOpenHandler?.({
      url: toProgramAddress(address),
      frameName: "",
      features: "",
      disposition: "foreground-tab",
      referrer: { url: "", policy: "default" },
    });
    return answered ?? { action: "allow" };
  }

  destroyed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.emit("destroyed");
  }

  /** For the parts of the host that have something to tell the page. */
  tell(message: HostMessage): void {
    if (!this.#isDestroyed) this.#link?.send(message);
  }

  get page(): Page | undefined {
    return this.#link?.page;
  }

  get mainFrame(): Electron.WebFrameMain {
    const url = this.page?.url() ?? "about:blank";
    return toWebFrame({ id: "main", parentId: undefined, url });
  }

  send(channel: string, ...values: unknown[]): void {
    this.tell({ kind: "event", channel, arguments: encode(values) });
  }
  /** What it comes to crosses as JSON: the host refuses values that Electron would clone. */
  async executeJavaScript(code: string): Promise<unknown> {
    if (this.#link === undefined) throw new Error("The page is not there yet.");
    const { result, exceptionDetails } = await this.#link.devtools.send("Runtime.evaluate", {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  getURL(): string {
    return toProgramAddress(this.page?.url() ?? "");
  }
  reload(): void {
    void this.load(this.getURL()).catch((error: unknown) => {
      console.error("[window] reload failed", error);
    });
  }
  focus(): void {
    void this.page?.bringToFront().catch(() => undefined);
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }
}
