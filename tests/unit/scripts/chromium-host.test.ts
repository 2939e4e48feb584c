import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Page } from "@playwright/test";
import { findBrowser } from "../../../scripts/find-browser.ts";
import { launch, type Program } from "../../e2e/launch.ts";

const main = join(import.meta.dirname, "..", "..", "fixtures", "host-app", "main.js");
const host = join(import.meta.dirname, "..", "..", "..", "scripts", "chromium-host", "run.ts");
const hasBrowser = findBrowser() !== undefined;
if (!hasBrowser) console.log("No browser was found: the Chromium host is not tested.");

vi.stubEnv("BROADSHEET_HOST", "chromium");
const start = (dataFolder?: string): Promise<Program> =>
  launch({ main, ...(dataFolder === undefined ? {} : { dataFolder }) });

/** Waits until the program has said it: its words reach us a moment later than the page's. */
async function hears(program: Program, words: string): Promise<void> {
  await vi.waitFor(
    () => {
      expect(program.output()).toContain(words);
    },
    { timeout: 5000 },
  );
}

describe.skipIf(!hasBrowser)("a window of the Chromium host", () => {
  let program: Program;
  const inPage = (source: string): Promise<unknown> => program.page.evaluate(source);
  beforeAll(async () => {
    program = await start();
  });
  afterAll(async () => {
    await program.close();
  });

  test("shows what the program answers for its own scheme, headers untouched", async () => {
    expect(await program.page.title()).toBe("Host app");
    expect(await inPage("document.images[0].naturalWidth")).toBe(80);
    const head = `fetch("/index.html", { method: "HEAD" }).then(async (r) =>
      [r.status, r.headers.get("x-method"), r.headers.get("content-security-policy"), await r.text()])`;
    expect(await inPage(head)).toEqual([200, "HEAD", expect.stringContaining("trusted-types"), ""]);
    expect(await inPage(`fetch("/stream").then((r) => r.text())`)).toBe("one two");
    expect(await inPage(`fetch("/nothing").then((r) => r.status)`)).toBe(404);
  });

  test("the page's own policy holds", async () => {
    const write = `(() => { try { document.body.innerHTML = "<b>x</b>"; } catch (e) { return e.name; } })()`;
    expect(await inPage(write)).toBe("TypeError");
  });

  test("values cross as they are, and what cannot be cloned is refused", async () => {
    const echo = `bridge.invoke("echo", undefined, new Date(5), new Uint8Array([1, 255]), { a: [null] })`;
    expect(await inPage(echo)).toEqual([
      undefined,
      new Date(5),
      new Uint8Array([1, 255]),
      { a: [null] },
    ]);
    const map = `bridge.invoke("echo", new Map([[1, new Set([2])]]))
      .then(([map]) => map instanceof Map && map.get(1).has(2))`;
    expect(await inPage(map)).toBe(true);
    await expect(inPage(`bridge.invoke("echo", () => 1)`)).rejects.toThrow("could not be cloned");
  });

  test("failures cross in Electron's words", async () => {
    await expect(inPage(`bridge.invoke("fail")`)).rejects.toThrow(
      "Error invoking remote method 'fail': TypeError: it broke",
    );
    await expect(inPage(`bridge.invoke("absent")`)).rejects.toThrow(
      "Error invoking remote method 'absent': Error: No handler registered for 'absent'",
    );
  });

  test("the program knows who asks", async () => {
    expect(await inPage(`bridge.invoke("who")`)).toEqual({
      url: "app://host-app/index.html",
      origin: "app://host-app",
      isMainFrame: true,
      isWindow: true,
    });
  });

  test("events arrive in order until they are no longer wanted", async () => {
    await inPage(`(async () => { for (const n of [1, 2, 3]) await bridge.invoke("tick", n); })()`);
    expect(await inPage("events")).toEqual([[1], [2], [3]]);
    await inPage(`stop(); bridge.invoke("tick", 4)`);
    expect(await inPage("events")).toHaveLength(3);
  });

  test("the page reaches the exposed functions and nothing behind them", async () => {
    expect(await inPage("Object.isFrozen(bridge)")).toBe(true);
    expect(await inPage("typeof require + typeof module + typeof electron")).toBe(
      "undefinedundefinedundefined",
    );
    expect(
      await inPage("Object.getOwnPropertyNames(window).filter((n) => /^toHost/.test(n))"),
    ).toEqual([]);
  });

  test("what is not imitated says its name", async () => {
    const refusal = (...path: string[]): Promise<unknown> =>
      inPage(`bridge.invoke("refusal", ...${JSON.stringify(path)})`);
    const sentence = (name: string): string =>
      `electron.${name} is not imitated by the Chromium host`;
    expect(await refusal("Tray")).toBe(sentence("Tray"));
    expect(await refusal("app", "getFileIcon")).toBe(sentence("app.getFileIcon"));
    expect(await refusal("safeStorage", "encryptString")).toBe(
      sentence("safeStorage.encryptString"),
    );
    const inPreload = "(() => { try { bridge.missing(); } catch (e) { return e.message; } })()";
    expect(await inPage(inPreload)).toBe(sentence("ipcRenderer.sendSync"));
  });

  test("dialogs are answered by what is queued, and by nothing else", async () => {
    const ask = (name: string): Promise<unknown> =>
      inPage(`bridge.invoke("ask", "${name}", { title: "Where?", buttons: ["One", "Two"] })`);
    await program.answer({ dialog: "save", path: "/some/file.zip" });
    await program.answer({ dialog: "save", path: null });
    await program.answer({ dialog: "open", path: "/some/folder" });
    await program.answer({ dialog: "open", path: null });
    await program.answer({ dialog: "message", button: 1 });
    expect(await ask("showSaveDialog")).toEqual({ canceled: false, filePath: "/some/file.zip" });
    expect(await ask("showSaveDialog")).toEqual({ canceled: true, filePath: "" });
    expect(await ask("showOpenDialog")).toEqual({ canceled: false, filePaths: ["/some/folder"] });
    expect(await ask("showOpenDialog")).toEqual({ canceled: true, filePaths: [] });
    expect(await ask("showMessageBox")).toEqual({ response: 1, checkboxChecked: false });
    await expect(ask("showOpenDialog")).rejects.toThrow("no answer is queued");
    await program.answer({ dialog: "open", path: "/some/folder" });
    await expect(ask("showSaveDialog")).rejects.toThrow('an answer to "open" is next');
  });

  test("a folder is not opened under test, but noted", async () => {
    expect(await inPage(`bridge.invoke("open path", "/some/folder")`)).toBe("");
    expect(await program.openedExternally()).toContain("/some/folder");
  });

  test("requests to the outside are the session's to refuse", async () => {
    expect(await inPage(`fetch("https://example.com/x").catch((e) => e.name)`)).toBe("TypeError");
    await hears(program, "blocked xhr https://example.com/x");
    const socket = `new Promise((done) => { new WebSocket("wss://example.com/").onclose = (e) => done(e.code); })`;
    expect(await inPage(socket)).toBe(1008);
    await inPage(
      `void document.body.append(Object.assign(document.createElement("iframe"), { src: "https://example.com/frame" }))`,
    );
    await hears(program, "blocked subFrame https://example.com/frame");
  });

  test("what the session lets go is fetched, and it is asked about every redirect", async () => {
    const server = createServer((request, response) => {
      const headers = { "access-control-allow-origin": "*" };
      const moved = { "/old": "/new", "/away": "https://example.com/hidden" }[request.url ?? ""];
      response.writeHead(moved === undefined ? 200 : 302, { ...headers, location: moved ?? "" });
      response.end("from outside");
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const get = (path: string): Promise<unknown> =>
      inPage(`fetch("http://127.0.0.1:${port}${path}").then((r) => r.text(), (e) => e.name)`);
    expect(await get("/old")).toBe("from outside");
    expect(await get("/away")).toBe("TypeError");
    await hears(program, "blocked xhr https://example.com/hidden");
    server.close();
  });

  test("permissions are what the program grants", async () => {
    const state = (name: string): Promise<unknown> =>
      inPage(`navigator.permissions.query({ name: "${name}" }).then((p) => p.state)`);
    expect(await state("geolocation")).toBe("denied");
    expect(await state("clipboard-write")).toBe("granted");
  });

  test("links lead nowhere by themselves; the program hears of them", async () => {
    await inPage(`void (location.href = "https://example.com/away")`);
    await hears(program, "will-navigate https://example.com/away");
    await inPage(`void (location.href = "mailto:editor@example.com")`);
    await hears(program, "will-navigate mailto:editor@example.com");
    await inPage(`void window.open("https://example.com/second")`);
    await hears(program, "window-open https://example.com/second");
    expect(program.page.url()).toMatch(/^https:\/\/host-app\.app\.localhost\//);
    await vi.waitFor(() => {
      expect(program.page.context().pages()).toHaveLength(1);
    });
    expect(await program.openedExternally()).toContain("https://example.com/second");
  });

  test("a reload brings the same page with its bridge again", async () => {
    await program.page.reload();
    expect(await inPage(`bridge.invoke("echo", 1)`)).toEqual([1]);
  });

  test("the menu's keys work unless the page takes them", async () => {
    const times = (): number => program.output().split("menu refresh").length - 1;
    await program.page.keyboard.press("Control+Shift+R");
    await hears(program, "menu refresh");
    await inPage(`addEventListener("keydown", (event) => event.preventDefault())`);
    await program.page.keyboard.press("Control+Shift+R");
    await program.page.keyboard.press("J");
    await inPage(`bridge.invoke("echo")`);
    expect(times()).toBe(1);
    expect(program.output()).not.toContain("menu key");
  });

  test("the program's theme is the page's colour scheme", async () => {
    expect(await inPage(`bridge.invoke("dark")`)).toBe(true);
    await vi.waitFor(async () => {
      expect(await inPage(`matchMedia("(prefers-color-scheme: dark)").matches`)).toBe(true);
    });
  });

  test("a second copy hands over its arguments and ends", async () => {
    const second = spawn(process.execPath, [
      ...[host, main, "--headless"],
      ...["--data-dir", program.dataFolder, "the-last-argument"],
    ]);
    let said = "";
    second.stdout.on("data", (part: Buffer) => (said += part.toString()));
    expect(await once(second, "exit")).toEqual([0, null]);
    expect(said).toContain("second copy");
    await hears(program, "second-instance the-last-argument");
  });
});

/** Whether any process still has this folder on its command line. */
async function isInUse(folder: string): Promise<boolean> {
  const list = spawn("ps", ["-A", "-ww", "-o", "args="]);
  let text = "";
  list.stdout.on("data", (part: Buffer) => (text += part.toString()));
  await once(list, "close");
  return text.includes(folder);
}

describe.skipIf(!hasBrowser || process.platform === "win32")("the end of the Chromium host", () => {
  test("a closed window ends the program in Electron's order, and nothing is left", async () => {
    const program = await start();
    await program.close();
    const words = program.output().replaceAll(/ *\n/g, ", ");
    expect(words).toContain(
      "window close, window closed, window-all-closed, before-quit, will-quit, quit, ",
    );
    expect(await isInUse(program.dataFolder)).toBe(false);
  });

  test("a program that wants to start again says so when it ends", async () => {
    const program = await start();
    // The page may be gone before it has answered.
    await program.page.evaluate(`void bridge.invoke("relaunch")`).catch(() => undefined);
    await program.endsToRestart();
    const ended = await start(program.dataFolder);
    await ended.page.close();
    await expect(ended.endsToRestart()).rejects.toThrow("did not end to start again");
  });

  test("with nothing queued a person is asked on a page", async () => {
    vi.stubEnv("BROADSHEET_HOST_ANSWERS", "on-page");
    const program = await start();
    vi.stubEnv("BROADSHEET_HOST_ANSWERS", undefined);
    const nextPage = (): Promise<Page> => program.page.context().waitForEvent("page");
    const ask = (name: string): Promise<unknown> =>
      program.page.evaluate(
        `bridge.invoke("ask", "${name}", { title: "<Where>", message: "Really?", defaultPath: "/here", buttons: ["One", "Two"] })`,
      );
    let [shown, answer] = [nextPage(), ask("showSaveDialog")];
    let page = await shown;
    await page.getByRole("heading", { name: "<Where>" }).waitFor();
    expect(await page.getByLabel("Path").inputValue()).toBe("/here");
    await page.getByLabel("Path").fill("/there/file.zip");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await answer).toEqual({ canceled: false, filePath: "/there/file.zip" });

    [shown, answer] = [nextPage(), ask("showMessageBox")];
    page = await shown;
    await page.getByRole("button", { name: "Two" }).click();
    expect(await answer).toEqual({ response: 1, checkboxChecked: false });

    [shown, answer] = [nextPage(), ask("showOpenDialog")];
    page = await shown;
    await page.getByRole("button", { name: "Cancel" }).waitFor();
    await page.close();
    expect(await answer).toEqual({ canceled: true, filePaths: [] });
    await program.close();
  });

  test("a killed program takes its browser along, and its folder serves the next at once", async () => {
    const killed = await start();
    expect(await isInUse(killed.dataFolder)).toBe(true);
    await killed.kill();
    const giveUpAt = Date.now() + 5000;
    while ((await isInUse(killed.dataFolder)) && Date.now() < giveUpAt) await wait(100);
    expect(await isInUse(killed.dataFolder)).toBe(false);

    const next = await start(killed.dataFolder);
    expect(await next.page.title()).toBe("Host app");
    await next.close();
  });

  test("a browser that dies takes the program along, with an error", async () => {
    const program = await start();
    const browser = program.page.context().browser();
    const devtools = await browser?.newBrowserCDPSession();
    await devtools?.send("Browser.crash").catch(() => undefined);
    await hears(program, "The browser has ended unexpectedly.");
    await expect(program.close()).rejects.toThrow("The program ended with 1");
  });

  test("a termination signal lets the program end its own way", async () => {
    const program = await start();
    process.kill(program.processId, "SIGTERM");
    await hears(program, "before-quit");
    await hears(program, "\nquit");
  });
});
