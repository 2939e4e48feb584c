/** Everything that touches Electron, as far as `main/index.ts` needs it: this folder's public file. */
export { readCommandLine } from "./command-line.ts";
export { desktop } from "./desktop.ts";
export { explainFatal } from "./explain-fatal.ts";
export { openExternally } from "./external-links.ts";
export { findLibrary } from "./find-library.ts";
export { announce, connectBridge } from "./ipc.ts";
export { log } from "./log.ts";
export { PictureWorkshop } from "./picture-workshop.ts";
export { proxyFor } from "./proxy.ts";
export { systemSafeStorage } from "./safe-storage.ts";
export {
  applyTheme,
  claimFolder,
  describeProgram,
  isOnline,
  quit,
  resourcePath,
  runShell,
  sayFatal,
  userFolder,
  whenReady,
} from "./shell.ts";
export { SignIn } from "./sign-in.ts";
