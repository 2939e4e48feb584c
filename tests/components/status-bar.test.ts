import { afterEach, expect, test } from "vitest";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { startWindow, type StartedWindow } from "./start-window.ts";

let view: StartedWindow | null = null;

afterEach(() => {
  view?.stop();
  view = null;
});

test.each<[string, FakeOptions, RegExp]>([
  ["progress and failures of a refresh", { refreshing: true }, /142 of 300 · 3 failed/],
  ["when the next refresh is", {}, /Next refresh/],
  ["what is ready offline", { articles: 320 }, /312 of 320 ready offline · 84 MB/],
  ["that there is no network", { refresh: { disconnected: true } }, /No network/],
  ["that the disk is full", { refresh: { storageFailure: "storage-full" } }, /disk is full/],
  ["that the disk refuses", { refresh: { storageFailure: "storage-failed" } }, /check the disk/],
])("the status bar says %s", async (_, options, words) => {
  view = await startWindow(new FakeBridge(options));
  expect(view.one("bs-status-bar").shadowRoot?.textContent.replace(/\s+/g, " ")).toMatch(words);
});
