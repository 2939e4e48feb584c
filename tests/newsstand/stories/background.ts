import type { Section } from "../../../preload/contract/model.ts";
import { backgrounds } from "./backgrounds.ts";
import type { Fact } from "./template.ts";

/** What can be said behind any story of a section. */
export interface Background {
  readonly headings: readonly string[];
  readonly facts: Readonly<Record<string, Fact>>;
  readonly paragraphs: readonly string[];
}

/** The background of a section; null in languages that have none. */
export function background(section: Section, language: string): Background | null {
  return language.startsWith("en") ? backgrounds[section] : null;
}
