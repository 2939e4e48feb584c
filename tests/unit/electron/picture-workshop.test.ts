/** The hidden window for pictures, where it must not stand in the way of quitting. */
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** As much of a window as the workshop touches. */
class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  static readonly getAllWindows = (): FakeWindow[] =>
    FakeWindow.all.filter((window) => !window.isDestroyed());
  readonly webContents = Object.assign(new EventEmitter(), {
    session: {},
    executeJavaScript: () => Promise.resolve(null),
  });
  #isDestroyed = false;

  constructor() {
    super();
    FakeWindow.all.push(this);
  }

  loadURL(): Promise<void> {
    return Promise.resolve();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.emit("closed");
  }
}

const app = new EventEmitter();
vi.mock("electron", () => ({
  app,
  BrowserWindow: FakeWindow,
  session: {
    fromPartition: () => ({
      setPermissionRequestHandler: () => undefined,
      setPermissionCheckHandler: () => undefined,
      webRequest: { onBeforeRequest: () => undefined },
      protocol: { handle: () => undefined },
    }),
  },
}));

const { PictureWorkshop } = await import("../../../main/electron/picture-workshop.ts");
const picture = { bytes: new Uint8Array(1), type: "image/png", widthLimit: 10 };

const { platform } = process;
beforeEach(() => {
  // Where the program lives on without a window.
  Object.defineProperty(process, "platform", { value: "darwin" });
});
afterEach(() => {
  Object.defineProperty(process, "platform", { value: platform });
});

test("when the program quits its window goes and none is opened any more", async () => {
  const workshop = new PictureWorkshop("/nowhere");
  await workshop.shrink(picture);
  expect(FakeWindow.getAllWindows()).toHaveLength(1);
  app.emit("before-quit", {});
  expect(FakeWindow.getAllWindows()).toEqual([]);
  expect(await workshop.shrink(picture)).toBeNull();
  expect(FakeWindow.getAllWindows()).toEqual([]);
  await workshop.close();
});
