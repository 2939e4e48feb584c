import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";
import { press, settle, startWindow, type StartedWindow } from "./start-window.ts";

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

const views: readonly View[] = [
  { name: "list and nothing open" },
  {
    name: "an open article",
    reach: () => {
      press("j");
    },
  },
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
  {
    name: "settings",
    reach: (window) => {
      window.shell.dialogs.showSettings();
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
