import { afterEach, describe, expect, test } from "vitest";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { settle, startWindow, type StartedWindow } from "./start-window.ts";

let bridge: FakeBridge;
let view: StartedWindow | null = null;

async function open(options: FakeOptions = {}): Promise<StartedWindow> {
  bridge = new FakeBridge(options);
  view = await startWindow(bridge);
  view.shell.dialogs.showSettings("data");
  await settle();
  return view;
}

afterEach(() => {
  view?.stop();
  view = null;
});

const buttons = (window: StartedWindow, label: string): HTMLButtonElement[] =>
  window
    .all<HTMLButtonElement>("button")
    .filter((one) => one.textContent.trim() === label && one.checkVisibility());

async function click(window: StartedWindow, label: string): Promise<void> {
  const [found] = buttons(window, label);
  if (found === undefined) throw new Error(`there is no button ${label}`);
  found.focus();
  found.click();
  await settle();
}

const words = (window: StartedWindow, selector: string): string =>
  (window.one(selector).shadowRoot?.textContent ?? "").replace(/\s+/g, " ");
const lastInput = (name: string): unknown =>
  bridge.asked.findLast((asked) => asked.name === name)?.input;

/** Opens the dialog that restores, and looks into a file. */
async function chooseFile(window: StartedWindow): Promise<void> {
  await click(window, "Restore…");
  await click(window, "Choose a file…");
}

describe("the library's place", () => {
  test("is said and can be opened", async () => {
    const window = await open();
    expect(words(window, "bs-data-settings")).toContain("/home/reader/.local/share/Broadsheet");
    await click(window, "Open folder");
    expect(lastInput("storage.openFolder")).toEqual({ which: "library" });
    await click(window, "Open folder of copies");
    expect(lastInput("storage.openFolder")).toEqual({ which: "backups" });
  });

  test("moving it ends with a restart; a cancelled move changes nothing", async () => {
    const cancelled = await open({ storage: { cancels: true } });
    await click(cancelled, "Move…");
    expect(bridge.timesAsked("app.restart")).toBe(0);
    expect(cancelled.all("bs-notice")).toEqual([]);
    cancelled.stop();

    const window = await open();
    await click(window, "Move…");
    expect(bridge.timesAsked("app.restart")).toBe(1);
    expect(window.one("bs-notice p").textContent).toContain("/media/disk/Broadsheet/library");
  });

  test("what is to be known of the new place is read before the restart", async () => {
    const window = await open({ storage: { moveWarning: "This folder is synchronised." } });
    await click(window, "Move…");
    expect(bridge.timesAsked("app.restart")).toBe(0);
    expect(window.one("bs-notice p").textContent).toContain("This folder is synchronised.");
    window.one<HTMLButtonElement>("bs-notice button").click();
    await settle();
    expect(bridge.timesAsked("app.restart")).toBe(1);
  });

  test("a move that fails says why; where a restart is needed then, it is offered", async () => {
    const early = await open({ refuse: { "storage.move": "not-enough-room" } });
    await click(early, "Move…");
    expect(early.one(".toast.error").textContent).toContain("not enough room");
    expect(early.all("bs-notice")).toEqual([]);
    early.stop();

    const window = await open();
    bridge.refuse = { "storage.move": "storage-failed", "sources.list": "restart-needed" };
    await click(window, "Move…");
    expect(window.one("bs-notice p").textContent).toContain("could not be moved");
    expect(window.all("bs-notice button").map((one) => one.textContent.trim())).toEqual([
      "Restart now",
    ]);
  });
});

