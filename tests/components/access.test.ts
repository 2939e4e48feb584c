import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import type { FeedFailure, FeedId, SignIn } from "../../preload/contract/contract.ts";
import { TitleWishEvent, type TitleWish } from "../../renderer/app/title-wish-event.ts";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { settle, startWindow, type, type StartedWindow } from "./start-window.ts";

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

/** A title that fails so, opened in the list. */
async function openFailing(
  code: FeedFailure["code"],
  details: FeedFailure["details"],
): Promise<StartedWindow> {
  const failure = { code, details, attempts: 1, since: Date.now() };
  const window = await start({ titles: { 0: { failure } } });
  window.one('[data-key="feed-1"]').click();
  await settle();
  return window;
}

async function wish(window: StartedWindow, what: TitleWish, index = 0): Promise<void> {
  const feed = window.services.library.sources?.feeds[index];
  if (feed === undefined) throw new Error("there are titles");
  window.shell.dispatchEvent(new TitleWishEvent(what, feed));
  await settle();
}

const inputOf = (name: RequestName): unknown =>
  bridge.asked.findLast((asked) => asked.name === name)?.input;
type RequestName = FakeBridge["asked"][number]["name"];

const acts = (window: StartedWindow): string[] =>
  window.all(".acts button").map((button) => button.textContent.trim());

const lastToast = (window: StartedWindow): string =>
  window.all(".toast").at(-1)?.textContent.trim() ?? "";

/** What the open dialog shows: it lies in the view that asked, and is slotted. */
const asked = (window: StartedWindow): Element =>
  (window.one("dialog[open]").getRootNode() as ShadowRoot).host;

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
function partOf<Found extends HTMLElement = HTMLElement>(
  window: StartedWindow,
  selector: string,
): Found {
  const found = asked(window).querySelector<Found>(selector);
  if (found === null) throw new Error(`the dialog has no ${selector}`);
  return found;
}

async function submit(window: StartedWindow): Promise<void> {
  partOf(window, ".primary").click();
  await settle();
}

/** The button of the open settings that says this, to the eye or to a screen reader. */
function buttonNamed(window: StartedWindow, name: string): HTMLButtonElement {
  const found = window
    .all<HTMLButtonElement>("button")
    .find((button) => (button.ariaLabel ?? button.textContent).trim() === name);
  if (found === undefined) throw new Error(`no button says ${name}`);
  return found;
}

async function openPrivacy(window: StartedWindow): Promise<void> {
  bridge.emit("command.chosen", { command: "show-settings" });
  await settle();
  buttonNamed(window, "Privacy").click();
  await settle();
}

describe("what is offered where a title fails", () => {
  test.each<[string, FeedFailure["code"], FeedFailure["details"], readonly string[]]>([
    [
      "a missing password",
      "secret-missing",
      { host: "example.org", kind: "password" },
      ["Enter name and password…"],
    ],
    [
      "a missing token",
      "secret-missing",
      { host: "example.org", kind: "token" },
      ["Change address…"],
    ],
    [
      "status 401",
      "http-status",
      { status: 401 },
      ["Enter name and password…", "Sign in to example.org…", "Try again now"],
    ],
    [
      "status 403",
      "http-status",
      { status: 403 },
      ["Sign in to example.org…", "Enter name and password…", "Try again now"],
    ],
    ["status 404", "http-status", { status: 404 }, ["Change address…", "Try again now"]],
    ["status 503", "http-status", { status: 503 }, ["Try again now"]],
    ["no feed", "not-a-feed", {}, ["Change address…", "Try again now"]],
    ["a server that is away", "unreachable", {}, ["Try again now"]],
  ])("%s", async (_name, code, details, offered) => {
    expect(acts(await openFailing(code, details))).toEqual(offered);
  });
});

