import { afterEach, describe, expect, test } from "vitest";
import type { LimitField } from "../../renderer/components/limit-field.ts";
import { findSettings } from "../../renderer/views/settings/settings-index.ts";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { choose, press, settle, startWindow, type, type StartedWindow } from "./start-window.ts";

let bridge: FakeBridge;
let view: StartedWindow | null = null;

/** Longer than the pause before a forecast is asked for. */
const forecastPause = 500;

async function open(
  section: "reading" | "refreshing" | "storage" | "data",
  options: FakeOptions = {},
): Promise<StartedWindow> {
  bridge = new FakeBridge(options);
  view = await startWindow(bridge);
  view.shell.dialogs.showSettings(section);
  await settle();
  return view;
}

afterEach(() => {
  view?.stop();
  view = null;
});

const isVisible = (element: HTMLElement): boolean => element.checkVisibility();
const textOf = (element: HTMLElement): string =>
  (element.shadowRoot?.textContent ?? element.textContent).replace(/\s+/g, " ").trim();
const lastInput = (name: string): unknown =>
  bridge.asked.findLast((asked) => asked.name === name)?.input;

/** A limit's choice, by the limit's place: days, articles, size. */
function limit(window: StartedWindow, index: number): LimitField {
  const field = window.all<LimitField>("bs-limit-field").filter(isVisible)[index];
  if (field === undefined) throw new Error("there is no such limit");
  return field;
}

const select = (field: LimitField): HTMLSelectElement => {
  const found = field.shadowRoot?.querySelector("select");
  if (!found) throw new Error("a limit has a choice");
  return found;
};

function button(window: StartedWindow, label: string): HTMLButtonElement {
  const found = window
    .all<HTMLButtonElement>("button")
    .find((one) => one.textContent.trim() === label && isVisible(one));
  if (found === undefined) throw new Error(`there is no button ${label}`);
  return found;
}

describe("sections and search", () => {
  test("one section is shown at a time, and the arrow keys go through them", async () => {
    const window = await open("reading");
    expect(isVisible(window.one("bs-reading-settings"))).toBe(true);
    expect(isVisible(window.one("bs-data-settings"))).toBe(false);
    window.one('nav [aria-current="true"]').focus();
    for (let step = 0; step < 4; step++) press("ArrowDown");
    await settle();
    expect(isVisible(window.one("bs-data-settings"))).toBe(true);
    expect(window.one('nav [aria-current="true"]').textContent.trim()).toBe("Your data");
  });

  test("a search shows what matches from all sections, says how much, and ends", async () => {
    const window = await open("reading");
    const field = window.one<HTMLInputElement>(".side input");
    type(field, "PICTURES FREE");
    await settle();
    expect(window.all("h3").filter(isVisible).map(textOf)).toEqual(["Storage"]);
    expect(isVisible(window.one("bs-usage-bar"))).toBe(true);
    expect(isVisible(window.one("bs-retention-fields"))).toBe(false);
    expect(window.one(".frame ~ [role=status]").textContent).toMatch(/\d settings? found/);

    type(field, "blockchain");
    await settle();
    expect(window.all("h3").filter(isVisible)).toEqual([]);
    expect(textOf(window.one(".frame bs-empty-state"))).toContain("blockchain");

    type(field, "");
    await settle();
    expect(isVisible(window.one("bs-reading-settings"))).toBe(true);
  });

  test("settings are found by what they say, whatever the case and the order of the words", () => {
    expect([...findSettings("folder library")]).toContain("folder");
    expect([...findSettings("THÈME")]).toEqual(["theme"]);
    expect([...findSettings("opml")]).toEqual(["titles", "export"]);
    expect([...findSettings("refreshing")]).toEqual(["refreshOnStart", "interval"]);
    expect(findSettings("zzz").size).toBe(0);
  });

  test("a plain setting is applied at once, and taken back when it cannot be stored", async () => {
    const window = await open("reading", { refuse: { "settings.change": "storage-full" } });
    const dark = window
      .all<HTMLInputElement>("input[type=radio]")
      .find((radio) => radio.value === "dark" && isVisible(radio));
    dark?.click();
    await settle();
    expect(window.services.settings.settings.theme).toBe("system");
    expect(window.one(".toast.error").textContent).toContain("disk is full");
  });
});

