import type { Section } from "../../preload/contract/contract.ts";

/** The sections of a newspaper, in the order they are printed. */
export const englishSections: Record<Section, string> = {
  World: "World",
  Politics: "Politics",
  Business: "Business",
  Technology: "Technology",
  Science: "Science",
  Health: "Health",
  Climate: "Climate",
  Sport: "Sport",
  Culture: "Culture",
  Entertainment: "Entertainment",
  Lifestyle: "Lifestyle",
  Opinion: "Opinion",
  Investigations: "Investigations",
  Local: "Local",
};
