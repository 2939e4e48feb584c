import { app, dialog, type BrowserWindow } from "electron";
import { log } from "./log.ts";
import { Revival } from "./revival.ts";

/** Brings the window back when the process behind it ends; asks when that does not help. */
export function reviveWindow(window: BrowserWindow): void {
  const revival = new Revival();
  const ask = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox({
      type: "error",
      title: "Broadsheet",
      message: "Broadsheet's window has stopped working again.",
      detail: "Everything you did is saved. You can show the window anew, or quit.",
      buttons: ["Show it anew", "Quit"],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response === 1) app.quit();
    else if (!window.isDestroyed()) window.webContents.reload();
  };
  window.webContents.on("render-process-gone", (_, { reason }) => {
    log(`the window's process ended: ${reason}`);
    const decision = revival.decide(reason, Date.now());
    if (decision === "reload") window.webContents.reload();
    else if (decision === "ask")
      ask().catch((error: unknown) => {
        log("asking about the window", error);
      });
  });
}
