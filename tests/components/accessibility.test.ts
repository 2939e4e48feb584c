import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import type {
  ArticleId,
  FeedFailure,
  FeedId,
  Preparation,
} from "../../preload/contract/contract.ts";
import { TitleWishEvent } from "../../renderer/app/title-wish-event.ts";
import type { KeepDialog } from "../../renderer/views/keep-dialog.ts";
import type { RestoreDialog } from "../../renderer/views/settings/restore-dialog.ts";
import type { AfreshDialog } from "../../renderer/views/titles/afresh-dialog.ts";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { choose, press, settle, startWindow, type, type StartedWindow } from "./start-window.ts";

let view: StartedWindow | null = null;

afterEach(() => {
  view?.stop();
  view = null;
});

interface View {
  readonly name: string;
  readonly options?: FakeOptions;
  /** Width of the window, in CSS pixels. */
  readonly width?: number;
  /** Rules that cannot hold here. */
  readonly without?: readonly string[];
  readonly reach?: (window: StartedWindow) => Promise<void> | void;
}

const refused: FeedFailure = {
  code: "http-status",
  details: { status: 403 },
  attempts: 2,
  since: Date.now() - 86_400_000,
};

function preparationOf(state: Preparation["state"]): Preparation {
  return {
    wishes: { scope: { kind: "all" }, pages: true, pictures: true, recordings: false },
    state,
    waitsFor: state === "waiting" ? "network" : null,
    done: 140,
    total: 320,
    bytes: 22_000_000,
    bytesLeft: 41_000_000,
    ready: 108,
    articles: 120,
    incomplete: 8,
    startedAt: Date.now() - 60_000,
    finishedAt: state === "finished" ? Date.now() : null,
  };
}

