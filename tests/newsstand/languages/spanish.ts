import type { Template } from "../stories/template.ts";

export const spanishStories: readonly Template[] = [];
