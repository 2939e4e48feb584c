import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { screen, type BrowserWindow, type Rectangle } from "electron";
import { z } from "zod";

const stored = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number().min(320),
  height: z.number().min(240),
  isMaximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof stored>;

const fileIn = (folder: string): string => join(folder, "window.json");

/** Whether enough of a window would be on a display to be seen and moved. */
function isVisible(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const width =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) -
      Math.max(bounds.x, workArea.x);
    const height =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) -
      Math.max(bounds.y, workArea.y);
    return width >= 100 && height >= 60;
  });
}

/** Where the window was last time; null the first time, or when that display is gone. */
export async function readWindowBounds(folder: string): Promise<WindowBounds | null> {
  try {
    const bounds = stored.parse(JSON.parse(await readFile(fileIn(folder), "utf8")));
    return isVisible(bounds) ? bounds : null;
  } catch {
    // Missing or damaged: it is only a convenience, and the next quit writes it anew.
    return null;
  }
}

/** Remembers where the window is. Losing it is not worth a word. */
export async function rememberWindowBounds(folder: string, window: BrowserWindow): Promise<void> {
  const bounds: WindowBounds = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
  await writeFile(fileIn(folder), JSON.stringify(bounds)).catch(() => undefined);
}
