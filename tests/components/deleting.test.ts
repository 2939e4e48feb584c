import { afterEach, describe, expect, test } from "vitest";
import type { ArticleId } from "../../preload/contract/contract.ts";
import { HiddenRows } from "../../renderer/state/hidden-rows.ts";
import type { VirtualList } from "../../renderer/components/virtual-list.ts";
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

const id = (number: number): ArticleId => `20780-${number}` as ArticleId;
const headline = (window: StartedWindow): string =>
  window.all("article h1")[0]?.textContent.trim() ?? "";
const rowAt = (window: StartedWindow, index: number): string | undefined =>
  window.services.timeline.row(index)?.headline;
const scroller = (window: StartedWindow): HTMLElement => window.one('[role="listbox"]');
const lastToast = (window: StartedWindow): string => window.all(".toast").at(-1)?.textContent ?? "";

/** Opens an article with a click on its row. */
async function openRow(window: StartedWindow, index: number): Promise<void> {
  window.one(`#row-${index}`).click();
  await settle();
}

describe("deleting an article", () => {
  test("takes it out of the list and goes on to the next, at the same place", async () => {
    const window = await start();
    window.one<VirtualList>("bs-virtual-list").scrollToRow(40, "top");
    await settle();
    await openRow(window, 42);
    const place = scroller(window).scrollTop;
    press("Delete");
    await settle();
    expect(bridge.asked.find(({ name }) => name === "articles.delete")?.input).toEqual({
      articleIds: [id(42)],
    });
    expect(window.services.timeline.total).toBe(119);
    expect(window.services.timeline.selected).toBe(42);
    await expect.poll(() => headline(window)).toBe(bridge.article(43).headline);
    expect(scroller(window).scrollTop).toBe(place);
    expect(rowAt(window, 41)).toBe(bridge.article(41).headline);
    expect(rowAt(window, 42)).toBe(bridge.article(43).headline);
  });

  test("several in a row, up to the last of the list and the last of all", async () => {
    const window = await start({ articles: 3 });
    await openRow(window, 1);
    press("Delete");
    await settle();
    await expect.poll(() => headline(window)).toBe(bridge.article(2).headline);
    press("Delete");
    await settle();
    await expect
      .poll(() => headline(window), { message: "after the last one comes the one before" })
      .toBe(bridge.article(0).headline);
    press("Delete");
    await settle();
    expect(window.services.timeline.total).toBe(0);
    expect(window.all("article")).toHaveLength(0);
    expect(window.all("bs-empty-list")).toHaveLength(1);
  });

  test("undo brings it back to where it stood, one after the other", async () => {
    const window = await start();
    await openRow(window, 4);
    press("Delete");
    await settle();
    press("Delete");
    await settle();
    expect(window.services.timeline.total).toBe(118);
    press("z", { ctrlKey: true });
    press("z", { ctrlKey: true });
    await settle(200);
    expect(window.services.timeline.total).toBe(120);
    expect(rowAt(window, 4)).toBe(bridge.article(4).headline);
    expect(rowAt(window, 5)).toBe(bridge.article(5).headline);
    expect(lastToast(window)).toContain(`“${bridge.article(4).headline}” is back.`);
    expect(window.services.timeline.selected, "what was selected stays so").toBe(6);
  });

  test("of a bookmarked one says that the bookmark stays", async () => {
    const window = await start();
    await openRow(window, 5);
    press("Delete");
    await settle();
    expect(lastToast(window)).toContain("Its bookmark stays.");
  });

  test("that cannot be stored puts the row back and says why", async () => {
    const window = await start({ refuse: { "articles.delete": "read-only" } });
    await openRow(window, 2);
    press("Delete");
    await settle();
    expect(window.services.timeline.total).toBe(120);
    expect(rowAt(window, 2)).toBe(bridge.article(2).headline);
    await expect.poll(() => headline(window)).toBe(bridge.article(2).headline);
    expect(lastToast(window)).toContain("can only be read");
  });

  test("by the row's menu leaves the open article alone", async () => {
    const window = await start();
    await openRow(window, 4);
    const { left, top } = window.one("#row-1").getBoundingClientRect();
    window.one("#row-1").dispatchEvent(
      new MouseEvent("contextmenu", {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: left + 20,
        clientY: top + 20,
      }),
    );
    await settle();
    const entries = window.all<HTMLButtonElement>('[role="menuitem"]');
    expect(entries.map((entry) => entry.textContent.trim())).toEqual([
      "Mark as read",
      "Bookmark",
      "Open the original in the browser",
      "Fetch its full text again",
      "The text is wrong…",
      "Delete article",
    ]);
    entries.at(-1)?.click();
    await settle();
    await expect.poll(() => headline(window)).toBe(bridge.article(4).headline);
    expect(window.services.timeline.selected).toBe(3);
    expect(rowAt(window, 1)).toBe(bridge.article(2).headline);
  });

  test("the menu key and the toolbar open the same menu", async () => {
    const window = await start();
    await openRow(window, 0);
    scroller(window).focus();
    press("F10", { shiftKey: true });
    await settle();
    expect(window.all('[role="menuitem"]')).toHaveLength(6);
    press("Escape");
    window
      .all('[role="menu"]')
      .find((menu) => menu.matches(":popover-open"))
      ?.hidePopover();
    await settle();
    window.one<HTMLButtonElement>('[aria-haspopup="menu"]').click();
    await settle();
    const open = window.all('[role="menu"]').filter((menu) => menu.matches(":popover-open"));
    expect(open).toHaveLength(1);
    expect(open[0]?.textContent).toContain("Delete article");
  });

  test("Delete in the sidebar deletes nothing", async () => {
    const window = await start();
    await openRow(window, 0);
    window.one('[data-key="feed-1"]').focus();
    press("Delete");
    await settle();
    expect(bridge.timesAsked("articles.delete")).toBe(0);
  });

  test("among bookmarks it is the bookmark that goes", async () => {
    const window = await start();
    window.one('[data-key="bookmarks"]').click();
    await settle();
    await openRow(window, 0);
    press("Delete");
    await settle();
    expect(bridge.timesAsked("articles.delete")).toBe(0);
    expect(bridge.article(5).bookmarked).toBe(false);
    press("z", { ctrlKey: true });
    await settle();
    expect(bridge.article(5).bookmarked).toBe(true);
  });

  test("the next unread one is found beyond what was deleted", async () => {
    const window = await start();
    await openRow(window, 1);
    press("Delete");
    await settle();
    // Rows are now 0 2 3 4 …, of which 3 is read and 2 has just been opened.
    press("n");
    await settle();
    await expect.poll(() => headline(window)).toBe(bridge.article(4).headline);
    expect(window.services.timeline.selected).toBe(3);
  });
});

