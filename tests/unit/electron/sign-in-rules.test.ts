import { describe, expect, test } from "vitest";
import {
  frameTitle,
  mayNavigate,
  mayOpen,
  mayReach,
  mayRequest,
} from "../../../main/electron/sign-in-rules.ts";
import { isPublicAddress, siteOf } from "../../../main/fetching/fetching.ts";

test.each([
  ["https://example.com/login", true, true],
  ["http://example.com/login", true, true],
  ["about:blank", true, true],
  ["about:srcdoc", true, false],
  ["about:srcdoc", false, true],
  ["file:///etc/passwd", true, false],
  ["app://broadsheet/index.html", true, false],
  ["javascript:alert(1)", true, false],
  ["data:text/html,x", true, false],
  ["blob:https://example.com/1", true, false],
  ["devtools://devtools/bundled/x.html", true, false],
  ["chrome://settings", true, false],
  ["view-source:https://example.com", true, false],
  ["mailto:desk@example.com", true, false],
  ["smb://server/share", false, false],
  ["", true, false],
])("a page goes to %s (main frame: %s): %s", (address, isMainFrame, allowed) => {
  expect(mayNavigate(address, isMainFrame)).toBe(allowed);
});

test("a page opens windows on the web, a few", () => {
  expect(mayOpen("https://accounts.example.org/", 1)).toBe(true);
  expect(mayOpen("about:blank", 1)).toBe(true);
  expect(mayOpen("", 1)).toBe(true);
  for (const address of ["file:///etc/passwd", "app://broadsheet/", "data:text/html,x", "x:y"])
    expect(mayOpen(address, 1)).toBe(false);
  expect(mayOpen("https://accounts.example.org/", 4)).toBe(false);
});

test("a page asks for the web and for what it holds itself", () => {
  for (const scheme of ["https", "HTTP", "wss", "ws"])
    expect(mayRequest(`${scheme}://example.com/`)).toBe(true);
  for (const address of ["data:,x", "blob:https://example.com/1", "about:blank"])
    expect(mayRequest(address)).toBe(true);
  for (const address of [
    "file:///etc/passwd",
    "app://broadsheet/",
    "devtools://x/",
    "ftp://x/",
    "chrome://x/",
  ])
    expect(mayRequest(address)).toBe(false);
});

describe("what a page may reach", () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    "example.com": ["93.184.215.14"],
    "inside.example.com": ["192.168.1.1"],
    "both.example.com": ["93.184.215.14", "10.0.0.1"],
    "localhost.example.com": ["::1"],
  };
  const lookUp = (host: string): Promise<readonly string[]> => {
    const found = names[host];
    return found === undefined ? Promise.reject(new Error("not found")) : Promise.resolve(found);
  };
  const reaches = (address: string, typedHost: string | null = null): Promise<boolean> =>
    mayReach(address, typedHost, { siteOf, isPublicAddress }, lookUp);

  test.each([
    ["https://example.com/", true],
    ["wss://example.com/", true],
    ["data:text/plain,x", true],
    ["https://8.8.8.8/", true],
    // A proxy may know it; without one nothing is reached.
    ["https://unknown.example.net/", true],
    ["http://127.0.0.1:8080/", false],
    ["http://2130706433/", false],
    ["http://0x7f.1/", false],
    ["http://[::1]/", false],
    ["http://[::ffff:10.0.0.1]/", false],
    ["http://192.168.1.1/", false],
    ["http://169.254.169.254/latest/meta-data", false],
    ["ws://192.168.1.1/", false],
    ["http://localhost/", false],
    ["http://deep.localhost./", false],
    ["http://router/", false],
    ["http://printer.local/", false],
    ["http://wiki.internal/", false],
    ["https://inside.example.com/", false],
    ["https://both.example.com/", false],
    ["https://localhost.example.com/", false],
  ])("%s: %s", async (address, allowed) => {
    expect(await reaches(address)).toBe(allowed);
  });

  test("the host that the person typed, and its neighbours where it is plainly private", async () => {
    expect(await reaches("http://nas.local:8080/login", "nas.local:8080")).toBe(true);
    expect(await reaches("http://auth.nas.local/", "nas.local:8080")).toBe(true);
    expect(await reaches("http://192.168.1.5:9000/", "192.168.1.5")).toBe(true);
    expect(await reaches("http://192.168.1.1/", "192.168.1.5")).toBe(false);
    expect(await reaches("http://other.local/", "nas.local:8080")).toBe(false);
    expect(await reaches("https://inside.example.com/", "inside.example.com")).toBe(true);
    // A public publisher cannot lead to a private network by a name of its own.
    expect(await reaches("https://inside.example.com/", "example.com")).toBe(false);
  });
});

test.each([
  ["https://example.com/login?next=https://bank.example", "example.com"],
  ["https://name@evil.example/", "evil.example"],
  ["https://bücher.example/", "xn--bcher-kva.example"],
  ["http://example.com:8080/", "example.com:8080 — not encrypted"],
  ["about:blank", "Sign in"],
])("the frame of %s says %s", (address, title) => {
  expect(frameTitle(address)).toBe(title);
});
