import { afterEach, describe, expect, test } from "vitest";
import type { ArticleId, Recording, RecordingName } from "../../preload/contract/contract.ts";
import type { PlayerStore } from "../../renderer/state/player-store.ts";
import { formatTime } from "../../renderer/text/format-time.ts";
import { fakeArticle } from "./fake-articles.ts";
import { FakeBridge } from "./fake-bridge.ts";
import { settle, startWindow, type StartedWindow } from "./start-window.ts";

const now = new Date(2026, 10, 23, 12, 0).getTime();
let bridge: FakeBridge;
let view: StartedWindow | null = null;

/** The first article that a sound came with. */
function withSound(): ArticleId {
  for (let number = 1; number < 200; number++) {
    const article = fakeArticle(number, now);
    if (article.enclosures.length > 0) return article.id;
  }
  throw new Error("no article came with a sound");
}

async function open(): Promise<StartedWindow> {
  bridge = new FakeBridge({ view: { articleId: withSound() } });
  view = await startWindow(bridge);
  return view;
}

afterEach(() => {
  view?.stop();
  view = null;
});

const list = (): ShadowRoot =>
  view?.one("bs-enclosure-list").shadowRoot ?? expect.fail("nothing came with the article");
const words = (): string => list().textContent.replace(/\s+/g, " ").trim();
const button = (label: string): HTMLButtonElement =>
  [...list().querySelectorAll("button")].find((one) => one.textContent.trim() === label) ??
  expect.fail(`no button “${label}” in: ${words()}`);

async function becomes(change: Partial<Recording>): Promise<void> {
  const recording: Recording = {
    state: "none",
    file: null,
    received: 0,
    failure: null,
    nextTry: null,
    position: 0,
    duration: null,
    ...change,
  };
  bridge.emit("recordings.progressed", { articleId: withSound(), index: 0, recording });
  await settle();
}

describe("a sound that came with an article", () => {
  test("says what it is, and is asked for by a button; nothing is loaded before", async () => {
    await open();
    expect(words()).toContain("embankment.mp3");
    expect(words()).toContain("Sound · 25:31 · 18 MB");
    expect(
      document.querySelector("bs-shell")?.shadowRoot?.querySelector("audio, video"),
    ).toBeNull();
    button("Keep to listen").click();
    await settle();
    expect(bridge.asked.filter(({ name }) => name === "recordings.keep")).toMatchObject([
      { input: { articleId: withSound(), index: 0 } },
    ]);
  });

  test("says how far it is, that it is kept, and why it could not be had", async () => {
    await open();
    await becomes({ state: "waiting" });
    expect(words()).toContain("Waits for its turn");
    await becomes({ state: "fetching", received: 4_600_000 });
    expect(words()).toMatch(/Keeping: 25\s?%/);
    expect(list().querySelector("progress")?.value).toBe(4_600_000);
    await becomes({ state: "failed", failure: "storage-full", nextTry: null });
    expect(words()).toContain("Could not be kept");
    button("Try again");
    await becomes({
      state: "kept",
      file: `${"a".repeat(64)}.mp3` as RecordingName,
      received: 18_400_000,
      position: 300,
      duration: 1531,
    });
    expect(words()).toContain("Kept on this disk");
    button("Play on from 5:00");
    button("Remove").click();
    await settle();
    expect(bridge.asked.map(({ name }) => name)).toContain("recordings.remove");
  });

  test("shows the player when it is played, which stays for other articles and closes", async () => {
    const window = await open();
    await becomes({ state: "kept", file: `${"a".repeat(64)}.mp3` as RecordingName });
    button("Play").click();
    await settle();
    const player = (): ShadowRoot => window.one("bs-player").shadowRoot ?? expect.fail("no player");
    const section = (): Element | null => player().querySelector("section");
    expect(section()?.getAttribute("aria-label")).toBe("Player");
    for (const label of ["Back 15 seconds", "Forward 30 seconds", "Speed", "Volume"])
      expect(player().querySelector(`[aria-label='${label}']`), label).not.toBeNull();
    player().querySelector<HTMLButtonElement>("[aria-label='Close the player']")?.click();
    await settle();
    expect(section()).toBeNull();
  });

  test("is looked for again where it could not be played before", async () => {
    const window = await open();
    await becomes({ state: "kept", file: `${"a".repeat(64)}.mp3` as RecordingName });
    button("Play").click();
    const bar = window.one("bs-player") as unknown as { player: PlayerStore };
    // There is no such file here.
    await expect.poll(() => bar.player.hasFailed).toBe(true);
    let looks = 0;
    bar.player.media.addEventListener("loadstart", () => (looks += 1));
    await settle();
    button("Play").click();
    await expect.poll(() => looks).toBe(1);
    await expect.poll(() => bar.player.hasFailed).toBe(true);
  });
});

test("lengths are written as clocks write them", () => {
  expect([0, 9, 65, 3599, 3600, 3723.9].map(formatTime)).toEqual([
    "0:00",
    "0:09",
    "1:05",
    "59:59",
    "1:00:00",
    "1:02:03",
  ]);
});
