import { afterEach, describe, expect, test } from "vitest";
import { pageRefusal, type ArticleId, type PageStatus } from "../../preload/contract/contract.ts";
import { wordOffline } from "../../renderer/views/article-facts.ts";
import { wordPageReason, wordSource } from "../../renderer/views/word-page.ts";
import { fakeArticle } from "./fake-articles.ts";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { fakePageStatus, fakePageText } from "./fake-pages.ts";
import { choose, press, settle, startWindow, type StartedWindow } from "./start-window.ts";

const now = new Date(2026, 10, 23, 12, 0).getTime();
const id = (number: number): ArticleId => `20780-${number}` as ArticleId;
let bridge: FakeBridge;
let view: StartedWindow | null = null;

/** Opens an article as it was open before. */
async function open(number: number, options: FakeOptions = {}): Promise<StartedWindow> {
  bridge = new FakeBridge({ view: { articleId: id(number) }, ...options });
  view = await startWindow(bridge);
  return view;
}

afterEach(() => {
  view?.stop();
  view = null;
});

const words = (selector: string): string => {
  const found = view?.one(selector) ?? document.body;
  return (found.shadowRoot ?? found).textContent.replace(/\s+/g, " ").trim();
};
const bodyText = (): string => view?.one(".text").textContent ?? "";
const toolbarSwitch = (): HTMLButtonElement | undefined =>
  view?.all<HTMLButtonElement>("button[aria-label='Full text']")[0];
const scrollerOf = (window: StartedWindow): HTMLElement =>
  window.one("bs-reading-pane").shadowRoot?.querySelector<HTMLElement>(".scrolls") ??
  expect.fail("the reading pane does not scroll");
/** What can be done about the text, beside the line that says what it is. */
const actOf = (window: StartedWindow): HTMLButtonElement | null | undefined =>
  window.one("bs-text-source").shadowRoot?.querySelector("button");

