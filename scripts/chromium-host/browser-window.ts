/** `BrowserWindow` on a page of Chromium: a window of its own with a display, headless without. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import type { BrowserContext, Page } from "playwright";
import { app } from "./app.ts";
import { browser, headless } from "./browser.ts";
import { currentKeyStrokes, pressMenuKey } from "./menu.ts";
import { MemoryPartition } from "./memory-partition.ts";
import { applyColorScheme } from "./native-theme.ts";
import { PageLink } from "./page-link.ts";
import type { PageMessage } from "./page-side.ts";
import { PreventableEvent } from "./preventable.ts";
import { imitation, refusal } from "./refuse.ts";
import { defaultSession, sessionFor, type HostSession } from "./session.ts";
import { HostWebContents } from "./web-contents.ts";
import { addWindow, openWindows, removeWindow } from "./windows.ts";

type WindowState = "normal" | "minimized" | "maximized" | "fullscreen";

let defaultBrowser: Promise<BrowserContext> | undefined;
/** The Chromiums whose first, blank page has become a window. */
const withFirstPage = new WeakSet<BrowserContext>();

/** The Chromium of a session, prepared once. */
function contextOf(session: HostSession): Promise<BrowserContext> {
  const prepare = (context: BrowserContext): Promise<void> => session.prepare(context);
  if (session.partition !== undefined) return session.partition.context(prepare);
  defaultBrowser ??= prepare(browser()).then(browser);
  return defaultBrowser;
}

async function takePage(context: BrowserContext, session: HostSession): Promise<Page> {
  const [first] = context.pages();
  if (first === undefined || withFirstPage.has(context)) return newPage(context, session);
  withFirstPage.add(context);
  return first;
}

async function newPage(context: BrowserContext, session: HostSession): Promise<Page> {
  session.ownPages += 1;
  try {
    return await context.newPage();
  } finally {
    session.ownPages -= 1;
  }
}

/** A page beside the windows, for what the host itself has to show. */
export const takeOwnPage = (): Promise<Page> => newPage(browser(), defaultSession);

export class BrowserWindow extends EventEmitter {
  readonly webContents: Electron.WebContents;
  readonly id: number;
  readonly #contents: HostWebContents;
  readonly #session: HostSession;
  readonly #attached: Promise<PageLink>;
  readonly #self: BrowserWindow;
  #page: Page | undefined;
  #bounds: Electron.Rectangle;
  #normalBounds: Electron.Rectangle;
  /** Whether the program said where; otherwise the system places the window. */
  #isPlaced: boolean;
  #state: WindowState = "normal";
  #isFocused = true;
  #isVisible: boolean;
  #isDestroyed = false;
  #hasMenu = true;
  #title: string;

