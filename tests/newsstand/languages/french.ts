import type { Template } from "../stories/template.ts";

export const frenchStories: readonly Template[] = [];
