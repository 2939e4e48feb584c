import { afterEach, expect, test } from "vitest";
import type { ArticleBody } from "../../renderer/components/article-body.ts";
import { PlainText } from "../../renderer/components/plain-text.ts";
import { FakeBridge } from "./fake-bridge.ts";
import { press, settle, startWindow, type StartedWindow } from "./start-window.ts";

let view: StartedWindow | null = null;

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  view?.stop();
  view = null;
});

function drawn(layer: string): string[] {
  return [...(CSS.highlights.get(layer) ?? [])].map((range) =>
    // The source's own line breaks are no others than spaces.
    (range as Range).toString().replaceAll(/\s+/g, " "),
  );
}

/** A window with the first article open, and its text. */
async function reading(): Promise<{ view: StartedWindow; body: ArticleBody; bridge: FakeBridge }> {
  const bridge = new FakeBridge();
  view = await startWindow(bridge);
  press("j");
  await settle(300);
  return { view, body: view.one<ArticleBody>("bs-article-body"), bridge };
}

/** Selects a part of the text as a pointer does. */
async function select(body: ArticleBody, quote: string): Promise<void> {
  const start = body.plain.text.indexOf(quote);
  const range = body.plain.rangeOf({ start, end: start + quote.length });
  if (range === null) throw new Error("no such text");
  body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
  const { startContainer, startOffset, endContainer, endOffset } = range;
  document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  window.dispatchEvent(new PointerEvent("pointerup"));
  await settle(150);
}

function button(at: StartedWindow, host: string, label: string): HTMLElement {
  const found = [...(at.one(host).shadowRoot?.querySelectorAll("button") ?? [])].find((one) =>
    `${one.textContent} ${one.ariaLabel}`.includes(label),
  );
  if (found === undefined) throw new Error(`no button ${label}`);
  return found;
}

test("sentences are chosen and highlighted by keyboard, listed, removed, and brought back", async () => {
  const { view, body } = await reading();
  const text = body.plain.text.replaceAll(/\s+/g, " ");
  press("H", { shiftKey: true });
  await settle(150);
  const first = drawn("choosing").join("");
  expect(first).not.toBe("");
  expect(text.trimStart().startsWith(first)).toBe(true);
  expect(view.one("bs-passage-bar").shadowRoot?.querySelector("[role=status]")?.textContent).toBe(
    first,
  );
  press("ArrowDown");
  press("ArrowDown", { shiftKey: true });
  await settle(100);
  const chosen = drawn("choosing").join("");
  expect(text.indexOf(chosen)).toBeGreaterThan(0);
  press("Enter");
  await settle(400);
  expect(drawn("choosing")).toEqual([]);
  expect(drawn("kept")).toEqual([chosen]);
  expect(view.all("bs-passage-bar")).toEqual([]);
  expect(view.services.reading.article?.bookmarked).toBe(true);
  const list = view.one("bs-highlight-list").shadowRoot;
  expect(list?.querySelector(".quote")?.textContent.trim().slice(0, 20)).toBe(chosen.slice(0, 20));
  button(view, "bs-highlight-list", "Remove").click();
  await settle(400);
  expect(drawn("kept")).toEqual([]);
  press("z", { ctrlKey: true });
  await settle(400);
  expect(drawn("kept")).toEqual([chosen]);
});

test("Escape ends choosing where one was, and nothing is kept", async () => {
  const { view } = await reading();
  press("3");
  await settle(100);
  press("H", { shiftKey: true });
  await settle(150);
  press("Escape");
  await settle(100);
  expect(view.all("bs-passage-bar")).toEqual([]);
  expect(view.shell.currentPane).toBe("article");
  expect(view.services.reading.article?.bookmark ?? null).toBeNull();
});

