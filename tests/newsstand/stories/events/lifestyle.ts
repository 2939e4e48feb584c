import type { Template } from "../template.ts";

export const lifestyleEvents: readonly Template[] = [];
