import { html } from "lit";
import { afterEach, describe, expect, test } from "vitest";
import { ListGeometry } from "../../renderer/components/list-geometry.ts";
import "../../renderer/components/virtual-list.ts";
import type { ChooseEvent } from "../../renderer/components/virtual-list-events.ts";
import type { VirtualList } from "../../renderer/components/virtual-list.ts";
import { settle } from "./start-window.ts";

const total = 100_000;
const groups = Array.from({ length: 90 }, (_, day) => ({
  key: `day-${day}`,
  label: `Day ${day}`,
  count: day === 0 ? total - 89 * 1000 : 1000,
}));

async function show(some = groups, rowHeight = 120): Promise<VirtualList> {
  const list = document.createElement("bs-virtual-list");
  list.label = "Articles";
  list.groups = some;
  list.rowHeight = rowHeight;
  list.renderRow = (index) => html`<span>Row ${index}</span>`;
  list.style.height = "800px";
  document.body.append(list);
  await settle();
  return list;
}

function rows(list: VirtualList): HTMLElement[] {
  return [...list.renderRoot.querySelectorAll<HTMLElement>("[role=option]")];
}

function scroller(list: VirtualList): HTMLElement {
  const element = list.renderRoot.querySelector<HTMLElement>("[role=listbox]");
  if (element === null) throw new Error("no list box");
  return element;
}

/** The rows that stand within the view, by where they are on screen. */
function visible(list: VirtualList): number[] {
  const { top, bottom } = list.getBoundingClientRect();
  return rows(list)
    .filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top + 1 && box.top < bottom - 1;
    })
    .map((row) => Number(row.dataset.index));
}

afterEach(() => {
  document.body.replaceChildren();
});

describe("a list of 100,000 rows", () => {
  test("renders fewer than 60 rows and has its exact height", async () => {
    const list = await show();
    expect(rows(list).length).toBeGreaterThan(5);
    expect(rows(list).length).toBeLessThan(60);
    expect(scroller(list).scrollHeight).toBe(total * 120 + 90 * 30);
  });

  test("shows the right rows wherever it is scrolled to", async () => {
    const list = await show();
    const geometry = new ListGeometry(groups, 120, 30);
    for (const row of [0, 7, 10_999, 11_000, 54_321, 99_990]) {
      scroller(list).scrollTop = geometry.rowTop(row);
      await settle();
      expect(visible(list)[0], `first row when scrolled to row ${row}`).toBe(row);
      expect(rows(list).length).toBeLessThan(60);
    }
    scroller(list).scrollTop = scroller(list).scrollHeight;
    await settle();
    expect(visible(list).at(-1)).toBe(total - 1);
  });

  test("says to screen readers how many rows there are and which one is which", async () => {
    const list = await show();
    list.scrollToRow(500, "top");
    await settle();
    const row = rows(list).find(({ dataset }) => dataset.index === "500");
    expect(row?.getAttribute("aria-setsize")).toBe(String(total));
    expect(row?.getAttribute("aria-posinset")).toBe("501");
    list.selected = 500;
    await list.updateComplete;
    expect(scroller(list).getAttribute("aria-activedescendant")).toBe("row-500");
    list.scrollToRow(9000, "top");
    await settle();
    expect(scroller(list).hasAttribute("aria-activedescendant")).toBe(false);
  });

  test("keeps the heading of the day at the top", async () => {
    const list = await show();
    list.scrollToRow(11_500, "top");
    await settle();
    expect(list.renderRoot.querySelector(".sticky")?.textContent).toBe("Day 1");
  });

  test("moves by keys and stops at both ends", async () => {
    const list = await show();
    const chosen: number[] = [];
    list.addEventListener("bs-choose", (event: ChooseEvent) => {
      chosen.push(event.index);
      list.selected = event.index;
    });
    const key = (name: string): void => {
      scroller(list).dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
    };
    for (const name of [
      "ArrowDown",
      "ArrowDown",
      "ArrowUp",
      "PageDown",
      "End",
      "ArrowDown",
      "Home",
    ]) {
      key(name);
      await list.updateComplete;
    }
    expect(chosen).toEqual([0, 1, 0, 5, total - 1, 0]);
  });
});

test("a list higher than the engine can lay out still reaches every row", async () => {
  const million = [{ key: "all", label: "All", count: 1_000_000 }];
  const list = await show(million);
  for (const row of [0, 500_000, 999_999]) {
    list.scrollToRow(row, "top");
    await settle();
    expect(visible(list), `rows in view when scrolled to row ${row}`).toContain(row);
  }
});
