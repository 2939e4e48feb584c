import { afterEach, expect, test } from "vitest";
import type { ArticleId } from "../../preload/contract/contract.ts";
import { FakeBridge } from "./fake-bridge.ts";
import { press, settle, startWindow, type StartedWindow } from "./start-window.ts";

let view: StartedWindow | null = null;

afterEach(() => {
  view?.stop();
  view = null;
});

function orderButton(of: StartedWindow): HTMLButtonElement {
  const button = of.one("bs-order-button").shadowRoot?.querySelector("button");
  if (!(button instanceof HTMLButtonElement)) throw new Error("no button");
  return button;
}

test("bookmarks can stand as they were set; other lists know two orders", async () => {
  view = await startWindow(
    new FakeBridge({
      view: {
        articleId: "20780-1" as ArticleId,
        query: { scope: { kind: "bookmarks" }, filter: "all", order: "newest" },
      },
    }),
  );
  press("b");
  await settle(300);
  view.one('[role="treeitem"][data-key="bookmarks"]').click();
  await settle(200);
  orderButton(view).click();
  await settle(100);
  const entries = view.all("[role^=menuitem]");
  const kept = entries.find(({ textContent }) => textContent.includes("Bookmarked last first"));
  kept?.click();
  await settle(200);
  expect(view.services.timeline.query.order).toBe("kept");
  expect(orderButton(view).title).toBe("Order: Bookmarked last first");

  view.one('[role="treeitem"][data-key="all"]').click();
  await settle(200);
  expect(view.services.timeline.query.order).toBe("newest");
  orderButton(view).click();
  await settle(200);
  expect(view.services.timeline.query.order).toBe("oldest");
});