describe("storage", () => {
  test("what is in use is said by part, with the number of articles and what is free", async () => {
    const window = await open("storage");
    const words = textOf(window.one("bs-usage-bar"));
    for (const part of ["273 MB", "1.8 GB", "96 MB", "31 MB", "214 GB", "104,220 articles since"]) {
      expect(words).toContain(part);
    }
    const widths = [...(window.one("bs-usage-bar").shadowRoot?.querySelectorAll("rect") ?? [])].map(
      (part) => part.getBoundingClientRect().width,
    );
    expect(widths).toHaveLength(5);
    expect(Math.max(...widths)).toBe(widths[1]);
  });

  test("an empty library has a bar without parts; a disk that does not say is not mentioned", async () => {
    const nothing = { articles: 0, pictures: 0, bookmarks: 0, copies: 0, free: null };
    const window = await open("storage", {
      storage: { usage: { ...nothing, articleCount: 0, oldest: null } },
    });
    const words = textOf(window.one("bs-usage-bar"));
    expect(words).toContain("No articles yet");
    expect(words).not.toContain("Free");
    expect(words).not.toContain("NaN");
  });

  test("while it is not known it says so, and why when it cannot be had", async () => {
    const slow = await open("storage", { delay: 400 });
    expect(textOf(slow.one("bs-usage-bar"))).toContain("Looking how much space");
    slow.stop();
    const window = await open("storage", { refuse: { "storage.usage": "storage-failed" } });
    expect(window.one(".usage [role=alert]").textContent).toContain("check the disk");
  });

  test("other limits are forecast before they are applied, and applied only when asked", async () => {
    const window = await open("storage");
    choose(select(limit(window, 0)), "90");
    choose(select(limit(window, 0)), "30");
    await settle(forecastPause);
    expect(bridge.timesAsked("storage.forecast"), "asked once, after a pause").toBe(1);
    expect(textOf(window.one("bs-limits-forecast"))).toBe(
      "This would remove 1,204 articles, 309 MB; bookmarks stay.",
    );
    expect(bridge.timesAsked("settings.change"), "nothing was applied").toBe(0);

    button(window, "Apply").focus();
    button(window, "Apply").click();
    await settle();
    expect(lastInput("settings.change")).toEqual({
      retention: { days: 30, articles: null, keepUnread: true },
      sizeBudget: 10_000,
    });
    expect(button(window, "Remove now").matches(":focus"), "the focus is not lost").toBe(true);
  });

  test("the place of the outcome does not move when a forecast is shown", async () => {
    const window = await open("storage");
    const place = (): DOMRect => window.one(".outcome").getBoundingClientRect();
    const before = place();
    choose(select(limit(window, 0)), "30");
    await settle();
    expect(place().top).toBe(before.top);
    await settle(forecastPause);
    expect([place().top, place().height]).toEqual([before.top, before.height]);
    choose(select(limit(window, 0)), "own");
    await settle();
    expect(place().top, "also with a number of one's own").toBe(before.top);
  });

  test("limits that were not applied are forgotten by Revert, and when the dialog closes", async () => {
    const window = await open("storage");
    choose(select(limit(window, 0)), "7");
    await settle();
    button(window, "Revert").click();
    await settle();
    expect(select(limit(window, 0)).value).toBe("null");

    choose(select(limit(window, 2)), "1000");
    await settle();
    window.one<HTMLDialogElement>("dialog[open]").close();
    await settle();
    window.shell.dialogs.showSettings();
    await settle();
    expect(select(limit(window, 2)).value).toBe("10000");
    expect(bridge.timesAsked("settings.change")).toBe(0);
  });

  test("a forecast that fails says why, and the limits can still be applied", async () => {
    const window = await open("storage", { refuse: { "storage.forecast": "storage-failed" } });
    choose(select(limit(window, 0)), "30");
    await settle(forecastPause);
    expect(textOf(window.one("bs-limits-forecast"))).toContain("check the disk");
    expect(button(window, "Apply").disabled).toBe(false);
  });

  test("a number of one's own counts in its unit and stays within bounds", async () => {
    const window = await open("storage");
    choose(select(limit(window, 2)), "own");
    await settle();
    const field = limit(window, 2);
    const input = field.shadowRoot?.querySelector("input");
    if (!input) throw new Error("own numbers are typed");
    expect(input.matches(":focus")).toBe(true);
    expect(input.value).toBe("10");
    type(input, "2.5");
    await settle(forecastPause);
    expect(lastInput("storage.forecast")).toMatchObject({ sizeBudget: 2500 });
    type(input, "0");
    expect(field.value, "what does not fit is waited for").toBe(2500);
    input.dispatchEvent(new Event("change"));
    expect(field.value, "and brought to the nearest that fits").toBe(100);
    expect(input.value).toBe("0.1");
    type(input, "");
    input.dispatchEvent(new Event("change"));
    expect(input.value).toBe("0.1");
  });

  test("removing now says how much it was", async () => {
    const window = await open("storage");
    const opened = (): number => bridge.asked.filter(({ name }) => name === "timeline.open").length;
    const before = opened();
    button(window, "Remove now").click();
    await settle();
    expect(window.one(".toast").textContent).toContain(
      "1,204 articles were removed; 310 MB will be free again.",
    );
    expect(opened(), "the list is opened without them").toBe(before + 1);
  });

  test("progress of a purge is shown where it was asked for", async () => {
    const window = await open("storage");
    bridge.emit("task.progressed", { task: "purge", done: 1, total: 4, finished: false });
    await settle();
    expect(textOf(window.one("bs-task-progress"))).toContain("25%");
    expect(button(window, "Remove now").disabled).toBe(true);
    bridge.emit("task.progressed", { task: "purge", done: 4, total: 4, finished: true });
    await settle();
    expect(button(window, "Remove now").disabled).toBe(false);
  });
});
