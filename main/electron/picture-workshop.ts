import { app, BrowserWindow, session as sessions, type Session } from "electron";
import { hide } from "./hidden-windows.ts";
import { log } from "./log.ts";
import { scheme } from "./our-origin.ts";
import { ourWindows } from "./our-windows.ts";
import { serveWorkshop, type Desk } from "./workshop-protocol.ts";

/** Milliseconds for one picture; a hidden window is begun anew after one that takes longer. */
const longestWork = 15_000;
/** Milliseconds without work after which the window is closed. */
const idleTime = 30_000;
/** Pictures in a row that broke the window, after which it is left alone for a while. */
const patience = 3;
const pause = 10 * 60_000;
/** Bytes that one request of the page is answered with: a megabyte would hold the thread 9 ms. */
const sliceLength = 250_000;

interface Wish {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly widthLimit?: number;
  readonly side?: number;
}

interface Made {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The hidden window of the moment. */
interface Room {
  readonly window: BrowserWindow;
  readonly loading: Promise<void>;
  /** Rejects when its process or the window is no more. */
  readonly gone: Promise<never>;
}

/**
 * A hidden, sandboxed window without a preload script, in a session of its own that reaches nothing
 * but this file's answers: decoding and encoding pictures is the engine's work, and its process may
 * break over them. One picture at a time.
 */
export class PictureWorkshop {
  readonly #windowFolder: string;
  readonly #watched = new WeakSet<Electron.BrowserWindow>();
  #session: Session | null = null;
  #room: Room | null = null;
  #desk: (Desk & { made: Uint8Array | null }) | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;
  #broken = 0;
  #restsUntil = 0;
  #isClosed = false;

  /** `windowFolder` holds the built files of the windows. */
  constructor(windowFolder: string) {
    this.#windowFolder = windowFolder;
    // A program that quits closes its windows, and waits for ever where another one opens meanwhile.
    app.on("before-quit", () => {
      this.#isClosed = true;
      this.#end();
    });
  }

  shrink(wish: Wish & { readonly widthLimit: number }): Promise<Made | "undecodable" | null> {
    return this.#queue(wish);
  }

  thumbnail(wish: Wish & { readonly side: number }): Promise<Made | "undecodable" | null> {
    return this.#queue(wish);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#end();
    await this.#last;
  }

  #queue(wish: Wish): Promise<Made | "undecodable" | null> {
    const making = this.#last.then(() => this.#make(wish));
    this.#last = making;
    return making;
  }

  async #make(wish: Wish): Promise<Made | "undecodable" | null> {
    if (!this.#isOpen() || Date.now() < this.#restsUntil) return null;
    clearTimeout(this.#idle);
    let giveUp: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      giveUp = setTimeout(() => {
        reject(new Error("it takes too long"));
      }, longestWork);
    });
    try {
      const room = (this.#room ??= this.#open());
      const made = await Promise.race([this.#ask(room, wish), tooLong, room.gone]);
      this.#broken = 0;
      return made;
    } catch (error) {
      this.#end();
      if (this.#isOpen()) this.#noteBroken(error);
      return null;
    } finally {
      clearTimeout(giveUp);
      this.#desk = null;
      this.#idle = setTimeout(() => {
        this.#end();
      }, idleTime);
      this.#idle.unref();
    }
  }

  async #ask({ window, loading }: Room, wish: Wish): Promise<Made | "undecodable" | null> {
    await loading;
    this.#lastId += 1;
    const { bytes, ...measures } = wish;
    const desk = { id: this.#lastId, bytes, sliceLength, made: null as Uint8Array | null };
    this.#desk = desk;
    const order = { ...measures, id: desk.id, length: bytes.length, sliceLength };
    const report: unknown = await window.webContents.executeJavaScript(
      `makePicture(${JSON.stringify(order)})`,
    );
    if (report === "undecodable") return report;
    const { width, height } = (report ?? {}) as { width?: unknown; height?: unknown };
    if (desk.made === null || typeof width !== "number" || typeof height !== "number") return null;
    return { bytes: desk.made, width, height };
  }

  /** Where a closed window ends the program, it is about to quit once the reader's is gone. */
  #isOpen(): boolean {
    return !this.#isClosed && (process.platform === "darwin" || ourWindows().length > 0);
  }

  #open(): Room {
    const window = new BrowserWindow({
      show: false,
      width: 100,
      height: 100,
      title: "Broadsheet",
      webPreferences: {
        session: (this.#session ??= this.#makeSession()),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
        // Nobody sees it, and it is to work all the same.
        backgroundThrottling: false,
      },
    });
    hide(window.webContents);
    this.#watchReaders();
    const loading = window.loadURL(`${scheme}://workshop/workshop/index.html`);
    const gone = new Promise<never>((_, reject) => {
      window.webContents.once("render-process-gone", () => {
        reject(new Error("its process ended"));
      });
      window.once("closed", () => {
        reject(new Error("its window was closed"));
      });
    });
    // Whoever waits for a picture hears of it; between two pictures nobody does.
    loading.catch(() => undefined);
    gone.catch(() => {
      if (this.#room?.window === window) this.#end();
    });
    return { window, loading, gone };
  }

  /** With the reader's last window this one goes: it would keep the program from ending. */
  #watchReaders(): void {
    for (const reader of ourWindows()) {
      if (this.#watched.has(reader)) continue;
      this.#watched.add(reader);
      reader.once("closed", () => {
        if (!this.#isOpen()) this.#end();
      });
    }
  }

  #makeSession(): Session {
    // In memory: it has nothing to keep.
    const session = sessions.fromPartition("picture-workshop");
    session.setPermissionRequestHandler((_contents, _permission, callback) => {
      callback(false);
    });
    session.setPermissionCheckHandler(() => false);
    serveWorkshop(session, this.#windowFolder, {
      desk: () => this.#desk,
      take: (id, bytes) => {
        if (this.#desk?.id === id) this.#desk.made = bytes;
      },
    });
    return session;
  }

  #end(): void {
    clearTimeout(this.#idle);
    const window = this.#room?.window;
    this.#room = null;
    if (window?.isDestroyed() === false) window.destroy();
  }

  #noteBroken(cause: unknown): void {
    log("making a picture smaller", cause);
    this.#broken += 1;
    if (this.#broken < patience) return;
    this.#broken = 0;
    this.#restsUntil = Date.now() + pause;
  }
}
