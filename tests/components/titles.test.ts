import { afterEach, describe, expect, test } from "vitest";
import type { FeedFailure } from "../../preload/contract/contract.ts";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { choose, press, settle, startWindow, type, type StartedWindow } from "./start-window.ts";

const now = Date.now();
const hour = 3_600_000;
let bridge: FakeBridge;
let view: StartedWindow | null = null;

async function open(options: FakeOptions = {}, width = 1440): Promise<StartedWindow> {
  bridge = new FakeBridge(options);
  view = await startWindow(bridge, width);
  press("t");
  await settle(120);
  return view;
}

afterEach(() => {
  view?.stop();
  view = null;
});

const refused: FeedFailure = {
  code: "http-status",
  details: { status: 403 },
  attempts: 2,
  since: now - 30 * hour,
};

const nameIn = (row: HTMLElement): string =>
  row.querySelector("bs-title-name")?.shadowRoot?.querySelector(".name")?.textContent.trim() ?? "";
const rows = (): HTMLElement[] => view?.all("[data-row]") ?? [];
const names = (): string[] => rows().map(nameIn);
const rowOf = (name: string): HTMLElement =>
  rows().find((row) => nameIn(row) === name) ?? expect.fail(`no row of ${name}`);
/** What the columns after the first show. */
const wordsOf = (name: string): string =>
  [...rowOf(name).querySelectorAll(".cell > span")].map((cell) => cell.textContent).join(" · ");
const chosen = (): string[] =>
  rows()
    .filter((row) => row.ariaSelected === "true")
    .map(nameIn);
const active = (): string =>
  nameIn(
    view?.one(
      `[data-row][id="${view.one("[role=grid]").getAttribute("aria-activedescendant") ?? ""}"]`,
    ) ?? document.body,
  );
const details = (): string =>
  view?.one("bs-title-details").shadowRoot?.textContent.replace(/\s+/g, " ") ?? "";
const click = async (name: string): Promise<void> => {
  const button =
    view?.all("button").find((found) => found.textContent.trim() === name) ??
    expect.fail(`no button ${name}`);
  button.click();
  await settle(120);
};
const pressed = async (key: string, options: KeyboardEventInit = {}): Promise<void> => {
  press(key, options);
  await settle(30);
};
const lastAsked = (request: string): unknown =>
  bridge.asked.findLast(({ name }) => name === request)?.input;
const toasts = (): string =>
  view
    ?.all(".toast")
    .map((toast) => toast.textContent)
    .join(" ") ?? "";

