import { afterEach, expect, test } from "vitest";
import { FakeBridge } from "./fake-bridge.ts";
import { choose, settle, startWindow, type StartedWindow } from "./start-window.ts";

let view: StartedWindow | null = null;

afterEach(() => {
  view?.stop();
  view = null;
});

/** The dialog of a window whose first article has the tag “Wine”. */
async function dialogOf(bridge: FakeBridge): Promise<ShadowRoot> {
  view = await startWindow(bridge);
  await view.services.ownTags.write(bridge.article(1).id, ["Wine"], "");
  await view.services.ownTags.load();
  bridge.emit("command.chosen", { command: "export-bookmarks" });
  await settle(150);
  const { shadowRoot } = view.one("bs-export-bookmarks-dialog");
  if (shadowRoot === null) throw new Error("no dialog");
  return shadowRoot;
}

const inputs = (bridge: FakeBridge): unknown[] =>
  bridge.asked.flatMap(({ name, input }) => (name === "export.bookmarks" ? [input] : []));

test("bookmarks are exported in the chosen format, all or those of a tag", async () => {
  const bridge = new FakeBridge();
  const dialog = await dialogOf(bridge);
  const formats = [...dialog.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  expect(formats).toHaveLength(5);
  expect(formats[0]?.matches(":focus")).toBe(true);
  formats[2]?.click();
  const which = dialog.querySelector("select");
  if (which === null) throw new Error("no choice");
  choose(which, "Wine");
  await settle();
  dialog.querySelector("form")?.requestSubmit();
  await settle(300);
  expect(inputs(bridge)).toEqual([{ format: "epub", which: { kind: "own-tag", tag: "Wine" } }]);
  const told = view?.services.toasts.toasts.map(({ text }) => text).join("\n") ?? "";
  expect(told).toContain("12 bookmarks were written to /home/reader");
  expect(told).toContain("1 bookmark could not be taken along");
  expect(dialog.querySelector("bs-dialog")?.isOpen).toBe(false);
});

test("what fails is told, and can be tried again", async () => {
  const bridge = new FakeBridge({ refuse: { "export.bookmarks": "storage-full" } });
  const dialog = await dialogOf(bridge);
  dialog.querySelector("form")?.requestSubmit();
  await settle(200);
  expect(dialog.querySelector("bs-dialog")?.isOpen).toBe(true);
  bridge.refuse = {};
  dialog.querySelector("form")?.requestSubmit();
  await settle(200);
  expect(inputs(bridge)).toHaveLength(2);
  expect(dialog.querySelector("bs-dialog")?.isOpen).toBe(false);
});

test("the menu of a tag exports its bookmarks", async () => {
  const bridge = new FakeBridge();
  const dialog = await dialogOf(bridge);
  dialog.querySelector("bs-dialog")?.close();
  view
    ?.one('[role="treeitem"][data-key="own-tag-Wine"]')
    .dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, clientX: 60, clientY: 200 }));
  await settle(150);
  const entry = view?.all("[role^=menuitem]").find((one) => one.textContent.includes("Export…"));
  entry?.click();
  await settle(300);
  expect(dialog.querySelector("bs-dialog")?.isOpen).toBe(true);
  expect(dialog.querySelector("select")?.value).toBe("Wine");
});
