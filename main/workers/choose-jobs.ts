import type { PageRefusal } from "../../preload/contract/contract.ts";
import type { NoArticleReason } from "../offline/page/read-page.ts";
import type { Document } from "./jobs.ts";

/** A page on which a person is to choose, and what is known of its article. */
export interface ChosenPage extends Document {
  /** The address that was asked for, before redirects. */
  readonly askedFor: string;
  /** What the feed gave: the headline, and the cleaned HTML of its text. */
  readonly headline: string;
  readonly feedHtml: string;
  /** The choice that stands for its title; null: none. */
  readonly selector: string | null;
}

/** Jobs for a person who shows where the article is on a title's pages. */
export interface ChooseJobs {
  /** Makes a page safe to show, with its blocks numbered. */
  showPage: {
    input: ChosenPage;
    output:
      | {
          readonly ok: true;
          readonly html: string;
          /** The block that the article is taken from as things are; null: none. */
          readonly chosen: number | null;
          readonly problem: NoArticleReason | null;
        }
      | { readonly ok: false; readonly reason: "too-large" | "too-deep" };
  };
  /** Reads the article that a block of it would give; `selector` finds it on the title's pages. */
  readChosen: {
    input: ChosenPage & { readonly block: number };
    output: {
      readonly selector: string | null;
      readonly html: string;
      readonly wordCount: number;
      readonly problem: PageRefusal | null;
    };
  };
}