  /** @param opened the page of a window that another page has opened */
  constructor(options: Electron.BrowserWindowConstructorOptions = {}, opened?: Page) {
    super();
    this.#session = sessionFor(options.webPreferences);
    this.#contents = new HostWebContents(this.#session);
    const { width = 800, height = 600, x = 0, y = 0, show = true, title } = options;
    this.webContents = this.#contents.asElectron();
    this.id = this.#contents.id;
    this.#bounds = { x, y, width, height };
    this.#normalBounds = this.#bounds;
    this.#isPlaced = options.x !== undefined && options.y !== undefined;
    this.#isVisible = show;
    // Nothing is ever shown of it; Chromium has no window that nobody sees, and a minimised one is near.
    if (!show && this.#session.partition instanceof MemoryPartition) this.#state = "minimized";
    this.#title = title ?? app.getName();
    this.#self = imitation("BrowserWindow", this as BrowserWindow);
    addWindow(this.#self);
    this.#attached = this.#attach(options.webPreferences?.preload, opened);
    this.#attached.catch((error: unknown) => {
      if (!this.#isDestroyed) console.error("The window could not be opened.", error);
    });
    setImmediate(() => app.emit("web-contents-created", {}, this.webContents));
    return this.#self;
  }

  async #attach(preload: string | undefined, opened: Page | undefined): Promise<PageLink> {
    // Known at once: its first requests are under way already.
    this.#page = opened;
    const context = await contextOf(this.#session);
    const page = opened ?? (await takePage(context, this.#session));
    this.#page = page;
    page.once("close", () => {
      this.#pageClosed();
    });
    const link = await PageLink.attach(page, preload, {
      message: (message, frame) => {
        if (message.kind === "invoke") this.#contents.receive(message, frame);
        else if (message.kind === "key") pressMenuKey(message.id, this.#self);
        else if (message.kind === "leave") this.#contents.mayNavigate(message.address);
        else this.#stateTold(message);
      },
      popup: (address) => {
        this.#askedForWindow(address);
      },
    });
    this.#contents.take(link);
    page.on("domcontentloaded", () => {
      this.sendKeyStrokes();
    });
    page.once("load", () => this.emit("ready-to-show"));
    await Promise.all([applyColorScheme(page), this.#applyBounds(page, link)]);
    return link;
  }

  async loadURL(address: string): Promise<void> {
    const { page } = await this.#attached;
    await this.#session.settlePermissions(this.webContents, page, address);
    await this.#contents.load(address);
  }

  // ——— For the host's other parts ———

  /** @returns whether that page is this window's. */
  owns(page: Page | undefined): boolean {
    return page !== undefined && page === this.#page;
  }
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    return this.#contents.mayNavigate(url, isMainFrame);
  }
  sendKeyStrokes(): void {
    this.#contents.tell({ kind: "keys", strokes: this.#hasMenu ? currentKeyStrokes() : [] });
  }
  get page(): Page | undefined {
    return this.#page;
  }

  /** Closed again at once when the program denies it: Chromium has opened it already. */
  #askedForWindow(url: string): void {
    const answered = this.#contents.askedForWindow(url);
    if (answered.action === "deny") return;
    const own = answered.overrideBrowserWindowOptions;
    if (answered.createWindow !== undefined)
      throw refusal("WindowOpenHandlerResponse.createWindow");
    if (own?.webPreferences?.preload !== undefined)
      throw refusal("a preload script of a page's window");
    const options = {
      ...own,
      webPreferences: { ...own?.webPreferences, session: this.webContents.session },
    };
    this.#session.awaitWindow(url, (page) => {
      const child = new BrowserWindow(options, page);
      this.#contents.emit("did-create-window", child, { url, options });
    });
  }

  // ——— Closing ———

  /** Asks the program first; a person who closes the page itself asks nobody, and it stays closed. */
  close(): void {
    if (this.#isDestroyed) return;
    const question = new PreventableEvent();
    this.emit("close", question);
    if (!question.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#gone();
    void this.#attached.then((link) => link.page.close()).catch(() => undefined);
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  #pageClosed(): void {
    if (this.#isDestroyed) return;
    this.emit("close", new PreventableEvent());
    this.#gone();
  }
  #gone(): void {
    this.#isDestroyed = true;
    removeWindow(this.#self);
    this.#contents.destroyed();
    this.emit("closed");
    // Later, so that a program that is quitting has closed them all by then.
    setImmediate(() => {
      const isLast = !openWindows().some(
        (window) => window.webContents.session === this.webContents.session,
      );
      if (isLast) void this.#session.partition?.end();
      if (openWindows().length === 0) app.allWindowsClosed();
    });
  }

  // ——— Place, size and state ———

  async #applyBounds(page: Page, link: PageLink): Promise<void> {
    const { width, height } = this.#bounds;
    if (headless) return page.setViewportSize({ width, height });
    const { windowId } = await link.devtools.send("Browser.getWindowForTarget");
    const windowState = this.#state;
    await link.devtools.send("Browser.setWindowBounds", {
      windowId,
      bounds: { windowState: "normal" },
    });
    const { x: left, y: top } = this.#bounds;
    const place = this.#isPlaced ? { left, top } : {};
    const bounds = windowState === "normal" ? { ...place, width, height } : { windowState };
    await link.devtools.send("Browser.setWindowBounds", { windowId, bounds });
  }
  #changeWindow(): void {
    void this.#attached.then((link) => this.#applyBounds(link.page, link)).catch(() => undefined);
  }
  #stateTold({ x, y, width, height, focused }: Extract<PageMessage, { kind: "state" }>): void {
    const before = this.#bounds;
    if (!headless) this.#bounds = { x, y, width, height };
    if (!headless && this.#state === "normal") this.#normalBounds = this.#bounds;
    if (before.width !== this.#bounds.width || before.height !== this.#bounds.height) {
      this.emit("resize");
    }
    if (before.x !== this.#bounds.x || before.y !== this.#bounds.y) this.emit("move");
    if (focused !== this.#isFocused) this.emit(focused ? "focus" : "blur");
    this.#isFocused = focused;
  }
  #enter(state: WindowState, event: string): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#changeWindow();
    this.emit(event);
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#normalBounds };
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.#normalBounds = this.#bounds;
    this.#isPlaced ||= bounds.x !== undefined || bounds.y !== undefined;
    this.#changeWindow();
    this.emit("resize");
  }
  isMaximized(): boolean {
    return this.#state === "maximized";
  }
  maximize(): void {
    this.#enter("maximized", "maximize");
  }
  unmaximize(): void {
    if (this.isMaximized()) this.#enter("normal", "unmaximize");
  }
  isMinimized(): boolean {
    return this.#state === "minimized";
  }
  minimize(): void {
    this.#enter("minimized", "minimize");
  }
  restore(): void {
    this.#enter("normal", "restore");
  }
  isFullScreen(): boolean {
    return this.#state === "fullscreen";
  }
  setFullScreen(flag: boolean): void {
    if (flag) this.#enter("fullscreen", "enter-full-screen");
    else if (this.isFullScreen()) this.#enter("normal", "leave-full-screen");
  }
  /** Chromium shows its window from the start; what `show: false` avoids elsewhere is seen here. */
  show(): void {
    this.#isVisible = true;
    this.focus();
    this.emit("show");
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  focus(): void {
    this.webContents.focus();
  }
  isFocused(): boolean {
    return this.#isFocused;
  }
  getTitle(): string {
    return this.#title;
  }
  /** The window of Chromium is named by the page's own title. */
  setTitle(title: string): void {
    this.#title = title;
  }
  setBackgroundColor(): void {
    // The page paints its own background.
  }
  setMenuBarVisibility(): void {
    // There is no menu bar to show or hide.
  }
  /** Its keys are the page's own then. */
  setMenu(menu: Electron.Menu | null): void {
    if (menu !== null) throw refusal("BrowserWindow.setMenu with a menu");
    this.#hasMenu = false;
  }

  static getAllWindows(): BrowserWindow[] {
    return openWindows();
  }
  static getFocusedWindow(): BrowserWindow | null {
    return openWindows().find((window) => window.isFocused()) ?? null;
  }
  static fromWebContents(contents: Electron.WebContents): BrowserWindow | null {
    return openWindows().find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return openWindows().find((window) => window.id === id) ?? null;
  }
}
