/** `screen`: the one display that Chromium's first page sees, as it was at the start. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { app } from "./app.ts";
import { browser } from "./browser.ts";
import { imitation } from "./refuse.ts";

type Display = Pick<
  Electron.Display,
  "id" | "bounds" | "workArea" | "size" | "workAreaSize" | "scaleFactor" | "rotation" | "internal"
>;

let display: Display | undefined;

const question = `({
  size: { width: screen.width, height: screen.height },
  workArea: { x: screen.availLeft, y: screen.availTop, width: screen.availWidth, height: screen.availHeight },
  scaleFactor: devicePixelRatio,
})`;

app.beforeReady(async () => {
  const [page] = browser().pages();
  if (page === undefined) throw new Error("Chromium has opened no page.");
  const { size, workArea, scaleFactor } =
    await page.evaluate<Pick<Display, "size" | "workArea" | "scaleFactor">>(question);
  const { width, height } = workArea;
  display = {
    id: 1,
    bounds: { x: 0, y: 0, ...size },
    size,
    workArea,
    workAreaSize: { width, height },
    scaleFactor,
    rotation: 0,
    internal: false,
  };
});

class HostScreen extends EventEmitter {
  getPrimaryDisplay(): Electron.Display {
    if (display === undefined)
      throw new Error("The 'screen' module can't be used before app ready");
    return imitation("Display", display) as Electron.Display;
  }
  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()];
  }
  getDisplayMatching(): Electron.Display {
    return this.getPrimaryDisplay();
  }
}

type Imitated = "getPrimaryDisplay" | "getAllDisplays" | "getDisplayMatching";

export const screen = imitation(
  "screen",
  new HostScreen() satisfies Pick<Electron.Screen, Imitated>,
);
