import { afterEach, expect, test } from "vitest";
import { feedId, type ArticleId } from "../../preload/contract/contract.ts";
import type { KeepDialog } from "../../renderer/views/keep-dialog.ts";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { choose, press, settle, startWindow, type StartedWindow } from "./start-window.ts";

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

const notices = (window: StartedWindow): string[] =>
  window
    .all("bs-notice")
    .map((notice) =>
      `${notice.shadowRoot?.querySelector("h2")?.textContent ?? ""}: ${notice.textContent}`
        .replace(/\s+/g, " ")
        .trim(),
    );

async function dismiss(window: StartedWindow): Promise<void> {
  window.one("bs-notice").shadowRoot?.querySelector<HTMLButtonElement>(".icon-button")?.click();
  await settle();
}

test("a library in order has no notices", async () => {
  expect(notices(await start())).toEqual([]);
});

test("repairs are told, also those that come while it runs, each once", async () => {
  const window = await start({ repairs: ["The marks were taken from their last good copy."] });
  expect(notices(window)[0]).toContain("The marks were taken from their last good copy.");
  await dismiss(window);
  expect(notices(window)).toEqual([]);
  bridge.repairs.push("A day was set aside.");
  bridge.emit("repairs.changed", {});
  await settle();
  expect(notices(window)).toEqual(["About your library: A day was set aside."]);
});

test("titles that moved are told, and with which other title they are one", async () => {
  const window = await start();
  bridge.moves.push(
    {
      feedId: feedId.parse(1),
      title: "Harbour News",
      address: "https://new.example/feed",
      mergedInto: null,
    },
    {
      feedId: feedId.parse(2),
      title: "Old Gazette",
      address: "https://gazette.example/feed",
      mergedInto: "The Gazette",
    },
  );
  bridge.emit("repairs.changed", {});
  await settle();
  expect(notices(window)[0]).toContain("“Harbour News” is now at https://new.example/feed");
  expect(notices(window)[0]).toContain("at the address of “The Gazette”");
  await dismiss(window);
  expect(notices(window)).toEqual([]);
  expect(bridge.moves).toEqual([]);
});

test("a library that can only be read says so, and reading marks nothing", async () => {
  const window = await start({ storage: { readOnly: true } });
  expect(notices(window)[0]).toContain("Your library can only be read");
  press("j");
  await settle();
  expect(window.all("article")).toHaveLength(1);
  expect(bridge.timesAsked("articles.markRead")).toBe(0);
});

test("a full disk leads to the storage settings, and is told anew when it is full anew", async () => {
  const window = await start({ refresh: { storageFailure: "storage-full" } });
  expect(notices(window)[0]).toContain("The disk is full");
  window.one<HTMLButtonElement>("bs-notice button").click();
  await settle();
  expect(window.one("bs-storage-settings").checkVisibility()).toBe(true);
  window.one<HTMLDialogElement>("dialog[open]").close();
  await dismiss(window);
  expect(notices(window)).toEqual([]);
  const { refresh } = window.services.library;
  bridge.emit("refresh.progressed", { ...refresh, storageFailure: null });
  await settle();
  bridge.emit("refresh.progressed", { ...refresh, storageFailure: "storage-full" });
  await settle();
  expect(notices(window)).toHaveLength(1);
});

test("while the library is being moved the window says what cannot be done", async () => {
  const window = await start();
  void window.services.storage.during("move", () => new Promise(() => undefined));
  await settle();
  expect(notices(window)[0]).toContain("nothing can be changed");
});

test("what a publisher changed is marked in the list and dated in the article", async () => {
  const window = await start();
  const row = window.all("bs-article-row")[0]?.shadowRoot?.querySelector(".updated");
  expect(row?.textContent).toBe("Updated");
  expect(row?.getAttribute("title")).toMatch(/^Updated .*\d/);
  press("j");
  await settle();
  expect(window.one(".byline").textContent).toMatch(/Updated .*\d/);
});

test("a row keeps the place of a picture that is to come, so that its words stay", async () => {
  const window = await start();
  const number = 2;
  bridge.change(`20780-${number}` as ArticleId, { offline: "text", thumbnail: null });
  await settle();
  const words = (): DOMRect | undefined => window.all(".words")[number]?.getBoundingClientRect();
  const before = words()?.width;
  const { thumbnail } = bridge.article(0);
  bridge.change(`20780-${number}` as ArticleId, { offline: "complete", thumbnail });
  await settle();
  expect(words()?.width).toBe(before);
});

test("a title is kept by rules of its own, or as the settings say", async () => {
  const window = await start({
    settings: { retention: { days: 90, articles: null, keepUnread: true } },
  });
  const ask = async (): Promise<void> => {
    window.one('[data-key="feed-1"]').focus();
    press("ContextMenu");
    await settle();
    window
      .all<HTMLButtonElement>('[role="menuitem"]')
      .find((entry) => entry.textContent.includes("Keep articles"))
      ?.click();
    await settle();
  };
  const dialog = (): ShadowRoot => {
    const root = window.one<KeepDialog>("bs-keep-dialog").shadowRoot;
    if (root === null) throw new Error("a dialog has a shadow root");
    return root;
  };
  const choice = (index: number): HTMLInputElement | undefined =>
    dialog().querySelectorAll<HTMLInputElement>("input[type=radio]")[index];
  await ask();
  expect(choice(0)?.checked).toBe(true);
  expect(dialog().textContent).toContain("Its articles of the last 90 days. What is unread stays.");
  choice(1)?.click();
  await settle();
  const days = window
    .all("bs-limit-field")
    .map((field) => field.shadowRoot?.querySelector("select"))
    .find((select) => select?.checkVisibility() === true);
  if (!days) throw new Error("rules have a choice of days");
  choose(days, "7");
  await settle();
  expect(dialog().textContent).toContain("Its articles of the last 7 days.");
  dialog().querySelector("form")?.requestSubmit();
  await settle();
  expect(bridge.asked.findLast(({ name }) => name === "sources.setRetention")?.input).toEqual({
    feedIds: [1],
    retention: { days: 7, articles: null, keepUnread: true },
  });
  expect(window.all("dialog[open]")).toEqual([]);

  await settle(500);
  await ask();
  expect(choice(1)?.checked, "it is shown as it was set").toBe(true);
  choice(0)?.click();
  await settle();
  dialog().querySelector("form")?.requestSubmit();
  await settle();
  expect(bridge.asked.findLast(({ name }) => name === "sources.setRetention")?.input).toEqual({
    feedIds: [1],
    retention: null,
  });
});