describe("name and password", () => {
  test("are asked for with the name that is known, set, and gone from the page", async () => {
    const details = { host: "example.org", kind: "password", user: "ann" };
    const window = await openFailing("secret-missing", details);
    window.one<HTMLButtonElement>(".acts button").click();
    await settle();
    expect(window.one<HTMLInputElement>("[name=user]").value).toBe("ann");
    const password = window.one<HTMLInputElement>("[name=password]");
    expect(password.matches(":focus")).toBe(true);
    expect(password.type).toBe("password");
    type(password, "open sesame");
    await submit(window);
    const credentials = { user: "ann", password: "open sesame" };
    expect(inputOf("titles.setCredentials")).toEqual({ feedId: 1, credentials });
    expect(window.all("dialog[open], [name=password]")).toEqual([]);
    expect(lastToast(window)).toContain("is being fetched with your name and password");
  });

  test("can be forgotten; a refusal is told in the dialog", async () => {
    const window = await start({ titles: { 0: { address: "https://ann@example.org/feed" } } });
    await wish(window, "give-credentials");
    bridge.refuse = { "titles.setCredentials": "storage-full" };
    buttonNamed(window, "Forget them").click();
    await settle();
    expect(partOf(window, "[role=alert]").textContent).toContain("disk is full");
    bridge.refuse = {};
    buttonNamed(window, "Forget them").click();
    await settle();
    expect(inputOf("titles.setCredentials")).toEqual({ feedId: 1, credentials: null });
  });

  test("say where they are kept, and that a plain address shows them to others", async () => {
    const titles = { 0: { address: "http://example.org/feed" } };
    const window = await start({ secrets: "plain", titles });
    await wish(window, "give-credentials");
    const words = partOf(window, "form").textContent;
    expect(words).toContain("Your system offers no safe storage");
    expect(words).toContain("does not begin with https");
  });
});

describe("another address", () => {
  test("is taken without its scheme too; what is no web address is refused at once", async () => {
    const window = await start();
    await wish(window, "change-address");
    const field = partOf<HTMLInputElement>(window, "input");
    expect(field.value).toBe("https://example.org/1.xml");
    type(field, "ftp://example.org/");
    await submit(window);
    expect(partOf(window, "[role=alert]").textContent).toContain("not a web address");
    expect(bridge.timesAsked("titles.setAddress")).toBe(0);
    type(field, "example.org/new.xml");
    await submit(window);
    const address = "https://example.org/new.xml";
    expect(inputOf("titles.setAddress")).toEqual({ feedId: 1, address });
    expect(window.all("dialog[open]")).toEqual([]);
  });

  test("that is taken already is told where it was asked", async () => {
    const window = await start({ refuse: { "titles.setAddress": "already-followed" } });
    await wish(window, "change-address");
    await submit(window);
    expect(partOf(window, "[role=alert]").textContent).toContain("You follow this title already");
  });
});

describe("signing in", () => {
  test("says what it means, waits for the window, and tells what came of it", async () => {
    const window = await start({ delay: 150 });
    await settle(400);
    await wish(window, "sign-in");
    expect(asked(window).textContent).toContain("shares nothing with other");
    await submit(window);
    expect(partOf(window, "[role=status]").textContent).toContain("Close it when");
    await settle(400);
    expect(inputOf("signIns.open")).toEqual({ feedId: 1 });
    expect(window.all("dialog[open]")).toEqual([]);
    expect(lastToast(window)).toContain("You are signed in to example.org");
  });

  test("signing out from a title's menu ends the sign-in of its publisher", async () => {
    const signIns = [{ site: "example.org", since: Date.now(), feedIds: [1 as FeedId] }];
    const window = await start({ signIns, titles: { 0: { signedIn: true } } });
    await wish(window, "sign-out");
    expect(inputOf("signIns.end")).toEqual({ site: "example.org" });
  });
});

