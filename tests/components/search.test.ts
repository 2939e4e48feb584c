import { afterEach, describe, expect, test } from "vitest";
import { findWords } from "../../renderer/text/find-words.ts";
import { wordQuery } from "../../renderer/views/search/word-query.ts";
import { FakeBridge } from "./fake-bridge.ts";
import { press, settle, startWindow, type, type StartedWindow } from "./start-window.ts";

let view: StartedWindow | null = null;

afterEach(() => {
  view?.stop();
  view = null;
});

const found = (text: string, ...terms: string[]): string[] =>
  findWords(
    text,
    terms.map((term) => ({ text: term.replace("*", ""), isPrefix: term.endsWith("*") })),
  ).map(({ start, end }) => text.slice(start, end));

describe("words are found in a text as the index finds them", () => {
  test.each<[string, string[], string[]]>([
    ["The Café opens. A cafeteria too.", ["cafe"], ["Café"]],
    ["The Café opens. A cafeteria too.", ["cafe*"], ["Café", "cafeteria"]],
    ["Straße und STRASSE", ["strasse"], ["Straße", "STRASSE"]],
    ["the harbour wall, the harbour-wall", ["harbour wall"], ["harbour wall", "harbour-wall"]],
    ["東京の図書館が新しくなった", ["図書館"], ["図書館"]],
    ["Новости и НОВОСТЬ", ["новости"], ["Новости"]],
    ["قال الوزير إن", ["الوزير"], ["الوزير"]],
    ["قال الوزير إن", ["وزير"], ["الوزير"]],
    ["والوزير قال", ["الوزير"], ["والوزير"]],
    ["Kaminski’s battery", ["kaminski"], ["Kaminski"]],
    ["L’école", ["ecole"], ["école"]],
    ["Istanbul, İstanbul", ["istanbul"], ["Istanbul", "İstanbul"]],
    ["e\u0301te\u0301 again", ["ete"], ["e\u0301te\u0301"]],
    ["war, warning", ["war"], ["war"]],
    ["a.b*c (d)", ["b*"], ["b"]],
    ["nothing", ["***"], []],
    ["", ["word"], []],
  ])("%s: %j", (text, terms, stretches) => {
    expect(found(text, ...terms)).toEqual(stretches);
  });

  test("stretches do not overlap", () => {
    expect(found("harbour wall", "harbour", "harbour wall", "wall")).toEqual(["harbour wall"]);
  });
});

test("how a query was understood is said in words", () => {
  expect(
    wordQuery({
      kind: "all",
      of: [
        { kind: "words", field: "headline", text: "storm", match: "prefix" },
        { kind: "not", of: { kind: "words", field: "author", text: "Ann", match: "word" } },
        { kind: "section", section: "Science" },
        { kind: "state", state: "unread" },
      ],
    }),
  ).toBe("with “storm…” in the headline, not by “Ann”, in Science, not yet read");
});

async function begin(bridge = new FakeBridge()): Promise<HTMLInputElement> {
  view = await startWindow(bridge);
  press("k", { ctrlKey: true });
  await settle();
  return fieldOf(view);
}

function fieldOf({ one }: StartedWindow): HTMLInputElement {
  const list = one("bs-article-list").shadowRoot;
  const field = list?.querySelector("bs-search-field")?.shadowRoot?.querySelector("input");
  if (!(field instanceof HTMLInputElement)) throw new Error("no field");
  return field;
}

test("what is typed is looked for, and leaving gives the list back as it was", async () => {
  const field = await begin();
  if (view === null) throw new Error("no window");
  const { timeline, search } = view.services;
  const before = timeline.total;
  type(field, "water");
  await settle(250);
  expect(timeline.isFound).toBe(true);
  expect(timeline.total).toBeGreaterThan(0);
  expect(timeline.total).toBeLessThan(before);
  expect(search.terms).toEqual([{ text: "water", isPrefix: false }]);
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await settle(100);
  expect(search.isOpen).toBe(false);
  expect(timeline.isFound).toBe(false);
  expect(timeline.total).toBe(before);
});