describe("copies and export", () => {
  test("backing up and exporting say where to; cancelling says nothing", async () => {
    const window = await open();
    await click(window, "Back up…");
    expect(window.one(".toast").textContent).toContain("/home/reader/Broadsheet 2026-11-23.zip");
    await click(window, "Export titles…");
    expect(window.all(".toast").at(-1)?.textContent).toContain("/home/reader/titles.opml");
    await click(window, "Export…");
    expect(window.all(".toast").at(-1)?.textContent).toContain("/home/reader/Broadsheet export");
    window.stop();

    const cancelled = await open({ storage: { cancels: true } });
    await click(cancelled, "Back up…");
    await click(cancelled, "Export…");
    expect(cancelled.all(".toast")).toEqual([]);
  });

  test("long work shows how far it is, and only one goes on at a time", async () => {
    const window = await open();
    const before = window.one("bs-data-settings").getBoundingClientRect().height;
    void window.services.storage.during("backup", () => new Promise(() => undefined));
    await settle();
    expect(words(window, "bs-task-progress")).toContain("Backing up…");
    bridge.emit("task.progressed", { task: "backup", done: 9, total: 20, finished: false });
    await settle();
    expect(words(window, "bs-task-progress")).toContain("Backing up: 45%");
    for (const label of ["Move…", "Back up…", "Restore…", "Export…"]) {
      expect(buttons(window, label)[0]?.disabled, label).toBe(true);
    }
    expect(window.one("bs-data-settings").getBoundingClientRect().height).toBe(before);
  });

  test("the last automatic copy is said, or when the first will be", async () => {
    const window = await open();
    expect(words(window, "bs-data-settings")).toMatch(/The last one was made on .* takes 31 MB/);
    window.stop();
    const none = await open({ storage: { copies: 0 } });
    expect(words(none, "bs-data-settings")).toContain("The first one is made within a day.");
  });
});

describe("restoring", () => {
  test("merging: choose, see, decide, hear what it brought", async () => {
    const window = await open();
    await chooseFile(window);
    expect(lastInput("backup.choose")).toEqual({});
    const summary = words(window, "bs-restore-dialog");
    expect(summary).toContain("42 titles · 11 bookmarks · 31 MB");
    expect(buttons(window, "Restore")[0]?.matches(":focus"), "the focus is not lost").toBe(true);
    await click(window, "Restore");
    expect(lastInput("backup.restore")).toEqual({ token: "token-1", mode: "merge" });
    expect(words(window, "bs-restore-dialog")).toContain("3 titles were added.");
    expect(words(window, "bs-restore-dialog")).toContain("1,200 read marks were set.");
    await click(window, "Close");
    expect(window.all("dialog[open]")).toHaveLength(1);
  });

  test("replacing asks first, and can be thought over", async () => {
    const window = await open();
    await chooseFile(window);
    const [, replace] = window.all<HTMLInputElement>("input[name=mode]");
    replace?.click();
    await settle();
    await click(window, "Restore");
    expect(bridge.timesAsked("backup.restore")).toBe(0);
    expect(words(window, "bs-restore-dialog")).toContain("Replace what you have now?");
    await click(window, "Back");
    expect(window.all<HTMLInputElement>("input[name=mode]")[1]?.checked).toBe(true);
    await click(window, "Restore");
    await click(window, "Replace");
    expect(lastInput("backup.restore")).toEqual({ token: "token-1", mode: "replace" });
  });

  test("an automatic copy is looked into by its name", async () => {
    const window = await open();
    await click(window, "Restore…");
    const rows = window.all(".copies li");
    expect(rows).toHaveLength(3);
    rows[1]?.querySelector("button")?.click();
    await settle();
    expect(lastInput("backup.choose")).toEqual({ copyId: "copy-1.zip" });
  });

  test("without automatic copies it says so", async () => {
    const window = await open({ storage: { copies: 0 } });
    await click(window, "Restore…");
    expect(words(window, "bs-restore-dialog")).toContain("There are no automatic copies yet.");
  });

  test.each(["damaged-backup", "newer-backup"] as const)(
    "a backup that is refused (%s) says why, and another can be chosen",
    async (code) => {
      const window = await open({ refuse: { "backup.choose": code } });
      await chooseFile(window);
      expect(words(window, "bs-restore-dialog")).toContain("Nothing was changed");
      bridge.refuse = {};
      await click(window, "Choose a file…");
      expect(words(window, "bs-restore-dialog")).toContain("42 titles");
    },
  );

  test("what could not be taken in is listed; a restore that fails can be tried again", async () => {
    const window = await open({
      refuse: { "backup.restore": "storage-full" },
      storage: { problems: ["The bookmark of “Fog” has no text."] },
    });
    await chooseFile(window);
    await click(window, "Restore");
    expect(words(window, "bs-restore-dialog")).toContain("disk is full");
    bridge.refuse = {};
    await click(window, "Restore");
    expect(words(window, "bs-restore-dialog")).toContain("The bookmark of “Fog” has no text.");
  });
});
