import { app, session, type WebContents } from "electron";
import { isOurs } from "./our-origin.ts";
import { isSignIn, withholdCertificates } from "./sign-in-policy.ts";

/** Addresses that never leave the machine and that pages of ours use. */
const isLocal = (address: string): boolean =>
  isOurs(address) || /^(?:data|blob|devtools):/.test(address);

/**
 * Our own page may put text on the clipboard and fill the screen with a film, when somebody asks it
 * to; nobody may do anything else.
 */
const mayHave = (permission: string, asking: string): boolean =>
  (permission === "clipboard-sanitized-write" || permission === "fullscreen") && isOurs(asking);

/** Keeps one page from going anywhere: no navigation, no new windows, no embedded pages. */
function confine(contents: WebContents): void {
  contents.on("will-navigate", (event) => {
    event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/** The window reaches nothing outside and is granted next to nothing; call once the app is ready. */
export function applySessionPolicy(): void {
  app.on("web-contents-created", (_, contents) => {
    // Publishers' pages have rules of their own, set with their windows.
    if (!isSignIn(contents)) confine(contents);
  });
  withholdCertificates();
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(mayHave(permission, details.requestingUrl));
  });
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    mayHave(permission, origin),
  );
  defaultSession.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isLocal(details.url) });
  });
}
