import type { Template } from "../stories/template.ts";

export const germanStories: readonly Template[] = [];
