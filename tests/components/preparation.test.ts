import { afterEach, describe, expect, test } from "vitest";
import type { FeedId, Gap, Preparation, RequestName } from "../../preload/contract/contract.ts";
import { wordGap } from "../../renderer/views/preparation/word-gap.ts";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { choose, press, settle, startWindow, type StartedWindow } from "./start-window.ts";

const now = new Date(2026, 10, 23, 12, 0).getTime();
let bridge: FakeBridge;
let view: StartedWindow | null = null;

/** Opens the window and, in it, the dialog, by its key. */
async function open(options: FakeOptions = {}): Promise<StartedWindow> {
  bridge = new FakeBridge(options);
  view = await startWindow(bridge);
  press("d");
  await settle(300);
  return view;
}

afterEach(() => {
  view?.stop();
  view = null;
});

/** All that a part of the window says, through its shadow roots. */
function textOf(node: Node): string {
  if (node instanceof HTMLStyleElement) return "";
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  const inside = node instanceof HTMLElement ? node.shadowRoot : null;
  return [...(inside ?? node).childNodes].map(textOf).join("");
}
const words = (selector: string): string =>
  textOf(view?.one(selector) ?? document.body)
    .replace(/\s+/g, " ")
    .trim();
const askedLast = (name: RequestName): unknown =>
  bridge.asked.findLast((asked) => asked.name === name)?.input;
const button = (label: string): HTMLButtonElement | undefined =>
  view?.all<HTMLButtonElement>("button").find(({ textContent }) => textContent.trim() === label);
const bar = (): string => words("bs-status-bar");

describe("before anything is fetched", () => {
  test("the forecast says what there is and how large it is", async () => {
    await open();
    expect(words(".forecast")).toContain("88 of 120 ready already");
    expect(words(".forecast")).toContain("About 1.3 MB to fetch · 80 GB free on this disk");
    expect(words("bs-preparation-choice")).toContain("12 to fetch");
  });

  test("it follows each choice, and nothing moves", async () => {
    const window = await open();
    const place = () => button("Start")?.getBoundingClientRect().top;
    const before = place();
    window.one<HTMLInputElement>("input[name=pictures]").click();
    await settle(300);
    expect(askedLast("preparation.forecast")).toMatchObject({ pages: true, pictures: false });
    expect(words(".forecast")).toContain("About 480 kB");
    choose(window.one<HTMLSelectElement>("select[name=scope]"), '{"kind":"bookmarks"}');
    await settle(300);
    expect(askedLast("preparation.forecast")).toMatchObject({ scope: { kind: "bookmarks" } });
    expect(place()).toBe(before);
  });

  test("without anything wished for it cannot begin", async () => {
    const window = await open();
    for (const name of ["pages", "pictures"])
      window.one<HTMLInputElement>(`input[name=${name}]`).click();
    await settle(300);
    expect(button("Start")?.disabled).toBe(true);
  });

  test("a disk without room is named", async () => {
    await open({ forecast: { bytes: 5e9, free: 1e9 } });
    expect(words(".forecast")).toContain("more than this disk has room for: 1 GB");
  });

  test("a metered connection is asked about, and only then used", async () => {
    const window = await open({ refresh: { metered: true } });
    button("Start")?.click();
    await settle();
    expect(bridge.timesAsked("preparation.start")).toBe(0);
    expect(words(".forecast")).toContain("This connection is metered: about 1.3 MB. Fetch anyway?");
    window.one("[data-metered]").click();
    await settle();
    expect(bridge.timesAsked("preparation.start")).toBe(1);
  });

  test("a title's menu leads here, with that title chosen", async () => {
    bridge = new FakeBridge();
    view = await startWindow(bridge);
    view.one('[data-key="feed-7"]').focus();
    press("ContextMenu");
    await settle();
    view
      .all("[role=menuitem]")
      .find(({ textContent }) => textContent.includes("Prepare for offline"))
      ?.click();
    await settle(300);
    expect(askedLast("preparation.forecast")).toMatchObject({ scope: { kind: "feed", feedId: 7 } });
  });
});