describe("the two texts of an article", () => {
  test("the full text is shown with its standfirst, caption and credit, and says whose it is", async () => {
    const window = await open(1);
    expect(words("bs-text-source")).toBe("Full text from example.org");
    expect(window.one(".standfirst").textContent).toContain("It began as a class project");
    expect(words("bs-lead-picture")).toContain("The sensor beside a coin");
    expect(words("bs-lead-picture")).toContain("Photograph: Ines Okafor");
    expect(toolbarSwitch()?.ariaPressed).toBe("true");
    expect(bodyText()).toContain("What changes for whom");
  });

  test("key and button switch between them; the choice holds while the window is open", async () => {
    const window = await open(1);
    press("f");
    await settle();
    expect(bodyText()).not.toContain("What changes for whom");
    expect(words("bs-text-source")).toContain("From the feed; the full text from example.org");
    expect(toolbarSwitch()?.ariaPressed).toBe("false");
    expect(toolbarSwitch()?.title).toContain("(F)");
    await window.services.reading.open(id(0));
    await window.services.reading.open(id(1));
    await settle();
    expect(bodyText()).not.toContain("What changes for whom");
    toolbarSwitch()?.click();
    await settle();
    expect(bodyText()).toContain("What changes for whom");
  });

  test("each text keeps its place", async () => {
    const window = await open(1);
    // Pictures that are not there would move what is below them.
    bridge.change(id(1), { pictures: [], leadPicture: null });
    await settle();
    const scroller = scrollerOf(window);
    scroller.scrollTop = 700;
    press("f");
    await settle();
    expect(scroller.scrollTop).toBeLessThan(700);
    press("f");
    await settle();
    expect(scroller.scrollTop).toBe(700);
  });

  test("with one text there is no button, and the key says why", async () => {
    await open(0);
    expect(toolbarSwitch()).toBeUndefined();
    press("f");
    await settle();
    expect(words(".toast")).toContain("Only one text of this article");
  });

  test("a full text that comes is offered, not put under the eye", async () => {
    const window = await open(8);
    const scroller = scrollerOf(window);
    expect(words("bs-text-source")).toBe("From the feed; its page is still to come.");
    scroller.scrollTop = 400;
    const before = bodyText();
    bridge.change(id(8), { ...fakePageText, offline: "complete", html: "<p>Whole now.</p>" });
    await settle();
    // The fake's feed text is the excerpt: what is on screen must be what was there before.
    expect(bodyText()).toBe(before);
    expect(scroller.scrollTop).toBe(400);
    expect(words(".offer")).toContain("The full text is here now.");
    window.one(".offer button").click();
    await settle();
    expect(bodyText()).toBe("Whole now.");
    expect(words(".offer")).toBe("");
  });

  test("a changed text is offered; marks and pictures are taken at once", async () => {
    const window = await open(0);
    const before = bodyText();
    bridge.change(id(0), { html: "<p>Corrected.</p>", bookmarked: true });
    await settle();
    expect(bodyText()).toBe(before);
    expect(window.services.reading.article?.bookmarked).toBe(true);
    expect(words(".offer")).toContain("This text has changed.");
    window.one(".offer button").click();
    await settle();
    expect(bodyText()).toBe("Corrected.");
  });

  test("where there was no text, it is simply there when it comes", async () => {
    await open(6);
    bridge.change(id(6), { ...fakePageText, offline: "complete", html: "<p>Whole now.</p>" });
    await settle();
    expect(bodyText()).toBe("Whole now.");
    expect(words(".offer")).toBe("");
  });

  test("a refused page can be asked for again", async () => {
    const window = await open(2);
    expect(words("bs-text-source")).toContain("nothing but a question about cookies");
    actOf(window)?.click();
    await settle();
    expect(bridge.asked.findLast(({ name }) => name === "articles.fetchPages")?.input).toEqual({
      articleIds: [id(2)],
    });
    expect(words(".toast")).toContain("fetched as soon as its turn comes");
  });

  test("where subscribers alone read on, signing in is offered", async () => {
    const window = await open(1);
    const page: PageStatus = { ...fakePageStatus, isExcerpt: true };
    bridge.change(id(1), { page });
    await settle();
    expect(words("bs-text-source")).toContain("Only the beginning, from example.org");
    actOf(window)?.click();
    await settle();
    expect(window.one("bs-sign-in-dialog").shadowRoot?.textContent).toContain("example.org");
  });
});

