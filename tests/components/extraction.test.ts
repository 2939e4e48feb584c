import { afterEach, expect, test } from "vitest";
import { neighbour, numberOf } from "../../renderer/views/extraction/page-outline.ts";
import { pageSanitizer } from "../../renderer/views/extraction/page-sanitizer.ts";
import { ExtractionWishEvent } from "../../renderer/app/extraction-wish-event.ts";
import { TitleWishEvent } from "../../renderer/app/title-wish-event.ts";
import type { ArticleId } from "../../preload/contract/contract.ts";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { press, settle, startWindow, type StartedWindow } from "./start-window.ts";

let view: StartedWindow | null = null;
let bridge: FakeBridge;

afterEach(() => {
  view?.stop();
  view = null;
});

const articleId = "20780-1" as ArticleId;

async function showPage(options: FakeOptions = {}): Promise<StartedWindow> {
  bridge = new FakeBridge(options);
  view = await startWindow(bridge);
  const [feed] = view.services.library.sources?.feeds ?? [];
  if (feed === undefined) throw new Error("no title is followed");
  view.shell.dispatchEvent(new ExtractionWishEvent(feed, articleId));
  await settle(400);
  return view;
}

const wordsOf = (window: StartedWindow): string => window.one(".preview").textContent;
const article = (window: StartedWindow): string =>
  window.all("bs-extraction-dialog .text, .preview bs-article-body")[0]?.shadowRoot?.textContent ??
  "";
const chosen = (window: StartedWindow): number[] => window.all("[data-chosen]").map(numberOf);
const use = (window: StartedWindow): HTMLButtonElement =>
  window.one<HTMLButtonElement>("bs-extraction-dialog .foot .primary, .foot .primary");

test("shows the page with the block of today, and the article beside it", async () => {
  const window = await showPage();
  expect(bridge.asked).toContainEqual({ name: "extraction.open", input: { articleId } });
  expect(chosen(window)).toEqual([1]);
  expect(article(window)).toContain("the trams are late");
  expect(use(window).disabled).toBe(false);
});

test("a click chooses the innermost block, which is kept for the title", async () => {
  const window = await showPage();
  window.one("[data-block='3'] p").click();
  await settle(400);
  expect(chosen(window)).toEqual([3]);
  expect(article(window)).toContain("The lighthouse was opened");
  use(window).click();
  await settle(100);
  expect(bridge.asked).toContainEqual({
    name: "extraction.choose",
    input: { token: "page-1", block: 3 },
  });
  expect(window.all("[data-block]")).toEqual([]);
  expect(window.one("bs-toasts").shadowRoot?.textContent).toContain("12 articles");
});

test("arrow keys widen, narrow and go to neighbours; Enter keeps", async () => {
  const window = await showPage();
  const steps = [
    ["ArrowRight", 2],
    ["ArrowDown", 3],
    ["ArrowRight", 4],
    ["ArrowRight", 4],
    ["ArrowLeft", 3],
    ["ArrowUp", 2],
    ["ArrowUp", 0],
    ["ArrowUp", 0],
  ] as const;
  for (const [key, block] of steps) {
    press(key);
    await settle(20);
    expect(chosen(window), key).toEqual([block]);
  }
  await settle(300);
  press("Enter");
  await settle(100);
  expect(bridge.timesAsked("extraction.choose")).toBe(1);
});

test("a block that holds no article cannot be kept, and says why", async () => {
  const window = await showPage();
  window.one("[data-block='4']").click();
  await settle(400);
  expect(wordsOf(window)).toContain("no article was found");
  expect(use(window).disabled).toBe(true);
  press("Enter");
  await settle(100);
  expect(bridge.timesAsked("extraction.choose")).toBe(0);
});

test("the larger blocks can be chosen from a list", async () => {
  const window = await showPage();
  window
    .one("bs-extraction-dialog bs-segmented, .top bs-segmented")
    .shadowRoot?.querySelectorAll<HTMLInputElement>("input")[1]
    ?.click();
  await settle(100);
  const labels = window.all(".list label");
  expect(labels.map((label) => label.textContent.trim())).toEqual([
    expect.stringMatching(/^\d+ words: Home World/),
    expect.stringMatching(/^\d+ words: Letters/),
    expect.stringMatching(/^\d+ words: The lighthouse is open/),
    expect.stringMatching(/^\d+ words: The lighthouse was opened/),
  ]);
  labels.at(-1)?.querySelector("input")?.click();
  await settle(400);
  expect(article(window)).toContain("The lighthouse was opened");
});

test("says why a page cannot be had, and tries again", async () => {
  const window = await showPage({ refuse: { "extraction.open": "unreachable" } });
  const dialog = window.one("bs-extraction-dialog").shadowRoot;
  expect(dialog?.textContent).toContain("could not be reached");
  bridge.refuse = {};
  dialog?.querySelector<HTMLButtonElement>(".state button")?.click();
  await settle(400);
  expect(chosen(window)).toEqual([1]);
});

test("a title that was shown its block can be let go of it", async () => {
  const window = await showPage();
  press("Escape");
  const [feed] = window.services.library.sources?.feeds ?? [];
  if (feed === undefined) throw new Error("no title is followed");
  window.shell.dispatchEvent(new TitleWishEvent("reset-extraction", feed));
  await settle(100);
  expect(bridge.asked).toContainEqual({ name: "extraction.reset", input: { feedId: feed.id } });
});

test("the engine's cleaner lets nothing run, load or take the focus", () => {
  const page = document.createElement("div");
  page.setHTML(
    `<div data-block="1" onclick="alert(1)" style="color:red" class="x" tabindex="0"><script>alert(1)</script>
     <a href="https://evil.example">go</a><img src="https://evil.example/p.gif"><iframe></iframe>
     <form><input autofocus></form><span data-picture=""></span></div>`,
    { sanitizer: pageSanitizer },
  );
  expect([...page.querySelectorAll("*")].map(({ localName }) => localName)).toEqual([
    "div",
    "span",
  ]);
  expect([...(page.firstElementChild?.attributes ?? [])].map(({ name }) => name)).toEqual([
    "data-block",
  ]);
});

test("a block without a neighbour leads nowhere else", () => {
  const page = document.createElement("div");
  page.setHTML(`<div data-block="0"><p>One</p></div>`, { sanitizer: pageSanitizer });
  const only = page.querySelector("[data-block]");
  if (only === null) throw new Error("no block");
  for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"])
    expect(neighbour(page, only, key)).toBe(only);
});
