import { afterEach, expect, test, vi } from "vitest";
import { findBrowser, usualPlaces } from "../../../scripts/find-browser.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("the browser that the environment names comes first", () => {
  vi.stubEnv("BROADSHEET_BROWSER", process.execPath);
  expect(findBrowser()).toBe(process.execPath);
});

test("a named browser that is not there is an error, not a reason to take another", () => {
  vi.stubEnv("BROADSHEET_BROWSER", "/no/such/browser");
  expect(() => findBrowser()).toThrow("BROADSHEET_BROWSER names no file");
});

test("each system has its usual places", () => {
  expect(usualPlaces("linux", {})).toContain("/usr/bin/chromium");
  expect(usualPlaces("darwin", { HOME: "/Users/ada" })).toContain(
    "/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  );
  const windows = usualPlaces("win32", { LOCALAPPDATA: "L" });
  expect(windows).toHaveLength(3);
  expect(windows[0]).toMatch(/^L.Chromium.Application.chrome\.exe$/);
});
