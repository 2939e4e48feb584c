import { afterEach, describe, expect, test } from "vitest";
import type { ArticleId } from "../../preload/contract/contract.ts";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { press, settle, startWindow, type StartedWindow } from "./start-window.ts";

let bridge: FakeBridge;
let view: StartedWindow | null = null;

async function start(options: FakeOptions = {}): Promise<StartedWindow> {
  bridge = new FakeBridge(options);
  view = await startWindow(bridge);
  return view;
}

afterEach(() => {
  view?.stop();
  view = null;
});

const closeDialog = async (window: StartedWindow): Promise<void> => {
  window.one<HTMLDialogElement>("dialog[open]").close();
  await settle();
};

describe("messages and dialogs", () => {
  test("a message over a dialog can be used, and outlives it", async () => {
    const window = await start();
    await window.services.actions.markListRead();
    press("a");
    await settle();
    const dialog = window.one<HTMLDialogElement>("dialog[open]");
    expect(window.all(".toast"), "one message, once").toHaveLength(1);
    const toast = window.one(".toast");
    const host = (toast.getRootNode() as ShadowRoot).host;
    expect(dialog.contains(host), "outside a modal dialog nothing can be used").toBe(true);

    await closeDialog(window);
    expect(window.all(".toast")).toHaveLength(1);
    window.one<HTMLButtonElement>(".toast .undo").click();
    await settle();
    expect(bridge.timesAsked("undo.perform")).toBe(1);
  });

  test("an error that happens behind a dialog is shown in it", async () => {
    const window = await start({ refuse: { "settings.change": "storage-full" } });
    press(",", { ctrlKey: true });
    await settle();
    await window.services.actions.changeSettings({ theme: "dark" });
    await settle();
    const toast = window.one(".toast.error");
    expect(toast.textContent).toContain("disk is full");
    expect(window.one("dialog[open] bs-toasts").shadowRoot?.contains(toast)).toBe(true);
  });

  test("About says version, folder, licences and whom the program contacts", async () => {
    const window = await start();
    bridge.emit("command.chosen", { command: "about" });
    await settle();
    expect(window.all("dialog[open]")).toHaveLength(1);
    const { info } = window.services.settings;
    const text = window.one("bs-about-dialog").shadowRoot?.textContent ?? "";
    for (const part of [info?.version, info?.dataFolder, "Newsreader", "Inter", "Lucide"]) {
      expect(text).toContain(part ?? "nothing is known");
    }
    expect(text).toContain("nobody else");
  });

  test("the keys fit into the dialog at any width: nothing lies beside it", async () => {
    bridge = new FakeBridge({});
    view = await startWindow(bridge, 600);
    press("?", { shiftKey: true });
    await settle();
    const scroller = view.one(".scrolls:has(kbd)");
    expect(scroller.scrollWidth).toBeLessThanOrEqual(scroller.clientWidth);
    expect(scroller.scrollHeight).toBeGreaterThan(scroller.clientHeight);
  });
});

describe("undo", () => {
  test("the menu's undo takes back typing while a field has the focus", async () => {
    const window = await start();
    await window.services.actions.markListRead();
    press("a");
    await settle(200);
    const field = window.one<HTMLInputElement>("#address");
    field.focus();
    // As typing does, this goes into the field's own history.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand("insertText", false, "example.org");
    expect(field.value).toBe("example.org");
    bridge.emit("command.chosen", { command: "undo" });
    await settle();
    expect(field.value).toBe("");
    expect(bridge.timesAsked("undo.perform")).toBe(0);

    await closeDialog(window);
    bridge.emit("command.chosen", { command: "undo" });
    await settle();
    expect(bridge.timesAsked("undo.perform")).toBe(1);
  });

  test("undo pressed before the reply undoes the act that is on its way", async () => {
    const window = await start({ delay: 40 });
    const { actions } = window.services;
    const id = "20780-0" as ArticleId;
    await actions.setBookmark(id, true);
    await actions.markListRead();
    const removing = actions.setBookmark(id, false);
    const undoing = actions.undo();
    await Promise.all([removing, undoing]);
    expect(bridge.article(0).bookmarked, "the bookmark is back").toBe(true);
    expect(bridge.article(1).read, "what was marked before stays marked").toBe(true);
  });
});

describe("lists without articles", () => {
  test("with nothing followed, the way to titles is offered", async () => {
    const window = await start({ empty: true });
    window.one("bs-welcome").dispatchEvent(new Event("bs-skip"));
    await settle();
    const action = window.one<HTMLButtonElement>("bs-empty-state > button");
    expect(action.textContent.trim()).toBe("Add titles");
    action.click();
    await settle();
    expect(window.all("dialog[open]")).toHaveLength(1);
  });

  test("a failing title says above its articles why nothing comes, and can be tried again", async () => {
    const window = await start();
    window.one('[data-key="feed-7"]').click();
    await settle();
    const notice = window.one("bs-failure-notice");
    expect(notice.shadowRoot?.textContent).toContain("status 503");
    notice.shadowRoot?.querySelector("button")?.click();
    await settle();
    expect(bridge.asked.findLast(({ name }) => name === "refresh.start")?.input).toEqual({
      scope: { kind: "feed", feedId: 7 },
    });
  });
});

describe("focus", () => {
  test("comes back to the button when the text settings close", async () => {
    const window = await start();
    const button = window.one<HTMLButtonElement>("[popovertarget]");
    button.focus();
    button.click();
    await settle();
    window.one<HTMLButtonElement>(".larger").focus();
    window.one("bs-text-settings").hidePopover();
    await settle();
    expect(button.matches(":focus")).toBe(true);
  });

  test("moves on from a list without rows to the rows that come", async () => {
    const window = await start({ articles: 0 });
    press("2");
    await settle();
    expect(window.one("h1").matches(":focus")).toBe(true);
    bridge.arrive(5);
    await settle(1200);
    expect(window.one('[role="listbox"]').matches(":focus")).toBe(true);
  });
});
