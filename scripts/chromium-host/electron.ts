/**
 * The module that `import "electron"` gets in the Chromium host (see register.ts).
 * Every name of Electron's main process is here; those without an imitation throw their own name when used.
 */
import type * as ElectronCommon from "electron/common";
import type * as ElectronMain from "electron/main";
import { app } from "./app.ts";
import { BrowserWindow as HostBrowserWindow } from "./browser-window.ts";
import { dialog } from "./dialog.ts";
import { ipcMain } from "./ipc.ts";
import { Menu, MenuItem } from "./menu.ts";
import { nativeTheme } from "./native-theme.ts";
import { protocol } from "./protocol.ts";
import { imitation, refused } from "./refuse.ts";
import { safeStorage } from "./safe-storage.ts";
import { screen } from "./screen.ts";
import { session } from "./session.ts";
import { shell } from "./shell.ts";
import { net, Notification, powerMonitor } from "./system.ts";

const BrowserWindow = imitation("BrowserWindow", HostBrowserWindow);

const autoUpdater = refused("autoUpdater");
const BaseWindow = refused("BaseWindow");
const BrowserView = refused("BrowserView");
const clipboard = refused("clipboard");
const ClipboardItem = refused("ClipboardItem");
const contentTracing = refused("contentTracing");
const crashReporter = refused("crashReporter");
const desktopCapturer = refused("desktopCapturer");
const globalShortcut = refused("globalShortcut");
const ImageView = refused("ImageView");
const inAppPurchase = refused("inAppPurchase");
const IpcMainServiceWorker = refused("IpcMainServiceWorker");
const MessageChannelMain = refused("MessageChannelMain");
const nativeImage = refused("nativeImage");
const netLog = refused("netLog");
const powerSaveBlocker = refused("powerSaveBlocker");
const pushNotifications = refused("pushNotifications");
const sharedTexture = refused("sharedTexture");
const ShareMenu = refused("ShareMenu");
const systemPreferences = refused("systemPreferences");
const TouchBar = refused("TouchBar");
const Tray = refused("Tray");
const utilityProcess = refused("utilityProcess");
const View = refused("View");
const webContents = refused("webContents");
const WebContentsView = refused("WebContentsView");
const webFrameMain = refused("webFrameMain");
const WebSocket = refused("WebSocket");

const everyName = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  ipcMain,
  IpcMainServiceWorker,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  sharedTexture,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
  WebSocket,
} satisfies Record<keyof typeof ElectronMain | keyof typeof ElectronCommon, unknown>;

export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  ipcMain,
  IpcMainServiceWorker,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  sharedTexture,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
  WebSocket,
};
export default everyName;
