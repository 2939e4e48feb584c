/**
 * The half of the host that runs in the window. Sent to the page as source text: it must stand alone.
 *
 * Electron runs the preload script in a world of its own. Here it shares the page's, but nothing of it
 * can be reached from there: the way to the main process is taken off the page before the page's first
 * script, and what `contextBridge` exposes is copied, proxied and frozen as Electron does.
 */

/** An accelerator of the menu, in the terms of a key event. */
export interface KeyStroke {
  readonly id: number;
  /** `KeyboardEvent.key`, lower case. */
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What the page tells the host. */
export type PageMessage =
  | { kind: "invoke"; id: number; channel: string; arguments: string }
  | { kind: "key"; id: number }
  | { kind: "leave"; address: string }
  | { kind: "state"; x: number; y: number; width: number; height: number; focused: boolean };

/** What the host tells the page. */
export type HostMessage =
  | { kind: "reply"; id: number; value: string }
  | { kind: "failure"; id: number; message: string }
  | { kind: "event"; channel: string; arguments: string }
  | { kind: "keys"; strokes: readonly KeyStroke[] };

interface KeyEvent {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}
interface NavigateEvent {
  readonly destination: { readonly url: string };
  preventDefault(): void;
}
type AnyFunction = (...values: unknown[]) => unknown;
interface PageGlobals extends Record<string, unknown> {
  readonly top: unknown;
  readonly location: { readonly href: string };
  readonly document: { hasFocus(): boolean };
  readonly navigation: {
    addEventListener(name: "navigate", listener: (event: NavigateEvent) => void): void;
  };
  readonly screenX: number;
  readonly screenY: number;
  readonly outerWidth: number;
  readonly outerHeight: number;
  addEventListener(name: string, listener: (event: KeyEvent) => void, capture?: boolean): void;
  removeEventListener(name: string, listener: (event: KeyEvent) => void): void;
}

/**
 * Sets up the preload script's `require`; undefined where no preload script runs (subframes, blank pages).
 * @param names of the two functions that the host put, or expects, on the page
 */
export function setUpPage(
  names: { toHost: string; fromHost: string },
  encode: (value: unknown) => string,
  decode: (text: string) => unknown,
): ((name: string) => unknown) | undefined {
  const page = globalThis as unknown as PageGlobals;
  const sendText = page[names.toHost] as (text: string) => void;
  Reflect.deleteProperty(page, names.toHost);
  if (page.top !== page || page.location.href === "about:blank") return undefined;

  const send = (message: PageMessage): void => sendText(JSON.stringify(message));
  const waiting = new Map<number, { resolve: AnyFunction; reject: AnyFunction }>();
  const listeners = new Map<string, Set<AnyFunction>>();
  let strokes: readonly KeyStroke[] = [];
  let lastId = 0;

  const receive = (message: HostMessage): void => {
    if (message.kind === "keys") strokes = message.strokes;
    else if (message.kind === "event") {
      const values = decode(message.arguments) as unknown[];
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...values);
    } else {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === "reply") call?.resolve(decode(message.value));
      else call?.reject(new Error(message.message));
    }
  };
  Object.defineProperty(page, names.fromHost, { value: receive });

  const ipcRenderer = {
    invoke(channel: string, ...values: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const text = encode(values);
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ kind: "invoke", id: lastId, channel, arguments: text });
      });
    },
    on(channel: string, listener: AnyFunction) {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: AnyFunction) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };

  /** One value crossing between the worlds: functions proxied, the rest copied. */
  const cross = (value: unknown, frozen: boolean): unknown => {
    if (typeof value === "function") {
      const proxied = value as AnyFunction;
      return (...values: unknown[]): unknown =>
        cross(proxied(...values.map((item) => cross(item, false))), false);
    }
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof Promise) {
      return value.then(
        (result) => cross(result, false),
        (reason: unknown) => {
          throw reason instanceof Error ? new Error(reason.message) : cross(reason, false);
        },
      );
    }
    let copy: unknown;
    if (Array.isArray(value)) copy = value.map((item) => cross(item, frozen));
    else if (Object.prototype.toString.call(value) === "[object Object]") {
      copy = Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, cross(item, frozen)]),
      );
    } else return structuredClone(value);
    return frozen ? Object.freeze(copy) : copy;
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown): void {
      if (name in page) {
        throw new Error("Cannot bind an API on top of an existing property on the window object");
      }
      Object.defineProperty(page, name, { value: cross(api, true), enumerable: true });
    },
  };

  // A menu's key is the program's only when the page left it alone: asked last, on the way up.
  const lookUp = (event: KeyEvent): void => {
    const stroke = strokes.find(
      (candidate) =>
        candidate.key === event.key.toLowerCase() &&
        candidate.control === event.ctrlKey &&
        candidate.meta === event.metaKey &&
        candidate.alt === event.altKey &&
        candidate.shift === event.shiftKey,
    );
    if (stroke === undefined || event.defaultPrevented) return;
    event.preventDefault();
    send({ kind: "key", id: stroke.id });
  };
  const askLast = (): void => {
    page.removeEventListener("keydown", lookUp);
    page.addEventListener("keydown", lookUp);
  };
  page.addEventListener("keydown", askLast, true);

  // Chromium would put its own question about another program before the page.
  page.navigation.addEventListener("navigate", (event) => {
    const address = event.destination.url;
    if (/^(https?|about|blob|data|javascript):/i.test(address)) return;
    event.preventDefault();
    send({ kind: "leave", address });
  });

  // A move of the window raises no event; the pointer comes back into it at another place.
  let told = "";
  const tellState = (): void => {
    const text = JSON.stringify({
      kind: "state",
      x: page.screenX,
      y: page.screenY,
      width: page.outerWidth,
      height: page.outerHeight,
      focused: page.document.hasFocus(),
    } satisfies PageMessage);
    if (text !== told) sendText(text);
    told = text;
  };
  for (const name of ["resize", "focus", "blur", "mousemove"]) {
    page.addEventListener(name, tellState);
  }

  const notImitated = (part: string, known: object): object =>
    new Proxy(known, {
      get(target, property): unknown {
        if (typeof property === "symbol" || property in target)
          return Reflect.get(target, property);
        throw new Error(`electron.${part}${property} is not imitated by the Chromium host`);
      },
    });
  const electron = notImitated("", {
    contextBridge: notImitated("contextBridge.", contextBridge),
    ipcRenderer: notImitated("ipcRenderer.", ipcRenderer),
  });
  return (name) => {
    if (name === "electron" || name === "electron/renderer") return electron;
    throw new Error(`module not found: ${name}`);
  };
}