const views: readonly View[] = [
  { name: "list and nothing open" },
  {
    name: "an open article",
    reach: () => {
      press("j");
    },
  },
  ...([1, 2, 3, 8] as const).map((number) => ({
    name: `an article whose page was had, refused, failed or waits: ${number}`,
    options: { view: { articleId: `20780-${number}` as ArticleId } },
  })),
  {
    name: "a sentence that is being chosen",
    reach: async () => {
      press("j");
      await settle(300);
      press("H", { shiftKey: true });
    },
  },
  {
    name: "an article with a highlight, and the note on it",
    reach: async (window) => {
      press("j");
      await settle(300);
      press("H", { shiftKey: true });
      await settle(150);
      press("Enter");
      await settle(300);
      press("H", { shiftKey: true });
      await settle(150);
      press("n");
      await settle(300);
      expect(window.all("bs-highlight-list")).toHaveLength(1);
    },
  },
  {
    name: "the export of bookmarks",
    reach: ({ shell }) => {
      shell.dialogs.exportBookmarks("");
    },
  },
  {
    name: "a search before anything is typed",
    reach: () => {
      press("k", { ctrlKey: true });
    },
  },
  ...["water", "water xyzzy"].map((text) => ({
    name: `a search: ${text}`,
    reach: async ({ services }: StartedWindow) => {
      services.search.begin();
      await services.search.lookFor(text);
    },
  })),
  {
    name: "a full text that is offered",
    options: { view: { articleId: "20780-8" as ArticleId } },
    reach: ({ services }) => {
      services.reading.offer = "full-text";
      services.reading.patch("20780-8" as ArticleId, {});
    },
  },
  ...[1280, 480].map((width) => ({
    name: `the page on which the article is shown, ${width} pixels wide`,
    width,
    reach: async ({ shell, services }: StartedWindow) => {
      const [feed] = services.library.sources?.feeds ?? [];
      if (feed === undefined) throw new Error("no title");
      shell.dispatchEvent(new TitleWishEvent("choose-extraction", feed));
      await settle(300);
    },
  })),
  { name: "compact list", options: { settings: { density: "compact" } } },
  { name: "one pane, the list", width: 480 },
  {
    name: "one pane, the article",
    width: 480,
    reach: () => {
      press("j");
      press("Enter");
    },
  },
  {
    name: "two panes with the drawer open",
    width: 800,
    // The open drawer is modal: what is behind it cannot be reached, so there is no main part.
    without: ["landmark-one-main", "page-has-heading-one"],
    reach: async (window) => {
      await window.shell.goTo("sources");
    },
  },
  { name: "no articles", options: { articles: 0 } },
  { name: "a running refresh", options: { refreshing: true } },
  { name: "repairs", options: { repairs: ["A day was taken from its last good copy."] } },
  {
    name: "notices of a disk that is full and takes no writing",
    options: { storage: { readOnly: true }, refresh: { storageFailure: "storage-full" } },
  },
  { name: "welcome", options: { empty: true } },
  {
    name: "an article that cannot be opened",
    options: { refuse: { "article.open": "storage-failed" } },
    reach: () => {
      press("j");
    },
  },
  {
    name: "keys",
    reach: () => {
      press("?");
    },
  },
  ...(["reading", "refreshing", "offline", "storage", "data"] as const).map((section) => ({
    name: `settings, ${section}`,
    reach: (window: StartedWindow) => {
      window.shell.dialogs.showSettings(section);
    },
  })),
  {
    name: "settings, searched",
    reach: (window) => search(window, "pictures"),
  },
  {
    name: "settings, nothing found",
    reach: (window) => search(window, "blockchain"),
  },
  {
    name: "limits with their forecast, narrow",
    width: 480,
    reach: async (window) => {
      window.shell.dialogs.showSettings("storage");
      await settle();
      choose(window.one<HTMLSelectElement>("#choice"), "own");
      await settle(600);
    },
  },
  {
    name: "a running task",
    reach: (window) => {
      window.shell.dialogs.showSettings("data");
      void window.services.storage.during("backup", () => new Promise(() => undefined));
    },
  },
  {
    name: "restoring, choosing",
    reach: restore,
  },
  {
    name: "restoring, deciding",
    reach: async (window) => {
      await restore(window);
      window.one<HTMLButtonElement>("[data-next]").click();
      await settle();
    },
  },
  {
    name: "how long a title is kept",
    reach: async (window) => {
      const feed = window.services.library.sources?.feeds[0];
      if (feed === undefined) throw new Error("there are titles");
      const retention = { days: 30, articles: null, keepUnread: true };
      await window.one<KeepDialog>("bs-keep-dialog").ask({ ...feed, retention });
    },
  },
  {
    name: "preparing, choosing",
    reach: async () => {
      press("d");
      await settle(300);
    },
  },
  {
    name: "preparing, asked about a metered connection, narrow",
    width: 480,
    options: { refresh: { metered: true } },
    reach: async (window) => {
      press("d");
      await settle(300);
      window.one(".forecast ~ .buttons .primary").click();
    },
  },
  ...(["running", "paused", "waiting", "finished"] as const).map((state) => ({
    name: `preparing, ${state}`,
    options: { preparation: preparationOf(state) },
    reach: async (window: StartedWindow) => {
      await window.services.preparation.load();
      press("d");
      await settle(200);
    },
  })),
  {
    name: "preparing in the background",
    options: { preparation: preparationOf("waiting") },
    reach: async (window) => {
      await window.services.preparation.load();
    },
  },
  {
    name: "titles, nothing chosen",
    reach: () => {
      press("t");
    },
  },
  {
    name: "titles, one chosen",
    options: {
      titles: { 5: { isPrivate: true, signedIn: true, failure: refused } },
      records: { 5: { duplicateOf: 1 as FeedId, problems: ["it ends before it is complete"] } },
    },
    reach: async () => {
      press("t");
      await settle(120);
      press("h");
    },
  },
  {
    name: "titles, many chosen, narrow",
    width: 640,
    reach: async () => {
      press("t");
      await settle(120);
      press("a", { ctrlKey: true });
    },
  },
  {
    name: "titles, none followed",
    options: { empty: true },
    reach: () => {
      press("t");
    },
  },
  {
    name: "titles, none found",
    reach: async (window) => {
      press("t");
      await settle(120);
      type(window.one<HTMLInputElement>("bs-titles-dialog input, .tools input"), "blockchain");
    },
  },
  {
    name: "titles, about to be fetched afresh",
    reach: async (window) => {
      press("t");
      await settle(120);
      void window.one<AfreshDialog>("bs-afresh-dialog").ask(3, () => undefined);
    },
  },
  {
    name: "about",
    reach: (window) => {
      window.shell.dialogs.showAbout();
    },
  },
  {
    name: "adding by address",
    reach: () => {
      press("a");
    },
  },
  {
    name: "adding from the catalogue",
    reach: async (window) => {
      press("a");
      await settle();
      window.one<HTMLInputElement>('input[value="catalogue"]').click();
      await settle();
    },
  },
  {
    name: "a toast",
    reach: (window) => {
      window.services.toasts.tell("The bookmark was removed.", "undo-1");
    },
  },
  {
    name: "a menu",
    reach: (window) => {
      window.one('[data-key="feed-7"]').focus();
      press("ContextMenu");
    },
  },
];

async function search(window: StartedWindow, words: string): Promise<void> {
  window.shell.dialogs.showSettings();
  await settle();
  type(window.one<HTMLInputElement>(".side input"), words);
}

async function restore(window: StartedWindow): Promise<void> {
  window.shell.dialogs.showSettings("data");
  await settle();
  await window.one<RestoreDialog>("bs-restore-dialog").show();
  await settle();
}

for (const theme of ["light", "dark"] as const) {
  describe(`axe finds nothing in the ${theme} theme`, () => {
    for (const { name, options, width, without, reach } of views) {
      test(name, async () => {
        const settings = { ...options?.settings, theme };
        view = await startWindow(new FakeBridge({ ...options, settings }), width);
        await reach?.(view);
        await settle(300);
        const { violations } = await axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          rules: Object.fromEntries((without ?? []).map((rule) => [rule, { enabled: false }])),
        });
        const found = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map((node) => `${JSON.stringify(node.target)} ${node.failureSummary ?? ""}`).join("; ")}`,
        );
        expect(found).toEqual([]);
      });
    }
  });
}