describe("what is said of a page", () => {
  const article = fakeArticle(0, now);
  const page = (change: Partial<PageStatus>): PageStatus => ({
    ...fakePageStatus,
    state: "refused",
    ...change,
  });
  const said = (change: Partial<PageStatus>, html = "<p>Text</p>"): string =>
    wordSource({ ...article, html, page: page(change) }, { isShortened: true }, now);

  test("every refusal has a reason in words of its own", () => {
    const reasons = pageRefusal.options.map((reason) => wordPageReason(reason));
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(reasons).not.toContain(wordPageReason(null));
  });

  test.each<[Partial<PageStatus>, string]>([
    [{ state: "waiting" }, "From the feed; its page is still to come."],
    [
      { state: "failed", reason: "timed-out", nextTry: now + 3_600_000 },
      "From the feed; its page could not be read: the server took too long to answer. Next try 13:00.",
    ],
    [
      { reason: "bot-wall" },
      "From the feed; its page could not be read: the site first wants proof that a person is reading.",
    ],
    [
      { state: "failed", reason: "http-status", httpStatus: 500, nextTry: now + 3_600_000 },
      "From the feed; its page could not be read: the publisher answered 500. Next try 13:00.",
    ],
    [
      { reason: "http-status", httpStatus: 404 },
      "From the feed; its page could not be read: the publisher has no page there any more (404).",
    ],
    [{ reason: "less-than-feed" }, "From the feed, which holds as much as its page."],
    [
      { reason: "login", isExcerpt: true },
      "Only the beginning: the publisher shows the rest to subscribers.",
    ],
  ])("%o", (status, sentence) => {
    expect(said(status).replace("1:00 PM", "13:00")).toBe(sentence);
  });

  test("without any text the feed is not named", () => {
    expect(said({ state: "waiting" }, "")).toBe("Its page is still to come.");
    expect(said({ reason: "login" }, "")).toContain("to subscribers alone");
  });

  test.each<[Partial<PageStatus>, string]>([
    [{ missing: { from: 4, to: 6 } }, "Full text from example.org. Pages 4–6 are missing."],
    [{ missing: { from: 3, to: 3 } }, "Full text from example.org. Page 3 is missing."],
    [
      { missing: { from: 2, to: null } },
      "Full text from example.org. Page 2 and what follows are missing.",
    ],
    [
      { state: "failed", missing: { from: 2, to: 2 }, nextTry: now + 3_600_000 },
      "Full text from example.org. Page 2 is missing. Next try 13:00.",
    ],
    [
      { kind: "live" },
      "Full text from example.org. It is a live report, as it was when it was fetched.",
    ],
  ])("a text of a page: %o", (status, sentence) => {
    const address = "https://example.org/a";
    const shown = { ...article, address, ...fakePageText, page: { ...fakePageStatus, ...status } };
    expect(wordSource(shown, undefined, now).replace("1:00 PM", "13:00")).toBe(sentence);
  });

  test("of a whole feed it is not said that it is only the beginning", () => {
    const walled = { ...article, page: page({ reason: "login", isExcerpt: true }) };
    expect(wordSource(walled, { isShortened: false }, now)).toContain("From the feed");
  });

  test("nothing, where nobody asked for it", () => {
    expect(wordSource(article, undefined, now)).toBe("");
  });

  test("the offline state tells of pages", () => {
    const waiting = { ...article, pictures: [], page: page({ state: "waiting" }) };
    expect(wordOffline({ ...waiting, offline: "text" })).toContain(
      "the full text is still to come",
    );
    expect(wordOffline({ ...waiting, offline: "headline" })).toContain("its page is still to come");
    const failed = { ...waiting, page: page({ state: "failed" }), offline: "failed" } as const;
    expect(wordOffline(failed)).toContain("the full text could not be had");
  });
});

describe("whether titles' full texts are fetched", () => {
  test("is chosen in the manager, for many at once", async () => {
    const window = await open(0);
    press("t");
    await settle(120);
    press("a", { ctrlKey: true });
    await settle();
    const select = window
      .all<HTMLSelectElement>("select")
      .find(({ options }) => [...options].some(({ value }) => value === "on"));
    if (select === undefined) throw new Error("there is no choice of full texts");
    choose(select, "on");
    await settle();
    const asked = bridge.asked.findLast(({ name }) => name === "titles.setFullText")?.input;
    expect(asked).toMatchObject({ fullText: "on" });
    expect((asked as { feedIds: unknown[] }).feedIds).toHaveLength(12);
  });

  test("is chosen in a title's menu, which says what holds", async () => {
    const window = await open(0);
    const tree = window.one("[role=tree]");
    tree.focus();
    const item = window
      .all("[role=treeitem]")
      .find(({ textContent }) => textContent.includes("Circuit & Field"));
    item?.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, composed: true }));
    await settle();
    const radios = window.all('[role="menuitemradio"]');
    expect(radios.map(({ ariaChecked }) => ariaChecked)).toEqual(["true", "false", "false"]);
    expect(radios[0]?.textContent).toContain("its feed is shortened");
    radios[2]?.click();
    await settle();
    expect(bridge.asked.findLast(({ name }) => name === "titles.setFullText")?.input).toEqual({
      feedIds: [2],
      fullText: "off",
    });
  });
});

test("the status bar counts texts and pictures to come", async () => {
  await open(0, { refresh: { pagesWaiting: 12, picturesWaiting: 40 } });
  expect(words("bs-status-bar")).toContain("12 texts and 40 pictures to come");
});
