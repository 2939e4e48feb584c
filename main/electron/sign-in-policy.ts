import { app, type Session, type WebContents } from "electron";
import {
  frameTitle,
  mayNavigate,
  mayOpen,
  mayReach,
  mayRequest,
  type SiteRules,
} from "./sign-in-rules.ts";

/** Sessions of publishers: their pages follow the rules here and not those of our own window. */
const publisherSessions = new WeakSet<Session>();

/** Whether a page is shown in a sign-in window. */
export const isSignIn = (contents: WebContents): boolean => publisherSessions.has(contents.session);

/** Options of every sign-in window, those that a page opens included: a bare browser window. */
export const bareWindow = {
  width: 560,
  height: 760,
  autoHideMenuBar: true,
  fullscreenable: false,
  // A page's `window.open` may ask for any of these, and must not get them: a window that nobody
  // sees, that stays above all others, or that has no frame to name its host.
  show: true,
  frame: true,
  titleBarStyle: "default",
  transparent: false,
  opacity: 1,
  alwaysOnTop: false,
  skipTaskbar: false,
  kiosk: false,
  fullscreen: false,
  simpleFullscreen: false,
  closable: true,
  minimizable: true,
  movable: true,
  focusable: true,
  hasShadow: true,
  enableLargerThanScreen: false,
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
    safeDialogs: true,
    autoplayPolicy: "document-user-activation-required",
  },
} as const;

/**
 * Sets the rules for everything that a publisher's session asks for: no permissions, devices or
 * downloads, and no address but the web's public ones and the host that the person typed.
 */
export function confineSession(
  session: Session,
  typedHost: () => string | null,
  rules: SiteRules,
): void {
  publisherSessions.add(session);
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Its dictionaries would be fetched.
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => {
    event.preventDefault();
  });
  const lookUp = async (host: string): Promise<readonly string[]> =>
    (await session.resolveHost(host)).endpoints.map(({ address }) => address);
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    if (!mayRequest(url)) {
      callback({ cancel: true });
      return;
    }
    mayReach(url, typedHost(), rules, lookUp).then(
      (isAllowed) => {
        callback({ cancel: !isAllowed });
      },
      () => {
        callback({ cancel: true });
      },
    );
  });
}

/**
 * Keeps the pages of one sign-in window to the web. `windows` are those of the same session; a
 * page's own windows join them.
 */
export function confineSignIn(
  window: Electron.BrowserWindow,
  windows: Set<Electron.BrowserWindow>,
): void {
  const { webContents } = window;
  windows.add(window);
  window.once("closed", () => windows.delete(window));
  // Its keys are the page's: "undo" in a form is not the reader's.
  window.setMenu(null);
  // The frame names the host that is shown, whatever the page calls itself.
  window.on("page-title-updated", (event) => {
    event.preventDefault();
  });
  const showHost = (): void => {
    window.setTitle(frameTitle(webContents.getURL()));
  };
  webContents.on("did-navigate", showHost);
  webContents.on("will-frame-navigate", (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  webContents.on("will-redirect", (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  // A page cannot keep its window from being closed.
  webContents.on("will-prevent-unload", (event) => {
    event.preventDefault();
  });
  webContents.setWindowOpenHandler(({ url }) =>
    mayOpen(url, windows.size)
      ? { action: "allow", overrideBrowserWindowOptions: { ...bareWindow, title: frameTitle(url) } }
      : { action: "deny" },
  );
  webContents.on("did-create-window", (child) => {
    confineSignIn(child, windows);
  });
}

/** No certificate of the person's is shown to anybody; Electron would take the first it finds. */
export function withholdCertificates(): void {
  app.on("select-client-certificate", (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
}
