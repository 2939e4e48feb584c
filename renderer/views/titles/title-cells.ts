import { html, type TemplateResult } from "lit";
import type { GridColumn } from "../../components/data-grid.ts";
import { t } from "../../text/text.ts";
import { titleColumns, wordColumn, type TitleColumn } from "./title-columns.ts";
import type { TitleEntry } from "./title-entry.ts";
import "./title-name.ts";
import { wordPageFacts } from "./word-pages.ts";

/** The share of each column, and the width of the table from which it is shown. */
const layout: Readonly<Record<TitleColumn, Pick<GridColumn, "width" | "from" | "isNumeric">>> = {
  title: { width: "minmax(9rem, 1.8fr)", from: 0, isNumeric: false },
  folder: { width: "minmax(5rem, 0.8fr)", from: 1000, isNumeric: false },
  visited: { width: "5.5rem", from: 480, isNumeric: false },
  outcome: { width: "minmax(6.5rem, 0.8fr)", from: 0, isNumeric: false },
  next: { width: "minmax(10rem, 3.4fr)", from: 620, isNumeric: false },
  weekly: { width: "4rem", from: 1000, isNumeric: true },
  pages: { width: "5.5rem", from: 840, isNumeric: true },
  ready: { width: "6.5rem", from: 760, isNumeric: true },
  size: { width: "4.5rem", from: 1200, isNumeric: true },
};

/** The columns of the manager's table. */
export function titleGridColumns(): GridColumn[] {
  return titleColumns.map((key) => ({ key, label: t(`titles.column.${key}`), ...layout[key] }));
}

/** What stands in a cell; a visit that failed has the part `failing`. */
export function renderTitleCell(
  entry: TitleEntry,
  column: TitleColumn,
  now: number,
): TemplateResult {
  const { feed } = entry;
  if (column === "title") return html`<bs-title-name .feed=${feed}></bs-title-name>`;
  const text = wordColumn(entry, column, now);
  const isFailing = feed.failure !== null || feed.nextVisitReason === "gone";
  const part = column === "outcome" && isFailing ? "failing" : "plain";
  const pages = column === "pages" ? wordPageFacts(entry.record?.pages ?? null).join(" ") : "";
  return html`<span part=${part} title=${pages || text}>${text}</span>`;
}
