import type { Section } from "../../../preload/contract/model.ts";
import type { SceneName } from "../pictures/scenes.ts";

/**
 * Something that an event's texts refer to as `{name}`: a whole number from a range (least, most,
 * step), one of `a|b|c`, or one of the world's own: `@person`, `@company`, `@place`, `@country`,
 * `@university`. `{Name}` with a capital is a person's family name.
 */
export type Fact = readonly [number, number] | readonly [number, number, number] | string;

/**
 * A kind of event and what can be said of it. In every text `[this|that]` is a choice of words and
 * `{name}` a fact, the same throughout the story and in every title that tells the event.
 */
export interface Template {
  readonly section: Section;
  /** What the pictures show. */
  readonly scenes: readonly SceneName[];
  /** Parted by commas. */
  readonly tags: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly headlines: readonly string[];
  readonly standfirsts: readonly string[];
  /** First paragraphs, one of which is taken. */
  readonly leads: readonly string[];
  /** Further paragraphs in their order; a short story leaves some out. */
  readonly body: readonly string[];
  /** Sentences with their speaker. */
  readonly quotes: readonly string[];
  readonly captions: readonly string[];
  /** A table's rows, cells parted by ` / `, the first row its head. */
  readonly table?: readonly string[];
  readonly list?: readonly string[];
  readonly code?: string;
}

/** A paragraph or something that stands between paragraphs; texts are plain. */
export type Block =
  | { readonly kind: "paragraph" | "heading" | "quote" | "code"; readonly text: string }
  | { readonly kind: "list"; readonly entries: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

/** A story in words, before it is given addresses and pictures. */
export interface Draft {
  readonly section: Section;
  readonly headline: string;
  readonly standfirst: string;
  readonly tags: readonly string[];
  readonly scenes: readonly SceneName[];
  readonly captions: readonly string[];
  readonly blocks: readonly Block[];
}
