import { afterEach, expect, test } from "vitest";
import { splitTags } from "../../renderer/text/split-tags.ts";
import { FakeBridge } from "./fake-bridge.ts";
import { press, settle, startWindow, type, type StartedWindow } from "./start-window.ts";

let view: StartedWindow | null = null;

afterEach(() => {
  view?.stop();
  view = null;
});

test.each<[string, string[]]>([
  ["", []],
  [" , ,", []],
  ["Wine, holidays", ["Wine", "holidays"]],
  ["wine, Wine, WINE", ["wine"]],
  ["#wine, new   york", ["wine", "new york"]],
  ["東京、図書館，本", ["東京", "図書館", "本"]],
  ["أخبار، رياضة", ["أخبار", "رياضة"]],
  ["x".repeat(150), ["x".repeat(100)]],
])("tags are read from “%s”", (text, tags) => {
  expect(splitTags(text)).toEqual(tags);
});

test("tags and a note are written by keyboard, shown with the article, and listed in the sidebar", async () => {
  view = await startWindow(new FakeBridge());
  press("j");
  await settle(300);
  press("e");
  await settle(150);
  const dialog = view.one("bs-bookmark-dialog").shadowRoot;
  const field = dialog?.querySelector("input");
  const area = dialog?.querySelector("textarea");
  if (!(field instanceof HTMLInputElement) || !(area instanceof HTMLTextAreaElement))
    throw new Error("no dialog");
  type(field, "Recipes, wine");
  area.value = "For the evening.";
  dialog?.querySelector("form")?.requestSubmit();
  await settle(600);
  const own = view.one("bs-reading-pane").shadowRoot?.querySelector(".own");
  expect(own?.textContent).toContain("Recipes");
  expect(own?.textContent).toContain("For the evening.");
  expect(view.services.reading.article?.bookmarked).toBe(true);
  const item = view.one('[role="treeitem"][data-key="own-tag-Recipes"]');
  expect(item.textContent).toContain("1 bookmark");
  item.click();
  await settle(150);
  expect(view.services.timeline.query.scope).toEqual({ kind: "own-tag", tag: "Recipes" });
  expect(view.services.timeline.total).toBe(1);
});