test("when nothing is found, it says so and offers what finds something", async () => {
  const field = await begin();
  if (view === null) throw new Error("no window");
  type(field, "water xyzzy");
  await settle(250);
  const empty = view.one("bs-article-list").shadowRoot?.querySelector("bs-empty-list");
  expect(empty?.shadowRoot?.querySelector("bs-empty-state")?.shadowRoot?.textContent).toContain(
    "Nothing found",
  );
  const offer = empty?.shadowRoot?.querySelector("button");
  expect(offer?.textContent.trim()).toBe("water (12)");
  offer?.click();
  await settle(100);
  expect(view.services.timeline.total).toBeGreaterThan(0);
});

test("a search that cannot be made says why, and another list ends it", async () => {
  const bridge = new FakeBridge({ refuse: { "search.open": "read-only" } });
  const field = await begin(bridge);
  if (view === null) throw new Error("no window");
  type(field, "water");
  await settle(250);
  const facts = view.one("bs-article-list").shadowRoot?.querySelector("bs-search-facts");
  expect(facts?.shadowRoot?.textContent).toContain("The search could not be made");
  field.blur();
  press("u");
  await settle(100);
  expect(view.services.search.isOpen).toBe(false);
});

test("in bookmarks it begins among them", async () => {
  view = await startWindow(
    new FakeBridge({
      view: { query: { scope: { kind: "own-tag", tag: 'a "b"' }, filter: "all", order: "newest" } },
    }),
  );
  view.one('[aria-label="Search these bookmarks"]').click();
  await settle(200);
  expect(view.services.search.text).toBe('is:bookmarked tag:"a  b " ');
  expect(view.one<HTMLInputElement>("input[type=search]").matches(":focus")).toBe(true);
});

test("kept searches are put in another order by dragging them", async () => {
  const bridge = new FakeBridge();
  view = await startWindow(bridge);
  for (const text of ["one", "two", "three"]) await view.services.keptSearches.keep(text);
  await settle(100);
  const items = view.all('[role="treeitem"][data-key^="search-"]');
  const drag = (from: number, to: number): void => {
    const dataTransfer = new DataTransfer();
    const options = { bubbles: true, cancelable: true, dataTransfer };
    items[from]?.dispatchEvent(new DragEvent("dragstart", options));
    items[to]?.dispatchEvent(new DragEvent("dragover", options));
    items[to]?.dispatchEvent(new DragEvent("drop", options));
    items[from]?.dispatchEvent(new DragEvent("dragend", options));
  };
  const [one, two, three] = view.services.keptSearches.searches.map(({ id }) => id);
  drag(2, 0);
  drag(0, 2);
  drag(0, 1);
  drag(1, 1);
  await settle(100);
  const moves = bridge.asked.flatMap(({ name, input }) => (name === "searches.move" ? input : []));
  expect(moves).toEqual([
    { id: three, before: one },
    { id: one, before: null },
    { id: one, before: three },
  ]);
  expect(two).toBeDefined();
  // A title is not put among searches, nor a search among titles.
  const title = view.one('[role="treeitem"][data-key^="feed-"]');
  const dataTransfer = new DataTransfer();
  const options = { bubbles: true, cancelable: true, dataTransfer };
  items[0]?.dispatchEvent(new DragEvent("dragstart", options));
  const over = new DragEvent("dragover", options);
  title.dispatchEvent(over);
  expect(over.defaultPrevented).toBe(false);
  items[0]?.dispatchEvent(new DragEvent("dragend", options));
});

test("a search is kept in the sidebar, opened from there, and removed", async () => {
  const field = await begin();
  if (view === null) throw new Error("no window");
  const { keptSearches, search, timeline } = view.services;
  type(field, "water");
  await settle(250);
  const total = timeline.total;
  const keep = view.one("bs-search-facts").shadowRoot?.querySelector<HTMLElement>(".keep");
  keep?.click();
  await settle(100);
  expect(view.one("bs-search-facts").shadowRoot?.textContent).toContain("Kept in the sidebar");
  const item = view.one('[role="treeitem"][data-key="search-1"]');
  expect(item.getAttribute("aria-selected")).toBe("true");
  expect(item.textContent).toContain("water");

  await search.leave();
  await settle(100);
  expect(timeline.isFound).toBe(false);
  item.click();
  await settle(150);
  expect(search.text).toBe("water");
  expect(timeline.isFound).toBe(true);
  expect(timeline.total).toBe(total);

  const [kept] = keptSearches.searches;
  if (kept === undefined) throw new Error("nothing is kept");
  await keptSearches.remove(kept);
  await settle(100);
  expect(view.all('[data-key="search-1"]')).toEqual([]);
});