describe("while it goes on", () => {
  async function start(options: FakeOptions = {}): Promise<StartedWindow> {
    const window = await open(options);
    button("Start")?.click();
    await settle();
    return window;
  }

  test("numbers and bytes are told, in the dialog and in the status bar", async () => {
    await start();
    bridge.offline.advance(8);
    await settle();
    expect(words(".preparation")).toContain("8 of 32 fetched · 320 kB · about 960 kB to come");
    expect(words(".preparation")).toContain("95 of 120 articles ready");
    expect(bar()).toContain("Preparing: 8 of 32");
  });

  test("it is paused and goes on, also from the status bar", async () => {
    const window = await start();
    button("Pause")?.click();
    await settle();
    expect(words(".preparation")).toContain("Paused. What was fetched stays.");
    button("Go on in the background")?.click();
    await settle();
    expect(bar()).toContain("Preparing is paused");
    window.one('button[aria-label="Go on preparing"]').click();
    await settle();
    expect(bridge.timesAsked("preparation.resume")).toBe(1);
    expect(bar()).toContain("Preparing: 0 of 32");
  });

  test.each<[NonNullable<Preparation["waitsFor"]>, string]>([
    ["network", "Waits for a network"],
    ["unmetered", "not metered"],
    ["hosts", "publishers’ servers"],
    ["retry", "tried again soon"],
    ["room", "the disk is full"],
  ])("what it waits for is said: %s", async (waitsFor, sentence) => {
    await start();
    bridge.offline.waitFor(waitsFor);
    await settle();
    expect(words(".preparation")).toContain(sentence);
    expect(bar()).toContain("Preparing waits");
  });

  test("it can be stopped, and something else be chosen", async () => {
    await start();
    button("Stop")?.click();
    await settle(300);
    expect(bridge.timesAsked("preparation.cancel")).toBe(1);
    expect(words("bs-preparation-choice")).toContain("What to prepare");
  });

  test("one from before the restart is shown at once", async () => {
    bridge = new FakeBridge({ preparation: underWay });
    view = await startWindow(bridge);
    await view.services.preparation.load();
    await settle();
    expect(bar()).toContain("Preparing: 3 of 10");
  });

  test("begin and end are said to screen readers, steps are not", async () => {
    const window = await start();
    const { preparation } = window.services;
    expect(preparation.announcement).toBe("Preparing for offline has begun.");
    bridge.offline.advance(3);
    expect(preparation.announcement).toBe("Preparing for offline has begun.");
    bridge.offline.advance(100);
    expect(preparation.announcement).toBe("Preparing is finished: 119 of 120 ready.");
  });
});

describe("when it is done", () => {
  async function finish(): Promise<StartedWindow> {
    const window = await open();
    button("Start")?.click();
    await settle();
    bridge.offline.advance(100);
    await settle();
    return window;
  }

  test("it says how much is ready, and what is missing", async () => {
    await finish();
    expect(words("bs-preparation-result")).toContain("119 of 120 ready");
    expect(words("bs-preparation-result")).toContain("each says why");
    expect(view?.all("li .name").length).toBeGreaterThan(0);
  });

  test("a click on what is missing opens it", async () => {
    const window = await finish();
    const [first] = window.all<HTMLButtonElement>("li button");
    const headline = first?.querySelector(".name")?.textContent ?? "";
    first?.click();
    await settle(200);
    expect(window.all("dialog[open]")).toHaveLength(0);
    expect(window.services.reading.article?.headline).toBe(headline);
  });

  test("done takes it off the window", async () => {
    const window = await finish();
    button("Done")?.click();
    await settle();
    expect(window.services.preparation.preparation).toBeNull();
    expect(window.all("dialog[open]")).toHaveLength(0);
  });
});

