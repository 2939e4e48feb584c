/** Scores of extracted articles, as the public article-extraction-benchmark computes them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const corpora = join(import.meta.dirname, "..", "..", "..", "shared", "corpora");

/** A page of a corpus with what people found on it. */
export interface TruePage {
  readonly id: string;
  readonly url: string;
  readonly html: Uint8Array;
  readonly articleBody: string;
  /** `develop` may be looked at while working on the reader; `check` is only scored. */
  readonly half: "develop" | "check";
  readonly title?: string;
  readonly authors?: string | null;
  readonly published?: string;
}

/** True when the corpus is on this machine. */
export function hasPages(name: string): boolean {
  return existsSync(join(corpora, name, "truth.json"));
}

/** The pages of a corpus; where it has no halves, every third page is for checking. */
export function loadPages(name: string): TruePage[] {
  const truth = JSON.parse(readFileSync(join(corpora, name, "truth.json"), "utf8")) as Record<
    string,
    Omit<TruePage, "id" | "html" | "half"> & { readonly half?: TruePage["half"] }
  >;
  return Object.entries(truth).map(([id, page], index) => ({
    ...page,
    half: page.half ?? (index % 3 === 2 ? "check" : "develop"),
    id,
    html: gunzipSync(readFileSync(join(corpora, name, "html", `${id}.html.gz`))),
  }));
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly isExact: boolean;
}

/** Precision and recall of runs of four words. */
export function score(found: string, wanted: string): Score {
  const [ours, theirs] = [tokens(found), tokens(wanted)];
  const [one, other] = [shingles(ours), shingles(theirs)];
  let [both, extra, missing] = [0, 0, 0];
  for (const shingle of new Set([...one.keys(), ...other.keys()])) {
    const [has, wants] = [one.get(shingle) ?? 0, other.get(shingle) ?? 0];
    both += Math.min(has, wants);
    extra += Math.max(0, has - wants);
    missing += Math.max(0, wants - has);
  }
  const isAll = extra === 0 && missing === 0;
  return {
    precision: isAll ? 1 : both === 0 ? 0 : both / (both + extra),
    recall: isAll ? 1 : both === 0 ? 0 : both / (both + missing),
    isExact: ours.join(" ") === theirs.join(" "),
  };
}

function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function shingles(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const size = Math.min(4, words.length);
  if (size === 0) return counts;
  for (let index = 0; index + size <= words.length; index += 1) {
    const shingle = words.slice(index, index + size).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

export interface Mean {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly exact: number;
}

/** Means over pages; F1 comes from the two means. */
export function mean(scores: readonly Score[]): Mean {
  const average = (value: (one: Score) => number): number =>
    scores.reduce((sum, one) => sum + value(one), 0) / scores.length;
  const precision = average((one) => one.precision);
  const recall = average((one) => one.recall);
  const exact = average(({ isExact }) => (isExact ? 1 : 0));
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall, exact };
}

/** A line of a table of scores. */
export function row(name: string, { f1, precision, recall, exact }: Mean): string {
  const shown = [f1, precision, recall, exact].map((value) => value.toFixed(3)).join("  ");
  return `${name.padEnd(44)} ${shown}`;
}

/** Letters and digits only: how titles are compared. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The words of names, each once, in alphabetical order. */
export function nameWords(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return [...new Set(words)].toSorted().join(" ");
}