describe("the manager of titles", () => {
  test("says in words how each visit went and when the next is due, and why then", async () => {
    await open({
      titles: {
        0: { nextVisitReason: "publisher-asks", nextVisit: now - 600_000 + 1.04 * hour },
        1: { failure: refused, nextVisitReason: "backing-off", nextVisit: now + 20 * hour },
        2: { nextVisitReason: "gone", nextVisit: null },
        3: { lastVisit: null, nextVisit: null, nextVisitReason: "never-visited" },
      },
      records: { 0: { brought: 3 }, 4: { brought: 0, hostPausedUntil: now + 30 * hour } },
    });
    expect(wordsOf("The Meridian")).toContain("10m ago · 3 new");
    expect(wordsOf("The Meridian")).toContain("the publisher asks for an hour between visits");
    expect(wordsOf("Circuit & Field")).toContain("refused: 403");
    expect(wordsOf("Circuit & Field")).toContain("tried again; failing since");
    expect(wordsOf("Ledger Daily")).toContain("gone · never: the publisher says it is gone");
    const [, , , unvisited, paused] = view?.services.library.sources?.feeds ?? [];
    expect(wordsOf(unvisited?.title ?? "")).toContain(
      "not visited yet · as soon as its turn comes",
    );
    expect(wordsOf(paused?.title ?? "")).toContain("nothing new");
    expect(wordsOf(paused?.title ?? "")).toContain("the server asked for peace until then");
  });

  test("sorts by every column, either way; what is not known stands last", async () => {
    const window = await open();
    expect(names().slice(0, 3)).toEqual(["Circuit & Field", "Harbour Review", "Kitchen Almanac"]);
    for (const head of window.all("[role=columnheader]")) {
      head.querySelector("button")?.click();
      await settle(40);
      const before = head.ariaSort;
      expect(before).not.toBe("none");
      head.querySelector("button")?.click();
      await settle(40);
      expect(new Set([before, head.ariaSort])).toEqual(new Set(["ascending", "descending"]));
    }
    await click("A week");
    const rates = rows().map((row) => row.querySelector("[aria-colindex='6']")?.textContent.trim());
    expect(rates.at(-1), "not known").toBe("–");
    const numbers = rates.slice(0, -1).map(Number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  });

  test("moves nothing while records arrive, and shows what is new in its place", async () => {
    const window = await open({ titles: { 6: { failure: null, nextVisitReason: "interval" } } });
    await click("Last visit");
    const before = names();
    await bridge.request("sources.rename", { feedId: 3, title: "Zebra Times" });
    bridge.emit("sources.changed", {});
    await settle(700);
    const renamed = before.map((name) => (name === "Ledger Daily" ? "Zebra Times" : name));
    expect(names()).toEqual(renamed);
    await window.services.actions.unfollow(
      window.services.library.feed(3 as never) ?? expect.fail(),
    );
    await settle(700);
    expect(names()).toEqual(renamed.filter((name) => name !== "Zebra Times"));
  });

  test("filters and searches, and says so where nothing fits", async () => {
    const window = await open({
      titles: { 0: { isPrivate: true }, 5: { signedIn: true }, 8: { lastVisit: null } },
      records: { 2: { duplicateOf: 1 as never }, 4: { newest: now - 100 * 24 * hour } },
    });
    const filter = async (name: string): Promise<string[]> => {
      const wanted = window.all("label").find((one) => one.textContent.trim().startsWith(name));
      wanted?.querySelector("input")?.click();
      await settle(60);
      return names();
    };
    expect(await filter("Failing")).toEqual(["Morgenblatt"]);
    expect(await filter("Gone quiet")).toHaveLength(1);
    expect(await filter("Duplicates")).toEqual(["Ledger Daily"]);
    expect(await filter("Private")).toEqual(["Harbour Review", "The Meridian"]);
    expect(await filter("Never fetched")).toEqual(["Quiet Science"]);
    type(window.one<HTMLInputElement>("input[type=search]"), "nothing like it");
    await settle(60);
    expect(window.one(".table bs-empty-state").shadowRoot?.textContent).toContain("No title fits");
    await click("Show all titles");
    type(window.one<HTMLInputElement>("input[type=search]"), "moRNing ledg");
    await settle(60);
    expect(names(), "its folder and its name").toEqual(["Ledger Daily"]);
    expect(window.one(".tools .count").textContent).toContain("1 of 12 titles");
  });

  test("is used by the keyboard alone", async () => {
    const window = await open();
    expect(window.one("[role=grid]").matches(":focus")).toBe(true);
    await pressed("ArrowDown");
    await pressed("ArrowDown");
    expect(chosen()).toEqual(["Harbour Review"]);
    await pressed("ArrowDown", { shiftKey: true });
    expect(chosen()).toEqual(["Harbour Review", "Kitchen Almanac"]);
    await pressed("ArrowDown", { ctrlKey: true });
    expect(active()).toBe("Ledger Daily");
    await pressed(" ");
    expect(chosen()).toEqual(["Harbour Review", "Kitchen Almanac", "Ledger Daily"]);
    await pressed("a", { ctrlKey: true });
    expect(chosen()).toHaveLength(12);
    await pressed("q");
    expect(chosen(), "typing ahead").toEqual(["Quiet Science"]);
    await settle(800);
    for (const letter of "the o") press(letter);
    await settle(30);
    expect(chosen(), "a space within a name").toEqual(["The Open File"]);
    await settle(800);
    await pressed("q");
    await pressed("f", { ctrlKey: true });
    expect(window.one("input[type=search]").matches(":focus")).toBe(true);
    await pressed("ArrowDown");
    window.one("[data-column=title]").focus();
    await pressed("ArrowRight");
    expect(window.one("[data-column=folder]").matches(":focus")).toBe(true);
    expect(window.all("[data-column][tabindex='0']"), "one stop for all heads").toHaveLength(1);
    await pressed("ArrowDown");
    await pressed("Enter");
    await settle(200);
    expect(window.all("dialog[open]")).toHaveLength(0);
    expect(window.services.timeline.query.scope).toEqual({ kind: "feed", feedId: 9 });
  });

  test("visits now, and says of a title that has to wait until when and why", async () => {
    const until = now + 40 * 60_000;
    await open({
      waiting: {
        0: { until: now + 30_000, reason: "just-visited" },
        1: { until, reason: "host-asks" },
      },
    });
    rowOf("The Meridian").click();
    await settle();
    await click("Visit now");
    expect(lastAsked("titles.visit")).toEqual({ feedIds: [1], afresh: false });
    expect(toasts()).toContain("was visited just now, and once a minute is enough");
    await pressed("a", { ctrlKey: true });
    view?.one("[role=grid]").focus();
    await pressed("a", { ctrlKey: true });
    await click("Visit now");
    expect(toasts()).toContain("10 titles are visited. 2 titles have to wait.");
    expect(toasts()).toContain("its server asked to be left alone");
  });

  test("asks before a publisher has to send everything anew", async () => {
    const window = await open();
    await pressed("ArrowDown");
    await click("Fetch afresh…");
    expect(bridge.timesAsked("titles.visit")).toBe(0);
    expect(window.all("dialog[open]")).toHaveLength(2);
    await click("Cancel");
    expect(bridge.timesAsked("titles.visit")).toBe(0);
    await click("Fetch afresh…");
    await click("Fetch afresh");
    expect(lastAsked("titles.visit")).toEqual({ feedIds: [2], afresh: true });
  });

  test("files, keeps and unfollows several at once; unfollowing can be undone", async () => {
    const window = await open();
    await pressed("ArrowDown");
    await pressed("ArrowDown", { shiftKey: true });
    expect(details()).toContain("2 titles selected");
    choose(
      window.one("bs-title-details").shadowRoot?.querySelector("select") ?? expect.fail(),
      "Science",
    );
    await settle(60);
    expect(lastAsked("sources.setSection")).toEqual({ feedIds: [2, 6], section: "Science" });
    await click("Move to folder…");
    const folders = window.all("bs-folder-select").find((found) => found.offsetHeight > 0);
    choose(folders?.shadowRoot?.querySelector("select") ?? expect.fail("no folders"), "3");
    await settle(60);
    view
      ?.all<HTMLFormElement>("form")
      .find((form) => form.offsetHeight > 0)
      ?.requestSubmit();
    await settle(200);
    expect(lastAsked("sources.move")).toMatchObject({ feedIds: [2, 6] });
    view?.one("[role=grid]").focus();
    await pressed("Delete");
    await settle(700);
    expect(names()).toHaveLength(10);
    expect(toasts()).toContain("2 titles unfollowed.");
    view?.all<HTMLButtonElement>(".toast .undo").at(-1)?.click();
    await settle(700);
    expect(names()).toHaveLength(12);
  });

  test("tells all that is known of a title, and leads to the one that it is the same as", async () => {
    const window = await open({
      titles: { 2: { isPrivate: true, address: "https://example.org/hidden-a1b2c3.xml" } },
      records: {
        2: { duplicateOf: 5 as never, problems: ["the document ends before it is complete"] },
      },
    });
    rowOf("Ledger Daily").click();
    await settle();
    const facts = details();
    for (const part of [
      "hidden-a1b2c3.xml",
      "About 10 articles a week",
      "38 of 40 articles are ready offline",
      "Most likely the same as",
      "is a secret",
      "the document ends before it is complete",
      "Kept as the settings say",
    ])
      expect(facts).toContain(part);
    await click("Show it");
    expect(chosen()).toEqual([window.services.library.feed(5 as never)?.title]);
    await click("Change address…");
    expect(window.all("dialog[open]")).toHaveLength(2);
  });

  test("renders what can be seen of 3,000 titles, and asks for records only while it is open", async () => {
    const window = await open({ titleCount: 3000 });
    expect(window.one("[role=grid]").getAttribute("aria-rowcount")).toBe("3001");
    expect(rows().length).toBeLessThan(60);
    await pressed("End");
    await settle(60);
    expect(names()).toContain(active());
    expect(rows().length).toBeLessThan(60);
    window.one<HTMLDialogElement>("dialog[open]").close();
    await settle();
    const asked = bridge.timesAsked("titles.records");
    bridge.emit("sources.changed", {});
    await settle(2200);
    expect(bridge.timesAsked("titles.records")).toBe(asked);
  });

  test("offers to add titles where there is none", async () => {
    const window = await open({ empty: true });
    expect(window.all("[role=grid]")).toHaveLength(0);
    await click("Add titles");
    expect(window.all("dialog[open]")).toHaveLength(1);
    expect(window.one("bs-add-title-dialog").shadowRoot?.querySelector("bs-dialog")?.isOpen).toBe(
      true,
    );
  });

  test("shows the titles also when their records cannot be read, and says so", async () => {
    const window = await open({ refuse: { "titles.records": "storage-failed" } });
    expect(rows()).toHaveLength(12);
    expect(window.one(".problem").textContent).toContain("disk could not be read");
  });
});