describe("privacy in the settings", () => {
  const signIns: readonly SignIn[] = [
    { site: "example.org", since: Date.UTC(2026, 9, 1, 12), feedIds: [1 as FeedId, 2 as FeedId] },
  ];

  test("lists sign-ins, each with a way out", async () => {
    const window = await start({ signIns });
    await openPrivacy(window);
    const item = window.one("bs-privacy-settings").shadowRoot?.querySelector("li");
    expect(item?.textContent).toMatch(/example\.org\s*Since .*2026.* · 2 titles/);
    buttonNamed(window, "Sign out of example.org").click();
    await settle(600);
    expect(inputOf("signIns.end")).toEqual({ site: "example.org" });
    expect(window.one("bs-privacy-settings").shadowRoot?.textContent).toContain("None.");
  });

  test("says what is not fetched while no pictures are kept, and how secrets lie", async () => {
    const window = await start({ settings: { keepPictures: false }, secrets: "plain" });
    await openPrivacy(window);
    const words = window.one("bs-privacy-settings").shadowRoot?.textContent ?? "";
    expect(words.match(/Not now: keeping pictures is switched off/g)).toHaveLength(2);
    expect(words).toContain("not encrypted");
  });
});

describe("OPML", () => {
  const outline = (count: number): File =>
    new File(["<outline xmlUrl='https://x.org'/>".repeat(count)], "mine.opml");

  async function drop(file: File): Promise<void> {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    const options = { bubbles: true, cancelable: true, dataTransfer };
    document.body.dispatchEvent(new DragEvent("dragover", options));
    await settle();
    document.body.dispatchEvent(new DragEvent("drop", options));
    await settle(300);
  }

  test("a file dropped anywhere is taken in, with a report and a way to the titles", async () => {
    const window = await start();
    await drop(outline(3));
    expect(inputOf("opml.import")).toMatchObject({ bytes: expect.any(Uint8Array) as Uint8Array });
    const words = window.one("bs-opml-picker").shadowRoot?.textContent ?? "";
    expect(words).toContain("3 titles are now followed");
    expect(words).toContain("A line without an address");
    buttonNamed(window, "Show all titles").click();
    await settle(300);
    expect(window.all("bs-opml-picker")).toEqual([]);
    expect(window.all("dialog[open]")).toHaveLength(1);
  });

  test("shows how far it is", async () => {
    const window = await start({ delay: 250 });
    await settle(500);
    void drop(outline(2));
    await settle(200);
    bridge.emit("task.progressed", { task: "import", done: 1, total: 4, finished: false });
    await settle();
    const bar = window.one("bs-task-progress").shadowRoot?.querySelector("progress");
    expect(bar?.value).toBe(0.25);
  });

  test("an export asks about secrets only where there are some, and leaves them out unasked", async () => {
    const plain = await start();
    bridge.emit("command.chosen", { command: "export-titles" });
    await settle();
    expect(inputOf("opml.export")).toEqual({ withSecrets: false });
    plain.stop();

    const window = await start({ titles: { 2: { isPrivate: true } } });
    bridge.emit("command.chosen", { command: "export-titles" });
    await settle();
    expect(bridge.timesAsked("opml.export")).toBe(0);
    await submit(window);
    expect(inputOf("opml.export")).toEqual({ withSecrets: false });
    bridge.emit("command.chosen", { command: "export-titles" });
    await settle();
    partOf(window, "[type=checkbox]").click();
    await submit(window);
    expect(inputOf("opml.export")).toEqual({ withSecrets: true });
    expect(lastToast(window)).toContain("keep it safe");
  });
});

describe("axe finds nothing in", () => {
  test.each<[string, FakeOptions, (window: StartedWindow) => Promise<void>]>([
    ["name and password", {}, (window) => wish(window, "give-credentials")],
    ["another address", {}, (window) => wish(window, "change-address")],
    ["a sign-in", {}, (window) => wish(window, "sign-in")],
    [
      "privacy",
      { signIns: [{ site: "example.org", since: 0, feedIds: [1 as FeedId] }] },
      openPrivacy,
    ],
    [
      "an export",
      { titles: { 0: { isPrivate: true } } },
      async () => {
        bridge.emit("command.chosen", { command: "export-titles" });
        await settle();
      },
    ],
  ])("%s", { timeout: 30_000 }, async (_name, options, reach) => {
    const window = await start(options);
    await reach(window);
    await settle(200);
    const { violations } = await axe.run(document);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });
});
