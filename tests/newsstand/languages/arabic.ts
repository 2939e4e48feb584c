import type { Template } from "../stories/template.ts";

export const arabicStories: readonly Template[] = [];
