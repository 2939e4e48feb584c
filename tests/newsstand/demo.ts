import type { Section } from "../../preload/contract/model.ts";
import { startNewsstand } from "./newsstand.ts";
import type { Newsstand } from "./newsstand.ts";
import { titles } from "./titles.ts";

/** A title for the demonstration to follow. */
export interface DemoTitle {
  /** Of its feed. */
  readonly address: string;
  readonly title: string;
  readonly site: string;
  readonly section: Section;
  readonly language: string;
  readonly folder: string;
}

/** A newsstand with every title that has a name and a character, filed in folders. */
export async function startDemo(): Promise<{ newsstand: Newsstand; titles: DemoTitle[] }> {
  const newsstand = await startNewsstand({ publishers: titles.length });
  const demo = titles.map(({ slug, title, section, language, folder }) => {
    const { feedAddress, siteAddress } = newsstand.publisher(slug);
    return { address: feedAddress, title, site: siteAddress, section, language, folder };
  });
  return { newsstand, titles: demo };
}