describe("undo", () => {
  test("takes back the newest act of an earlier start, and says what came back", async () => {
    const window = await start({
      earlierActs: [
        { undoId: "earlier-2", kind: "mark-read", count: 14, name: null },
        { undoId: "earlier-1", kind: "remove-folder", count: 3, name: "Weekend" },
      ],
    });
    press("z", { ctrlKey: true });
    await settle();
    expect(lastToast(window)).toContain("14 articles are unread again.");
    press("z", { ctrlKey: true });
    await settle();
    expect(lastToast(window)).toContain("The folder “Weekend” is back.");
    press("z", { ctrlKey: true });
    await settle();
    expect(lastToast(window)).toContain("There is nothing to undo.");
  });

  test("pressed twice at once takes back two acts", async () => {
    const window = await start({
      delay: 20,
      earlierActs: [
        { undoId: "two", kind: "unfollow", count: 1, name: "The Meridian" },
        { undoId: "one", kind: "delete-articles", count: 3, name: null },
      ],
    });
    press("z", { ctrlKey: true });
    press("z", { ctrlKey: true });
    await settle(400);
    const performed = bridge.asked.filter(({ name }) => name === "undo.perform");
    expect(performed.map(({ input }) => input)).toEqual([{ undoId: "two" }, { undoId: "one" }]);
    expect(window.all(".toast.error")).toEqual([]);
  });
});

describe("hidden rows", () => {
  const all = Array.from({ length: 12 }, (_, index) => index);

  test.each([
    { hidden: [] },
    { hidden: [0] },
    { hidden: [11] },
    { hidden: [3, 4, 5] },
    { hidden: [9, 0, 4, 2] },
    { hidden: all },
  ])("$hidden leave the rest in order, there and back", ({ hidden }) => {
    const rows = new HiddenRows();
    for (const index of hidden) rows.hide(id(index), index);
    const rest = all.filter((index) => !hidden.includes(index));
    expect(rest.map((_, shown) => rows.frozenAt(shown))).toEqual(rest);
    expect(rest.map((frozen) => rows.shownAt(frozen))).toEqual(rest.map((_, shown) => shown));
    for (const index of hidden) expect(rows.shownAt(index)).toBeNull();
    const days = rows.countDays([
      { day: "2026-11-23", count: 4 },
      { day: "2026-11-22", count: 8 },
    ]);
    const counts = [
      rest.filter((index) => index < 4).length,
      rest.filter((index) => index >= 4).length,
    ];
    expect(days.map(({ count }) => count)).toEqual(counts.filter((count) => count > 0));
    const [first] = hidden;
    if (first === undefined) return;
    const place = rows.show(id(first));
    expect(place).toBe(rest.filter((index) => index < first).length);
    expect(rows.count).toBe(hidden.length - 1);
  });
});
