/** Figures and their table. */

/** One line of the table. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "ms" | "MB" | "kB" | "B" | "";
  /** `value` is the median; the least of all, and what 95 of 100 stay below. */
  readonly best?: number;
  readonly p95?: number;
  /** Milliseconds that all threads of the process computed for it, which other programs hardly change. */
  readonly cpu?: number;
  /** The same work without a program around it, in the same unit. */
  readonly floor?: number;
  /** The same with lowdb as it comes, or why there is no such figure. */
  readonly naive?: number | string;
  /** In the same unit; what is above it is listed at the end. */
  readonly budget?: number;
}

export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
}

const heads = [
  "figure",
  "best",
  "p95",
  "cpu",
  "floor",
  "ratio",
  "lowdb",
  "ratio",
  "budget",
  "",
] as const;
const widths = [12, 9, 9, 9, 10, 8, 12, 8, 10, 5] as const;
const firstWidth = 50;

/** What is over its budget, each with the line that it belongs to. */
export function listOver({ title, figures }: Section): string[] {
  let subject = "";
  return figures.flatMap((figure) => {
    const isPart = figure.what.startsWith(" ");
    if (!isPart) subject = figure.what;
    if (!isOver(figure)) return [];
    const what = isPart ? `${subject}: ${figure.what.trim()}` : subject;
    const { value, unit, budget } = figure;
    return [`${title}: ${what}: ${formatNumber(value)} ${unit} (budget ${formatNumber(budget)})`];
  });
}

function isOver({ value, budget }: Figure): boolean {
  return budget !== undefined && value > budget;
}

/** A section as lines of text. */
export function formatSection({ title, figures }: Section): string {
  const head = row(title, heads);
  return ["", head, "-".repeat(head.length), ...figures.map(formatFigure)].join("\n");
}

function formatFigure(figure: Figure): string {
  const { what, value, unit, best, p95, cpu, floor, naive, budget } = figure;
  const verdict = budget === undefined ? "" : isOver(figure) ? "OVER" : "ok";
  return row(what, [
    `${formatNumber(value)} ${unit}`,
    formatNumber(best),
    formatNumber(p95),
    formatNumber(cpu),
    formatNumber(floor),
    formatRatio(value, floor),
    typeof naive === "string" ? naive : formatNumber(naive),
    formatRatio(value, typeof naive === "number" ? naive : undefined),
    formatNumber(budget),
    verdict,
  ]);
}

function row(first: string, cells: readonly string[]): string {
  const rest = cells.map((cell, at) => cell.padStart(widths[at] ?? 0));
  return `${first.padEnd(firstWidth)}${rest.join("")}`.trimEnd();
}

/** Three digits that say something. */
function formatNumber(value: number | undefined): string {
  if (value === undefined) return "";
  if (value >= 100 || Number.isInteger(value)) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

function formatRatio(value: number, beside: number | undefined): string {
  if (beside === undefined || beside <= 0) return "";
  const ratio = value / beside;
  return ratio >= 0.1 ? `${formatNumber(ratio)}×` : `1/${formatNumber(Math.round(1 / ratio))}`;
}
