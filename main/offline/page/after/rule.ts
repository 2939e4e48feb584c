import type { Block } from "../blocks.ts";

/** What the rules know of the article besides its blocks. */
export interface TidyContext {
  readonly headline: string;
  readonly standfirst: string;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly siteName: string;
  readonly address: string;
}

/** Names the blocks that are not the article, of those that are left. */
export type Rule = (blocks: readonly Block[], context: TidyContext) => readonly Block[];

/** Paragraphs of more characters are never taken for furniture by how they begin. */
export const shortLimit = 250;

/** A paragraph that tells: long, and not mainly links. */
export function isProse({ kind, line, linked }: Block): boolean {
  return (kind === "text" || kind === "quote") && line.length >= 100 && linked < line.length * 0.5;
}

/** What is kept whatever it says: pictures, tables, code. */
export function isSolid({ kind }: Block): boolean {
  return kind === "figure" || kind === "table" || kind === "code";
}

/** Share of the text that is links, from 0 to 1. */
export function linkShare({ line, linked }: Block): number {
  return line === "" ? 0 : linked / line.length;
}

/** Names of classes of the block and what it stands in, up to so many steps. */
export function marksOf({ node, ancestors }: Block, steps: number): string {
  return [node, ...ancestors.slice(1).slice(-steps)]
    .map(({ attributes }) => `${attributes.class ?? ""} ${attributes.id ?? ""}`)
    .join(" ");
}
