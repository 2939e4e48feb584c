import { afterEach, describe, expect, test, vi } from "vitest";
import type { ArticleId, FeedId } from "../../preload/contract/contract.ts";
import type { ArticleList } from "../../renderer/views/article-list.ts";
import { missingPicture } from "./fake-articles.ts";
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

const headline = (window: StartedWindow): string => window.one("article h1").textContent.trim();

describe("reading", () => {
  test("j opens the next article, shows it and marks it read", async () => {
    const window = await start();
    press("j");
    await settle();
    expect(headline(window)).toBe(bridge.article(0).headline);
    expect(bridge.article(0).read).toBe(true);
    press("j");
    await settle(300);
    expect(headline(window)).toBe(bridge.article(1).headline);
    press("k");
    await settle(300);
    expect(headline(window)).toBe(bridge.article(0).headline);
  });

  test("an article that cannot be opened says why and is not marked read", async () => {
    const window = await start({ refuse: { "article.open": "storage-failed" } });
    press("j");
    await settle();
    expect(window.one("bs-empty-state").shadowRoot?.textContent).toContain("disk");
    expect(bridge.timesAsked("articles.markRead")).toBe(0);
  });

  test("pictures come from this disk, and no address of an article is ever loaded", async () => {
    const window = await start();
    bridge.change("20780-0" as ArticleId, {
      html: '<p>Text</p><img data-picture="0"><img src="https://example.org/spy.gif"><img data-picture="7">',
      pictures: [bridge.article(0).pictures[0] ?? missingPicture],
      leadPicture: null,
    });
    press("j");
    await settle();
    const images = window.all<HTMLImageElement>(".text img");
    const sources = images.map((image) => image.getAttribute("src"));
    expect(sources.filter((source) => source?.startsWith("media/"))).toHaveLength(1);
    expect(sources.filter((source) => source?.includes("example.org"))).toHaveLength(0);
    expect(images[0]?.width).toBeGreaterThan(0);
  });

  test("Arabic text runs from right to left, its interface does not", async () => {
    const window = await start({ view: { articleId: "20780-4" as ArticleId } });
    expect(getComputedStyle(window.one(".text")).direction).toBe("rtl");
    expect(getComputedStyle(window.one("article h1")).direction).toBe("rtl");
    expect(getComputedStyle(window.one(".byline time")).direction).toBe("ltr");
  });

  test("a missing picture leaves a box with its description and the reason", async () => {
    const window = await start();
    const id = "20780-0" as ArticleId;
    bridge.change(id, {
      html: '<p>Text</p><img data-picture="0">',
      pictures: [missingPicture],
      leadPicture: null,
      offline: "failed",
    });
    press("j");
    await settle();
    const box = window.one(".missing-picture");
    expect(box.textContent).toContain("The harbour at dawn");
    expect(box.textContent).toContain("too long to answer");
    bridge.change(id, { pictures: [bridge.article(5).pictures[0] ?? missingPicture] });
    await settle();
    expect(window.all(".missing-picture")).toHaveLength(0);
    expect(window.one<HTMLImageElement>(".text img").getAttribute("src")).toMatch(/^media\//);
  });

  test("a link in an article is handed to the main process and opens nothing here", async () => {
    const window = await start();
    press("j");
    await settle();
    const link = window.one<HTMLAnchorElement>('.text a[href="https://example.org/report"]');
    const click = new MouseEvent("click", { bubbles: true, composed: true, cancelable: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(bridge.asked.at(-1)).toEqual({
      name: "links.open",
      input: { address: "https://example.org/report" },
    });
  });

  test("what was open is open again after a restart", async () => {
    const window = await start({
      view: { articleId: "20780-40" as ArticleId, topArticleId: "20780-38" as ArticleId },
    });
    expect(headline(window)).toBe(bridge.article(40).headline);
    expect(window.services.timeline.selected).toBe(40);
    await settle(400);
    expect(bridge.asked.findLast(({ name }) => name === "view.remember")?.input).toMatchObject({
      articleId: "20780-40",
      topArticleId: "20780-38",
    });
  });
});

test("a tag of an article opens the list of its articles", async () => {
  const window = await start({ view: { articleId: "20780-0" as ArticleId } });
  const tag = window.one<HTMLButtonElement>(".tags button");
  expect(tag.textContent.trim()).toBe("Cities");
  tag.click();
  await settle();
  expect(window.services.timeline.query.scope).toEqual({ kind: "tag", tag: "Cities" });
  expect(window.one("bs-article-list").shadowRoot?.querySelector("h1")?.textContent).toBe("Cities");
  expect(window.services.timeline.total).toBe(12);
});

test("a row chosen while its list is being opened anew stays chosen", async () => {
  const window = await start({ delay: 30 });
  window.one('[data-key="all"]').click();
  window.one("#row-2").click();
  await settle(300);
  expect(headline(window)).toBe(bridge.article(2).headline);
  expect(window.services.timeline.selected).toBe(2);
});

describe("keys", () => {
  test("b sets the bookmark; again removes it and offers to undo; Ctrl+Z undoes", async () => {
    const window = await start();
    press("j");
    await settle();
    press("b");
    await settle();
    expect(bridge.article(0).bookmarked).toBe(true);
    press("b");
    await settle();
    expect(window.one(".toast .undo").textContent.trim()).toBe("Undo");
    press("z", { ctrlKey: true });
    await settle();
    expect(bridge.article(0).bookmarked).toBe(true);
    expect(window.one(".toast").textContent).toContain(`“${bridge.article(0).headline}” is back`);
  });

  test("each of the other keys asks for what the table says", async () => {
    const window = await start();
    press("j");
    await settle();
    press("m");
    await settle();
    expect(bridge.article(0).read).toBe(false);
    press("r");
    await settle();
    expect(bridge.timesAsked("refresh.start")).toBe(1);
    press("v");
    await settle();
    expect(bridge.timesAsked("article.openOriginal")).toBe(1);
    press("A", { shiftKey: true });
    await settle();
    expect(bridge.timesAsked("timeline.markAllRead")).toBe(1);
    press("u");
    await settle();
    expect(window.services.timeline.query.filter).toBe("unread");
    press("?", { shiftKey: true });
    await settle();
    expect(window.all<HTMLDialogElement>("dialog[open]")).toHaveLength(1);
    window.one<HTMLDialogElement>("dialog[open]").close();
    await settle();
    press("a");
    await settle(200);
    expect(window.one<HTMLInputElement>("#address").matches(":focus")).toBe(true);
    const before = bridge.asked.length;
    press("j");
    press("r");
    await settle();
    expect(bridge.asked.length, "keys typed into a field are text").toBe(before);
  });

  test("n goes to the next unread article, over those that are read", async () => {
    const window = await start();
    for (const key of ["j", "n", "n", "n"]) {
      press(key);
      await settle(200);
    }
    // Every fourth article, the one with number 3 first, has been read before.
    expect(window.services.reading.articleId).toBe("20780-4");
  });
});

describe("the list", () => {
  test("new articles are announced and move nothing until they are asked for", async () => {
    const window = await start();
    press("j");
    await settle();
    bridge.arrive(3);
    await settle(1200);
    expect(window.services.timeline.total).toBe(120);
    const pill = window.one<HTMLButtonElement>(".pill button");
    expect(pill.textContent.trim()).toBe("3 new articles");
    pill.click();
    await settle();
    expect(window.services.timeline.total).toBe(123);
    expect(window.all(".pill")).toHaveLength(0);
  });

  test("an untouched list at its top takes new articles by itself", async () => {
    const window = await start({ articles: 0 });
    expect(window.all("bs-empty-state").length).toBeGreaterThan(0);
    bridge.arrive(5);
    await settle(1200);
    expect(window.services.timeline.total).toBe(5);
    expect(window.all("bs-article-row")).toHaveLength(5);
  });

  test("100,000 articles: few rows and few requests at any depth", async () => {
    const window = await start({ articles: 100_000 });
    const list = window.one<ArticleList>("bs-article-list");
    await list.scrollToTop(77_777);
    await settle(200);
    expect(window.all("bs-article-row").length).toBeLessThan(60);
    expect(window.all(".headline").length).toBeGreaterThan(5);
    expect(bridge.timesAsked("timeline.page")).toBeLessThan(6);
  });

  test("an empty filter says so and leads back", async () => {
    const window = await start({ articles: 40 });
    await window.services.actions.markListRead();
    press("u");
    await settle();
    expect(window.services.timeline.total).toBe(0);
    window.one<HTMLButtonElement>("bs-empty-state > button").click();
    await settle();
    expect(window.services.timeline.total).toBe(40);
  });
});

describe("the sidebar", () => {
  test("moves like a tree and opens what it comes to", async () => {
    const window = await start();
    window.one('[role="treeitem"][data-key="all"]').focus();
    press("ArrowDown");
    await settle();
    expect(window.services.timeline.query).toMatchObject({ filter: "unread" });
    press("End");
    await settle();
    expect(window.services.timeline.query.scope).toEqual({ kind: "feed", feedId: 12 });
    for (const letter of "morg") press(letter);
    await settle();
    expect(window.services.timeline.query.scope).toEqual({ kind: "feed", feedId: 7 });
    expect(window.all('[role="treeitem"][tabindex="0"]')).toHaveLength(1);
  });

  test("a folder closes and opens, and that is remembered", async () => {
    const window = await start();
    const folder = window.one('[data-key="folder-1"]');
    folder.focus();
    press("ArrowLeft");
    await settle();
    expect(folder.getAttribute("aria-expanded")).toBe("false");
    expect(window.all('[data-key="feed-1"]')).toHaveLength(0);
    await settle(400);
    expect(bridge.asked.findLast(({ name }) => name === "view.remember")?.input).toMatchObject({
      collapsedFolders: [1],
    });
    press("ArrowRight");
    await settle();
    expect(window.all('[data-key="feed-1"]')).toHaveLength(1);
  });

  test("a failing title says why, also to screen readers", async () => {
    const window = await start();
    const item = window.one('[data-key="feed-7"]');
    item.dispatchEvent(new PointerEvent("pointerenter"));
    expect(item.title).toContain("status 503");
    expect(item.title).toContain("Next visit");
    expect(item.querySelector(".failing")?.textContent).toContain("status 503");
  });

  test("a line that is kept as it was does what its title now needs", async () => {
    const window = await start();
    const feed = window.services.library.feed(6 as FeedId);
    if (feed === undefined) throw new Error("there are titles");
    await window.services.access.signIn(feed);
    await settle(600);
    window.one('[data-key="feed-6"]').focus();
    press("F10", { shiftKey: true });
    await settle();
    const entries = window.all('[role="menuitem"]').map((entry) => entry.textContent.trim());
    expect(entries).toContain("Sign out of example.org");
  });

  test("a list whose title is unfollowed gives way to all articles", async () => {
    const window = await start();
    window.one('[data-key="feed-6"]').click();
    await settle();
    expect(window.services.timeline.query.scope).toEqual({ kind: "feed", feedId: 6 });
    const feed = window.services.library.feed(6 as FeedId);
    if (feed !== undefined) await window.services.actions.unfollow(feed);
    await settle(600);
    expect(window.services.timeline.query.scope).toEqual({ kind: "all" });
    expect(window.one("bs-article-list").shadowRoot?.querySelector("h1")?.textContent).toBe(
      "All articles",
    );
  });

  test("a menu that was dismissed before does what is chosen once", async () => {
    const window = await start();
    for (let times = 0; times < 2; times++) {
      window.one('[data-key="feed-6"]').focus();
      press("F10", { shiftKey: true });
      await settle();
      window.one('[role="menu"]').hidePopover();
    }
    window.one('[data-key="feed-6"]').focus();
    press("F10", { shiftKey: true });
    await settle();
    window.one<HTMLButtonElement>('[role="menuitem"]').click();
    await settle();
    expect(bridge.timesAsked("titles.visit")).toBe(1);
  });

  test("the menu unfollows and the toast can undo it", async () => {
    const window = await start();
    const item = window.one('[data-key="feed-7"]');
    item.focus();
    press("F10", { shiftKey: true });
    await settle();
    const entries = window.all<HTMLButtonElement>('[role="menuitem"]');
    expect(entries.map((entry) => entry.textContent.trim())).toEqual([
      "Visit now",
      "Mark all as read",
      "Prepare for offline…",
      "Open the site in the browser",
      "Copy address",
      "Details…",
      "Rename…",
      "Move to folder…",
      "Keep articles…",
      "Article on its pages…",
      "Change address…",
      "Name and password…",
      "Sign in to example.org…",
      "Unfollow",
    ]);
    entries.at(-1)?.click();
    await settle(500);
    expect(window.all('[data-key="feed-7"]')).toHaveLength(0);
    expect(window.services.library.feed(7 as FeedId)).toBeUndefined();
    window.one<HTMLButtonElement>(".toast .undo").click();
    await settle(500);
    expect(window.all('[data-key="feed-7"]')).toHaveLength(1);
  });
});

describe("adding titles", () => {
  test("the first run offers the catalogue and follows what is ticked", async () => {
    const window = await start({ empty: true });
    expect(window.all("bs-welcome")).toHaveLength(1);
    const box = window.one<HTMLInputElement>('.entry input[type="checkbox"]');
    box.click();
    await settle();
    const begin = window.all<HTMLButtonElement>(".bar .primary").at(0);
    expect(begin?.textContent.trim()).toBe("Start reading 1 title");
    begin?.click();
    await settle(100);
    expect(window.all("bs-welcome")).toHaveLength(0);
    expect(window.all("bs-source-list")).toHaveLength(1);
  });

  test("an address without a feed is answered with what to do next", async () => {
    const window = await start({ refuse: { "sources.discover": "no-feed-found" } });
    press("a");
    await settle();
    window.one<HTMLInputElement>("#address").value = "example.org";
    window.one<HTMLFormElement>("form:has(#address)").requestSubmit();
    await settle();
    expect(window.one(".error").textContent).toContain("look in the catalogue");
  });

  test("it says why a site has no feed, and which title may have been meant", async () => {
    const window = await start();
    const details = {
      host: "guardain.example",
      reason: "parked",
      suggestedTitle: "The Guardian",
      suggestedAddress: "https://guardian.example/rss",
    };
    const error = { code: "no-feed-found", message: "none", details } as const;
    press("a");
    await settle();
    window.one<HTMLInputElement>("#address").value = "guardain.example";
    const asking = vi.spyOn(bridge, "request").mockResolvedValueOnce({ ok: false, error });
    window.one<HTMLFormElement>("form:has(#address)").requestSubmit();
    await settle();
    expect(window.one(".error").textContent).toBe(
      "Nothing is published at guardain.example: the name is only reserved or for sale.",
    );
    expect(window.one(".suggestion").textContent).toContain("Did you mean “The Guardian”?");
    asking.mockRestore();
    window.one<HTMLButtonElement>(".suggestion button").click();
    await settle();
    expect(window.one<HTMLInputElement>("#address").value).toBe("https://guardian.example/rss");
    expect(window.all("li .facts").length).toBeGreaterThan(0);
    expect(window.all(".suggestion")).toHaveLength(0);
  });

  test("a command of the menu opens the same dialog", async () => {
    const window = await start();
    bridge.emit("command.chosen", { command: "add-title" });
    await settle();
    expect(window.all("dialog[open]")).toHaveLength(1);
  });
});
