import type { Template } from "../stories/template.ts";

export const japaneseStories: readonly Template[] = [];