describe("everywhere else", () => {
  test("the open list says how much of it is ready, and leads here with its scope", async () => {
    bridge = new FakeBridge({ articles: 20 });
    view = await startWindow(bridge);
    const ready = view.one("bs-article-list").shadowRoot?.querySelector<HTMLElement>(".ready");
    expect(ready?.textContent.trim()).toBe("14 of 20 ready offline");
    bridge.change(bridge.article(7).id, { offline: "complete" });
    await settle(1200);
    expect(ready?.textContent.trim()).toBe("15 of 20 ready offline");
    ready?.click();
    await settle(300);
    expect(view.all("bs-preparation-choice")).toHaveLength(1);
  });

  test("a row's mark says why something is missing, once somebody points at it", async () => {
    bridge = new FakeBridge({ articles: 20 });
    view = await startWindow(bridge);
    const [mark] = view.all('.marks span[title="Headline only"]');
    mark?.dispatchEvent(new PointerEvent("pointerenter"));
    await settle();
    expect(mark?.title).toBe("Headline only: the title’s feed gives no text.");
  });

  test("on a metered connection the status bar says what that means", async () => {
    bridge = new FakeBridge({ refresh: { metered: true } });
    view = await startWindow(bridge);
    expect(bar()).toContain("Metered connection: texts only");
  });

  test("while it waits for another connection, the reader can let it cost", async () => {
    const window = await open({
      preparation: { ...underWay, state: "waiting", waitsFor: "unmetered" },
      settings: { connection: "metered" },
    });
    await window.services.preparation.load();
    await settle(300);
    button("Fetch anyway")?.click();
    await settle();
    expect(askedLast("preparation.resume")).toEqual({ evenMetered: true });
  });

  test("what is fetched on which connection is set in the settings", async () => {
    bridge = new FakeBridge();
    view = await startWindow(bridge);
    view.shell.dialogs.showSettings("offline");
    await settle();
    const radios = view.all<HTMLInputElement>('input[type=radio][value="nothing"]');
    radios[0]?.click();
    await settle();
    expect(askedLast("settings.change")).toEqual({ onMetered: "nothing" });
  });

  test("the manager of titles says how well a title's pages go, and why not", async () => {
    const pages = {
      stored: 48,
      better: 48,
      excerpts: 0,
      waiting: 0,
      failed: 0,
      refused: 2,
      commonReason: "login",
      stoppedUntil: null,
    } as const;
    bridge = new FakeBridge({ records: { 0: { pages } } });
    view = await startWindow(bridge);
    view.shell.dialogs.showTitles(1 as FeedId);
    await settle(300);
    expect(words("bs-title-details")).toContain(
      "Full texts: 48 of 50. 2 could not be had, mostly because the publisher shows it only to those who are signed in.",
    );
    expect(words("bs-data-grid")).toContain("48 of 50");
  });
});

describe("what is said of a gap", () => {
  const gap = {
    offline: "failed",
    page: null,
    picturesWaiting: 0,
    picturesFailed: 0,
    pictureFailure: null,
  } as unknown as Gap;

  test("pages and pictures with their reasons, and when they are tried again", () => {
    const page = {
      state: "failed",
      reason: "timed-out",
      nextTry: now + 3_600_000,
      isExcerpt: false,
    } as unknown as Gap["page"];
    const said = wordGap({ ...gap, page, picturesFailed: 2, pictureFailure: "too-large" }, now);
    expect(said.replace(/1:00\sPM/, "13:00")).toBe(
      "Its page could not be read: the server took too long to answer. Next try 13:00. 2 pictures could not be had: it is larger than Broadsheet takes.",
    );
  });

  test("a feed without texts", () => {
    expect(wordGap({ ...gap, offline: "headline" }, now)).toContain(
      "the title’s feed gives no text",
    );
  });
});

const underWay: Preparation = {
  wishes: { scope: { kind: "all" }, pages: true, pictures: true, recordings: false },
  state: "running",
  waitsFor: null,
  done: 3,
  total: 10,
  bytes: 120_000,
  bytesLeft: 280_000,
  ready: 100,
  articles: 120,
  incomplete: 1,
  startedAt: now,
  finishedAt: null,
};