test("what is selected is highlighted with a note, which can be changed from the text", async () => {
  const { view, body, bridge } = await reading();
  const quote = body.plain.text.slice(2, 30).trim();
  await select(body, quote);
  button(view, "bs-passage-bar", "with a note").click();
  await settle(200);
  const dialog = view.one("bs-highlight-dialog").shadowRoot;
  const area = dialog?.querySelector("textarea");
  if (!(area instanceof HTMLTextAreaElement)) throw new Error("no dialog");
  expect(bridge.timesAsked("bookmarks.putHighlight")).toBe(0);
  area.value = "Ask her about it.";
  dialog?.querySelector("form")?.requestSubmit();
  await settle(400);
  expect(drawn("noted")).toEqual([quote]);
  const paragraph = body.shadowRoot?.querySelector("p");
  paragraph?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = body.boxOf({ start: 6, end: 8 });
  const [clientX, clientY] = [(box?.left ?? 0) + 1, (box?.top ?? 0) + (box?.height ?? 0) / 2];
  paragraph?.dispatchEvent(
    new MouseEvent("click", { bubbles: true, composed: true, clientX, clientY, button: 0 }),
  );
  await settle(150);
  button(view, "bs-passage-bar", "Note").click();
  await settle(200);
  expect(area.value).toBe("Ask her about it.");
});

test("a passage that shares text with highlights becomes one with them, notes and all", async () => {
  const { view, body } = await reading();
  const { text } = body.plain;
  const first = text.trimStart().slice(0, 40);
  for (const [from, to] of [
    [0, 10],
    [20, 30],
    [5, 25],
  ] as const) {
    await select(body, first.slice(from, to));
    press("H", { shiftKey: true });
    await settle(400);
  }
  expect(view.services.reading.article?.bookmark?.highlights).toHaveLength(1);
  expect(drawn("kept").join("")).toBe(first.slice(0, 30).trim());
});

test("a highlight that is not in the text is listed, and says so", async () => {
  const { view, body } = await reading();
  await select(body, body.plain.text.slice(0, 12).trim());
  press("H", { shiftKey: true });
  await settle(400);
  const { article } = view.services.reading;
  if (article === null) throw new Error("nothing is open");
  view.services.reading.patch(article.id, { html: "<p>Another text.</p>" });
  await settle(200);
  expect(drawn("kept")).toEqual([]);
  view.one("bs-highlight-list").shadowRoot?.querySelector<HTMLElement>(".quote")?.click();
  await settle(150);
  expect(view.services.toasts.toasts.map((toast) => toast.text).join()).toContain(
    "not in the text that is shown",
  );
});

test("a refused highlight is told, and none is drawn", async () => {
  const { view, body, bridge } = await reading();
  bridge.refuse = { "bookmarks.putHighlight": "storage-failed" };
  await select(body, body.plain.text.slice(0, 12).trim());
  press("H", { shiftKey: true });
  await settle(300);
  expect(drawn("kept")).toEqual([]);
  expect(view.services.toasts.toasts).toHaveLength(1);
});

test.each<[string, string]>([
  ["<p>One</p><p>Two</p>", "One\nTwo\n"],
  ["<p>One <b>bold</b> word</p>", "One bold word\n"],
  ["<ul><li>a</li><li><p>b</p></li></ul>c", "a\nb\nc"],
  ["One<br>Two", "One\nTwo"],
  ["<table><tr><td>a</td><td>b</td></tr></table>", "a\nb\n"],
  ["", ""],
])("the plain text of %s", (markup, text) => {
  const root = new DOMParser().parseFromString(markup, "text/html").body;
  const plain = new PlainText(root);
  expect(plain.text).toBe(text);
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\n") continue;
    const range = plain.rangeOf({ start: at, end: at + 1 });
    expect(range?.toString()).toBe(text[at]);
    expect(plain.offsetOf(range?.startContainer ?? root, range?.startOffset ?? 0)).toBe(at);
  }
  expect(plain.offsetOf(root, 0)).toBe(0);
  expect(plain.offsetOf(document, 0)).toBeNull();
});
